import { DateTime } from 'luxon'

const format = 'yyyy-MM-dd HH:mm:ss'
/** Without the time zone, its wall clock may be this far behind UTC, and as much ahead of it. */
const unknownZoneMs = 24 * 3_600_000
/** In autumn an hour of the wall clock comes twice (docs/erp/netsuite.md#times). */
const overlapMs = 65 * 60_000

/** The wall-clock time of an account from which to ask for what has changed since a moment: `YYYY-MM-DD HH:MM:SS`. */
export function askedFrom(since: string, zone: string | undefined): string {
  const early = DateTime.fromISO(since, { zone: 'utc' }).minus(overlapMs + (zone === undefined ? unknownZoneMs : 0))
  return early.setZone(zone ?? 'utc').toFormat(format)
}

/**
 * A time of the account's wall clock as ISO 8601, UTC; null if it is none. Of two moments that it may stand for it is the earlier one. Without
 * the zone it is read as if it were UTC.
 */
export function toUtc(wall: unknown, zone: string | undefined): string | null {
  const [, day, minutes, seconds] = typeof wall === 'string' ? (/^(\d{4}-\d\d-\d\d)[ T](\d\d:\d)(\d:\d\d)/.exec(wall) ?? []) : []
  if (day === undefined) return null
  const offsetMs = offsetOf(`${day} ${minutes}0:00`, zone ?? 'utc')
  return offsetMs === null ? null : new Date(Date.parse(`${day}T${minutes}${seconds}Z`) - offsetMs).toISOString()
}

/** The offsets of ten minutes each, by zone and wall clock: a million rows share few of them. */
const offsets = new Map<string, number | null>()
const maxOffsets = 100_000

/** By how much a wall clock is ahead of UTC at a time: the larger one if the time comes twice. Null if there is no such time. */
function offsetOf(wall: string, zone: string): number | null {
  const key = `${zone} ${wall}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const time = DateTime.fromFormat(wall, format, { zone })
  const asked = DateTime.fromFormat(wall, format, { zone: 'utc' }).toMillis()
  const earliest = Math.min(...time.getPossibleOffsets().map((each) => each.toMillis()))
  if (offsets.size >= maxOffsets) offsets.clear()
  const offset = time.isValid ? asked - earliest : null
  offsets.set(key, offset)
  return offset
}

/** The second after a time of the wall clock. */
export const nextSecond = (wall: string): string =>
  DateTime.fromFormat(wall.replace('T', ' ').slice(0, 19), format, { zone: 'utc' }).plus({ seconds: 1 }).toFormat(format)
