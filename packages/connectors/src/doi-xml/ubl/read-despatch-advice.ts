import { child, childrenOf, elementAt, elementsAt, textAt, type XmlElement } from '../../xml/element.ts'
import type { ShipNotice, ShippedLine } from '../documents.ts'
import { dayAt, instantAt, requiredAt, requiredDecimalAt } from '../values.ts'
import type { UblHead } from './read-inbound.ts'

/** `DocumentStatusCode`: replaces an earlier one, or takes it back. */
const operations: Readonly<Record<string, ShipNotice['operation']>> = { Replace: 'update', Cancelled: 'delete', Canceled: 'delete' }

/** A despatch advice may speak of several orders: those of its lines, else the one of its head. */
export function readDespatchAdvice(root: XmlElement, head: UblHead): readonly ShipNotice[] {
  const shipment = elementAt(root, 'Shipment')
  const delivery = child(shipment, 'Delivery')
  const carrier = elementAt(shipment, 'Consignment/CarrierParty') ?? elementAt(delivery, 'CarrierParty')
  const statusCode = textAt(root, 'DocumentStatusCode') ?? ''
  const common = {
    kind: 'ship-notice',
    ...head,
    shipmentId: requiredAt(root, 'ID'),
    operation: Object.hasOwn(operations, statusCode) ? (operations[statusCode] ?? 'new') : 'new',
    isPlanned: false,
    isReturn: /return/i.test(textAt(root, 'DespatchAdviceTypeCode') ?? ''),
    fulfillment: null,
    shippedAt: instantAt(delivery, 'Despatch/ActualDespatchDate'),
    estimatedDelivery: dayAt(delivery, 'EstimatedDeliveryPeriod/EndDate') ?? dayAt(delivery, 'EstimatedDeliveryPeriod/StartDate'),
    carrier: textAt(carrier, 'PartyName/Name') ?? null,
    carrierCode: null,
    trackingNumbers: trackingNumbersOf(shipment),
    trackingUrl: null,
  } as const
  const own = { orderId: textAt(root, 'OrderReference/ID') ?? null, orderPayloadId: textAt(root, 'OrderReference/UUID') ?? null }
  const lines = childrenOf(root, 'DespatchLine').map((each) => ({
    orderId: textAt(each, 'OrderLineReference/OrderReference/ID') ?? own.orderId,
    line: readLine(each),
  }))
  const orderIds = lines.length === 0 ? [own.orderId] : [...new Set(lines.map(({ orderId }) => orderId))]
  return orderIds.map((orderId) => ({
    ...common,
    orderId,
    orderPayloadId: orderId === own.orderId ? own.orderPayloadId : null,
    lines: lines.filter((each) => each.orderId === orderId).map(({ line }) => line),
  }))
}

function trackingNumbersOf(shipment: XmlElement | undefined): readonly string[] {
  const found = [...elementsAt(shipment, 'Delivery/TrackingID'), ...elementsAt(shipment, 'TransportHandlingUnit/ID')]
  const tracked = elementsAt(shipment, 'Delivery/TrackingID').length > 0 ? elementsAt(shipment, 'Delivery/TrackingID') : found
  return [...new Set(tracked.flatMap((each) => textAt(each, '') ?? []))]
}

const readLine = (line: XmlElement): ShippedLine => ({
  lineNumber: textAt(line, 'OrderLineReference/LineID') ?? null,
  sku: textAt(line, 'Item/SellersItemIdentification/ID') ?? null,
  quantity: requiredDecimalAt(line, 'DeliveredQuantity'),
})
