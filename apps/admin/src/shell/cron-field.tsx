import { useQuery } from '@tanstack/react-query'
import { cronQuery } from '../api/schedules.ts'
import { Field } from '../forms/schema-form/field.tsx'
import css from '../forms/schema-form/form.module.css'
import { Choice } from '../parts/controls/choice.tsx'
import { When } from '../parts/when/when.tsx'
import { locale, texts } from '../texts/texts.ts'

const words = texts.rhythm

const common = ['*/15 * * * *', '0 * * * *', '0 2 * * *', '0 2 * * 1'] as const

export interface CronFieldProps {
  readonly schedule: string
  readonly timezone: string
  readonly problem: string | undefined
  readonly onChange: (change: { readonly schedule: string; readonly timezone: string }) => void
}

/** When something is due: a common rhythm or an expression of one's own, what it means, and its next five times. */
export function CronField({ schedule, timezone, problem, onChange }: CronFieldProps) {
  const { data: reading } = useQuery(cronQuery(schedule, timezone))
  return (
    <div className={css.form}>
      <Choice
        label={words.common}
        none={schedule === '' ? words.never : words.own}
        value={common.find((one) => one === schedule)}
        choices={common.map((one) => [one, words.rhythms[one]])}
        onChange={(chosen) => onChange({ schedule: chosen ?? '', timezone })}
      />
      <Field
        path="settings.syncSchedule"
        title={words.expression}
        description={words.expressionHint}
        problem={problem ?? (schedule !== '' && reading?.valid === false ? reading.error : undefined)}
      >
        {(given) => (
          <input
            {...given}
            className={css.input}
            autoComplete="off"
            spellCheck={false}
            value={schedule}
            onChange={({ target }) => onChange({ schedule: target.value, timezone })}
          />
        )}
      </Field>
      <Field path="settings.timezone" title={words.timezone}>
        {(given) => (
          <input
            {...given}
            className={css.input}
            autoComplete="off"
            spellCheck={false}
            value={timezone}
            onChange={({ target }) => onChange({ schedule, timezone: target.value })}
          />
        )}
      </Field>
      {schedule !== '' && reading?.valid && (
        <div role="status">
          <p className={css.hint}>{reading.description}</p>
          <ul>
            {reading.nextRuns.map((at) => (
              <li key={at}>
                <When at={at} locale={locale} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
