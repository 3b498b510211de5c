import { toText as printDecimal, sumOf } from '@linkspan/connector-kit/fields/exact-decimal'
import { defineFieldTable, toText } from '@linkspan/connector-kit/fields/field-table'
import { linkedRows, type Row, textOf } from '@linkspan/connector-kit/odata/row'
import type { FieldSource, SourceRecord } from '@linkspan/core/connector'
import { shipTo } from './address.ts'
import { lineStatusOf, orderStatusOf, wordOf } from './order-progress.ts'
import { idOf, toRecord, versions } from './records.ts'
import { day, isYes, perUnit, plainNumber, toDay, toMoment } from './values.ts'

/** Where the lines of an order are put beside its header. */
export const linesProperty = 'SalesOrderLines'
export const headerKeys = ['dataAreaId', 'SalesOrderNumber'] as const

/** The quantity of a line that has such a status, else nothing. */
const quantityIf = (...words: readonly string[]) => ({
  from: ['SalesOrderLineStatus', 'OrderedSalesQuantity'],
  to: (_: unknown, row: Row) => (words.includes(textOf(row, 'SalesOrderLineStatus') ?? '') ? toText(row.OrderedSalesQuantity) : undefined),
  note: `the ordered quantity of a line that is ${words.join(' or ')}`,
})

const lines = defineFieldTable({
  lineNumber: { from: ['LineNumber', 'LineCreationSequenceNumber', 'InventoryLotId'], to: plainNumber },
  sku: ['ItemNumber'],
  type: {
    from: ['ItemNumber'],
    to: (value) => (value === undefined ? 'charge' : 'item'),
    note: 'a line without an item, of a sales category, is a charge',
  },
  description: ['LineDescription'],
  uom: ['SalesUnitSymbol'],
  quantity: ['OrderedSalesQuantity'],
  quantityShipped: quantityIf('Delivered', 'Invoiced'),
  quantityInvoiced: quantityIf('Invoiced'),
  quantityCancelled: quantityIf('Canceled'),
  unitPrice: {
    from: ['SalesPrice', 'SalesPriceQuantity'],
    to: (_, row) => perUnit(row.SalesPrice, row.SalesPriceQuantity),
    note: 'of one unit',
  },
  discount: ['LineDiscountAmount'],
  lineTotal: ['LineAmount'],
  status: { from: ['SalesOrderLineStatus', 'IsLineStopped'], to: (_, row) => lineStatusOf(row) },
  requestedDate: day('RequestedShippingDate'),
  locationId: {
    from: ['ShippingSiteId', 'ShippingWarehouseId'],
    to: (_, row) => ['ShippingSiteId', 'ShippingWarehouseId'].flatMap((name) => textOf(row, name) ?? []).join('/') || undefined,
    note: 'with / between them',
  },
})

/** Totals of the header are right only if the environment has calculated them (docs/erp/dynamics-finance-operations.md#totals-of-orders). */
const total = (property: string) => ({
  from: [property],
  to: (value: unknown, row: Row) => (isYes(row.AreTotalsCalculated) ? toText(value) : undefined),
  note: 'if AreTotalsCalculated is Yes',
})
const sumOfLines = (row: Row): string | undefined => {
  const sum = sumOf(linkedRows(row, linesProperty).map(({ LineAmount }) => LineAmount))
  return sum === null ? undefined : printDecimal(sum)
}

const header = defineFieldTable({
  id: { from: [...headerKeys], note: 'both, with | between them' },
  orderNumber: ['SalesOrderNumber'],
  customerReference: ['CustomersOrderReference'],
  ourReference: ['CustomerRequisitionNumber', 'CustomersOrderReference'],
  customerId: ['OrderingCustomerAccountNumber'],
  customerName: ['SalesOrderName'],
  orderDate: day('OrderCreationDateTime'),
  requestedDeliveryDate: day('RequestedReceiptDate'),
  promisedDate: day('ConfirmedReceiptDate'),
  status: {
    from: ['SalesOrderStatus', 'SalesOrderProcessingStatus', 'IsSalesProcessingStopped', `${linesProperty}[].SalesOrderLineStatus`],
    to: (_, row) => orderStatusOf(row, linkedRows(row, linesProperty)),
    note: 'a stopped order that is not over is on_hold',
  },
  statusRaw: { from: ['SalesOrderProcessingStatus', 'SalesOrderStatus'], to: (_, row) => wordOf(row) },
  currency: ['CurrencyCode'],
  subtotal: {
    from: [`${linesProperty}[].LineAmount`],
    to: (_, row) => (linesProperty in row ? sumOfLines(row) : undefined),
    note: 'the sum of the lines',
  },
  discountTotal: total('OrderTotalDiscountAmount'),
  shippingTotal: total('OrderTotalChargesAmount'),
  taxTotal: total('OrderTotalTaxAmount'),
  total: {
    from: ['OrderTotalAmount', `${linesProperty}[].LineAmount`],
    to: (value, row) => (isYes(row.AreTotalsCalculated) ? toText(value) : linesProperty in row ? sumOfLines(row) : undefined),
    note: 'if AreTotalsCalculated is Yes, else the sum of the lines, without tax',
  },
  shipTo,
  ...versions,
})

export const orderSources: readonly FieldSource[] = [...header.sources(), ...lines.sources({ field: 'lines', rows: [linesProperty] })]

/**
 * A header with its lines as an order (docs/erp/dynamics-finance-operations.md#orders). Its change time is that of its creation, the only one
 * that there is. An answer to a write may come without lines: then the record says nothing about them.
 */
export function toOrder(row: Row): SourceRecord {
  const record = toRecord(header, row, idOf(row, headerKeys), createdAt(row))
  if (!(linesProperty in row)) return record
  return { ...record, fields: { ...record.fields, lines: inOrder(linkedRows(row, linesProperty)).map(lines.read) } }
}

export const createdAt = (row: Row): string | null =>
  toDay(row.OrderCreationDateTime) === undefined ? null : toMoment(row.OrderCreationDateTime)

const inOrder = (rows: readonly Row[]): readonly Row[] =>
  [...rows].sort((one, other) => Number(one.LineNumber ?? 0) - Number(other.LineNumber ?? 0))
