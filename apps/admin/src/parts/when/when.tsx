import { relativeTime, timeText } from './format-time.ts'
import { useZone, zoneOption } from './zone.ts'

export interface WhenProps {
  /** ISO 8601; undefined if it is not known. */
  readonly at: string | undefined
  readonly locale: string
  /** Shows how long ago it was, and the time itself only to who asks. */
  readonly relative?: boolean
}

/** A time with its zone, which is that of this browser or UTC. What is not known is a dash. */
export function When({ at, locale, relative = false }: WhenProps) {
  const zone = useZone()
  if (at === undefined) return <span>–</span>
  const date = new Date(at)
  const text = timeText(date, { now: new Date(), locale, ...zoneOption(zone) })
  return (
    <time dateTime={at} title={relative ? text : at}>
      {relative ? relativeTime(date, new Date(), locale) : text}
    </time>
  )
}
