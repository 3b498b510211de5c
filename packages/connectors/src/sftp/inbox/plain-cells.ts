import { aliases, plainName } from '@linkspan/connector-kit/fields/field-names'
import type { FileRow } from '@linkspan/connector-kit/files/file-row'

type Row = FileRow['row']

/** Names of elements that are lists: they mostly hold one element for each item. */
const lists: ReadonlySet<string> = new Set([
  ...(aliases.orders.lines ?? []),
  ...['shipments', 'deliveries', 'trackingNumbers'].map(plainName),
])

const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Turns the cells of an XML row into those of any other file: an element with attributes becomes its text, an attribute `@name` becomes
 * `name` unless an element has that name, and a list becomes an array, however many items it has.
 */
export function plainCells(row: Row): Row {
  const values = Object.entries(row)
  if (values.every(([name, value]) => !name.startsWith('@') && !(typeof value === 'object' && value !== null))) return row
  const cells: Record<string, unknown> = {}
  for (const [name, value] of values) if (!name.startsWith('@')) cells[name] = plain(name, value)
  for (const [name, value] of values) if (name.startsWith('@')) cells[name.slice(1)] ??= value
  return cells
}

function plain(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => (isObject(item) ? textOr(plainCells(item)) : item))
  if (!isObject(value)) return value
  if (lists.has(plainName(name))) return itemsOf(value).map((item) => (isObject(item) ? textOr(plainCells(item)) : item))
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
  return isObject(inner) ? [inner] : inner === undefined ? [] : [list]
}
