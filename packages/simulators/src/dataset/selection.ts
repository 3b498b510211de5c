import { lowerBound } from './sequence.ts'
import { keyOf, type Row, type RowOrder, type Table } from './table.ts'

export interface SelectionOptions<R extends Row> {
  readonly order: RowOrder
  readonly descending?: boolean
  /** Only rows that changed at this time or later. */
  readonly since?: string
  /** Only rows for which it is true. `name` must tell two predicates apart: results are remembered by it. */
  readonly where?: { readonly name: string; matches(row: R): boolean }
}

/** The rows that a question selects, in its order; computed page by page where that is possible. */
export interface Selection<R extends Row> {
  readonly length: number
  slice(offset: number, limit: number): R[]
  /** Where to go on after a row, even when that row has moved or is gone. Only for ascending orders. */
  positionAfter(row: Row): number
}

interface Remembered {
  readonly version: number
  readonly ids: readonly string[]
}

const rememberedLimit = 8
const remembered = new WeakMap<object, Map<string, Remembered>>()

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

/** The same of rows that are known already; as many as can be sorted at once. */
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

/** The position in the order by time of the first row that changed then or later. */
function firstSince<R extends Row>(table: Table<R>, since: string | undefined): number {
  return since === undefined ? 0 : lowerBound(table.size, (i) => table.at(i, 'time')!.updatedAt < since)
}

function matchingIds<R extends Row>(table: Table<R>, { order, since, where }: SelectionOptions<R>): readonly string[] {
  const key = JSON.stringify([order, since, where?.name])
  const answers = remembered.get(table) ?? new Map<string, Remembered>()
  remembered.set(table, answers)
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
  if (answers.size > rememberedLimit && oldest !== undefined) answers.delete(oldest)
  return ids
}
