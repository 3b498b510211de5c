import { type DataTypeId, isFields, isNoDate, type Remark, type SourceRecord, toInstant } from '@linkspan/core/connector'
import { isAbsent, valueAt } from './dot-path.ts'
import { firstOf, planOf } from './row-plan.ts'

/** A change time, but not later than when reading began (`limit`): what changes while it is read is asked for again. */
export const earlierOf = (time: string | null, limit: string | undefined): string | null =>
  time !== null && limit !== undefined && limit < time ? toInstant(limit) : time

/** The record with a remark if its row has a change time that cannot be read. `path`: where the time is, if the settings say so. */
export function withTimeRemark(record: SourceRecord, row: unknown, dataType: DataTypeId, path?: string): SourceRecord {
  if (record.changedAt !== null || !isFields(row)) return record
  const value = path === undefined ? firstOf(row, planOf(row, dataType).changedAt) : valueAt(row, path)
  if (isAbsent(value) || isNoDate(value) || (typeof value !== 'string' && typeof value !== 'number')) return record
  return { ...record, remarks: [...(record.remarks ?? []), unreadable(value)] }
}

const unreadable = (value: string | number): Remark => ({
  path: 'sourceUpdatedAt',
  message: 'the time of the last change cannot be read, so it was left out, and no sync can ask for changes by it',
  value,
})
