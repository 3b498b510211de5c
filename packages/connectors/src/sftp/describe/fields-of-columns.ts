import { columnsFor } from '@linkspan/connector-kit/fields/columns'
import { idNames, plainName } from '@linkspan/connector-kit/fields/field-names'
import { placeColumns } from '../inbox/named-row.ts'
import type { FilesPlan } from '../settings.ts'

/** Which canonical field each column fills: by the settings first, by the known names then. Null where it fills none. */
export function fieldsOfColumns(
  { dataType, fields = {}, id, changedAt }: Pick<FilesPlan, 'dataType' | 'fields' | 'id' | 'changedAt'>,
  columns: readonly string[],
): ReadonlyMap<string, string | null> {
  const taken = new Map<string, string>()
  const take = (column: string | undefined, field: string): void => {
    if (column !== undefined && !taken.has(column)) taken.set(column, field)
  }
  for (const [field, column] of Object.entries(fields)) take(column, field)
  take(changedAt, 'sourceUpdatedAt')

  const plain = new Map(columns.filter((column) => !taken.has(column)).map((column) => [withoutMark(column, columns), column]))
  for (const [field, name] of Object.entries(columnsFor(dataType, [...plain.keys()]).fields))
    if (!Object.hasOwn(fields, field)) take(plain.get(name), field)
  if (fields.locationId === undefined)
    for (const name of placeColumns(dataType, [...plain.keys()]) ?? []) take(plain.get(name), 'locationId')
  for (const column of [id ?? []].flat()) take(column, 'id')
  if (id === undefined) for (const [name, column] of plain) if (idNames.includes(plainName(name))) take(column, 'id')
  return new Map(columns.map((column) => [column, taken.get(column) ?? null]))
}

/** An attribute goes by its name where no element has that. */
const withoutMark = (column: string, columns: readonly string[]): string =>
  column.startsWith('@') && !columns.includes(column.slice(1)) ? column.slice(1) : column

/** The field of what lies within a column, as in "Lines.Line.UnitPrice", by its own name. */
export function fieldWithin({ dataType }: Pick<FilesPlan, 'dataType'>, path: string): string | null {
  const name = path.replace(/^.*\./, '').replace(/^@/, '')
  return Object.keys(columnsFor(dataType, [name]).fields)[0] ?? null
}
