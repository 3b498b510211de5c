import { decimalOf, type ExactDecimal, toText } from '@linkspan/connector-kit/fields/exact-decimal'
import { unsentValues } from '@linkspan/connector-kit/fields/unsent-values'
import type { EntityShape } from '@linkspan/connector-kit/odata/metadata'
import type { OutgoingRecord, Remark } from '@linkspan/core/connector'
import { LosslessNumber, stringify } from 'lossless-json'
import { toProperties } from './address.ts'
import { orderLinesProperty } from './orders.ts'
import type { BcSettings } from './settings.ts'

export type Data = Readonly<Record<string, unknown>>

/** The length of `externalDocumentNumber` (docs/erp/dynamics-business-central.md#our-reference). */
const maxReferenceLength = 35
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined)

/** A decimal as the number that OData wants, with all its digits. */
const number = (value: unknown): LosslessNumber | undefined => (text(value) === undefined ? undefined : new LosslessNumber(String(value)))

/** Our reference as Business Central keeps it: in capital letters, without blanks at the ends. */
export const referenceOf = ({ reference }: OutgoingRecord): string => reference.trim().toUpperCase()

/** Why an order cannot be sent as it is; null if it can. */
export function whyNotSendable(record: OutgoingRecord): string | null {
  const { data, reference } = record
  const kept = referenceOf(record)
  if (kept === '') return 'The order has no reference: it would not be found again'
  if (kept.length > maxReferenceLength)
    return `The reference ${reference} has ${kept.length} characters, and Business Central keeps ${maxReferenceLength}: the order would not be found again`
  const other = linesOf(data).find(({ type }) => type !== 'item')
  return other
    ? `Line ${other.lineNumber} is a ${other.type}: only items are written to Business Central, charges and comments are not`
    : null
}

export const linesOf = ({ lines }: Data): readonly Data[] => (Array.isArray(lines) ? (lines as readonly Data[]) : [])

/** Who orders: a customer is named by number or by id. */
export const customerOf = ({ customerId }: Data): Data => {
  const id = text(customerId)?.trim()
  return id !== undefined && guid.test(id) ? { customerId: id } : { customerNumber: id }
}

type AmountLines = Pick<BcSettings, 'shippingLine' | 'discountLine'>

/** A line of an order, as far as Business Central shows whether it is there. */
export interface SentLine {
  readonly number: unknown
  readonly quantity: unknown
}

/** The lines that an order is sent with: items, then shipping cost and discount if there are lines for them. */
export const sentLines = (data: Data, settings: AmountLines): readonly SentLine[] => [
  ...linesOf(data).map(({ sku, quantity }) => ({ number: sku, quantity })),
  ...amountLines(data, settings).map(({ lineObjectNumber }) => ({ number: lineObjectNumber, quantity: '1' })),
]

/** Amounts of the whole order as lines of their own: a header has no place for shipping cost (docs/erp/dynamics-business-central.md#charges-and-discounts). */
function amountLines({ shippingTotal, discountTotal }: Data, { shippingLine, discountLine }: AmountLines): readonly Data[] {
  const lineOf = (line: AmountLines['shippingLine'], amount: ExactDecimal | null): readonly Data[] => {
    if (line === undefined || amount === null || amount.isZero()) return []
    return [{ lineType: line.type, lineObjectNumber: line.number, quantity: number('1'), unitPrice: number(toText(amount)) }]
  }
  return [...lineOf(shippingLine, decimalOf(shippingTotal)), ...lineOf(discountLine, decimalOf(discountTotal)?.neg() ?? null)]
}

const setIt = (setting: string) => ({ message: `is not sent to Business Central: the setting ${setting} would send it as a line` })
const taxOfBc = { message: 'is not sent to Business Central, which works taxes out itself', isHarmless: true } as const

/** The values of an order that are not sent. */
export const unsentOf = ({ data }: OutgoingRecord, { shippingLine, discountLine }: AmountLines): readonly Remark[] =>
  unsentValues(data, {
    shippingTotal: shippingLine === undefined ? setIt('shippingLine') : null,
    discountTotal: discountLine === undefined ? setIt('discountLine') : null,
    taxTotal: taxOfBc,
    'lines[].tax': taxOfBc,
    billTo: { message: 'is not sent to Business Central, which takes the address of the customer' },
    'lines[].requestedDate': { message: 'is not sent to Business Central, which takes the requested delivery date of the whole order' },
    'lines[].locationId': { message: 'is not sent to Business Central, which chooses the location of a line' },
  })

interface OrderContext {
  readonly localCurrency: string | undefined
  /** What the tenant's orders have. */
  readonly shape: EntityShape | undefined
  readonly settings: Pick<BcSettings, 'units'> & AmountLines
}

/**
 * A new order with its lines, for one deep insert (docs/erp/dynamics-business-central.md#creating-an-order). The local currency is not named.
 * Of the address only the parts that the tenant's orders have are sent.
 */
export function toSalesOrder(record: OutgoingRecord, { localCurrency, shape, settings }: OrderContext): Data {
  const { data } = record
  const currency = text(data.currency)
  return {
    externalDocumentNumber: referenceOf(record),
    ...customerOf(data),
    orderDate: text(data.orderDate),
    requestedDeliveryDate: text(data.requestedDeliveryDate),
    currencyCode: currency === localCurrency ? undefined : currency,
    ...known(shipTo(data), shape),
    [orderLinesProperty]: [...linesOf(data).map((line) => toLine(line, settings.units)), ...amountLines(data, settings)],
  }
}

/** Without a sequence: Business Central numbers the lines itself, and refuses a number (docs/erp/dynamics-business-central.md#creating-an-order). */
const toLine = ({ sku, quantity, unitPrice, uom, discount }: Data, units: BcSettings['units'] = {}): Data => ({
  lineType: 'Item',
  lineObjectNumber: sku,
  quantity: number(quantity),
  unitPrice: number(unitPrice),
  unitOfMeasureCode: units[text(uom) ?? ''] ?? text(uom),
  discountAmount: number(discount),
})

const shipTo = ({ shipTo: given }: Data): Data => (typeof given === 'object' && given !== null ? toProperties('shipTo', given as Data) : {})

const known = (properties: Data, shape: EntityShape | undefined): Data =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => shape?.properties.has(name) ?? true))

const changeable: readonly string[] = ['requestedDeliveryDate', 'shipTo']
/** What stands for no day (docs/erp/dynamics-business-central.md#empty-values). */
const noDay = '0001-01-01'

/** What can be changed in an order that Business Central has; null if something else was changed. */
export function toHeaderChange({ data, changed }: OutgoingRecord, shape: EntityShape | undefined): Data | null {
  const fields = changed ?? []
  if (fields.some((field) => !changeable.includes(field))) return null
  return {
    ...(fields.includes('requestedDeliveryDate') && { requestedDeliveryDate: text(data.requestedDeliveryDate) ?? noDay }),
    ...(fields.includes('shipTo') && known(shipTo(data), shape)),
  }
}

/** As JSON, no digit lost; what is undefined is left out. */
export const toBody = (body: Data): string => stringify(body) ?? '{}'
