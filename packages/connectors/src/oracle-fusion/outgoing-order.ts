import { toText } from '@linkspan/connector-kit/fields/field-table'
import { unsentValues } from '@linkspan/connector-kit/fields/unsent-values'
import { AppError, type OutgoingRecord, type Remark } from '@linkspan/core/connector'
import { LosslessNumber, stringify } from 'lossless-json'
import { chargesOf } from './prices.ts'
import type { FusionSettings } from './settings.ts'

type Data = Readonly<Record<string, unknown>>

/** The lengths of a source transaction's id, and of the customer's reference (docs/erp/oracle-fusion.md#creating-an-order). */
const maxReferenceLength = 50

const text = (value: unknown): string | undefined => toText(value)
/** A decimal or an id as a number, with all its digits. */
export const number = (value: unknown): LosslessNumber | undefined =>
  text(value) === undefined ? undefined : new LosslessNumber(String(value))
const midnight = (day: unknown): string | undefined => (text(day) === undefined ? undefined : `${text(day)}T00:00:00Z`)

export const referenceOf = ({ reference }: OutgoingRecord): string => reference.trim()
export const linesOf = ({ lines }: Data): readonly Data[] => (Array.isArray(lines) ? (lines as readonly Data[]) : [])

/** The source system of the settings. Throws `setup.settings-invalid` if none is set. */
export function sourceSystemOf({ sourceSystem }: FusionSettings): string {
  if (sourceSystem !== undefined) return sourceSystem
  throw new AppError(
    'setup.settings-invalid',
    'To write orders, set settings.sourceSystem to the source system that they come from, as Fusion knows it',
  )
}

/** What stands for the order in URLs, once Fusion has it (docs/erp/oracle-fusion.md#order-keys). */
export const newKeyOf = (record: OutgoingRecord, settings: FusionSettings): string => `${sourceSystemOf(settings)}:${referenceOf(record)}`

/** Why an order cannot be sent as it is; null if it can. */
export function whyNotSendable(record: OutgoingRecord): string | null {
  const { data } = record
  const reference = referenceOf(record)
  if (reference === '') return 'The order has no reference: it would not be found again'
  if (reference.length > maxReferenceLength)
    return `The reference ${reference} has ${reference.length} characters, and Fusion keeps ${maxReferenceLength}: the order would not be found again`
  const customers = text(data.customerReference) ?? ''
  if (customers.length > maxReferenceLength)
    return `The customer's reference ${customers} has ${customers.length} characters, and Fusion takes ${maxReferenceLength}`
  const other = linesOf(data).find(({ type = 'item' }) => type !== 'item')
  return other ? `Line ${other.lineNumber} is a ${other.type}: only items are written to Fusion, charges and comments are not` : null
}

/** A new order with its lines (docs/erp/oracle-fusion.md#creating-an-order). */
export function toSalesOrder(record: OutgoingRecord, settings: FusionSettings): Data {
  const { data } = record
  const reference = referenceOf(record)
  const isPriced = settings.prices === 'order'
  return {
    SourceTransactionNumber: reference,
    SourceTransactionSystem: sourceSystemOf(settings),
    SourceTransactionId: reference,
    ...businessUnitOf(settings),
    BuyingPartyNumber: text(data.customerId),
    CustomerPONumber: text(data.customerReference),
    TransactionalCurrencyCode: text(data.currency),
    TransactionOn: midnight(data.orderDate),
    [settings.requestedDate]: midnight(data.requestedDeliveryDate),
    TransactionTypeCode: settings.transactionTypeCode,
    SubmittedFlag: settings.submitOrders,
    FreezePriceFlag: isPriced,
    FreezeShippingChargeFlag: false,
    FreezeTaxFlag: false,
    ...partiesOf(text(data.customerId), settings),
    lines: linesOf(data).map((line) => toLine(line, data, settings)),
  }
}

