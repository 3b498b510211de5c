import type { Activity } from '../../api/names.ts'
import type { Slot } from '../../parts/charts/series.ts'

type Bucket = Activity['buckets'][number]

export interface TimeSlot extends Slot {
  /** When it begins and ends: ISO 8601. */
  readonly since: string
  readonly until: string
}

const spans = { hour: 3_600_000, day: 86_400_000 } as const

/** The hours or days of a range, the oldest first; those in which no run began have no values. */
export function slotsOf(
  { bucket, buckets, since, until }: Activity,
  locale: string,
  valuesOf: (bucket: Bucket) => Readonly<Record<string, number>>,
): TimeSlot[] {
  const found = new Map(buckets.map((one) => [Date.parse(one.at), one]))
  const format = new Intl.DateTimeFormat(
    locale,
    bucket === 'hour'
      ? { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }
      : { day: 'numeric', month: 'short', weekday: 'short', timeZone: 'UTC' },
  )
  const slots: TimeSlot[] = []
  for (let at = Date.parse(since); at <= Date.parse(until); at += spans[bucket]) {
    const one = found.get(at)
    slots.push({
      key: String(at),
      title: format.format(at),
      values: one ? valuesOf(one) : null,
      since: new Date(at).toISOString(),
      until: new Date(at + spans[bucket] - 1).toISOString(),
    })
  }
  return slots
}
