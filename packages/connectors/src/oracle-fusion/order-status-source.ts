import type { Row } from '@linkspan/connector-kit/odata/row'
import type { RecordSource } from '@linkspan/core/connector'
import { createHistories, type Histories, progressOf } from './order-histories.ts'
import { toOrderStatus } from './order-states.ts'
import { substitutesOf } from './orders.ts'
import type { TimedReading } from './plans.ts'
import { readSeries, seriesCursor, seriesPosition } from './series.ts'
import { orderOf, shipmentLines } from './shipments.ts'
import { askedFrom, type SourceContext } from './source-context.ts'

const moved: TimedReading = { ...shipmentLines, time: 'LastUpdateDate', id: 'ShipmentLine' }

/**
 * How far orders are. A pull of everything reads all orders, with their shipments. One of changes reads the orders that have changed, and
 * those of shipment lines that have: shipping does not change the order (docs/erp/oracle-fusion.md#shipment-lines). An order of which both
 * have changed comes twice.
 */
export function createOrderStatusSource(context: SourceContext): RecordSource {
  const { reader, plans, settings, logger } = context
  const histories = createHistories({ reader, readsShipments: settings.readsShipments, logger })
  return {
    incremental: true,
    async *pages({ after, since }) {
      const from = askedFrom(since)
      const readings: readonly TimedReading[] = from === null ? [progressOf] : [progressOf, ...substitutesOf(progressOf, from), moved]
      for await (const page of readSeries(readings, { reader, plans, after: seriesPosition(after), since: from })) {
        const { rows, next, total, serverTime, begun, partial } = page
        const orders = readings[page.part] === moved ? await ordersOf(rows, histories) : rows
        yield {
          records: (await histories.of(orders)).map((history) => toOrderStatus(history, begun)),
          next: next && seriesCursor(next),
          ...(total !== undefined && { total }),
          serverTime,
          ...(partial && { partial }),
        }
      }
    },
  }
}

/** The sales orders that shipment lines are for: others are for transfers and the like. */
const ordersOf = (lines: readonly Row[], histories: Histories): Promise<readonly Row[]> =>
  histories.ordersCalled([...new Set(lines.flatMap((line) => orderOf(line) ?? []))])
