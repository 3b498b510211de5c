import type { Row, RowOrder } from '../../dataset/row.ts'
import { select } from '../../dataset/selection.ts'
import type { Table } from '../../dataset/table.ts'
import { toComparable } from './edm.ts'
import type { EntitySet } from './entity.ts'
import { compileFilter, type Filter } from './filter.ts'
import { ODataError, type ODataVersion } from './odata-error.ts'
import type { OrderTerm, QueryOptions } from './query-options.ts'

export interface ReadRequest {
  readonly version: ODataVersion
  readonly options: QueryOptions
  readonly pageSize: number
  /** Whether a full page is followed by another one even if no rows are left. */
  readonly announcesAfterFullPage: boolean
}

export interface EntityPage {
  readonly rows: readonly Row[]
  /** The number of matching rows on all pages. */
  readonly total: number
  /** The number of rows on earlier pages. */
  readonly start: number
  /** The `start` of the next page, if there is one. */
  readonly next?: number
}

/** Reads one page of the matching rows. Throws an ODataError if the query is invalid. */
export function readEntities(set: EntitySet, { version, options, pageSize, announcesAfterFullPage }: ReadRequest): EntityPage {
  const { filter: text, orderBy, top, skip, skipToken } = options
  const first = set.table.any()
  const example = first && set.toEntity(first).fields
  if (example) checkNames(example, options)
  const filter = text === undefined ? undefined : compileFilter(text, version, example, set.changeField)
  const found = findRows(set, filter, text ?? '', orderBy)

  const start = skipToken ?? skip
  const end = Math.min(found.length, top === undefined ? found.length : skip + top)
  const rows = found.slice(start, Math.max(0, Math.min(pageSize, end - start)))
  const isFull = rows.length === pageSize && (top === undefined || start + rows.length < skip + top)
  const hasNext = announcesAfterFullPage ? isFull : start + rows.length < end
  return { rows, total: found.length, start, ...(hasNext && { next: start + rows.length }) }
}

interface Found {
  readonly length: number
  slice(offset: number, limit: number): readonly Row[]
}

function findRows(set: EntitySet, filter: Filter | undefined, text: string, orderBy: readonly OrderTerm[]): Found {
  const known = filter && rowsByText(set, filter)
  if (known) return sortRows(set, known, orderBy)
  const own = ownOrder(set, orderBy)
  const selection = select(set.table, {
    order: own?.order ?? 'id',
    descending: own?.descending ?? false,
    ...(filter?.since !== undefined && { since: filter.since }),
    ...(filter && !filter.isOnlySince && { where: { name: text, matches: (row: Row) => filter.matches(set.toEntity(row).fields) } }),
  })
  return own ? selection : sortRows(set, selection.slice(0, selection.length), orderBy)
}

/** The matching rows, sorted by id, if the filter names values of an indexed property; else undefined. */
function rowsByText({ table, toEntity, indexed = {} }: EntitySet, filter: Filter): readonly Row[] | undefined {
  for (const [property, texts] of filter.texts) {
    const field = Object.hasOwn(indexed, property) ? indexed[property] : undefined
    if (field === undefined || texts.includes('')) continue
    const found = [...new Set(texts)].flatMap((text) => (field === 'id' ? (table.get(text) ?? []) : findBy(table, field, text)))
    const rows = [...found].sort((one, other) => (one.id < other.id ? -1 : 1))
    return rows.filter((row) => filter.matches(toEntity(row).fields))
  }
  return undefined
}

function findBy(table: Table<Row>, field: string, text: string): readonly Row[] {
  return (table as Table<Row & Record<string, unknown>>).findBy(field, text)
}

/** The table's own order that equals the requested one, so that no sorting is needed; undefined if none does. */
function ownOrder(
  { idField, changeField }: EntitySet,
  orderBy: readonly OrderTerm[],
): { order: RowOrder; descending: boolean } | undefined {
  const [first, second] = orderBy
  if (!first) return { order: 'id', descending: false }
  if (first.field === idField) return { order: 'id', descending: first.descending }
  const continues = second === undefined || (second.field === idField && second.descending === first.descending)
  return first.field === changeField && continues ? { order: 'time', descending: first.descending } : undefined
}

function sortRows(set: EntitySet, rows: readonly Row[], orderBy: readonly OrderTerm[]): Found {
  const keyed = rows.map((row) => {
    const { fields } = set.toEntity(row)
    return { row, keys: orderBy.map(({ field }) => toComparable(fields[field] ?? null)) }
  })
  keyed.sort((a, b) => {
    for (const [number, { descending }] of orderBy.entries()) {
      const left = a.keys[number]!
      const right = b.keys[number]!
      if (left !== right) return left < right !== descending ? -1 : 1
    }
    return 0
  })
  return { length: keyed.length, slice: (offset, limit) => keyed.slice(offset, offset + limit).map(({ row }) => row) }
}

function checkNames(example: Readonly<Record<string, unknown>>, { select: names = [], orderBy }: QueryOptions): void {
  const wanted = [...names.filter((name) => name !== '*' && !/^(to_|_)/.test(name)), ...orderBy.map(({ field }) => field)]
  for (const name of wanted) {
    if (!Object.hasOwn(example, name)) throw new ODataError(400, '/IWBEP/CM_MGW_RT/020', `Property ${name} was not found.`)
  }
}
