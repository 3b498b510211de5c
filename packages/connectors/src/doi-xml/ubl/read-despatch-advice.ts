import { child, childrenOf, elementAt, elementsAt, textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'
import type { ShipNotice, ShippedLine } from '../documents.ts'
import { groupBy } from '../group-by.ts'
import { dayAt, instantAt, requiredAt, requiredDecimalAt } from '../values.ts'
import type { UblHead } from './head.ts'
import { ublOrderOf } from './order-reference.ts'

/** By `DocumentStatusCode`: the document replaces or deletes an earlier one (docs/erp/ubl.md#despatch-advices). */
const operations: Readonly<Record<string, ShipNotice['operation']>> = { Replace: 'update', Cancelled: 'delete', Canceled: 'delete' }

/** Reads a DespatchAdvice. It may be about several orders: those of its lines, else that of its header. */
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
  const own = ublOrderOf(root)
  const orders = groupBy(childrenOf(root, 'DespatchLine'), (line) => {
    const named = ublOrderOf(child(line, 'OrderLineReference'))
    return JSON.stringify((named.orderId ?? named.orderPayloadId ?? named.salesOrderId) ? named : own)
  })
  if (orders.size === 0) return [{ ...common, ...own, lines: [] }]
  return [...orders].map(([order, lines]) => ({ ...common, ...own, ...JSON.parse(order), lines: lines.map(readLine) }))
}

/** The tracking numbers of the delivery, else those of its packages. */
function trackingNumbersOf(shipment: XmlElement | undefined): readonly string[] {
  const textsAt = (path: string): string[] => elementsAt(shipment, path).flatMap((each) => textAt(each, '') ?? [])
  const ofDelivery = textsAt('Delivery/TrackingID')
  return [...new Set(ofDelivery.length > 0 ? ofDelivery : textsAt('TransportHandlingUnit/ID'))]
}

const readLine = (line: XmlElement): ShippedLine => ({
  lineNumber: textAt(line, 'OrderLineReference/LineID') ?? null,
  sku: textAt(line, 'Item/SellersItemIdentification/ID') ?? null,
  quantity: requiredDecimalAt(line, 'DeliveredQuantity'),
})
