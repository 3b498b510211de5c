import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import type { FieldSource, Fields, SourceRecord } from '@linkspan/core/connector'
import { addressIn } from './addresses.ts'
import { orderLines, sortLines, totalsOf } from './lines.ts'
import { letterOf, orderStatusOf } from './progress.ts'
import { dayText, type Query } from './query.ts'
import { currencyPath, type RowContext, toRecord, versions } from './records.ts'
import { isOfType, transactionColumns } from './transactions.ts'
import { day, decimal } from './values.ts'

/** Sales orders (docs/erp/netsuite.md#orders). */
const header = defineFieldTable({
  id: ['id'],
  orderNumber: ['tranid'],
  customerReference: ['otherrefnum'],
  ourReference: ['externalid'],
  customerId: ['entity'],
  customerName: ['entityname'],
  orderDate: day('trandate'),
  requestedDeliveryDate: day('shipdate'),
  statusRaw: { from: ['status'], to: letterOf, note: 'the letter' },
  currency: { from: [currencyPath, 'currencyname'], note: 'the symbol of the currency, else settings.currency' },
  exchangeRate: { ...decimal('exchangerate'), note: 'only if settings.columns has exchangerate' },
  total: decimal('foreigntotal'),
  shipTo: addressIn('shipto'),
  billTo: addressIn('billto'),
  ...versions,
})

export const orderQuery: Query = {
  columns: [...transactionColumns, { name: 'shipdate', sql: dayText('t.shipdate') }],
  from: 'transaction t',
  where: [isOfType('t', 'SalesOrd')],
}

export const orderSources: readonly FieldSource[] = [
  ...header.sources(),
  {
    field: 'status',
    sources: ['status', 'lines[].quantityshiprecv'],
    note: 'by the letter; a closed order is shipped, or cancelled if nothing was',
  },
  { field: 'subtotal', sources: ['lines[].foreignamount'], note: 'the sum of the lines, negated' },
  { field: 'shippingTotal', sources: ['lines[].rateamount'], note: 'of the lines of the type ShipItem' },
  { field: 'discountTotal', sources: ['lines[].foreignamount'], note: 'of the lines of the type Discount' },
  { field: 'taxTotal', sources: ['lines[].foreignamount'], note: 'of the lines with taxline, negated' },
  ...orderLines.sources({ field: 'lines', rows: ['lines'] }),
]

/** An order with its lines. */
export function toOrder(row: Fields, lines: readonly Fields[], context: RowContext): SourceRecord {
  const { fields, ...record } = toRecord(header, row, context)
  const { sold } = sortLines(lines)
  const status = orderStatusOf(row.status, sold)
  return {
    ...record,
    raw: { ...row, lines },
    fields: { ...fields, ...(status !== undefined && { status }), ...totalsOf(lines, 'sale'), lines: sold.map(orderLines.read) },
  }
}
