import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { fromCursor, type Position, toCursor } from '@linkspan/connector-kit/odata/cursor'
import { dayLiteral, instantLiteral, type ODataVersion } from '@linkspan/connector-kit/odata/literals'
import { type ODataPage, readPages } from '@linkspan/connector-kit/odata/pages'
import { type Query, queryOptions, withParameters } from '@linkspan/connector-kit/odata/query'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { instantOf } from '@linkspan/connector-kit/odata/times'
import { type Page, type RecordSource, type SourceRecord, toInstant } from '@linkspan/core/connector'
import { conditionFor } from './conditions.ts'
import { carriedGroup, groupStock, stockKey, toInventory } from './inventory.ts'
import { checkItems, toOrder } from './orders.ts'
import { toProduct } from './products.ts'
import { expandedOrder, type Resource, type SapDataType } from './resources.ts'
import type { MapContext } from './values.ts'

export interface SourceContext {
  readonly http: Pick<ErpHttp, 'call'>
  readonly resource: Resource
  readonly headers: Readonly<Record<string, string>>
  readonly parameters: ReadonlyMap<string, string>
  readonly language: string
  readonly now: () => Date
  /** Rows of one request, if we page ourselves. */
  readonly windowSize: number | undefined
  readonly deltaByCreationToo: boolean
}

interface Kind {
  readonly key: readonly string[]
  readonly expand?: Readonly<Record<ODataVersion, readonly string[]>>
  readonly select?: readonly string[]
  readonly map: ((row: Row, context: MapContext) => SourceRecord) | null
}

/** How each data type is asked for. Without `map` the rows are summed up first, and cannot be asked for by time. */
const kinds: Readonly<Record<SapDataType, Kind>> = {
  products: {
    key: ['Product'],
    expand: { v2: ['to_Description', 'to_Valuation'], v4: ['_ProductDescription', '_ProductValuation'] },
    map: toProduct,
  },
  orders: { key: ['SalesOrder'], expand: expandedOrder, map: toOrder },
  inventory: { key: stockKey, select: [...stockKey, 'MaterialBaseUnit', 'MatlWrhsStkQtyInMatlBaseUnit'], map: null },
}

/** The records of one data type. A delta goes by `LastChangeDateTime`, in its order: what changes meanwhile comes last. */
export function createSource(dataType: SapDataType, context: SourceContext): RecordSource {
  const { key, expand, select, map } = kinds[dataType]
  const { http, resource, headers, parameters, windowSize } = context
  const { version, url } = resource

  const firstPage = (since: string | null, filters: readonly string[]): URL => {
    const conditions = [...(since === null ? [] : [changedSince(version, since, context.deltaByCreationToo)]), ...filters]
    const query: Query = {
      filter: conditions.length === 0 ? undefined : conditions.join(' and '),
      orderBy: since === null ? key : ['LastChangeDateTime', ...key],
      expand: expand?.[version],
      select,
      top: windowSize,
      count: true,
    }
    return withParameters(url, new Map([...queryOptions(version, query), ...parameters]))
  }
  const read = (since: string | null, after: Position | null, filters: readonly string[] = []) => {
    const from = (time: string | null) => firstPage(time, filters)
    const canGoByTime = since !== null && !context.deltaByCreationToo
    const byTime = canGoByTime ? { since, timeOf: (row: Row) => instantOf(row.LastChangeDateTime), from } : undefined
    return readPages({ http, first: from(since), headers, parameters, after, windowSize, expanded: expand?.[version], byTime })
  }

  return {
    incremental: map !== null,
    async *pages({ after, since, filters = [] }) {
      const position = after === null ? null : fromCursor(after, url.origin)
      if (map === null) return yield* stockPages(read(null, position), position)
      const hasFallen = fallNoticer(position)
      for await (const { rows, next, total, serverTime } of read(
        toInstant(since),
        position,
        filters.flatMap((filter) => conditionFor(dataType, filter)),
      )) {
        if (dataType === 'orders') checkItems(rows)
        const now = serverTime ?? context.now().toISOString()
        const records = rows.map((row) => map(row, { language: context.language, now }))
        yield { records, next: next && toCursor(next), total, serverTime, ...(hasFallen(total) && { partial: true }) }
      }
    },
  }
}

/** The last group of a page may go on in the next one: it waits in the cursor. Rows are more than records, so there is no total. */
async function* stockPages(pages: AsyncIterable<ODataPage>, position: Position | null): AsyncGenerator<Page> {
  let carried = carriedGroup(position?.carry)
  const hasFallen = fallNoticer(position)
  for await (const { rows, next, total, serverTime } of pages) {
    const groups = groupStock(rows, carried)
    carried = next === null ? null : (groups.at(-1) ?? null)
    const whole = carried ? groups.slice(0, -1) : groups
    yield {
      records: whole.map((group) => toInventory(group, serverTime)),
      next: next && toCursor({ ...next, carry: carried }),
      serverTime,
      ...(hasFallen(total) && { partial: true }),
    }
  }
}

/** Tells of each page's total whether it has fallen: rows went away meanwhile, and others may have moved up unread in their place. */
function fallNoticer(position: Position | null): (total: number | undefined) => boolean {
  let told = position?.total
  return (total) => {
    const hasFallen = told !== undefined && total !== undefined && total < told
    told = total ?? told
    return hasFallen
  }
}

function changedSince(version: ODataVersion, since: string, orCreated: boolean): string {
  const changed = `LastChangeDateTime ge ${instantLiteral(version, since)}`
  return orCreated ? `(${changed} or CreationDate ge ${dayLiteral(version, since.slice(0, 10))})` : changed
}
