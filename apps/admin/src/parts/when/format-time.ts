const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** How long ago or ahead a time is, in the language of the reader, as in "5 minutes ago". */
export function relativeTime(at: Date, now: Date, locale: string): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000)
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'short' })
  for (const [unit, size] of units) if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit)
  return format.format(seconds, 'second')
}

export interface TimeTextOptions {
  readonly now: Date
  readonly locale: string
  /** That of the browser without it. */
  readonly timeZone?: string
}

/** A time with its zone: of today without the date, of this year without the year and the seconds. */
export function timeText(at: Date, { now, locale, timeZone }: TimeTextOptions): string {
  const zone = timeZone === undefined ? {} : { timeZone }
  const dayOf = (date: Date) => date.toLocaleDateString('en-CA', zone) // yyyy-mm-dd
  const [day, today] = [dayOf(at), dayOf(now)]
  if (day === today) return at.toLocaleTimeString(locale, { timeStyle: 'long', ...zone })
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  const date = { weekday: 'short', day: 'numeric', month: 'short', ...year } as const
  return at.toLocaleString(locale, { ...date, hour: '2-digit', minute: '2-digit', timeZoneName: 'short', ...zone })
}
