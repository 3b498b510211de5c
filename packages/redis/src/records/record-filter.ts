import type { ERPRecord, RecordQuery } from '@linkspan/core'

/** Positions follow the time, but the clocks of workers differ a little. */
const maxClockDriftMs = 3_600_000

/** The texts in which `q` looks: the ids, and the record's own fields, without those of its lines. */
const textsOf = ({ id, erpId, data }: ERPRecord): readonly unknown[] => [id, erpId, ...Object.values(data)]

export interface RecordFilter {
  accepts(record: ERPRecord): boolean
  /** Whether neither this record nor any that has not changed since can be wanted. */
  isPast(record: ERPRecord): boolean
}

export function recordFilter({ syncStatus, updatedSince, q }: RecordQuery): RecordFilter {
  const since = updatedSince === undefined ? null : Date.parse(updatedSince)
  const text = q?.toLowerCase()
  return {
    accepts: (record) =>
      (syncStatus === undefined || record.syncStatus === syncStatus) &&
      (since === null || Date.parse(record.updatedAt) >= since) &&
      (text === undefined || textsOf(record).some((value) => typeof value === 'string' && value.toLowerCase().includes(text))),
    isPast: ({ updatedAt }) => since !== null && Date.parse(updatedAt) < since - maxClockDriftMs,
  }
}
