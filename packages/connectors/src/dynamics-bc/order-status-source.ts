import { earlierOf } from '@linkspan/connector-kit/fields/change-time'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import type { RecordSource, SourceRecord } from '@linkspan/core/connector'
import { historiesOf, orderNumbersOf, sets } from './order-histories.ts'
import { type OrderHistory, toOrderStatus } from './order-states.ts'
import type { Reader, Reading } from './read.ts'
import { readSeries } from './series.ts'
import { positionOf, type SourceContext } from './source-context.ts'

const { orders, shipments, invoices, creditMemos } = sets

/** Credit memos say nothing of an order that its invoices do not: they are read for changes only. */
const readingsOf = (since: string | null): readonly Reading[] =>
  (since === null ? [orders, shipments, invoices] : [orders, shipments, invoices, creditMemos]).map((each) => ({ ...each, since }))

/**
 * How far orders have come: those that there are, then those that are gone and have left shipments or invoices
 * (docs/erp/dynamics-business-central.md#finished-orders). A pull of everything shows each once, one of changes as often as something about it has
 * changed.
 */
export function createOrderStatusSource(context: SourceContext): RecordSource {
  const { reader, tenant } = context
  return {
    incremental: true,
    async *pages({ after, since }) {
      const { id: companyId } = await tenant.company()
      const readings = readingsOf(since)
      for await (const { set, rows, next, serverTime, begun, partial } of readSeries(readings, {
        reader,
        after: await positionOf(after, context),
        isCounted: false,
      })) {
        const reading = readings[set] ?? orders
        const all = await orderNumbersOf(reader, reading, rows)
        const numbers = since === null && reading.set === invoices.set ? await withoutShipments(reader, all) : all
        const histories = await historiesOf(reader, numbers, reading.set === orders.set ? rows : null)
        const shown = since === null ? histories.filter((history) => isFirstSeen(history, reading, rows)) : histories
        const records = shown
          .flatMap((history) => toOrderStatus(history, companyId) ?? [])
          .map((record): SourceRecord => ({ ...record, changedAt: earlierOf(record.changedAt, begun) }))
        yield { records: [...records, ...nameless(reading, rows)], next, serverTime, ...(partial && { partial }) }
      }
    },
  }
}

/** Those of which there are no shipments: the others were shown with their shipments. */
async function withoutShipments(reader: Reader, numbers: readonly string[]): Promise<readonly string[]> {
  const found = await reader.rowsWith({ set: shipments.set, select: ['id', 'orderNumber'] }, 'orderNumber', numbers)
  const shipped = new Set(found.map((row) => textOf(row, 'orderNumber')))
  return numbers.filter((number) => !shipped.has(number))
}

/** Whether these rows are the first, in a pull of everything, to show an order. */
function isFirstSeen(history: OrderHistory, { set }: Reading, rows: readonly Row[]): boolean {
  if (set === orders.set) return true
  if (history.order) return false
  if (set === shipments.set) return hasFirst(history.shipments, rows)
  return hasFirst(history.invoices, rows)
}

/** Whether the document with the smallest id is among the rows: it is on one page only. */
function hasFirst(documents: readonly Row[], rows: readonly Row[]): boolean {
  const [first] = documents.flatMap((row) => textOf(row, 'id') ?? []).sort()
  return first !== undefined && rows.some((row) => textOf(row, 'id') === first)
}

/** Orders without a number become records without an id, which the run rejects. */
const nameless = ({ set }: Reading, rows: readonly Row[]): readonly SourceRecord[] =>
  set === orders.set
    ? rows.filter((row) => textOf(row, 'number') === undefined).map((raw) => ({ id: '', fields: {}, raw, changedAt: null }))
    : []
