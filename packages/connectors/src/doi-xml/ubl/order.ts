import { buildXml, element, type XmlNode } from '@linkspan/connector-kit/xml/build-xml'
import { addDecimals, type Order } from '@linkspan/core/connector'
import { commentsOf, itemsOf, lineTotalOf, type OrderLine, unitPriceOf } from '../order-amounts.ts'
import { isZero, subtract } from '../values.ts'
import { ublDocument, ublNamespaces } from './namespaces.ts'
import { deliveryAddress, type UblParty, ublParty } from './party.ts'
import { unitCode } from './units.ts'

export interface UblOrderSettings {
  readonly buyer: UblParty
  readonly seller: UblParty
  /** What Peppol requires (docs/erp/ubl.md#peppol-identifiers). */
  readonly customizationId?: string
  readonly profileId?: string
  /** Our units of measure → the partner's. Units that are not here are translated by `unitCode`. */
  readonly units?: Readonly<Record<string, string>>
}

export interface UblOrderMessage {
  /** Written as `UUID`; the same in every attempt to send the message. */
  readonly payloadId: string
  /** The order number at the partner. */
  readonly orderId: string
  /** When it is sent: ISO 8601, UTC. */
  readonly timestamp: string
}

type Amount = (name: string, amount: string | undefined) => XmlNode | undefined

const basic = (name: string, text: string | undefined, attributes: Readonly<Record<string, string>> = {}): XmlNode | undefined =>
  text === undefined ? undefined : element(`cbc:${name}`, attributes, text)

/** An order in UBL 2.1, with its elements in the order that the schema requires (docs/erp/ubl.md#orders). Check `whyNotSendable` first. */
export function buildUblOrder(order: Order, settings: UblOrderSettings, message: UblOrderMessage): string {
  const { currency, taxTotal, requestedDeliveryDate, shipTo } = order
  const amount: Amount = (name, value) => basic(name, value, { currencyID: currency })
  const root = element('Order', { xmlns: ublDocument('Order'), 'xmlns:cac': ublNamespaces.cac, 'xmlns:cbc': ublNamespaces.cbc }, [
    basic('UBLVersionID', '2.1'),
    basic('CustomizationID', settings.customizationId),
    basic('ProfileID', settings.profileId),
    basic('ID', message.orderId),
    basic('UUID', message.payloadId),
    basic('IssueDate', order.orderDate),
    basic('IssueTime', message.timestamp.startsWith(order.orderDate) ? `${message.timestamp.slice(11, 19)}Z` : undefined),
    basic('OrderTypeCode', '220'),
    ...commentsOf(order).map((comment) => basic('Note', comment)),
    basic('DocumentCurrencyCode', currency),
    basic('CustomerReference', order.customerReference),
    basic('LineCountNumeric', String(itemsOf(order).length)),
    element('cac:BuyerCustomerParty', {}, ublParty(settings.buyer, order.customerId, order.customerName)),
    element('cac:SellerSupplierParty', {}, ublParty(settings.seller)),
    deliveryElement(shipTo, requestedDeliveryDate),
    ...allowances(order, amount),
    taxTotal === undefined ? undefined : element('cac:TaxTotal', {}, amount('TaxAmount', taxTotal)),
    element('cac:AnticipatedMonetaryTotal', {}, monetaryTotal(order, amount)),
    ...itemsOf(order).map((line) => toLine(line, settings, amount)),
  ])
  return buildXml(root)
}

function deliveryElement(shipTo: Order['shipTo'], requestedDay: string | undefined): XmlNode | undefined {
  if (!shipTo && requestedDay === undefined) return undefined
  const period = requestedDay === undefined ? undefined : element('cac:RequestedDeliveryPeriod', {}, basic('EndDate', requestedDay))
  return element('cac:Delivery', {}, [
    shipTo && deliveryAddress(shipTo),
    period,
    shipTo && element('cac:DeliveryParty', {}, partyName(shipTo.name)),
  ])
}

const partyName = (name: string | undefined): XmlNode => element('cac:PartyName', {}, basic('Name', name ?? 'Customer'))

function allowances({ discountTotal, shippingTotal }: Order, amount: Amount): (XmlNode | undefined)[] {
  return [allowance('false', 'Discount', discountTotal, amount), allowance('true', 'Shipping', shippingTotal, amount)]
}

const allowance = (isCharge: 'true' | 'false', reason: string, value: string | undefined, amount: Amount): XmlNode | undefined =>
  value === undefined || isZero(value)
    ? undefined
    : element('cac:AllowanceCharge', {}, [
        basic('ChargeIndicator', isCharge),
        basic('AllowanceChargeReason', reason),
        amount('Amount', value),
      ])

function monetaryTotal(order: Order, amount: Amount): (XmlNode | undefined)[] {
  const { subtotal, total, taxTotal, discountTotal, shippingTotal } = order
  return [
    amount('LineExtensionAmount', subtotal ?? addDecimals(itemsOf(order).map(lineTotalOf))),
    amount('TaxExclusiveAmount', taxTotal && subtract(total, taxTotal)),
    amount('TaxInclusiveAmount', taxTotal && total),
    amount('AllowanceTotalAmount', discountTotal),
    amount('ChargeTotalAmount', shippingTotal),
    amount('PayableAmount', total),
  ]
}

function toLine(line: OrderLine, { units }: UblOrderSettings, amount: Amount): XmlNode {
  const { sku = '', description, lineNumber, quantity, uom, discount, tax, requestedDate } = line
  const code = (uom !== undefined && units?.[uom]) || unitCode(uom)
  return element(
    'cac:OrderLine',
    {},
    element('cac:LineItem', {}, [
      basic('ID', lineNumber),
      basic('Quantity', quantity, { unitCode: code }),
      amount('LineExtensionAmount', lineTotalOf(line)),
      amount('TotalTaxAmount', tax),
      deliveryElement(undefined, requestedDate),
      allowance('false', 'Discount', discount, amount),
      element('cac:Price', {}, [amount('PriceAmount', unitPriceOf(line) ?? '0'), basic('BaseQuantity', '1', { unitCode: code })]),
      element('cac:Item', {}, [basic('Name', description ?? sku), element('cac:SellersItemIdentification', {}, basic('ID', sku))]),
    ]),
  )
}
