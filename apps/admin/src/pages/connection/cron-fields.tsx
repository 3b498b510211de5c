import { useDeferredValue, useId } from 'react'
import { Choice } from '../../parts/controls/choice.tsx'
import { Rhythm } from '../../shell/schedule/rhythm.tsx'
import { texts } from '../../texts/texts.ts'
import css from './schedules.module.css'

const words = texts.schedules

/** Common rhythms and their expressions: both fields show the same. */
const common = {
  fiveMinutes: '*/5 * * * *',
  quarter: '*/15 * * * *',
  hourly: '0 * * * *',
  nightly: '0 2 * * *',
  weekly: '0 2 * * 1',
} as const
const names = Object.keys(common) as (keyof typeof common)[]

export interface CronFieldsProps {
  readonly schedule: string
  readonly timezone: string
  readonly onSchedule: (schedule: string) => void
  readonly onTimezone: (timezone: string) => void
}

/** A rhythm as a choice and as an expression; what it means is said while it is typed. */
export function CronFields({ schedule, timezone, onSchedule, onTimezone }: CronFieldsProps) {
  const [scheduleField, zoneField] = [useId(), useId()]
  const [shown, shownZone] = [useDeferredValue(schedule), useDeferredValue(timezone)]
  return (
    <>
      <div className={css.fields}>
        <Choice
          none={words.own}
          label={words.rhythm}
          value={names.find((name) => common[name] === schedule)}
          choices={names.map((name) => [name, words.common[name]])}
          onChange={(name) => name && onSchedule(common[name])}
        />
        <div className={css.input}>
          <label htmlFor={scheduleField}>{words.expression}</label>
          <input
            id={scheduleField}
            value={schedule}
            spellCheck={false}
            autoComplete="off"
            onChange={({ target }) => onSchedule(target.value)}
          />
        </div>
        <div className={css.input}>
          <label htmlFor={zoneField}>{words.timezone}</label>
          <input
            id={zoneField}
            value={timezone}
            spellCheck={false}
            autoComplete="off"
            onChange={({ target }) => onTimezone(target.value)}
          />
        </div>
      </div>
      {shown.trim() !== '' && shownZone.trim() !== '' && <Rhythm schedule={shown} timezone={shownZone} />}
    </>
  )
}