function businessUnitOf({ businessUnitId, businessUnitName }: FusionSettings): Data {
  if (businessUnitId === undefined && businessUnitName === undefined)
    throw new AppError('setup.settings-invalid', 'To write orders, set settings.businessUnitId or settings.businessUnitName')
  const id = number(businessUnitId)
  return {
    ...(id && { BusinessUnitId: id, RequestingBusinessUnitId: id }),
    ...(businessUnitName !== undefined && { BusinessUnitName: businessUnitName, RequestingBusinessUnitName: businessUnitName }),
  }
}

/** Who pays, and who receives: only ids of the tenant name them (docs/erp/oracle-fusion.md#creating-an-order). */
function partiesOf(customerId: string | undefined, { customers = {} }: FusionSettings): Data {
  const { billToAccountId, billToSiteUseId, shipToPartyId, shipToSiteId } = customers[customerId ?? ''] ?? customers['*'] ?? {}
  const billTo = { CustomerAccountId: number(billToAccountId), SiteUseId: number(billToSiteUseId) }
  const shipTo = { PartyId: number(shipToPartyId), SiteId: number(shipToSiteId) }
  const isKnown = (ids: Data) => Object.values(ids).some((id) => id !== undefined)
  return { ...(isKnown(billTo) && { billToCustomer: [billTo] }), ...(isKnown(shipTo) && { shipToCustomer: [shipTo] }) }
}

function toLine(line: Data, data: Data, settings: FusionSettings): Data {
  const lineNumber = text(line.lineNumber)
  const unit = text(line.uom)
  return {
    SourceTransactionLineId: lineNumber,
    SourceTransactionLineNumber: lineNumber,
    SourceTransactionScheduleId: '1',
    SourceScheduleNumber: '1',
    ProductNumber: text(line.sku),
    OrderedQuantity: number(line.quantity),
    OrderedUOMCode: settings.units?.[unit ?? ''] ?? unit,
    [settings.requestedDate]: midnight(line.requestedDate ?? data.requestedDeliveryDate),
    TransactionCategoryCode: 'ORDER',
    ...(settings.prices === 'order' && { charges: chargesOf(line, text(data.currency)) }),
  }
}

const addressOfFusion = { message: 'is not sent to Fusion, which takes the site of the party in settings.customers' }
const taxOfFusion = { message: 'is not sent to Fusion, which works taxes out itself', isHarmless: true } as const

/** The values of an order that are not sent. */
export const unsentOf = ({ data }: OutgoingRecord, { prices }: FusionSettings): readonly Remark[] =>
  unsentValues(data, {
    discountTotal: { message: 'is not sent to Fusion: take it off the lines' },
    shippingTotal: { message: 'is not sent to Fusion, which works out what shipping costs itself' },
    taxTotal: taxOfFusion,
    'lines[].tax': taxOfFusion,
    'lines[].discount':
      prices === 'order' ? null : { message: 'is not sent to Fusion, whose own prices count: set settings.prices to "order"' },
    shipTo: addressOfFusion,
    billTo: addressOfFusion,
    'lines[].locationId': { message: 'is not sent to Fusion, which chooses where a line is shipped from' },
  })

const changeable: readonly string[] = ['requestedDeliveryDate', 'customerReference']

/** What can be changed in an order that Fusion has; null if something else was changed. */
export function toHeaderChange({ data, changed }: OutgoingRecord, { requestedDate }: FusionSettings): Data | null {
  const fields = changed ?? []
  if (fields.some((field) => !changeable.includes(field))) return null
  return {
    ...(fields.includes('requestedDeliveryDate') && { [requestedDate]: midnight(data.requestedDeliveryDate) ?? null }),
    ...(fields.includes('customerReference') && { CustomerPONumber: text(data.customerReference) ?? null }),
  }
}

/** As JSON, no digit lost; what is undefined is left out. */
export const toBody = (body: Data): string => stringify(body) ?? '{}'
