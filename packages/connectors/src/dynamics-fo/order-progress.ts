import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { isYes } from './values.ts'

/** What the words of `SalesOrderProcessingStatus` mean. Delivered is a posted packing slip: the goods have left. */
const processing: Readonly<Record<string, string>> = {
  None: 'pending',
  Active: 'pending',
  Confirmed: 'processing',
  Picked: 'processing',
  PartiallyDelivered: 'partially_shipped',
  Delivered: 'shipped',
  DeliveredPartiallyInvoiced: 'shipped',
  PartiallyInvoiced: 'shipped',
  Invoiced: 'shipped',
  Canceled: 'cancelled',
}

/** What the words of `SalesOrderStatus` and `SalesOrderLineStatus` mean. Backorder is an open order. */
const sales: Readonly<Record<string, string>> = {
  None: 'pending',
  Backorder: 'processing',
  Delivered: 'shipped',
  Invoiced: 'shipped',
  Canceled: 'cancelled',
}

const isOver = (status: string | undefined): boolean => status === 'shipped' || status === 'cancelled'
const meaning = (words: Readonly<Record<string, string>>, word: string | undefined): string | undefined =>
  word === undefined ? undefined : (words[word] ?? word)

/**
 * How far an order is (docs/erp/dynamics-finance-operations.md#order-status): what its status says is over, is over; then a stop counts, then
 * the processing status, which is finer. If the header says nothing of it, its lines tell what has been shipped.
 */
export function orderStatusOf(row: Row, lines: readonly Row[]): string | undefined {
  const status = meaning(sales, textOf(row, 'SalesOrderStatus'))
  if (isOver(status)) return status
  const finer = meaning(processing, textOf(row, 'SalesOrderProcessingStatus'))
  if (isOver(finer)) return finer
  if (isYes(row.IsSalesProcessingStopped)) return 'on_hold'
  return finer === 'partially_shipped' ? finer : (progressOf(lines) ?? finer ?? status)
}

/** The word of the environment that is nearest to the status. */
export const wordOf = (row: Row): string | undefined => textOf(row, 'SalesOrderProcessingStatus', 'SalesOrderStatus')

function progressOf(lines: readonly Row[]): string | undefined {
  const live = lines.map(lineStatusOf).filter((status) => status !== undefined && status !== 'cancelled')
  if (!live.includes('shipped')) return undefined
  return live.every((status) => status === 'shipped') ? 'shipped' : 'partially_shipped'
}

export function lineStatusOf(line: Row): string | undefined {
  const status = meaning(sales, textOf(line, 'SalesOrderLineStatus'))
  return isYes(line.IsLineStopped) && !isOver(status) ? 'on_hold' : status
}
