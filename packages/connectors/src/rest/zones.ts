import { valueAt } from '@linkspan/connector-kit/fields/dot-path'
import { firstOf, planOf } from '@linkspan/connector-kit/fields/row-plan'
import { dateReader } from '@linkspan/connector-kit/files/values/dates'
import { type DataTypeId, type Fields, isFields, isInstantField, isNoDate, type SourceRecord } from '@linkspan/core/connector'
import type { RestResource } from './settings.ts'

/** A day and a time of day, and nothing after it: no "Z", and no offset. */
const localTime = /^\s*\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*$/

const isTime = (name: string): boolean => name !== 'sourceUpdatedAt' && isInstantField(name)

type ZonePlan = Pick<RestResource, 'zone' | 'changedAt'>

/** Reads times that name no zone. Business days are left as they are written. */
export interface ZoneReader {
  /** The record of a row with such times in UTC, by the setting. Without the setting they are UTC. */
  read(record: SourceRecord, row: unknown): SourceRecord
  /** Says that there were such times and no setting; null if that is not so. */
  doubt(): string | null
}

export function createZoneReader(dataType: DataTypeId, { zone, changedAt: path }: ZonePlan): ZoneReader {
  const inUtc = zone === undefined ? null : dateReader({ format: 'iso', zone })
  let doubtful: string | null = null
  const readTime = (name: string, value: unknown): unknown => {
    if (typeof value !== 'string' || !localTime.test(value) || isNoDate(value)) return value
    if (inUtc === null) doubtful ??= name
    return inUtc?.(value) ?? value
  }
  /** The same list or object if no time in it is changed, as in most rows. */
  const readFields = (fields: Fields): Fields => {
    let changed: Record<string, unknown> | null = null
    for (const name in fields) {
      const value = fields[name]
      const read = Array.isArray(value) ? readItems(value) : isTime(name) ? readTime(name, value) : value
      if (read === value) continue
      changed ??= { ...fields }
      changed[name] = read
    }
    return changed ?? fields
  }
  const readItems = (items: readonly unknown[]): readonly unknown[] => {
    const read = items.map((item) => (isFields(item) ? readFields(item) : item))
    return read.every((item, at) => item === items[at]) ? items : read
  }
  return {
    read(record, row) {
      if (!isFields(row)) return record
      const given = path === undefined ? firstOf(row, planOf(row, dataType).changedAt) : valueAt(row, path)
      const time = readTime('sourceUpdatedAt', given)
      const fields = readFields(record.fields)
      if (record.changedAt === null || time === given || typeof time !== 'string')
        return fields === record.fields ? record : { ...record, fields }
      return { ...record, fields: { ...fields, sourceUpdatedAt: time }, changedAt: time }
    },
    doubt: () =>
      doubtful &&
      `Times in ${doubtful} name no time zone, and are taken as UTC: set settings.resources.${dataType}.zone, to "UTC" if they are in UTC`,
  }
}
