import { createHash } from 'node:crypto'
import { type Answer, type Exchange, json } from '../../exchange.ts'
import { badQuery, unknownProperty } from './fo-error.ts'
import { compileFilter } from './fo-filter.ts'
import { type Entity, etagOf, type Fields, type FoStore, indexed, type SetName, setShapes } from './fo-store.ts'
import { propertiesOf } from './schema.ts'

export interface Reading {
  readonly store: FoStore
  readonly set: SetName
  /** Where the set is, for links. */
  readonly url: string
  readonly context: string
  readonly pageSize: number
  readonly announcesAfterFullPage: boolean
  /** The company of the user that calls. */
  readonly ownCompany: string
}

const known = ['$filter', '$select', '$orderby', '$top', '$skip', '$skiptoken', '$count', '$expand']
/** No page has more rows (docs/erp/dynamics-finance-operations.md#paging). */
const maxPageSize = 10_000

export const shownOf = (entity: Entity): Fields => ({ '@odata.etag': etagOf(entity), ...entity.fields })

/** Without `cross-company=true` a user sees the own company only, in silence. */
export const isVisible = ({ fields }: Entity, query: URLSearchParams, ownCompany: string): boolean =>
  fields.dataAreaId === undefined || query.get('cross-company') === 'true' || fields.dataAreaId === ownCompany

/** One page of an entity set. Links count rows, so a page without an order by the whole key begins anywhere. */
export function answerCollection(exchange: Exchange, reading: Reading): Answer {
  const { query } = exchange
  const { store, set } = reading
  for (const name of query.keys()) if (name.startsWith('$') && !known.includes(name)) throw badQuery(`'${name}' is not supported.`)
  const list = (name: string) => (query.get(name) ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
  const properties = propertiesOf(set)
  const [select, orderBy, expand] = [list('$select'), list('$orderby'), list('$expand')]
  const wrong = [...select, ...orderBy, ...expand].find((name) => !properties.has(name))
  if (wrong !== undefined) throw unknownProperty(wrong, setShapes[set].entity)

  const found = sorted(matching(exchange, reading, properties), orderBy, reading, query.get('$skiptoken'))
  const asked = Number(/odata\.maxpagesize=(\d+)/.exec(String(exchange.headers.prefer ?? ''))?.[1] ?? maxPageSize)
  const size = Math.max(1, Math.min(reading.pageSize, asked, maxPageSize))
  const top = query.has('$top') ? Number(query.get('$top')) : undefined
  const start = Number(query.get('$skip') ?? 0) + Number(query.get('$skiptoken') ?? 0)
  const end = Math.min(found.length, top === undefined ? found.length : Number(query.get('$skip') ?? 0) + top)
  const rows = found.slice(start, Math.min(start + size, end))
  const hasNext = start + rows.length < end || (reading.announcesAfterFullPage && rows.length === size && top === undefined)

  const invalid = rows.length > 0 ? exchange.takeFault('invalid-records') : undefined
  const value = rows.map((row, at) => {
    const shown = selected(shownOf(row), select)
    return invalid && at < (invalid.records ?? 2) ? spoilt(shown, at, set) : shown
  })
  const isCounted = query.get('$count') === 'true'
  const falsified = isCounted ? exchange.takeFault('wrong-total') : undefined
  const isRepeated = exchange.takeFault('repeat-cursor') !== undefined
  const token = isRepeated ? (query.get('$skiptoken') ?? '0') : String(start + rows.length)
  const rest = exchange.rawQuery.split('&').filter((part) => !/^(\$|%24)skip(token)?=/i.test(part))
  const moved = rows[0]
  if (moved && exchange.takeFault('moving-rows')) store[set].remove(moved.id)
  return json(
    {
      '@odata.context': reading.context,
      ...(isCounted && { '@odata.count': found.length + (falsified ? (falsified.by ?? 1) : 0) }),
      value,
      ...((hasNext || isRepeated) && { '@odata.nextLink': `${reading.url}?${[...rest, `$skiptoken=${token}`].join('&')}` }),
    },
    { headers: { date: new Date().toUTCString() } },
  )
}

function matching({ query }: Exchange, { store, set, ownCompany }: Reading, properties: ReadonlySet<string>): readonly Entity[] {
  const table = store[set]
  const text = query.get('$filter')
  const isSeen = (entity: Entity) => isVisible(entity, query, ownCompany)
  if (text === null || table.size === 0) return table.sorted('id').filter(isSeen)
  const { matches, anyOf } = compileFilter(text, properties, setShapes[set].entity)
  const isIndexed = anyOf !== undefined && indexed.includes(anyOf.property)
  const candidates = isIndexed ? [...new Set(anyOf.texts.flatMap((each) => table.with(anyOf.property, each)))] : table.sorted('id')
  return candidates.filter((entity) => isSeen(entity) && matches(entity.fields))
}

/** By all parts of the key the order is the same for every page; by fewer, or none, it is another one for each. */
function sorted(rows: readonly Entity[], orderBy: readonly string[], { set }: Reading, page: string | null): readonly Entity[] {
  const isWhole = setShapes[set].keys.every((key) => orderBy.includes(key)) || isUnique(rows, orderBy)
  const keys = new Map(
    rows.map((row) => [row, isWhole ? orderBy.map((name) => sortable(row.fields[name])).join('\u0001') : shuffled(`${page} ${row.id}`)]),
  )
  const keyOf = (row: Entity): string => keys.get(row) ?? ''
  return [...rows].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : keyOf(one) > keyOf(other) ? 1 : 0))
}

const isUnique = (rows: readonly Entity[], orderBy: readonly string[]): boolean =>
  orderBy.length > 0 && new Set(rows.map(({ fields }) => orderBy.map((name) => fields[name]).join('\u0001'))).size === rows.length

const sortable = (value: unknown): string => (typeof value === 'number' ? String(value).padStart(20, '0') : String(value ?? ''))
const shuffled = (text: string): string => createHash('sha256').update(text).digest('hex')

const selected = (fields: Fields, select: readonly string[]): Fields =>
  select.length === 0
    ? fields
    : Object.fromEntries(Object.entries(fields).filter(([name]) => name === '@odata.etag' || select.includes(name)))

/** Makes a row invalid: every other one loses its key, the rest get numbers of "abc". */
function spoilt(fields: Fields, at: number, set: SetName): Fields {
  const keys: readonly string[] = setShapes[set].keys
  if (at % 2 === 0) return Object.fromEntries(Object.entries(fields).filter(([name]) => !keys.includes(name)))
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'number' ? 'abc' : value]))
}
