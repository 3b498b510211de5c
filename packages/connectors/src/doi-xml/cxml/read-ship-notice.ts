import { child, childrenOf, elementsAt, textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'
import type { Operation, ShipNotice, ShippedLine } from '../documents.ts'
import { groupBy } from '../group-by.ts'
import { dayAt, instantAt, requiredAt, requiredDecimalAt } from '../values.ts'
import type { CxmlHead } from './head.ts'
import { orderReferenceOf } from './order-reference.ts'

/** Reads a ShipNoticeRequest. It may be about several orders, or about none if it deletes an earlier notice. */
export function readShipNotice(request: XmlElement, head: CxmlHead): readonly ShipNotice[] {
  const header = child(request, 'ShipNoticeHeader')
  const fulfillment = textAt(header, '@fulfillmentType')
  const shipment = {
    kind: 'ship-notice',
    ...head,
    writtenAt: instantAt(header, '@noticeDate') ?? head.writtenAt,
    shipmentId: requiredAt(header, '@shipmentID'),
    operation: operationOf(textAt(header, '@operation')),
    isPlanned: textAt(header, '@shipmentType') === 'planned',
    isReturn: textAt(header, '@reason') === 'return',
    fulfillment: fulfillment === 'partial' || fulfillment === 'complete' ? fulfillment : null,
    shippedAt: instantAt(header, '@shipmentDate'),
    estimatedDelivery: dayAt(header, '@deliveryDate'),
    ...carrierOf(request),
  } as const
  const portions = childrenOf(request, 'ShipNoticePortion')
  if (portions.length === 0) return [{ ...shipment, orderId: null, orderPayloadId: null, lines: [] }]
  return joinPortions(
    portions.map((each) => ({ ...shipment, ...orderReferenceOf(each), lines: childrenOf(each, 'ShipNoticeItem').map(readLine) })),
  )
}

export const operationOf = (text: string | undefined): Operation => (text === 'update' || text === 'delete' ? text : 'new')

/** Joins the portions of the same order, which they name by number or by its message, into one notice. */
const joinPortions = (notices: readonly ShipNotice[]): readonly ShipNotice[] =>
  [...groupBy(notices, ({ orderId, orderPayloadId }) => JSON.stringify(orderId ?? { orderPayloadId })).values()].flatMap(
    ([first, ...others]) => (first ? [{ ...first, lines: [first, ...others].flatMap(({ lines }) => lines) }] : []),
  )

/** The carrier by its name, its SCAC, or both, and the tracking number of each package (docs/erp/cxml.md#ship-notices). */
function carrierOf(request: XmlElement): Pick<ShipNotice, 'carrier' | 'carrierCode' | 'trackingNumbers' | 'trackingUrl'> {
  const named = elementsAt(request, 'ShipControl/CarrierIdentifier')
  const byDomain = (pattern: RegExp): string | null =>
    textAt(
      named.find((each) => pattern.test(textAt(each, '@domain') ?? '')),
      '',
    ) ?? null
  const shipped = elementsAt(request, 'ShipControl/ShipmentIdentifier')
  const numbers = shipped.map((each) => textAt(each, '')).filter((each) => each !== undefined)
  return {
    carrier: byDomain(/^companyName$/i) ?? textAt(named[0], '') ?? null,
    carrierCode: byDomain(/^SCAC$/i),
    trackingNumbers: [...new Set(numbers)],
    trackingUrl: shipped.map((each) => textAt(each, '@trackingURL')).find((each) => each !== undefined) ?? null,
  }
}

const readLine = (item: XmlElement): ShippedLine => ({
  lineNumber: textAt(item, '@lineNumber') ?? null,
  sku: textAt(item, 'ItemID/SupplierPartID') ?? null,
  quantity: requiredDecimalAt(item, '@quantity'),
})
