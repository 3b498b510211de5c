import { aliases, plainName } from '@linkspan/connector-kit/fields/field-names'
import type { FileRow } from '@linkspan/connector-kit/files/file-row'
import { isFields } from '@linkspan/core/connector'

type Row = FileRow['row']

/** Names of elements that are lists: they mostly hold one element for each item. */
const lists: ReadonlySet<string> = new Set([
  ...(aliases.orders.lines ?? []),
  ...['shipments', 'deliveries', 'trackingNumbers'].map(plainName),
])

/**
 * Turns the cells of an XML row into those of any other file: an element with attributes becomes its text, an attribute `@name` becomes
 * `name` unless an element has that name, and a list becomes an array, however many items it has.
 */
export function plainCells(row: Row): Row {
  if (isPlain(row)) return row
  const values = Object.entries(row)
  const cells: Record<string, unknown> = {}
  for (const [name, value] of values) if (!name.startsWith('@')) cells[name] = plain(name, value)
  for (const [name, value] of values) if (name.startsWith('@')) cells[name.slice(1)] ??= value
  return cells
}

/** Whether there is nothing to turn, as in all rows of CSV. */
function isPlain(row: Row): boolean {
  for (const name in row) if (name[0] === '@' || (typeof row[name] === 'object' && row[name] !== null)) return false
  return true
}

function plain(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => (isFields(item) ? textOr(plainCells(item)) : item))
  if (!isFields(value)) return value
  if (lists.has(plainName(name))) return itemsOf(value).map((item) => (isFields(item) ? textOr(plainCells(item)) : item))
  return textOr(plainCells(value))
}

const textOr = (cells: Row): unknown => ('#text' in cells ? cells['#text'] : cells)

/** The items of a list element. If it holds anything but elements of one name, the element itself is the only item. */
function itemsOf(list: Row): readonly unknown[] {
  const [inner, ...others] = Object.entries(list)
    .filter(([name]) => !name.startsWith('@'))
    .map(([, value]) => value)
  if (others.length > 0) return [list]
  if (Array.isArray(inner)) return inner
  return isFields(inner) ? [inner] : inner === undefined ? [] : [list]
}
