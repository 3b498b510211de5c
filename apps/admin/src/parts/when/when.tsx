import { relativeTime } from './format-time.ts'

export interface WhenProps {
  /** ISO 8601; undefined if it is not known. */
  readonly at: string | undefined
  readonly locale: string
  /** Shows how long ago it was, and the time itself only to who asks. */
  readonly relative?: boolean
}

/** A time in the zone of this browser, which it names. What is not known is a dash. */
export function When({ at, locale, relative = false }: WhenProps) {
  if (at === undefined) return <span>–</span>
  const date = new Date(at)
  const text = date.toLocaleString(locale, { dateStyle: 'short', timeStyle: 'long' })
  return (
    <time dateTime={at} title={relative ? text : at}>
      {relative ? relativeTime(date, new Date(), locale) : text}
    </time>
  )
}
