import { element, type XmlNode } from '@linkspan/connector-kit/xml/build-xml'
import type { Order } from '@linkspan/core/connector'
import { commentsOf, goodsTotalOf, itemsOf, netUnitPriceOf, type OrderLine } from '../order-amounts.ts'
import { withOffset } from '../values.ts'
import { addressElement } from './address.ts'
import { buildRequest, type CxmlMessage, type CxmlParties, languageOf } from './envelope.ts'

export interface CxmlOrderSettings extends CxmlParties {
  /** The classification of every line, which the DTD requires: `UNSPSC` 00000000 by default. */
  readonly classification?: { readonly domain: string; readonly code: string }
  /** Our units of measure → the partner's. */
  readonly units?: Readonly<Record<string, string>>
  /** The unit of lines that have none: `EA` by default. */
  readonly defaultUnit?: string
  /** Extrinsic elements of the header, by name. */
  readonly extrinsics?: Readonly<Record<string, string>>
}

export interface CxmlOrderMessage extends CxmlMessage {
  /** The order number at the partner, which is in everything that the partner sends about the order. */
  readonly orderId: string
  /** `new` by default. */
  readonly type?: 'new' | 'update' | 'delete'
  /** Increases with every update (docs/erp/cxml.md#changing-an-order). */
  readonly orderVersion?: string
  /** The message in which the order was sent last; required with `update` and `delete`. */
  readonly previousPayloadId?: string
}

/**
 * An order as a cXML OrderRequest, with its elements in the order that the DTD requires (docs/erp/cxml.md#order-requests). `Total` covers
 * the goods only: shipping and tax are separate, and a line's discount is in its unit price. Check `whyNotSendable` first.
 */
export function buildOrderRequest(order: Order, settings: CxmlOrderSettings, message: CxmlOrderMessage): string {
  const { orderId, type = 'new', orderVersion } = message
  const header = element(
    'OrderRequestHeader',
    {
      orderID: orderId,
      orderDate: dayWithTime(order.orderDate),
      orderType: 'regular',
      type,
      orderVersion,
      requestedDeliveryDate: order.requestedDeliveryDate && dayWithTime(order.requestedDeliveryDate),
    },
    headerContent(order, settings, message),
  )
  const items = itemsOf(order).map((line) => toItem(line, order.currency, settings))
  return buildRequest(element('OrderRequest', {}, header, items), settings, message)
}

/** A day as midnight in UTC. */
const dayWithTime = (day: string): string => withOffset(`${day}T00:00:00Z`)

const money = (amount: string, currency: string): XmlNode => element('Money', { currency }, amount)

function headerContent(order: Order, settings: CxmlOrderSettings, { previousPayloadId }: CxmlOrderMessage): (XmlNode | undefined)[] {
  const { currency, shipTo, billTo, shippingTotal, taxTotal, customerName = 'Customer' } = order
  const language = languageOf(settings)
  const cost = (name: string, amount: string | undefined, words: string): XmlNode | undefined =>
    amount === undefined ? undefined : element(name, {}, money(amount, currency), element('Description', { 'xml:lang': language }, words))
  return [
    element('Total', {}, money(goodsTotalOf(order), currency)),
    shipTo && element('ShipTo', {}, addressElement(shipTo, customerName, language)),
    element('BillTo', {}, addressElement(billTo ?? {}, customerName, language)),
    cost('Shipping', shippingTotal, 'Shipping'),
    cost('Tax', taxTotal, 'Tax'),
    ...commentsOf(order).map((comment) => element('Comments', { 'xml:lang': language }, comment)),
    previousPayloadId === undefined ? undefined : element('DocumentReference', { payloadID: previousPayloadId }),
    ...Object.entries(settings.extrinsics ?? {}).map(([name, value]) => element('Extrinsic', { name }, value)),
  ]
}

function toItem(line: OrderLine, currency: string, settings: CxmlOrderSettings): XmlNode {
  const { classification = { domain: 'UNSPSC', code: '00000000' }, units, defaultUnit = 'EA' } = settings
  const { sku = '', description = sku, uom = defaultUnit, lineNumber, quantity, requestedDate } = line
  return element(
    'ItemOut',
    { quantity, lineNumber, requestedDeliveryDate: requestedDate && dayWithTime(requestedDate) },
    element('ItemID', {}, element('SupplierPartID', {}, sku)),
    element('ItemDetail', {}, [
      element('UnitPrice', {}, money(netUnitPriceOf(line) ?? '0', currency)),
      element('Description', { 'xml:lang': languageOf(settings) }, description),
      element('UnitOfMeasure', {}, units?.[uom] ?? uom),
      element('Classification', { domain: classification.domain }, classification.code),
    ]),
  )
}
