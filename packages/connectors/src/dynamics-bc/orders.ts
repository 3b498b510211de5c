import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import { linkedRows, type Row } from '@linkspan/connector-kit/odata/row'
import type { FieldSource, SourceRecord } from '@linkspan/core/connector'
import { address } from './address.ts'
import { lineProgressOf, orderStatusOf } from './order-progress.ts'
import { localCurrencyPath, type RowContext, toRecord, versions } from './records.ts'
import { day, toId, wordOf } from './values.ts'

export const orderLinesProperty = 'salesOrderLines'

const lineTypes: Readonly<Record<string, string>> = { Item: 'item', Comment: 'comment' }

/** The number of the item that a line is about: other lines name an account or a resource there. */
export const sku = {
  from: ['lineObjectNumber'],
  to: (value: unknown, row: Row) => (wordOf(row.lineType) === 'Item' ? wordOf(value) : undefined),
  note: 'of lines of the type Item',
}

const lines = defineFieldTable({
  lineNumber: ['sequence'],
  sku,
  type: {
    from: ['lineType'],
    to: (value) => (value === undefined ? undefined : (lineTypes[wordOf(value) ?? ''] ?? 'charge')),
    note: 'Item, Comment, else a charge',
  },
  typeRaw: { from: ['lineType'], to: wordOf },
  description: ['description'],
  uom: ['unitOfMeasureCode'],
  quantity: ['quantity'],
  quantityShipped: ['shippedQuantity'],
  quantityInvoiced: ['invoicedQuantity'],
  unitPrice: ['unitPrice'],
  discount: ['discountAmount'],
  tax: ['totalTaxAmount'],
  lineTotal: ['netAmount'],
  status: { from: ['shippedQuantity', 'quantity'], to: (_, row) => lineStatusOf(row), note: 'by what is shipped' },
  requestedDate: day('shipmentDate'),
  locationId: { from: ['locationId'], to: toId },
})

const header = defineFieldTable({
  id: ['id'],
  orderNumber: ['number'],
  customerReference: ['externalDocumentNumber'],
  ourReference: ['externalDocumentNumber'],
  customerId: ['customerNumber'],
  customerName: ['customerName'],
  orderDate: { ...day('orderDate'), note: 'the document date' },
  requestedDeliveryDate: day('requestedDeliveryDate'),
  status: {
    from: ['status', `${orderLinesProperty}[].shippedQuantity`],
    to: (_, row) => orderStatusOf(row, linkedRows(row, orderLinesProperty)),
    note: 'by what is shipped of the lines, else by the status',
  },
  statusRaw: { from: ['status'], to: wordOf },
  currency: { from: ['currencyCode', localCurrencyPath], note: 'blank is the local currency' },
  subtotal: ['totalAmountExcludingTax'],
  discountTotal: ['discountAmount'],
  taxTotal: ['totalTaxAmount'],
  total: ['totalAmountIncludingTax'],
  shipTo: address('shipTo'),
  billTo: address('billTo'),
  ...versions,
})

const lineStatusOf = (row: Row): string | undefined => {
  const progress = lineProgressOf(row)
  return progress === 'none' || progress === null ? undefined : progress
}

export const orderSources: readonly FieldSource[] = [...header.sources(), ...lines.sources({ field: 'lines', rows: [orderLinesProperty] })]

/**
 * `salesOrders` with their lines as an order (docs/erp/dynamics-business-central.md#orders). An answer to a write may come without the
 * lines: then the record has none either, and says nothing about them.
 */
export function toOrder(row: Row, context: RowContext): SourceRecord {
  const { fields, ...record } = toRecord(header, row, context)
  return {
    ...record,
    fields: orderLinesProperty in row ? { ...fields, lines: linkedRows(row, orderLinesProperty).map(lines.read) } : fields,
  }
}
