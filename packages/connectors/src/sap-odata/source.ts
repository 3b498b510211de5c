import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { fromCursor, type Position, toCursor } from '@linkspan/connector-kit/odata/cursor'
import { type ODataVersion, textLiteral } from '@linkspan/connector-kit/odata/literals'
import { type ODataPage, readPages } from '@linkspan/connector-kit/odata/pages'
import { type Query, queryOptions, withParameters } from '@linkspan/connector-kit/odata/query'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { instantOf } from '@linkspan/connector-kit/odata/times'
import { createAnswersAhead } from '@linkspan/connector-kit/paging/answers-ahead'
import { isFields, type Page, type RecordSource, type SourceRecord, toInstant } from '@linkspan/core/connector'
import { withoutCancellations } from './cancellations.ts'
import { changedSince } from './changed-since.ts'
import { conditionFor } from './conditions.ts'
import { fallNoticer } from './fall-noticer.ts'
import { carriedGroup, groupStock, stockKey, toInventory } from './inventory.ts'
import { cancelledBy, toInvoice } from './invoices.ts'
import { lookUpRows } from './look-up-rows.ts'
import { checkItems, toOrder } from './orders.ts'
import { toProduct } from './products.ts'
import type { Resource, SapDataType } from './resources.ts'
import type { SapSettings } from './settings.ts'
import type { MapContext } from './values.ts'

export interface SourceContext {
  readonly http: Pick<ErpHttp, 'call'>
  readonly resource: Resource
  readonly headers: Readonly<Record<string, string>>
  readonly parameters: ReadonlyMap<string, string>
  readonly language: string
  readonly settings: Pick<SapSettings, 'invoices' | 'partners' | 'plants'>
  readonly now: () => Date
  /** Rows of one request, if we page ourselves. */
  readonly windowSize: number | undefined
  readonly deltaByCreationToo: boolean
  /** What is read with an order. */
  readonly expandedOrder: () => Promise<readonly string[]>
}

interface Kind {
  readonly key: readonly string[]
  readonly expand?: Readonly<Record<ODataVersion, readonly string[]>>
  readonly select?: readonly string[]
  readonly map: ((row: Row, context: MapContext, settings: SourceContext['settings']) => SourceRecord) | null
}

type PlainDataType = Exclude<SapDataType, 'order_status'>

/** How each data type is asked for. Without `map` the rows are summed up first, and cannot be asked for by time. */
const kinds: Readonly<Record<PlainDataType, Kind>> = {
  products: {
    key: ['Product'],
    expand: { v2: ['to_Description', 'to_Valuation'], v4: ['_ProductDescription', '_ProductValuation'] },
    map: toProduct,
  },
  orders: { key: ['SalesOrder'], map: (row, _, settings) => toOrder(row, settings) },
  inventory: { key: stockKey, select: [...stockKey, 'MaterialBaseUnit', 'MatlWrhsStkQtyInMatlBaseUnit'], map: null },
  invoices: {
    key: ['BillingDocument'],
    expand: { v2: ['to_Item'], v4: ['_Item'] },
    map: (row, _, { invoices }) => toInvoice(row, invoices),
  },
}

/** The records of one data type. A delta goes by `LastChangeDateTime`, in its order: what changes meanwhile comes last. */
export function createSource(dataType: PlainDataType, context: SourceContext): RecordSource {
  const { key, expand, select, map } = kinds[dataType]
  const { http, resource, headers, parameters, windowSize } = context
  const { version, url } = resource

  const expandedRows = async () => (dataType === 'orders' ? context.expandedOrder() : expand?.[version])

  const firstPage = (since: string | null, filters: readonly string[], expanded: readonly string[] | undefined): URL => {
    const conditions = [...(since === null ? [] : [changedSince(version, since, context.deltaByCreationToo)]), ...filters]
    const query: Query = {
      filter: conditions.length === 0 ? undefined : conditions.join(' and '),
      orderBy: since === null ? key : ['LastChangeDateTime', ...key],
      expand: expanded,
      select,
      top: windowSize,
      count: true,
    }
    return withParameters(url, new Map([...queryOptions(version, query), ...parameters]))
  }
  async function* read(since: string | null, after: Position | null, filters: readonly string[] = []): AsyncGenerator<ODataPage> {
    const expanded = await expandedRows()
    const from = (time: string | null) => firstPage(time, filters, expanded)
    const canGoByTime = since !== null && !context.deltaByCreationToo
    const byTime = canGoByTime ? { since, timeOf: (row: Row) => instantOf(row.LastChangeDateTime), from } : undefined
    const ahead = createAnswersAhead((url) => http.call(url, { headers, template: resource.url.pathname }), context)
    yield* readPages({ http, first: from(since), headers, parameters, after, windowSize, expanded, byTime, ahead })
  }

  const asking = { http, headersOf: () => headers, parameters }
  const documents = (texts: readonly string[]) =>
    lookUpRows({ resource, property: 'BillingDocument', texts, key, ...(expand && { expand: expand[version] }) }, asking)

  const toRecord = map && ((row: Row, now: string) => map(row, { language: context.language, now }, context.settings))

  return {
    incremental: map !== null,
    ...(toRecord && {
      read: (rows: readonly unknown[]) => rows.map((row) => toRecord(isFields(row) ? row : {}, context.now().toISOString())),
    }),
    async *pages({ after, since, filters = [] }) {
      const position = after === null ? null : fromCursor(after, url.origin)
      if (toRecord === null) return yield* stockPages(read(null, position, ofPlants(context.settings)), position)
      const hasFallen = fallNoticer(position)
      let dropped = droppedBefore(position?.carry)
      for await (const { rows, next, total, serverTime } of read(
        toInstant(since),
        position,
        filters.flatMap((filter) => conditionFor(dataType, filter)),
      )) {
        if (dataType === 'orders') checkItems(rows)
        const now = serverTime ?? context.now().toISOString()
        const kept = dataType === 'invoices' ? await withoutCancellations(rows, documents) : rows
        dropped += rows.filter((row) => cancelledBy(row) !== '').length
        const records = kept.map((row) => toRecord(row, now))
        yield {
          records,
          next: next && toCursor(dropped === 0 ? next : { ...next, carry: dropped }),
          total: total === undefined ? undefined : total - dropped,
          serverTime,
          ...(hasFallen(total) && { partial: true }),
        }
      }
    },
  }
}

const ofPlants = ({ plants = [] }: SourceContext['settings']): readonly string[] =>
  plants.length === 0 ? [] : [`(${plants.map((plant) => `Plant eq ${textLiteral(plant)}`).join(' or ')})`]

/** How many cancellations were left out on the pages before: they are no records, and the ERP counts them. */
const droppedBefore = (carry: unknown): number => (typeof carry === 'number' ? carry : 0)

/** The last group of a page may go on in the next one: it waits in the cursor. Rows are more than records, so there is no total. */
async function* stockPages(pages: AsyncIterable<ODataPage>, position: Position | null): AsyncGenerator<Page> {
  let carried = carriedGroup(position?.carry)
  const hasFallen = fallNoticer(position)
  for await (const { rows, next, total, serverTime, answeredAt } of pages) {
    const groups = groupStock(rows, carried)
    carried = next === null ? null : (groups.at(-1) ?? null)
    const whole = carried ? groups.slice(0, -1) : groups
    yield {
      records: whole.map((group) => toInventory(group, answeredAt)),
      next: next && toCursor({ ...next, carry: carried }),
      serverTime,
      ...(hasFallen(total) && { partial: true }),
    }
  }
}
