/** The wall clock of an account's time zone. */
export interface WallClock {
  /** `YYYY-MM-DD HH:MM:SS.f`, as the database keeps it. */
  textOf(iso: string): string
  dayOf(iso: string): string
}

export function createWallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  const textOf = (iso: string): string => {
    const parts = new Map(format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]))
    const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? ''
    const tenths = Math.floor(new Date(iso).getUTCMilliseconds() / 100)
    return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}.${tenths}`
  }
  return { textOf, dayOf: (iso) => textOf(iso).slice(0, 10) }
}
