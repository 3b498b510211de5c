/** A closed stretch of time: both ends belong to it. ISO 8601, UTC. */
export interface TimeWindow {
  readonly from: string
  readonly to: string
}

/**
 * The stretch from `since` to `until` in windows of at most `maxMs`, oldest first, for ERPs that must be asked for a closed window. Each
 * begins where the one before ended, so that nothing between two of them is missed: a record of exactly that time comes twice.
 * No window if `since` is after `until`.
 */
export function* timeWindows(since: string, until: string, maxMs: number): Generator<TimeWindow> {
  const end = Date.parse(until)
  for (let from = Date.parse(since), isFirst = true; isFirst ? from <= end : from < end; isFirst = false) {
    const to = Math.min(end, from + maxMs)
    yield { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
    from = to
  }
}

/**
 * The time to ask from, so that what the ERP wrote late is found: `overlapMs` before `since` and, if the ERP knows days only, from the
 * beginning of that day. What comes again is dropped by its id and version.
 */
export function overlapped(since: string, overlapMs: number, precision: 'ms' | 'day' = 'ms'): string {
  const from = new Date(Date.parse(since) - overlapMs).toISOString()
  return precision === 'ms' ? from : `${from.slice(0, 10)}T00:00:00.000Z`
}
