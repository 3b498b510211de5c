import type { Row, RowOrder } from './row.ts'
import { lowerBound } from './sequence.ts'
import { keyOf, type Table } from './table.ts'

export interface SelectionOptions<R extends Row> {
  readonly order: RowOrder
  readonly descending?: boolean
  /** Only rows that changed at this time or later. */
  readonly since?: string
  /** Only rows that match. `name` must be unique for each predicate: results are cached by it. */
  readonly where?: { readonly name: string; matches(row: R): boolean }
}

/** The selected rows in their order, computed page by page if possible. */
export interface Selection<R extends Row> {
  readonly length: number
  slice(offset: number, limit: number): R[]
  /** The position after a row, even if that row has moved or is gone. Only for ascending orders. */
  positionAfter(row: Row): number
}

interface CachedIds {
  readonly version: number
  readonly ids: readonly string[]
}

const maxCached = 8
const cache = new WeakMap<object, Map<string, CachedIds>>()

export function select<R extends Row>(table: Table<R>, options: SelectionOptions<R>): Selection<R> {
  const { order, since, where, descending = false } = options
  const isWindow = !where && (since === undefined || order === 'time')
  const from = isWindow ? firstSince(table, since) : 0
  const ids = isWindow ? undefined : matchingIds(table, options)
  const length = ids ? ids.length : table.size - from

  function at(position: number): R | undefined {
    const own = descending ? length - 1 - position : position
    if (own < 0 || own >= length) return undefined
    return ids ? table.get(ids[own]!) : table.at(from + own, order)
  }

  return {
    length,
    slice: (offset, limit) => {
      const rows: R[] = []
      for (let position = Math.max(0, offset); position < Math.min(length, offset + limit); position++) rows.push(at(position)!)
      return rows
    },
    positionAfter: (row) => {
      const key = keyOf(row, order)
      return lowerBound(length, (i) => keyOf(at(i)!, order) <= key)
    },
  }
}

/** The same for rows that are given, which are sorted in memory. */
export function selectAmong<R extends Row>(
  rows: readonly R[],
  { order, since }: Pick<SelectionOptions<R>, 'order' | 'since'>,
): Selection<R> {
  const sorted = rows.filter((row) => since === undefined || row.updatedAt >= since)
  sorted.sort((a, b) => (keyOf(a, order) < keyOf(b, order) ? -1 : 1))
  return {
    length: sorted.length,
    slice: (offset, limit) => sorted.slice(Math.max(0, offset), offset + limit),
    positionAfter: (row) => lowerBound(sorted.length, (i) => keyOf(sorted[i]!, order) <= keyOf(row, order)),
  }
}

/** The position, in the order by time, of the first row that changed at this time or later. */
function firstSince<R extends Row>(table: Table<R>, since: string | undefined): number {
  return since === undefined ? 0 : lowerBound(table.size, (i) => table.at(i, 'time')!.updatedAt < since)
}

function matchingIds<R extends Row>(table: Table<R>, { order, since, where }: SelectionOptions<R>): readonly string[] {
  const key = JSON.stringify([order, since, where?.name])
  const answers = cache.get(table) ?? new Map<string, CachedIds>()
  cache.set(table, answers)
  const known = answers.get(key)
  if (known && known.version === table.version) return known.ids

  const ids: string[] = []
  const readOrder = since === undefined ? order : 'time'
  for (let position = firstSince(table, since); position < table.size; position++) {
    const row = table.at(position, readOrder)!
    if (!where || where.matches(row)) ids.push(row.id)
  }
  if (readOrder !== order) ids.sort()
  answers.delete(key)
  answers.set(key, { version: table.version, ids })
  const oldest = answers.keys().next().value
  if (answers.size > maxCached && oldest !== undefined) answers.delete(oldest)
  return ids
}
