import { dateReader } from '@linkspan/connector-kit/files/values/dates'

/** A time of day. */
export interface DailyTime {
  /** `HH:MM` */
  readonly time: string
  readonly zone: string
}

const dayMs = 86_400_000

/** The latest occurrence of a daily time that is not after `now`, and the next one; ISO 8601, UTC. */
export function deadlinesAround(now: Date, { time, zone }: DailyTime): { readonly last: string; readonly next: string } {
  const read = dateReader({ format: 'iso', zone })
  const dayOf = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
  const occurrences = [-2, -1, 0, 1, 2].flatMap((days) => {
    const instant = read(`${dayOf.format(new Date(now.getTime() + days * dayMs))}T${time}:00`)
    return instant ? [new Date(instant).toISOString()] : []
  })
  const isPast = (instant: string) => Date.parse(instant) <= now.getTime()
  const [last, next] = [occurrences.findLast(isPast), occurrences.find((instant) => !isPast(instant))]
  if (last === undefined || next === undefined) throw new RangeError(`There is no ${time} in ${zone}`)
  return { last, next }
}
