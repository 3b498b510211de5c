import { valueAt } from '@linkspan/connector-kit/fields/dot-path'
import { firstOf, planOf } from '@linkspan/connector-kit/fields/row-plan'
import { dateReader } from '@linkspan/connector-kit/files/values/dates'
import { type DataTypeId, type Fields, isFields, isInstantField, isNoDate, type SourceRecord } from '@linkspan/core/connector'
import type { RestResource } from './settings.ts'

/** A day and a time of day, and nothing after it: no "Z", and no offset. */
const localTime = /^\s*\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*$/

type ZonePlan = Pick<RestResource, 'zone' | 'changedAt'>

/** Reads times that name no zone. Business days are left as they are written. */
export interface ZoneReader {
  /** The record of a row with such times in UTC, by the setting. Without the setting they are UTC. */
  read(record: SourceRecord, row: unknown): SourceRecord
  /** Says that there were such times and no setting; null if that is not so. */
  doubt(): string | null
}

export function createZoneReader(dataType: DataTypeId, { zone, changedAt: path }: ZonePlan): ZoneReader {
  const inUtc = dateReader({ format: 'iso', zone: zone ?? 'UTC' })
  let doubtful: string | null = null
  const readTime = (name: string, value: unknown): unknown => {
    if (typeof value !== 'string' || !localTime.test(value) || isNoDate(value)) return value
    if (zone === undefined) doubtful ??= name
    return zone === undefined ? value : (inUtc(value) ?? value)
  }
  const readFields = (fields: Fields): Fields =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => {
        if (Array.isArray(value)) return [name, value.map((each) => (isFields(each) ? readFields(each) : each))]
        return [name, isInstantField(name) && name !== 'sourceUpdatedAt' ? readTime(name, value) : value]
      }),
    )
  return {
    read(record, row) {
      if (!isFields(row)) return record
      const given = path === undefined ? firstOf(row, planOf(row, dataType).changedAt) : valueAt(row, path)
      const time = readTime('sourceUpdatedAt', given)
      const fields = readFields(record.fields)
      if (record.changedAt === null || time === given || typeof time !== 'string') return { ...record, fields }
      return { ...record, fields: { ...fields, sourceUpdatedAt: time }, changedAt: time }
    },
    doubt: () =>
      doubtful &&
      `Times in ${doubtful} name no time zone, and are taken as UTC: set settings.resources.${dataType}.zone, to "UTC" if they are in UTC`,
  }
}
