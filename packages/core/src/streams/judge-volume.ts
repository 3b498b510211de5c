/** How many new records of a stream came in each hour. */
export interface VolumeHistory {
  /** Since when they are counted, in ms since 1970. */
  readonly since: number
  /** When the last new ones were seen; null if none ever were. */
  readonly lastAt: number | null
  /** New records by hour since 1970. An hour without any may be absent. */
  readonly hours: ReadonlyMap<number, number>
}

/** A silence that is unusual. */
export interface Silence {
  /** When the last new records came, in ms since 1970. */
  readonly since: number
  /** How many come in an hour of that time in other weeks. */
  readonly usualPerHour: number
}

const hourMs = 3_600_000
export const hoursOfWeek = 168
/** How many past weeks count. More are not kept. */
export const weeksKept = 6
const fewestWeeks = 2
/** Fewer records than this may be missing by chance. */
const fewestMissing = 10
/** Syncs do not come to the minute: records of an hour may come this much later than in other weeks. */
const graceMs = 15 * 60_000

/**
 * Whether no records have come for unusually long up to `until`: in each of the past weeks at least ten came in the same hours, and there are
 * two weeks or more. Only whole hours are compared, so that records that come in batches are not missed between two of them.
 */
export function judgeVolume({ since, lastAt, hours }: VolumeHistory, until: number): Silence | null {
  if (lastAt === null) return null
  const from = Math.floor(lastAt / hourMs) + 1
  const to = Math.floor((until - graceMs) / hourMs)
  const length = Math.min(to - from, hoursOfWeek)
  if (length < 1) return null
  const first = to - length
  const weeks = Array.from({ length: weeksKept }, (_, ago) => first - (ago + 1) * hoursOfWeek).filter((hour) => hour * hourMs >= since)
  if (weeks.length < fewestWeeks) return null
  const counts = weeks.map((start) => sumOf(hours, start, length)).sort((one, other) => one - other)
  if ((counts[0] ?? 0) < fewestMissing) return null
  const median = counts[Math.floor((counts.length - 1) / 2)] ?? 0
  return { since: lastAt, usualPerHour: median / length }
}

function sumOf(hours: VolumeHistory['hours'], start: number, length: number): number {
  let sum = 0
  for (let hour = start; hour < start + length; hour += 1) sum += hours.get(hour) ?? 0
  return sum
}

/** Says it in words, by the clock of this time zone: "No orders since 09:40, usually 35 an hour on Fridays". */
export function describeSilence({ since, usualPerHour }: Silence, what: string, timezone: string, now: number): string {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone: timezone, ...options }).format(since)
  const time = format({ hour: '2-digit', minute: '2-digit' })
  const day = format({ weekday: 'long' })
  const isToday = now - since < 24 * hourMs
  const started = isToday ? time : `${day} ${time}`
  const usual = usualPerHour < 1 ? 'less than one' : String(Math.round(usualPerHour))
  return `No ${what} since ${started}, usually ${usual} an hour${isToday ? ` on ${day}s` : ''}`
}
