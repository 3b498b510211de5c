import { isFields } from '@linkspan/core/connector'
import type { Row } from './row.ts'

/** What a server did not send of an expanded property: the link to the rest. */
interface Remainder {
  readonly name: string
  readonly link: string
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** The link to the rest of one expanded property: `__next` beside V2's `results`, or V4's `_Item@odata.nextLink`. */
function remainderOf(row: Row, name: string): Remainder | null {
  const value = row[name]
  const link =
    textIn(row[`${name}@odata.nextLink`]) ?? textIn(row[`${name}@nextLink`]) ?? (isFields(value) ? textIn(value.__next) : undefined)
  return link === undefined ? null : { name, link }
}

const rowsIn = (value: unknown): readonly unknown[] => {
  const rows = isFields(value) ? value.results : value
  return Array.isArray(rows) ? rows : []
}

/**
 * The row with all that hangs on it. A server may cut an expanded property after so many entities and give a link to the others; without
 * them an order would come with some of its lines only.
 * @param readRest all entities behind such a link, over as many pages as it takes
 */
export async function completeRow(
  row: Row,
  expanded: readonly string[],
  readRest: (link: string) => Promise<readonly Row[]>,
): Promise<Row> {
  let whole = row
  for (const { name, link } of expanded.flatMap((each) => remainderOf(row, each) ?? [])) {
    const { [`${name}@odata.nextLink`]: _, [`${name}@nextLink`]: __, ...rest } = whole
    const value = rest[name]
    const rows = [...rowsIn(value), ...(await readRest(link))]
    whole = { ...rest, [name]: isFields(value) ? { results: rows } : rows }
  }
  return whole
}
