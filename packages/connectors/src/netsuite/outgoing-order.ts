import { decimalOf, toText as digitsOf } from '@linkspan/connector-kit/fields/exact-decimal'
import { unsentValues } from '@linkspan/connector-kit/fields/unsent-values'
import type { OutgoingRecord, Remark } from '@linkspan/core/connector'
import { LosslessNumber, stringify } from 'lossless-json'
import type { NetSuiteSettings } from './settings.ts'

type Data = Readonly<Record<string, unknown>>

const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined)
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null

/** A decimal as a JSON number, with all its digits. */
const number = (value: unknown): LosslessNumber | undefined => (text(value) === undefined ? undefined : new LosslessNumber(String(value)))
const reference = (id: string | undefined) => (id === undefined ? undefined : { id })

export const linesOf = ({ lines }: Data): readonly Data[] => (Array.isArray(lines) ? (lines as readonly Data[]) : [])
export const skusOf = (data: Data): readonly string[] => linesOf(data).flatMap(({ sku }) => text(sku) ?? [])

/** What an order's fields refer to, by internal ids. */
export interface OrderContext {
  /** By SKU. */
  readonly items: ReadonlyMap<string, string>
  /** ISO 4217 codes by internal ids; none if the account has one currency only. */
  readonly currencies: ReadonlyMap<string, string>
  readonly subsidiaryId: string | undefined
  readonly settings: NetSuiteSettings
  /** Whether the account's form of addresses has the name of who receives. */
  readonly hasAddressee: boolean
}

/** Why an order cannot be sent as it is; null if it can. */
export function whyNotSendable({ data, reference: ours }: OutgoingRecord, { items, currencies }: OrderContext): string | null {
  if (ours.trim() === '') return 'The order has no reference: it would not be found again'
  if (text(data.customerId) === undefined) return 'The order has no customerId: NetSuite needs the internal id of a customer'
  const other = linesOf(data).find(({ type = 'item' }) => type !== 'item')
  if (other) return `Line ${other.lineNumber} is a ${other.type}: only items are written to NetSuite, charges and comments are not`
  const unknown = linesOf(data).find(({ sku }) => !items.has(text(sku) ?? ''))
  if (unknown) return `Line ${unknown.lineNumber}: NetSuite has no item "${unknown.sku}", or more than one`
  const currency = text(data.currency)
  const isKnown = currency === undefined || currencies.size === 0 || [...currencies.values()].includes(currency)
  return isKnown ? null : `NetSuite has no currency ${currency}`
}

/** A new order with its lines, for one request (docs/erp/netsuite.md#creating-an-order). */
export function toSalesOrder({ data, reference: ours }: OutgoingRecord, context: OrderContext): Data {
  const { currencies, subsidiaryId, settings, hasAddressee } = context
  const [currencyId] = [...currencies].find(([, code]) => code === text(data.currency)) ?? []
  const shippingCost = decimalOf(data.shippingTotal)
  return {
    ...settings.orderFields,
    externalId: ours,
    entity: reference(text(data.customerId)),
    subsidiary: reference(subsidiaryId),
    otherRefNum: text(data.customerReference),
    tranDate: text(data.orderDate),
    shipDate: text(data.requestedDeliveryDate),
    orderStatus: reference(settings.orderStatus),
    currency: reference(currencyId),
    location: reference(settings.location),
    shippingCost: shippingCost?.isZero() === false ? number(digitsOf(shippingCost)) : undefined,
    shippingAddress: isData(data.shipTo) ? toAddress(data.shipTo, hasAddressee) : undefined,
    billingAddress: isData(data.billTo) ? toAddress(data.billTo, hasAddressee) : undefined,
    item: { items: linesOf(data).map((line) => toLine(line, context)) },
  }
}

function toLine({ sku, quantity, unitPrice, uom, discount, locationId }: Data, { items, settings }: OrderContext): Data {
  return {
    item: reference(items.get(text(sku) ?? '')),
    quantity: number(quantity),
    rate: number(unitPrice),
    amount: discountedAmount(quantity, unitPrice, discount),
    units: reference(settings.units?.[text(uom) ?? '']),
    location: reference(text(locationId)),
  }
}

/** NetSuite has no discount of a line: its amount says what is left. */
function discountedAmount(quantity: unknown, unitPrice: unknown, discount: unknown): LosslessNumber | undefined {
  const [count, price, less] = [decimalOf(quantity), decimalOf(unitPrice), decimalOf(discount)]
  return count && price && less && !less.isZero() ? new LosslessNumber(digitsOf(count.times(price).minus(less))) : undefined
}

function toAddress({ name, line1, line2, city, region, postalCode, country }: Data, hasAddressee: boolean): Data {
  return {
    addressee: hasAddressee ? text(name) : undefined,
    addr1: text(line1),
    addr2: text(line2),
    city: text(city),
    state: text(region),
    zip: text(postalCode),
    country: reference(text(country)),
  }
}

const taxOfNetSuite = { message: 'is not sent to NetSuite, which works taxes out itself', isHarmless: true } as const

/** The values of an order that are not sent. */
export const unsentOf = ({ data }: OutgoingRecord): readonly Remark[] =>
  unsentValues(data, {
    discountTotal: { message: 'is not sent to NetSuite, which knows a discount of the whole order as an item: take it off the lines' },
    taxTotal: taxOfNetSuite,
    'lines[].tax': taxOfNetSuite,
    'lines[].requestedDate': { message: 'is not sent to NetSuite, which takes the requested delivery date of the whole order' },
  })

const changeable: readonly string[] = ['customerReference', 'requestedDeliveryDate', 'shipTo']

/** What can be changed in an order that NetSuite has; null if something else was changed. */
export function toHeaderChange({ data, changed }: OutgoingRecord, hasAddressee: boolean): Data | null {
  const fields = changed ?? []
  if (fields.some((field) => !changeable.includes(field))) return null
  return {
    ...(fields.includes('customerReference') && { otherRefNum: text(data.customerReference) ?? '' }),
    ...(fields.includes('requestedDeliveryDate') && { shipDate: text(data.requestedDeliveryDate) ?? null }),
    ...(fields.includes('shipTo') && isData(data.shipTo) && { shippingAddress: toAddress(data.shipTo, hasAddressee) }),
  }
}

/** As JSON, no digit lost; what is undefined is left out. */
export const toBody = (body: Data): string => stringify(body) ?? '{}'
