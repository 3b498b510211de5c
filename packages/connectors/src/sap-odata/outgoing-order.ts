import { decimalOf, toText } from '@linkspan/connector-kit/fields/exact-decimal'
import { mergeInto, placedFields } from '@linkspan/connector-kit/fields/placed-fields'
import { unsentValues } from '@linkspan/connector-kit/fields/unsent-values'
import type { ODataVersion } from '@linkspan/connector-kit/odata/literals'
import { AppError, isFields, type OutgoingRecord, type Remark } from '@linkspan/core/connector'
import { partnersOf, textsOf } from './outgoing-partners.ts'
import type { SapSettings } from './settings.ts'

type Data = Readonly<Record<string, unknown>>

interface OrderNames {
  readonly items: string
  readonly product: string
  readonly unit: string
  readonly plant: string
  readonly prices: string
  readonly rate: string
  /** Of the header. */
  readonly headerPrices: string
  readonly partners: string
  /** Of the header; null if it is not known. */
  readonly texts: string | null
}

/** What the versions call the parts of an order, and what is in them (docs/erp/sap-s4hana.md#creating-an-order). */
const orderNames: Readonly<Record<ODataVersion, OrderNames>> = {
  v2: {
    items: 'to_Item',
    product: 'Material',
    unit: 'RequestedQuantityUnit',
    plant: 'ProductionPlant',
    prices: 'to_PricingElement',
    rate: 'ConditionRateValue',
    headerPrices: 'to_PricingElement',
    partners: 'to_Partner',
    texts: 'to_Text',
  },
  v4: {
    items: '_Item',
    product: 'Product',
    unit: 'RequestedQuantitySAPUnit',
    plant: 'Plant',
    prices: '_ItemPricingElement',
    rate: 'ConditionRateAmount',
    headerPrices: '_PricingElement',
    partners: '_Partner',
    texts: null,
  },
}

type SalesOrderSettings = NonNullable<SapSettings['salesOrder']>

/** A location as it is read from SAP: a plant, or a plant and a storage location. */
const location = /^(?<plant>[A-Z0-9]{1,4})(?:\/(?<storageLocation>[A-Z0-9]{1,4}))?$/i

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** An amount that is worth sending: not zero. */
function amountOf(value: unknown): string | undefined {
  const amount = decimalOf(value)
  return amount && !amount.isZero() ? toText(amount) : undefined
}

const negated = (value: unknown): string | undefined => {
  const amount = amountOf(value)
  return amount === undefined ? undefined : amountOf(amount.startsWith('-') ? amount.slice(1) : `-${amount}`)
}

/** A day as the version writes it: V2 in milliseconds since 1970 (docs/erp/sap-s4hana.md#dates-and-times). */
const dayFor = (version: ODataVersion, day: string): string => (version === 'v2' ? `/Date(${Date.parse(`${day}T00:00:00Z`)})/` : day)

/**
 * The length of `PurchaseOrderByCustomer` (docs/erp/sap-s4hana.md#customer-reference): a reference that was cut would not be found again.
 */
const maxReferenceLength = 35

/** Why an order cannot be sent as it is; null if it can. */
export function whyNotSendable({ data, reference }: OutgoingRecord, { salesOrder, odataVersion }: SapSettings): string | null {
  if (reference.length > maxReferenceLength)
    return `The reference ${reference} has ${reference.length} characters, and SAP keeps ${maxReferenceLength}: the order would not be found again`
  const { lines = [] } = data
  const takesComments = salesOrder?.commentText !== undefined && orderNames[odataVersion].texts !== null
  const other = (lines as readonly Data[]).find(({ type }) => type !== 'item' && !(takesComments && type === 'comment'))
  return other ? `Line ${other.lineNumber} is a ${other.type}: only items are written to SAP, charges and comments are not` : null
}

/** Who orders: the order's own customer, else the one of the settings. */
export function soldToPartyOf(record: OutgoingRecord, salesOrder: SapSettings['salesOrder']): string | undefined {
  const { row, rest } = placedFields(record)
  return text(row.SoldToParty) ?? text(rest.customerId) ?? salesOrder?.soldToParty
}

/**
 * The deep insert of an order: header and items in one call (docs/erp/sap-s4hana.md#creating-an-order). `setup.settings-invalid` if the
 * sales area is not configured.
 */
export function toSalesOrder(record: OutgoingRecord, { salesOrder, sapLanguage }: SapSettings, version: ODataVersion): Data {
  if (!salesOrder) {
    throw new AppError(
      'setup.settings-invalid',
      'To write orders, SAP wants to know for which sales area: set settings.salesOrder with organization, distributionChannel and division',
    )
  }
  const names = orderNames[version]
  const { row, rest } = placedFields(record)
  const { currency, requestedDeliveryDate } = rest
  const lines = (rest.lines ?? []) as readonly Data[]
  const day = text(requestedDeliveryDate)
  const soldToParty = soldToPartyOf(record, salesOrder)
  const { addressFunctions: _, ...withoutAddresses } = salesOrder
  const order = {
    SalesOrderType: salesOrder.type,
    SalesOrganization: salesOrder.organization,
    DistributionChannel: salesOrder.distributionChannel,
    OrganizationDivision: salesOrder.division,
    SoldToParty: soldToParty,
    TransactionCurrency: text(currency),
    ...(day && { RequestedDeliveryDate: dayFor(version, day) }),
    ...listed(names.headerPrices, headerPrices(rest, salesOrder, names)),
    ...listed(names.partners, partnersOf(rest, soldToParty, version === 'v2' ? salesOrder : withoutAddresses)),
    ...(names.texts !== null && listed(names.texts, textsOf(lines, salesOrder, sapLanguage))),
    [names.items]: lines.filter(({ type }) => type !== 'comment').map((line) => toItem(line, text(currency), salesOrder, names)),
  }
  mergeInto(order, mappedProperties(row, names))
  return { ...order, PurchaseOrderByCustomer: record.reference }
}

