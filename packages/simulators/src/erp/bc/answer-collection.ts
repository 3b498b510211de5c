import { type Answer, type Exchange, json } from '../../exchange.ts'
import { BcError } from './bc-error.ts'
import { type BcQuery, pageSizeOf, parseBcQuery, selected } from './bc-query.ts'
import { type BcStore, type Entity, etagOf, type Fields, indexed, linesOf, type SetName } from './bc-store.ts'
import { compileFilter } from './filter.ts'

export interface Reading {
  readonly store: BcStore
  readonly set: SetName
  /** Where the set is, for links. */
  readonly url: string
  readonly context: string
  readonly pageSize: number
  readonly announcesAfterFullPage: boolean
}

/** All that Business Central shows of an entity. */
export function shownOf(store: BcStore, set: SetName, entity: Entity): Fields {
  const { id, updatedAt, fields } = entity
  const computed = set === 'items' ? { inventory: stockOf(store, String(fields.number)) } : {}
  const head = set === 'itemLedgerEntries' ? {} : { '@odata.etag': etagOf(entity) }
  return { ...head, id, ...fields, ...computed, lastModifiedDateTime: updatedAt }
}

/** The sum over all locations, computed for each row (docs/erp/dynamics-business-central.md#stock). */
const stockOf = ({ itemLedgerEntries }: BcStore, item: string): number =>
  itemLedgerEntries.with('itemNumber', item).reduce((sum, { fields }) => sum + Math.round(Number(fields.quantity) * 1000), 0) / 1000

export function render(store: BcStore, set: SetName, entity: Entity, query: BcQuery): Fields {
  const lines = linesOf[set]
  const wrong = query.expand.find((name) => name !== lines)
  if (wrong !== undefined) throw new BcError(400, 'BadRequest', `Could not find a property named '${wrong}' on type '${set}'.`)
  return { ...selected(shownOf(store, set, entity), query, set), ...(lines && query.expand.includes(lines) && { [lines]: entity.lines }) }
}

/** One page of an entity set. */
export function answerCollection(exchange: Exchange, reading: Reading): Answer {
  const { store, set } = reading
  const query = parseBcQuery(exchange.rawQuery)
  const table = store[set]
  const size = pageSizeOf(String(exchange.headers.prefer ?? ''), reading.pageSize)
  const found = matching(reading, query)
  const start = query.skipToken === undefined ? query.skip : after(found, query)
  const end = Math.min(found.length, query.top === undefined ? found.length : query.skip + query.top)
  const rows = found.slice(start, Math.min(start + size, end))
  const isFull = rows.length === size
  const hasNext = start + rows.length < end || (reading.announcesAfterFullPage && isFull && query.top === undefined)

  const invalid = rows.length > 0 ? exchange.takeFault('invalid-records') : undefined
  const value = rows.map((row, at) => {
    const shown = render(store, set, row, query)
    return invalid && at < (invalid.records ?? 2) ? spoilt(shown, at) : shown
  })
  const isRepeated = exchange.takeFault('repeat-cursor') !== undefined
  const token = isRepeated ? (query.skipToken ?? 'first') : rows.at(-1)?.id
  const wrong = query.wantsCount ? exchange.takeFault('wrong-total') : undefined
  const body = {
    '@odata.context': reading.context,
    ...(query.wantsCount && { '@odata.count': found.length + (wrong ? (wrong.by ?? 1) : 0) }),
    value,
    ...((hasNext || isRepeated) &&
      token !== undefined && { '@odata.nextLink': `${reading.url}?${query.rest}${query.rest === '' ? '' : '&'}$skiptoken=${token}` }),
  }
  const moved = rows[0]
  const moving = moved && exchange.takeFault('moving-rows')
  if (moved && moving?.move === 'delete') table.remove(moved.id)
  else if (moved && moving) table.put({ ...moved, updatedAt: new Date().toISOString() })
  return json(body, { headers: { date: new Date().toUTCString() } })
}

function matching({ store, set }: Reading, query: BcQuery): readonly Entity[] {
  const table = store[set]
  const ordered = () => (query.descending ? [...table.sorted(query.orderBy)].reverse() : table.sorted(query.orderBy))
  const example = table.any()
  if (query.filter === undefined || !example) return ordered()
  const { matches, text, anyOf } = compileFilter(query.filter, shownOf(store, set, example), set)
  const isMatch = (entity: Entity) => matches({ id: entity.id, ...entity.fields, lastModifiedDateTime: entity.updatedAt })
  const property = anyOf?.property ?? text?.[0] ?? ''
  if (!indexed.includes(property)) return ordered().filter(isMatch)
  const candidates = (anyOf?.texts ?? [text?.[1] ?? '']).flatMap((each) => table.with(property, each))
  return inOrder([...new Set(candidates)].filter(isMatch), query)
}

const keyOf = ({ id, updatedAt }: Entity, { orderBy }: Pick<BcQuery, 'orderBy'>): string => (orderBy === 'id' ? id : `${updatedAt} ${id}`)

const inOrder = (rows: readonly Entity[], query: BcQuery): readonly Entity[] =>
  [...rows].sort((one, other) => (keyOf(one, query) < keyOf(other, query) ? -1 : 1))

/** The token is the key of the last row, so that nothing is lost if rows before it go away. By time it is a position. */
function after(found: readonly Entity[], { skipToken, orderBy }: BcQuery): number {
  const at = found.findIndex(({ id }) => (orderBy === 'id' ? id > (skipToken ?? '') : id === skipToken))
  if (orderBy === 'id') return skipToken === 'first' ? 0 : at < 0 ? found.length : at
  return at + 1
}

/** Makes a row invalid: every other one loses its keys, the rest get numbers of "abc" and no number. */
function spoilt(fields: Fields, at: number): Fields {
  if (at % 2 === 0) return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'id' && name !== 'number'))
  const isKept = (name: string, value: unknown) => typeof value !== 'number' && !/^(number|orderDate|invoiceDate)$/.test(name)
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, isKept(name, value) ? value : name === 'number' ? '' : 'abc']),
  )
}
