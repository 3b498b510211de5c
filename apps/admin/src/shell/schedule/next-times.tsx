import { locale, texts } from '../../texts/texts.ts'
import css from './schedule.module.css'

const inZone = (at: string, timeZone: string | undefined): string =>
  new Date(at).toLocaleString(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(timeZone && { timeZone }),
  })

export interface NextTimesProps {
  readonly times: readonly string[]
  readonly timezone: string
}

/** The next times of a schedule in its own zone, and in that of this browser if it is another one. */
export function NextTimes({ times, timezone }: NextTimesProps) {
  const isOther = times.some((at) => inZone(at, timezone) !== inZone(at, undefined))
  return (
    <ol className={css.times} aria-label={texts.schedules.nextTimes}>
      {times.map((at) => (
        <li key={at}>
          <time dateTime={at}>{inZone(at, timezone)}</time>
          {isOther && <span className={css.note}> · {inZone(at, undefined)}</span>}
        </li>
      ))}
    </ol>
  )
}
