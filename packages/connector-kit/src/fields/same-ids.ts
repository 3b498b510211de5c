import type { DataTypeId, SourceRecord } from '@linkspan/core/connector'
import { naturalKeyOf } from './field-names.ts'
import { joinRecords } from './join-rows.ts'

/**
 * The records of one answer, each row as what all rows with its id are together: stock by batch or bin is added up, the latest change counts,
 * and rows that contradict each other are all rejected. There are as many records as before, so that they can be counted against a total.
 */
export function withSameIdsJoined(records: readonly SourceRecord[], dataType: DataTypeId): readonly SourceRecord[] {
  if (new Set(records.map(({ id }) => id)).size === records.length) return records // as in most answers
  const places = new Map<string, number[]>()
  for (const [at, { id }] of records.entries()) if (id !== '') places.set(id, [...(places.get(id) ?? []), at])
  const joined = new Map<string, SourceRecord>()
  for (const [id, at] of places) {
    if (at.length < 2) continue
    const same = at.map((place) => records[place] as SourceRecord)
    const numbers = at.map((place) => place + 1)
    joined.set(id, joinRecords(same, numbers, dataType, naturalKeyOf(dataType)))
  }
  return records.map((record) => joined.get(record.id) ?? record)
}
