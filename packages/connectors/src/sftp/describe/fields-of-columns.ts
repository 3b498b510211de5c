import { columnsFor } from '@linkspan/connector-kit/fields/columns'
import { idNames, plainName } from '@linkspan/connector-kit/fields/field-names'
import { placeColumns } from '../inbox/named-row.ts'
import type { FilesPlan } from '../settings.ts'

/** The canonical field that each column fills, by the settings first and by the known names second. Null if it fills none. */
export function fieldsOfColumns(
  { dataType, fields = {}, id, changedAt }: Pick<FilesPlan, 'dataType' | 'fields' | 'id' | 'changedAt'>,
  columns: readonly string[],
): ReadonlyMap<string, string | null> {
  const fieldOfColumn = new Map<string, string>()
  const assign = (column: string | undefined, field: string): void => {
    if (column !== undefined && !fieldOfColumn.has(column)) fieldOfColumn.set(column, field)
  }
  for (const [field, column] of Object.entries(fields)) assign(column, field)
  assign(changedAt, 'sourceUpdatedAt')

  const plain = new Map(columns.filter((column) => !fieldOfColumn.has(column)).map((column) => [withoutMark(column, columns), column]))
  for (const [field, name] of Object.entries(columnsFor(dataType, [...plain.keys()]).fields))
    if (!Object.hasOwn(fields, field)) assign(plain.get(name), field)
  if (fields.locationId === undefined)
    for (const name of placeColumns(dataType, [...plain.keys()]) ?? []) assign(plain.get(name), 'locationId')
  for (const column of [id ?? []].flat()) assign(column, 'id')
  if (id === undefined) for (const [name, column] of plain) if (idNames.includes(plainName(name))) assign(column, 'id')
  return new Map(columns.map((column) => [column, fieldOfColumn.get(column) ?? null]))
}

/** `@sku` as `sku`, unless the row also has an element `sku`. */
const withoutMark = (column: string, columns: readonly string[]): string =>
  column.startsWith('@') && !columns.includes(column.slice(1)) ? column.slice(1) : column

/** The canonical field that a nested path like "Lines.Line.UnitPrice" fills, by its last name. Null if it fills none. */
export function fieldWithin({ dataType }: Pick<FilesPlan, 'dataType'>, path: string): string | null {
  const name = path.replace(/^.*\./, '').replace(/^@/, '')
  return Object.keys(columnsFor(dataType, [name]).fields)[0] ?? null
}

/** Finds the canonical field that a column, or a nested path, fills. */
export const fieldFinder =
  (plan: Pick<FilesPlan, 'dataType'>, columns: ReadonlyMap<string, string | null>) =>
  (column: string): string | null =>
    columns.has(column) ? (columns.get(column) ?? null) : fieldWithin(plan, column)