/** What the mapping places in the order, with its items as a list: V2 reads them as `{ results: […] }`. */
function mappedProperties(row: Data, { items }: OrderNames): Data {
  const { [items]: placed, ...header } = row
  if (placed === undefined) return header
  return { ...header, [items]: isFields(placed) ? placed.results : placed }
}

const listed = (name: string, entities: readonly Data[]): Data => (entities.length === 0 ? {} : { [name]: entities })

/** Amounts of the whole order as price elements of its header (docs/erp/sap-s4hana.md#price-elements). */
function headerPrices(order: Data, settings: SalesOrderSettings, names: OrderNames): readonly Data[] {
  const currency = text(order.currency)
  const { discountCondition, freightCondition, taxCondition } = settings
  return [
    ...priceElement(discountCondition, negated(order.discountTotal), currency, names),
    ...priceElement(freightCondition, amountOf(order.shippingTotal), currency, names),
    ...priceElement(taxCondition, amountOf(order.taxTotal), currency, names),
  ]
}

function priceElement(
  type: string | undefined,
  amount: string | undefined,
  currency: string | undefined,
  { rate }: OrderNames,
): readonly Data[] {
  return type === undefined || amount === undefined ? [] : [{ ConditionType: type, [rate]: amount, ConditionCurrency: currency }]
}

function toItem(line: Data, currency: string | undefined, settings: SalesOrderSettings, names: OrderNames): Data {
  const { priceCondition, lineDiscountCondition, units } = settings
  const { lineNumber, sku, quantity } = line
  const unit = text(line.uom)
  const price = text(line.unitPrice)
  const { plant, storageLocation } = location.exec(text(line.locationId) ?? '')?.groups ?? {}
  return {
    ...(/^\d{1,6}$/.test(String(lineNumber)) && { SalesOrderItem: lineNumber }),
    [names.product]: sku,
    RequestedQuantity: quantity,
    ...(unit && { [names.unit]: units?.[unit] ?? unit }),
    ...(plant !== undefined && { [names.plant]: plant }),
    ...(storageLocation !== undefined && { StorageLocation: storageLocation }),
    ...listed(names.prices, [
      ...priceElement(priceCondition, price, currency, names).map((element) => ({ ...element, ConditionQuantity: '1' })),
      ...priceElement(lineDiscountCondition, negated(line.discount), currency, names),
    ]),
  }
}

const setIt = (setting: string) => ({ message: `is not sent to SAP: the setting salesOrder.${setting} would send it as a price element` })
const addressOfSap = (role: string) => ({
  message: `is not sent to SAP, which takes the address of the order's partner: the setting salesOrder.addressFunctions.${role} would send it (V2 only)`,
})
const taxOfSap = { message: 'is not sent to SAP, which works taxes out itself', isHarmless: true } as const

/** The values of an order that are not sent: amounts for which no condition type is set, and what has no place in a new order. */
export function unsentOf(record: OutgoingRecord, { salesOrder, odataVersion }: SapSettings): readonly Remark[] {
  const { discountCondition, freightCondition, taxCondition, lineDiscountCondition } = salesOrder ?? {}
  const { shipTo, billTo } = (odataVersion === 'v2' && salesOrder?.addressFunctions) || {}
  return unsentValues(placedFields(record).rest, {
    discountTotal: discountCondition === undefined ? setIt('discountCondition') : null,
    shippingTotal: freightCondition === undefined ? setIt('freightCondition') : null,
    taxTotal: taxCondition === undefined ? taxOfSap : null,
    'lines[].discount': lineDiscountCondition === undefined ? setIt('lineDiscountCondition') : null,
    'lines[].tax': taxCondition === undefined ? taxOfSap : null,
    shipTo: shipTo === undefined ? addressOfSap('shipTo') : null,
    billTo: billTo === undefined ? addressOfSap('billTo') : null,
    'lines[].requestedDate': { message: 'is not sent to SAP, which takes the requested delivery date of the whole order' },
  })
}

/**
 * What can be changed in an order that SAP has: the requested delivery date, and properties of its header that the mapping names. Null if
 * something else was changed.
 */
export function toHeaderChange(record: OutgoingRecord, version: ODataVersion): Data | null {
  const changed = record.changed ?? []
  const { row, rest } = placedFields(record, changed)
  const others = Object.keys(rest).filter((field) => field !== 'requestedDeliveryDate')
  const isOfHeader = Object.values(row).every((value) => !isFields(value) && !Array.isArray(value))
  if (changed.length === 0 || others.length > 0 || !isOfHeader) return null
  const day = text(rest.requestedDeliveryDate)
  return { ...row, ...('requestedDeliveryDate' in rest && { RequestedDeliveryDate: day ? dayFor(version, day) : null }) }
}
