import { composeLine, composeOrder } from '../../dataset/compose-order.ts'
import { customerNameOf } from '../../dataset/customers.ts'
import { followOrder } from '../../dataset/order-status.ts'
import type { OrderLine, OrderRow } from '../../dataset/orders.ts'
import { findProduct } from '../../dataset/products.ts'
import type { Dataset } from '../../dataset.ts'
import { unitOfIso } from './iso-unit.ts'
import { ODataError, type SapMessage } from './odata-error.ts'
import type { OrderNames } from './order-names.ts'
import { sentParts } from './order-parties.ts'
import type { SentEntity } from './sent-entity.ts'

/** Fields of a header and of an item that SAP stores in addition to those that all ERPs have. */
const extraHeaderFields = [
  'SalesOrderType',
  'PurchaseOrderByShipToParty',
  'SenderBusinessSystemName',
  'CustomerPaymentTerms',
  'ShippingCondition',
  'HeaderBillingBlockReason',
]
const extraItemFields = ['MaterialByCustomer', 'UnderlyingPurchaseOrderItem', 'ExternalItemID', 'StorageLocation']

const orderTypes = ['OR', 'TA']
const plants = ['1010', '1710']
const area = { SalesOrganization: '1710', DistributionChannel: '10', OrganizationDivision: '00' }

/**
 * Stores a new order. Throws an ODataError with all messages if it is invalid. Like SAP, does not check for duplicates
 * (docs/erp/sap-s4hana.md#customer-reference).
 */
export function bookOrder(dataset: Dataset, sent: SentEntity, names: OrderNames, today: string): OrderRow {
  const { texts, links } = sent
  const items = links[names.toItem] ?? []
  const shipTo = links[names.toPartner]?.find((each) => ['SH', 'WE'].includes(each.texts.PartnerFunction ?? ''))?.texts.Customer
  throwIfAny([
    ...checkType(texts),
    ...checkParties(texts, shipTo),
    ...items.flatMap((item, number) => checkItem(item, number, names, dataset)),
  ])

  const charged = (links[names.toHeaderPrice] ?? []).map(({ texts: element }) => Number(element[names.rate] ?? 0))
  const lines = withHeaderAmount(
    items.map((item, number) => lineOf(item, number, names, dataset)),
    charged.reduce((sum, amount) => sum + amount, 0),
  )
  const customerId = withoutZeros(texts.SoldToParty ?? '')
  const shipToId = shipTo === undefined ? undefined : withoutZeros(shipTo)
  const name = customerNameOf(shipToId ?? customerId) ?? ''
  const draft = {
    ...headerOf(texts),
    ...sentParts(sent, names),
    ...(shipToId !== undefined && { shipToId }),
    ...(texts.SalesOrderDate !== undefined && { orderDate: texts.SalesOrderDate }),
    customerId,
    customerName: customerNameOf(customerId) ?? '',
    shipTo: { name, line1: '', city: '', postalCode: '', country: '' },
    lines,
  }
  const order = dataset.orders.insert(composeOrder(draft, dataset.orders.nextId(), today))
  followOrder(dataset.order_status, order)
  return order
}

/** SAP spreads amounts of the header over the items; here the first one bears them. */
function withHeaderAmount([first, ...rest]: readonly OrderLine[], amount: number): OrderLine[] {
  if (first === undefined || amount === 0) return first === undefined ? [] : [first, ...rest]
  return [{ ...first, lineTotal: (Number(first.lineTotal) + amount).toFixed(2) }, ...rest]
}

/** Changes the header of an order. Throws an ODataError if the change is invalid. */
export function changeOrder(dataset: Dataset, order: OrderRow, { texts }: SentEntity): OrderRow {
  if (texts.SoldToParty !== undefined) throwIfAny(checkParties({ ...area, ...texts }, undefined))
  const customerId = texts.SoldToParty === undefined ? order.customerId : withoutZeros(texts.SoldToParty)
  const headerFields = { ...order.headerFields, ...pick(texts, extraHeaderFields) }
  const changes = { ...headerOf(texts), customerId, customerName: customerNameOf(customerId) ?? order.customerName, headerFields }
  const released = order.status === 'on_hold' && texts.DeliveryBlockReason === '' ? { status: 'pending' as const } : {}
  const changed = dataset.orders.touch(order.id, { ...changes, ...released })
  followOrder(dataset.order_status, changed)
  return changed
}

