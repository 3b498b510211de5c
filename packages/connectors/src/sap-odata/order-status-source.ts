import { earlierOf } from '@linkspan/connector-kit/fields/change-time'
import { fromCursor, type Position, toCursor } from '@linkspan/connector-kit/odata/cursor'
import { dayLiteral, instantLiteral } from '@linkspan/connector-kit/odata/literals'
import { linkOf } from '@linkspan/connector-kit/odata/next-link'
import { type ODataPage, readPages } from '@linkspan/connector-kit/odata/pages'
import { type Query, queryOptions, withParameters } from '@linkspan/connector-kit/odata/query'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { instantOf } from '@linkspan/connector-kit/odata/times'
import { createAnswersAhead } from '@linkspan/connector-kit/paging/answers-ahead'
import { type Clock, type RecordSource, type SourceRecord, toInstant } from '@linkspan/core/connector'
import { z } from 'zod'
import { changedSince } from './changed-since.ts'
import { fallNoticer } from './fall-noticer.ts'
import { type HistoryContext, historiesOf, numbersOf, ordersOf } from './order-histories.ts'
import { toOrderStatus } from './order-states.ts'
import { expandedOrder, type Resource } from './resources.ts'
import { keyOf } from './values.ts'

export interface OrderStatusContext extends HistoryContext {
  /** Whether a delivery header tells the time of its last change, not only the day. */
  readonly hasDeliveryTime: () => Promise<boolean>
  /** Rows of one request of V2: we page ourselves. */
  readonly windowSize: number
  readonly deltaByCreationToo: boolean
  readonly clock: Clock
}

/** What is read one after the other: changed deliveries, then changed orders. A pull of everything reads all orders. */
interface Series {
  readonly of: 'deliveries' | 'orders'
  readonly resource: Resource
  readonly first: URL
  readonly expand: readonly string[]
  /** In the order of time from here. */
  readonly from?: (time: string) => URL
}

/** What a position remembers: which series is read, and the server's clock when the first page came. */
const Carry = z.object({ series: z.int().nonnegative(), begun: z.string().optional() })

/** The days of deliveries are local ones, and have no time (docs/erp/sap-s4hana.md#deliveries). */
const overlapMs = 2 * 24 * 3_600_000

/**
 * How far orders have come. An order does not tell when its goods leave: the delivery does, so changed deliveries are read beside changed
 * orders. Each order that is concerned comes with all its deliveries, once in a pull of everything, in one of changes as often as
 * something about it has changed.
 */
export function createOrderStatusSource(context: OrderStatusContext): RecordSource {
  const { http, parameters, headersOf, orders, settings } = context

  async function* pagesOf(series: Series, after: Position | null, since: string | null): AsyncGenerator<ODataPage> {
    const { first, expand: expanded, from, resource } = series
    const byTime = since !== null && from ? { since, timeOf: (row: Row) => instantOf(row.LastChangeDateTime), from } : undefined
    const { windowSize = undefined } = resource.version === 'v2' ? context : {}
    const headers = headersOf(resource)
    const ahead = createAnswersAhead((url) => http.call(url, { headers, template: first.pathname }), context.clock)
    yield* readPages({ http, first, headers, parameters, after, windowSize, expanded, byTime, ahead })
  }

  /** The records of a page, and what people should know about it. */
  async function recordsOf(
    { of }: Series,
    rows: readonly Row[],
  ): Promise<{ records: readonly SourceRecord[]; warnings: readonly string[] }> {
    const found = of === 'orders' ? rows : await ordersOf(rows, context)
    const histories = await historiesOf(found, of === 'orders' ? [] : rows, context)
    const records = histories.map((history) => toOrderStatus(history, settings))
    return { records, warnings: of === 'orders' ? [] : missingOrders(rows, found, context) }
  }

  return {
    incremental: true,
    async *pages({ after, since }) {
      const from = toInstant(since)
      const all = await seriesOf(from, context)
      let position = after === null ? null : fromCursor(after, orders.url.origin)
      let carry = Carry.safeParse(position?.carry).data ?? { series: 0 }
      for (let series = all[carry.series]; series; series = all[carry.series]) {
        const here = carry.series
        const following = all[here + 1]
        const hasFallen = fallNoticer(position)
        for await (const { rows, next, total, serverTime } of pagesOf(series, position, from)) {
          const begun = carry.begun ?? serverTime
          carry = { series: here, begun }
          const { records, warnings } = await recordsOf(series, rows)
          const start = following && { link: linkOf(following.first), read: 0, before: 0, from: from ?? undefined }
          const goesOn = next ? { ...next, carry } : start ? { ...start, carry: { series: here + 1, begun } } : null
          yield {
            records: records.map((record) => ({ ...record, changedAt: earlierOf(record.changedAt, begun) })),
            next: goesOn && toCursor(goesOn),
            ...(from === null && { total }),
            serverTime,
            ...(warnings.length > 0 && { warnings }),
            ...(hasFallen(total) && { partial: true }),
          }
        }
        carry = { ...carry, series: here + 1 }
        position = null
      }
    },
  }
}

async function seriesOf(since: string | null, context: OrderStatusContext): Promise<readonly Series[]> {
  const { orders, deliveries, parameters, windowSize, deltaByCreationToo } = context
  const url = ({ url: entitySet, version }: Resource, query: Omit<Query, 'count' | 'top'>): URL => {
    const top = version === 'v2' ? windowSize : undefined
    return withParameters(entitySet, new Map([...queryOptions(version, { ...query, top, count: true }), ...parameters]))
  }
  const expand = expandedOrder[orders.version]
  if (since === null) return [{ of: 'orders', resource: orders, first: url(orders, { orderBy: ['SalesOrder'], expand }), expand }]
  const orderBy = ['LastChangeDateTime', 'SalesOrder']
  const changed = (time: string) => url(orders, { filter: changedSince(orders.version, time, deltaByCreationToo), orderBy, expand })
  const withDelivery = await context.expandedDelivery()
  const filter = changedDeliveries(since, await context.hasDeliveryTime())
  return [
    {
      of: 'deliveries',
      resource: deliveries,
      first: url(deliveries, { filter, orderBy: ['DeliveryDocument'], expand: withDelivery }),
      expand: withDelivery,
    },
    { of: 'orders', resource: orders, first: changed(since), expand, ...(!deltaByCreationToo && { from: changed }) },
  ]
}

/** The change date is empty until the first change (docs/erp/sap-s4hana.md#deliveries). */
function changedDeliveries(since: string, hasTime: boolean): string {
  const day = dayLiteral('v2', new Date(Date.parse(since) - overlapMs).toISOString().slice(0, 10))
  const changed = hasTime ? `LastChangeDateTime ge ${instantLiteral('v2', since)}` : `LastChangeDate ge ${day}`
  return `${changed} or CreationDate ge ${day}`
}

function missingOrders(deliveries: readonly Row[], orders: readonly Row[], context: HistoryContext): readonly string[] {
  const shown = new Set(orders.map(({ SalesOrder }) => keyOf(SalesOrder)))
  const missing = numbersOf(deliveries, context).filter((number) => !shown.has(number))
  if (missing.length === 0) return []
  return [`Deliveries name orders that SAP does not show to this user, so nothing is told of them: ${missing.slice(0, 5).join(', ')}`]
}
