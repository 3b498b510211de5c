import { type Answer, type Exchange, json } from '../../exchange.ts'
import { FusionError } from './fusion-error.ts'
import type { FusionQuery } from './fusion-query.ts'
import { attributesIn, matches } from './q-filter.ts'
import { assertAttributes, type Rendering, render } from './render.ts'
import { type FusionStore, type ResourceName, shapeOf } from './resources.ts'
import type { Fields, FusionRow } from './row-table.ts'

export interface Collection extends Rendering {
  readonly name: ResourceName
  readonly store: FusionStore
  readonly query: FusionQuery
  readonly announcesAfterFullPage: boolean
  /** Attributes that cannot be asked for by, as in `salesOrdersForOrderHub.LastUpdateDate`. */
  readonly unqueryable: readonly string[]
}

const withDate = () => ({ headers: { date: new Date().toUTCString() } })

/** One page of a resource. */
export function answerCollection(exchange: Exchange, collection: Collection): Answer {
  const { store, name, query } = collection
  const isRepeated = exchange.takeFault('repeat-cursor') !== undefined
  const found = isRepeated ? inOrder([...visible(store, name)], query, name) : matching(collection)
  const offset = isRepeated ? 0 : query.offset
  const rows = found.slice(offset, offset + query.limit)
  const invalid = rows.length > 0 ? exchange.takeFault('invalid-records') : undefined
  const items = rows.map((row, at) => {
    const shown = render(withTime(row, name), collection)
    return invalid && at < (invalid.records ?? 2) ? spoilt(shown, at, name) : shown
  })
  const isFull = rows.length === query.limit
  const hasMore = isRepeated || offset + rows.length < found.length || (collection.announcesAfterFullPage && isFull)
  const wrong = query.totalResults ? exchange.takeFault('wrong-total') : undefined
  const total = query.totalResults ? { totalResults: found.length + (wrong ? (wrong.by ?? 1) : 0) } : {}
  const body = {
    items,
    ...total,
    count: items.length,
    hasMore,
    limit: query.limit,
    offset,
    links: [{ rel: 'self', href: collection.url, name, kind: 'collection' }],
  }
  const moving = rows[0] && exchange.takeFault('moving-rows')
  if (rows[0] && moving?.move === 'delete') store[name].remove(rows[0].key)
  else if (rows[0] && moving) store[name].put({ key: rows[0].key, fields: rows[0].fields })
  return json(body, withDate())
}

/** The rows that the index knows of by now. */
function* visible(store: FusionStore, name: ResourceName): Generator<FusionRow> {
  for (const row of store[name].all()) if (isVisible(row)) yield row
}

export const isVisible = ({ appearsAt }: FusionRow): boolean => appearsAt === undefined || appearsAt <= Date.now()

/** A row with the time of its change, as the resource calls it. */
export function withTime(row: FusionRow, name: ResourceName): FusionRow {
  const { time } = shapeOf(name)
  return time === undefined ? row : { ...row, fields: { ...row.fields, [time]: row.updatedAt.replace('Z', '+00:00') } }
}

function matching({ store, name, query, shape, unqueryable }: Collection): readonly FusionRow[] {
  const { q } = query
  const asked = q ? attributesIn(q) : []
  const wanted = [...asked, ...query.orderBy.map(({ attribute }) => attribute)]
  assertAttributes(wanted, shape)
  const refused = wanted.find((attribute) => unqueryable.includes(`${name}.${attribute}`))
  if (refused !== undefined) throw new FusionError(400, `The attribute ${refused} cannot be used in a query.`)
  // Stock is shown of an organization, or of an item, and not as a whole (docs/erp/oracle-fusion.md#stock).
  if (name === 'inventoryOnhandBalances' && !asked.some((each) => each === 'OrganizationCode' || each === 'ItemNumber')) return []
  const rows = [...visible(store, name)]
  return inOrder(q ? rows.filter((row) => matches(q, withTime(row, name).fields)) : rows, query, name)
}

function inOrder(rows: readonly FusionRow[], { orderBy }: FusionQuery, name: ResourceName): readonly FusionRow[] {
  const { id } = shapeOf(name)
  const keys = [...orderBy, { attribute: id, descending: false }]
  const withKeys = rows.map((row) => ({ row, keys: keys.map(({ attribute }) => keyOf(withTime(row, name).fields[attribute])) }))
  withKeys.sort((one, other) => {
    for (const [at, { descending }] of keys.entries()) {
      const [left = '', right = ''] = [one.keys[at], other.keys[at]]
      if (left !== right) return (left < right ? -1 : 1) * (descending ? -1 : 1)
    }
    return 0
  })
  return withKeys.map(({ row }) => row)
}

const keyOf = (value: unknown): string => (typeof value === 'number' ? String(value).padStart(20, '0') : String(value ?? ''))

/** What rows of each resource are known by. */
const keys = /^(HeaderId|OrderKey|OrderNumber|Source\w+|ItemId|ItemNumber|CustomerTransactionId|TransactionNumber|PersonId|PersonNumber)$/

/** Makes a row invalid: every other one loses its keys, the rest get numbers and days of "abc". */
function spoilt(fields: Fields, at: number, name: ResourceName): Fields {
  if (at % 2 === 0) return Object.fromEntries(Object.entries(fields).filter(([attribute]) => !keys.test(attribute)))
  const { time } = shapeOf(name)
  const damaged = (attribute: string, value: unknown): unknown => {
    if (keys.test(attribute)) return /Number$/.test(attribute) ? '' : value
    return attribute !== time && (typeof value === 'number' || /(Date|On)$/.test(attribute)) ? 'abc' : value
  }
  return Object.fromEntries(Object.entries(fields).map(([attribute, value]) => [attribute, damaged(attribute, value)]))
}
