import { decimalOf } from '@linkspan/connector-kit/fields/exact-decimal'
import { askEach } from '@linkspan/connector-kit/http/ask-each'
import { linkedRows, type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { isPosted, type OrderHistory, shipmentLinesProperty } from './order-states.ts'
import { orderLinesProperty } from './orders.ts'
import type { Reader, Reading } from './read.ts'

/** The entity sets that tell what becomes of orders, in the order in which they are read. */
export const sets = {
  orders: { set: 'salesOrders', expand: [orderLinesProperty] },
  shipments: { set: 'salesShipments', expand: [shipmentLinesProperty] },
  invoices: {
    set: 'salesInvoices',
    select: ['id', 'number', 'orderId', 'orderNumber', 'status', 'totalAmountIncludingTax', 'lastModifiedDateTime'],
  },
  creditMemos: {
    set: 'salesCreditMemos',
    select: ['id', 'number', 'invoiceNumber', 'status', 'totalAmountIncludingTax', 'lastModifiedDateTime'],
  },
} as const satisfies Readonly<Record<string, Reading>>

/**
 * The histories of orders by their numbers, over few calls: twenty numbers each. `known` has those of the orders that are at hand; for all
 * others it is asked whether there still is an order.
 */
export async function historiesOf(
  reader: Reader,
  numbers: readonly string[],
  known: readonly Row[] | null,
): Promise<readonly OrderHistory[]> {
  const orders = groupBy(known ?? (await reader.rowsWith(sets.orders, 'number', numbers)), 'number')
  const orderOf = (number: string) => orders.get(number)?.[0]
  const shipped = numbers.filter((number) => hasShipped(orderOf(number)))
  const gone = numbers.filter((number) => orderOf(number) === undefined)
  const [shipmentRows = [], invoiceRows = []] = await askEach(
    [() => reader.rowsWith(sets.shipments, 'orderNumber', shipped), () => reader.rowsWith(sets.invoices, 'orderNumber', gone)],
    (ask) => ask(),
  )
  const shipments = groupBy(shipmentRows, 'orderNumber')
  const invoices = groupBy(invoiceRows.filter(isPosted), 'orderNumber')
  const invoiceNumbers = [...invoices.values()].flat().flatMap((row) => textOf(row, 'number') ?? [])
  const creditMemos = groupBy((await reader.rowsWith(sets.creditMemos, 'invoiceNumber', invoiceNumbers)).filter(isPosted), 'invoiceNumber')
  return [...new Set(numbers)].map((orderNumber) => {
    const own = invoices.get(orderNumber) ?? []
    return {
      orderNumber,
      order: orderOf(orderNumber),
      shipments: shipments.get(orderNumber) ?? [],
      invoices: own,
      creditMemos: own.flatMap((row) => creditMemos.get(textOf(row, 'number') ?? '') ?? []),
    }
  })
}

/** Whether there may be shipments of an order: of one that is gone there mostly are. */
const hasShipped = (order: Row | undefined): boolean =>
  order === undefined || linkedRows(order, orderLinesProperty).some(({ shippedQuantity }) => decimalOf(shippedQuantity)?.gt(0) ?? false)

/** The numbers of the orders that rows of one of the entity sets are about. */
export async function orderNumbersOf(reader: Reader, { set }: Reading, rows: readonly Row[]): Promise<readonly string[]> {
  if (set === 'salesOrders') return textsOf(rows, 'number')
  if (set !== 'salesCreditMemos') return textsOf(rows, 'orderNumber')
  return textsOf(await reader.rowsWith(sets.invoices, 'number', textsOf(rows, 'invoiceNumber')), 'orderNumber')
}

const textsOf = (rows: readonly Row[], property: string): readonly string[] => [
  ...new Set(rows.flatMap((row) => textOf(row, property) ?? [])),
]

function groupBy(rows: readonly Row[], property: string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = textOf(row, property)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return groups
}
