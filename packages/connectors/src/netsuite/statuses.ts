import { askEach } from '@linkspan/connector-kit/http/ask-each'
import { type Fields, type SourceRecord, toAppError } from '@linkspan/core/connector'
import { isNotShown } from './account-data.ts'
import { lineKeys, lineQuery } from './lines.ts'
import { fulfillmentKeys, fulfillmentQuery, returnKeys, returnQuery, trackingKeys, trackingQuery } from './order-parts.ts'
import { toOrderStatus } from './order-status.ts'
import { letterOf } from './progress.ts'
import { groupBy, idsOf } from './rows.ts'
import { rowContextOf, type SourceContext } from './source-context.ts'

/** The statuses of a page of orders, with what else is read for all of them: a query for each kind of document, none for each order. */
export async function statusesOf(orders: readonly Fields[], context: SourceContext): Promise<readonly SourceRecord[]> {
  const { reader } = context
  const ids = idsOf(orders)
  const [fulfillments = [], returns = []] = await askEach(
    [
      () => reader.of(ids, 'l.previousdoc', fulfillmentQuery, fulfillmentKeys),
      () => reader.of(ids, 'rl.createdfrom', returnQuery, returnKeys),
    ],
    (ask) => ask(),
  )
  const returned = new Set(returns.map(({ orderid }) => String(orderid)))
  const decidedByLines = orders.filter(({ id, status }) => letterOf(status) === 'H' || returned.has(String(id)))
  const wanted = [...idsOf(decidedByLines), ...idsOf(fulfillments), ...idsOf(returns)]
  const [lineRows = [], trackingRows = []] = await askEach(
    [() => reader.of(wanted, 'tl.transaction', lineQuery, lineKeys), () => trackingOf(idsOf(fulfillments), context)],
    (ask) => ask(),
  )
  const [lines, trackingNumbers] = [groupBy(lineRows, 'transactionid'), groupBy(trackingRows, 'transactionid')]
  const [byOrder, returnsByOrder] = [groupBy(fulfillments, 'orderid'), groupBy(returns, 'orderid')]
  const shared = await rowContextOf(context, false)
  return orders.map((order) => {
    const own = { fulfillments: byOrder.get(String(order.id)) ?? [], returns: returnsByOrder.get(String(order.id)) ?? [] }
    const parts = { order, ...own, lines: lines.get(String(order.id)) ?? [], fulfillmentLines: lines, returnLines: lines, trackingNumbers }
    return toOrderStatus(parts, shared)
  })
}

/** Not every role may see tracking numbers: without them a status is still worth something. */
async function trackingOf(ids: readonly string[], { reader, logger }: SourceContext): Promise<readonly Fields[]> {
  try {
    return await reader.of(ids, 'm.transaction', trackingQuery, trackingKeys)
  } catch (thrown) {
    const error = toAppError(thrown)
    if (!isNotShown(error)) throw error
    logger.warn({ code: error.code }, 'NetSuite shows no tracking numbers')
    return []
  }
}
