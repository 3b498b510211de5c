import { useQuery } from '@tanstack/react-query'
import { cronQuery } from '../../api/schedules.ts'
import { ProblemBox } from '../../parts/problem-box/problem-box.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { locale, texts } from '../../texts/texts.ts'
import { problem } from '../problem.tsx'
import { NextTimes } from './next-times.tsx'
import css from './schedule.module.css'

const dayOf = (at: string, timeZone: string): string =>
  new Date(at).toLocaleDateString(locale, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone })

/** A cron expression in words, with its next five times; or what is wrong with it. */
export function Rhythm({ schedule, timezone }: { readonly schedule: string; readonly timezone: string }) {
  const reading = useQuery(cronQuery(schedule, timezone))
  return (
    <View query={reading} words={texts} problem={problem}>
      {({ valid, description, error, nextRuns, clockChange }) =>
        valid ? (
          <div className={css.rhythm} role="status">
            <p>
              {description} · {timezone}
            </p>
            <NextTimes times={nextRuns} timezone={timezone} />
            {clockChange && <p>{texts.schedules.clockChange[clockChange.effect](dayOf(clockChange.at, timezone), clockChange)}</p>}
          </div>
        ) : (
          <ProblemBox title={texts.schedules.invalid} detail={error} />
        )
      }
    </View>
  )
}
