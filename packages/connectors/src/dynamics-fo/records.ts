import type { FieldTable } from '@linkspan/connector-kit/fields/field-table'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import type { SourceRecord } from '@linkspan/core/connector'

/** The fields that all rows have. */
export const versions = { companyId: ['dataAreaId'], sourceVersion: ['@odata.etag'] } as const

/** The parts of a key as one text; empty if one is missing, so that the row is rejected. */
export function idOf(row: Row, keys: readonly string[]): string {
  const parts = keys.map((key) => textOf(row, key))
  return parts.every((part) => part !== undefined) ? parts.join('|') : ''
}

/** A row as a record. */
export function toRecord(table: FieldTable<string>, row: Row, id: string, changedAt: string | null = null): SourceRecord {
  const { id: _, ...fields } = table.read(row)
  return { id, fields, raw: row, changedAt }
}

/** Rows by the text of a property; those without one are left out. */
export function groupBy(rows: readonly Row[], property: string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = textOf(row, property)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}