/** The fields of a header, under the names of the dataset. */
function headerOf(texts: SentEntity['texts']): Partial<OrderRow> {
  const { PurchaseOrderByCustomer: reference, ExternalDocumentID: externalId, RequestedDeliveryDate, TransactionCurrency } = texts
  return {
    ...(reference !== undefined && { customerReference: reference === '' ? null : reference }),
    ...(externalId !== undefined && { externalId }),
    ...(RequestedDeliveryDate !== undefined && { requestedDeliveryDate: RequestedDeliveryDate }),
    ...(TransactionCurrency !== undefined && TransactionCurrency !== '' && { currency: TransactionCurrency }),
    ...((texts.DeliveryBlockReason ?? '') !== '' && { status: 'on_hold' as const }),
    headerFields: pick(texts, extraHeaderFields),
  }
}

function lineOf({ texts, links }: SentEntity, number: number, names: OrderNames, { products }: Dataset): OrderLine {
  const { RequestedQuantity = '', SalesOrderItem, SalesOrderItemText } = texts
  const sku = texts[names.product] ?? ''
  const uom = texts[names.unit] ?? unitOfIso(texts.RequestedQuantityISOUnit ?? '')
  const elements = (links[names.toPrice] ?? []).flatMap(({ texts: element }) => (element[names.rate] === undefined ? [] : [element]))
  const price = elements.find((element) => Number(element[names.rate]) >= 0)
  const discount = elements.reduce((sum, element) => sum - Math.min(0, Number(element[names.rate])), 0)
  const rate = price?.[names.rate]
  const draft = {
    sku,
    quantity: RequestedQuantity,
    ...(SalesOrderItem !== undefined && { lineNumber: withoutZeros(SalesOrderItem) }),
    ...(SalesOrderItemText !== undefined && { description: SalesOrderItemText }),
    ...(uom !== undefined && { uom }),
    ...(rate !== undefined && { unitPrice: rate }),
    ...(discount > 0 && { discount: String(discount) }),
    ...(Number(price?.ConditionQuantity) > 0 && { priceUnitQuantity: price!.ConditionQuantity! }),
    itemFields: pick(texts, [...extraItemFields, names.plant]),
  }
  return composeLine(draft, findProduct(products, sku)!, number)
}

function checkType({ SalesOrderType: type = '' }: SentEntity['texts']): SapMessage[] {
  return orderTypes.includes(type) ? [] : [{ code: 'V1/301', message: `Sales document type ${type} is not defined` }]
}

function checkParties(texts: SentEntity['texts'], shipTo: string | undefined): SapMessage[] {
  const { SoldToParty = '', SalesOrganization = '', DistributionChannel = '', OrganizationDivision = '' } = texts
  if (SoldToParty === '') return [{ code: 'V1/358', message: 'Enter sold-to party or ship-to party' }]
  const wanted = [SalesOrganization, DistributionChannel, OrganizationDivision]
  const isKnown = (party: string): boolean =>
    customerNameOf(withoutZeros(party)) !== undefined && wanted.join() === Object.values(area).join()
  const unknown = (role: string, party: string): SapMessage[] =>
    isKnown(party) ? [] : [{ code: 'VP/204', message: `${role} ${party} not maintained for sales area ${wanted.join(' ')}` }]
  return [...unknown('Sold-to party', SoldToParty), ...(shipTo === undefined ? [] : unknown('Ship-to party', shipTo))]
}

function checkItem({ texts }: SentEntity, number: number, names: OrderNames, { products }: Dataset): SapMessage[] {
  const { RequestedQuantity = '0', RequestedQuantityISOUnit: isoCode = '', SalesOrderItem = String((number + 1) * 10) } = texts
  const sku = texts[names.product] ?? ''
  const plant = texts[names.plant] ?? ''
  const messages: SapMessage[] = []
  if (!findProduct(products, sku))
    messages.push({ code: 'V1/302', message: `Material ${sku} is not defined for sales org.1710, distr.chan.10, language EN` })
  if (Number(RequestedQuantity) <= 0)
    messages.push({ code: '/IWBEP/CX_MGW_BUSI_EXCEPTION', message: `Enter a quantity greater than zero for item ${SalesOrderItem}` })
  if (isoCode !== '' && unitOfIso(isoCode) === undefined)
    messages.push({ code: 'BM/302', message: `ISO code ${isoCode} is not assigned to a unit of measure` })
  if (plant !== '' && !plants.includes(plant))
    messages.push({ code: 'V1/328', message: `Plant ${plant} is not defined for sales org.1710` })
  return messages
}

function throwIfAny([first, ...others]: readonly SapMessage[]): void {
  if (first) throw new ODataError(400, first.code, first.message, others)
}

function pick(texts: SentEntity['texts'], names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => names.includes(name)))
}

/** Strips leading zeros from a numeric key: SAP ignores them (docs/erp/sap-s4hana.md#leading-zeros). */
function withoutZeros(key: string): string {
  return /^\d+$/.test(key) ? key.replace(/^0+(?=\d)/, '') : key
}
