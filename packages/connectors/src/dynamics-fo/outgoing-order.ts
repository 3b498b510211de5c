import { unsentValues } from '@linkspan/connector-kit/fields/unsent-values'
import type { EntityShape } from '@linkspan/connector-kit/odata/metadata'
import type { OutgoingRecord, Remark } from '@linkspan/core/connector'
import { LosslessNumber, stringify } from 'lossless-json'
import { toProperties } from './address.ts'
import type { FoSettings } from './settings.ts'

export type Data = Readonly<Record<string, unknown>>

const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined)

/** A decimal as the number that OData wants, with all its digits. */
const number = (value: unknown): LosslessNumber | undefined => (text(value) === undefined ? undefined : new LosslessNumber(String(value)))

/** A day as the environment writes it (docs/erp/dynamics-finance-operations.md#days). */
const noon = (value: unknown): string | undefined => (text(value) === undefined ? undefined : `${String(value).slice(0, 10)}T12:00:00Z`)
const noDay = '1900-01-01T12:00:00Z'

export const referenceOf = ({ reference }: OutgoingRecord): string => reference.trim()

export const linesOf = ({ lines }: Data): readonly Data[] => (Array.isArray(lines) ? (lines as readonly Data[]) : [])

/** Why an order cannot be sent as it is; null if it can. */
export function whyNotSendable(record: OutgoingRecord): string | null {
  if (referenceOf(record) === '') return 'The order has no reference: it would not be found again'
  const other = linesOf(record.data).find(({ type = 'item' }) => type !== 'item')
  return other
    ? `Line ${other.lineNumber} is a ${other.type}: only items are written to Finance and Operations, charges and comments are not`
    : null
}

export interface OrderContext {
  readonly company: string
  readonly settings: FoSettings
  /** What the environment's headers and lines have. */
  readonly header: EntityShape | undefined
  readonly line: EntityShape | undefined
}

/** The header of a new order (docs/erp/dynamics-finance-operations.md#creating-an-order). */
export function toHeader(record: OutgoingRecord, { company, settings, header }: OrderContext): Data {
  const { data } = record
  const { referenceField, language, orderNumbers, orderDefaults } = settings
  const isOwnField = referenceField === 'CustomerRequisitionNumber'
  const customer = text(data.customerId)
  const known = {
    OrderingCustomerAccountNumber: customer,
    InvoiceCustomerAccountNumber: customer,
    CurrencyCode: text(data.currency),
    LanguageId: language,
    ...(isOwnField && { CustomersOrderReference: text(data.customerReference) }),
    RequestedReceiptDate: noon(data.requestedDeliveryDate),
    RequestedShippingDate: noon(data.requestedDeliveryDate),
    ...addressOf(data),
    ...orderDefaults,
  }
  const numbered = orderNumbers === 'manual' ? { SalesOrderNumber: referenceOf(record) } : {}
  return { dataAreaId: company, ...numbered, [referenceField]: referenceOf(record), ...onlyKnown(known, header) }
}

/** The lines of a new order; without the number of the order if that is not known yet. */
export function toLines(record: OutgoingRecord, orderNumber: string | undefined, context: OrderContext): readonly Data[] {
  return linesOf(record.data).map((line, at) => toLine(line, lineNumberAt(line, at), orderNumber, context))
}

/** By it the lines of an order are told apart that was written in part. */
export const lineNumberAt = ({ lineNumber }: Data, at: number): number =>
  /^\d{1,9}$/.test(String(lineNumber)) ? Number(lineNumber) : at + 1

function toLine(line: Data, lineNumber: number, orderNumber: string | undefined, { company, settings, line: shape }: OrderContext): Data {
  const { sku, quantity, unitPrice, uom, discount, locationId, requestedDate } = line
  const known = {
    SalesPrice: number(unitPrice),
    SalesUnitSymbol: settings.units?.[text(uom) ?? ''] ?? text(uom),
    LineDiscountAmount: number(discount),
    RequestedReceiptDate: noon(requestedDate),
    CustomersLineNumber: lineNumber,
    ...placeOf(locationId, settings),
  }
  const wanted = { ItemNumber: sku, OrderedSalesQuantity: number(quantity) }
  return { dataAreaId: company, SalesOrderNumber: orderNumber, ...wanted, ...onlyKnown(known, shape) }
}

/** A location is a warehouse, or a site and a warehouse with / between them. */
function placeOf(locationId: unknown, { warehouse }: FoSettings): Data {
  const place = text(locationId) ?? warehouse
  if (place === undefined) return {}
  const [site, ...rest] = place.split('/')
  return rest.length === 0 ? { ShippingWarehouseId: site } : { ShippingSiteId: site, ShippingWarehouseId: rest.join('/') }
}

const addressOf = ({ shipTo }: Data): Data => (typeof shipTo === 'object' && shipTo !== null ? toProperties(shipTo as Data) : {})

const onlyKnown = (properties: Data, shape: EntityShape | undefined): Data =>
  Object.fromEntries(Object.entries(properties).filter(([name, value]) => value !== undefined && (shape?.properties.has(name) ?? true)))

const ofWholeOrder = (what: string) => ({
  message: `is not sent to Finance and Operations: no entity of a new order takes ${what} of the whole order`,
})
const taxOfFo = { message: 'is not sent to Finance and Operations, which works taxes out itself', isHarmless: true } as const

/** The values of an order that are not sent. */
export const unsentOf = ({ data }: OutgoingRecord): readonly Remark[] =>
  unsentValues(data, {
    discountTotal: ofWholeOrder('a discount'),
    shippingTotal: ofWholeOrder('a charge'),
    taxTotal: taxOfFo,
    'lines[].tax': taxOfFo,
    billTo: { message: 'is not sent to Finance and Operations, which takes the address of the invoice account' },
  })

const changeable: readonly string[] = ['requestedDeliveryDate', 'shipTo']

/** What can be changed in an order that the environment has; null if something else was changed. */
export function toHeaderChange({ data, changed }: OutgoingRecord, shape: EntityShape | undefined): Data | null {
  const fields = changed ?? []
  if (fields.some((field) => !changeable.includes(field))) return null
  const day = noon(data.requestedDeliveryDate) ?? noDay
  return onlyKnown(
    {
      ...(fields.includes('requestedDeliveryDate') && { RequestedReceiptDate: day }),
      ...(fields.includes('shipTo') && addressOf(data)),
    },
    shape,
  )
}

/** As JSON, no digit lost; what is undefined is left out. */
export const toBody = (body: Data): string => stringify(body) ?? '{}'
