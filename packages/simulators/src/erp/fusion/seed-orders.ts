import type { OrderStatusRow } from '../../dataset/order-status.ts'
import type { OrderLine, OrderRow, OrderState } from '../../dataset/orders.ts'
import type { Fields } from './row-table.ts'
import { atMidnight, businessUnit, idAt } from './tenant.ts'

/** The status of a line by that of its order and by what of it is shipped. */
function lineStatus(state: OrderState, { quantity, quantityShipped }: OrderLine): string {
  if (state === 'cancelled') return 'CANCELED'
  if (Number(quantityShipped) >= Number(quantity)) return state === 'delivered' ? 'CLOSED' : 'AWAIT_BILLING'
  if (state === 'pending') return 'CREATED'
  return state === 'on_hold' ? 'SCHEDULED' : 'AWAIT_SHIP'
}

const headerStatus: Readonly<Record<OrderState, string>> = {
  pending: 'OPEN',
  processing: 'OPEN',
  partially_shipped: 'PARTIALLY_CLOSE',
  shipped: 'OPEN',
  delivered: 'CLOSED',
  cancelled: 'CANCELED',
  on_hold: 'OPEN',
}

/** A part of a line: a line that is shipped in part is split, and both parts keep its number (docs/erp/oracle-fusion.md#split-lines). */
const linePart = (line: OrderLine, state: OrderState, part: number, quantity: number, shipped: number): Fields => ({
  LineId: Number(line.lineNumber),
  FulfillLineId: Number(line.lineNumber) * 10 + part,
  SourceTransactionLineId: line.lineNumber,
  SourceTransactionLineNumber: line.lineNumber,
  SourceTransactionScheduleId: '1',
  SourceScheduleNumber: '1',
  ProductNumber: line.sku,
  ProductDescription: line.description,
  OrderedQuantity: quantity,
  OrderedUOMCode: line.uom,
  UnitSellingPrice: Number(line.unitPrice),
  ExtendedAmount: Math.round((Number(line.lineTotal) * 100 * quantity) / Number(line.quantity)) / 100,
  StatusCode: lineStatus(state, { ...line, quantity: String(quantity), quantityShipped: String(shipped) }),
  ShippedQuantity: shipped,
  FulfilledQuantity: shipped,
  CanceledFlag: state === 'cancelled',
  OnHoldFlag: state === 'on_hold',
  TransactionCategoryCode: 'ORDER',
})

function linesOf({ lines, status }: OrderRow): readonly Fields[] {
  return lines.flatMap((line) => {
    const [quantity, shipped] = [Number(line.quantity), Number(line.quantityShipped)]
    const isSplit = shipped > 0 && shipped < quantity
    if (!isSplit) return [linePart(line, status, 1, quantity, shipped)]
    return [linePart(line, status, 1, shipped, shipped), linePart(line, status, 2, quantity - shipped, 0)]
  })
}

const addressOf = ({ shipTo }: OrderRow): Fields => ({
  PartyName: shipTo.name,
  Address1: shipTo.line1,
  Address2: null,
  City: shipTo.city,
  State: null,
  PostalCode: shipTo.postalCode,
  Country: shipTo.country,
})

export const totalsOf = (net: number, tax: number, currency: string): readonly Fields[] =>
  [
    ['QP_TOTAL_NET_PRICE', 'Total Net Price', net],
    ['QP_TOTAL_TAX', 'Total Tax', tax],
  ].map(([TotalCode, TotalName, TotalAmount]) => ({ TotalCode, TotalName, TotalAmount, CurrencyCode: currency }))

export const orderFields = (row: OrderRow): Fields => ({
  HeaderId: idAt(3, row.id),
  OrderKey: `GPR:${row.id}`,
  OrderNumber: row.orderNumber,
  SourceTransactionNumber: row.orderNumber,
  SourceTransactionSystem: 'GPR',
  SourceTransactionId: row.id,
  SourceTransactionRevisionNumber: 1,
  BusinessUnitId: businessUnit.id,
  BusinessUnitName: businessUnit.name,
  BuyingPartyId: idAt(4, row.customerId),
  BuyingPartyName: row.customerName,
  BuyingPartyNumber: row.customerId,
  CustomerPONumber: row.customerReference,
  TransactionOn: atMidnight(row.orderDate),
  TransactionTypeCode: 'STD',
  TransactionalCurrencyCode: row.currency,
  StatusCode: headerStatus[row.status],
  OpenFlag: row.status !== 'delivered' && row.status !== 'cancelled',
  SubmittedFlag: true,
  OnHoldFlag: row.status === 'on_hold',
  CanceledFlag: row.status === 'cancelled',
  RequestedShipDate: atMidnight(row.requestedDeliveryDate),
  CreationDate: atMidnight(row.orderDate),
  lines: linesOf(row),
  totals: totalsOf(Number(row.subtotal), Number(row.taxTotal), row.currency),
  billToCustomer: [{ ...addressOf(row), CustomerAccountId: idAt(5, row.customerId), SiteUseId: idAt(6, row.customerId) }],
  shipToCustomer: [{ ...addressOf(row), PartyId: idAt(4, row.customerId), SiteId: idAt(7, row.customerId) }],
})

/** The shipment lines of an order, each with the shipment that it belongs to. */
export function shipmentLineFields(row: OrderStatusRow): readonly (Fields & { readonly shipment: Fields })[] {
  return row.shipments.flatMap(({ shipmentId, carrier, trackingNumbers, shippedAt, lines }) => {
    const shipped = atMidnight(shippedAt)
    const shipment = {
      Shipment: shipmentId,
      ShipmentStatus: 'Closed',
      ActualShipDate: shipped,
      Carrier: carrier,
      Waybill: trackingNumbers[0],
      BillOfLading: null,
    }
    return lines.map(({ lineNumber, sku, quantity }, at) => ({
      shipment,
      ShipmentLine: Number(`${row.id}${at}`),
      Shipment: shipmentId,
      Order: row.orderNumber,
      OrderLine: lineNumber,
      Item: sku,
      RequestedQuantity: Number(quantity),
      ShippedQuantity: Number(quantity),
      BackorderedQuantity: 0,
      CancelledQuantity: 0,
      LineStatus: 'Interfaced',
      LineStatusCode: 'C',
      ActualShipDate: shipped,
      TrackingNumber: trackingNumbers[at] ?? null,
      SourceOrder: row.orderNumber,
      OrganizationCode: 'M1',
    }))
  })
}
