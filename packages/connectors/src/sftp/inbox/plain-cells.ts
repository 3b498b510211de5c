import { aliases, plainName } from '@linkspan/connector-kit/fields/field-names'
import type { FileRow } from '@linkspan/connector-kit/files/file-row'
import { isFields } from '@linkspan/core/connector'

type Row = FileRow['row']

/** Names of lists; an element of such a name holds one element for each item, mostly. */
const lists: ReadonlySet<string> = new Set([
  ...(aliases.orders.lines ?? []),
  ...['shipments', 'deliveries', 'trackingNumbers'].map(plainName),
])

/**
 * The cells of a row that may come from XML, as other files have them: an element with attributes is its text, an attribute goes by
 * its name where no element has that, and a list is a list, however many items it has.
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
  if (Array.isArray(value)) return value.map((item) => (isFields(item) ? textOr(plainCells(item)) : item))
  if (!isFields(value)) return value
  if (lists.has(plainName(name))) return itemsOf(value).map((item) => (isFields(item) ? textOr(plainCells(item)) : item))
  return textOr(plainCells(value))
}

const textOr = (cells: Row): unknown => ('#text' in cells ? cells['#text'] : cells)

/** What stands within the one element, or list, that a list has; else it is itself the only item. */
function itemsOf(list: Row): readonly unknown[] {
  const [inner, ...others] = Object.entries(list)
    .filter(([name]) => !name.startsWith('@'))
    .map(([, value]) => value)
  if (others.length > 0) return [list]
  if (Array.isArray(inner)) return inner
  return isFields(inner) ? [inner] : inner === undefined ? [] : [list]
}
