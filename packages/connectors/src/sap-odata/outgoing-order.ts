import { mergeInto, placedFields } from '@linkspan/connector-kit/fields/placed-fields'
import type { ODataVersion } from '@linkspan/connector-kit/odata/literals'
import { AppError, isFields, type OutgoingRecord } from '@linkspan/core/connector'
import type { SapSettings } from './settings.ts'

type Data = Readonly<Record<string, unknown>>

interface ItemNames {
  readonly items: string
  readonly product: string
  readonly unit: string
  readonly plant: string
  readonly prices: string
  readonly rate: string
}

/** What the versions call the items of an order, and what is in them (docs/erp/sap-s4hana.md#creating-an-order). */
const itemNames: Readonly<Record<ODataVersion, ItemNames>> = {
  v2: {
    items: 'to_Item',
    product: 'Material',
    unit: 'RequestedQuantityUnit',
    plant: 'ProductionPlant',
    prices: 'to_PricingElement',
    rate: 'ConditionRateValue',
  },
  v4: {
    items: '_Item',
    product: 'Product',
    unit: 'RequestedQuantitySAPUnit',
    plant: 'Plant',
    prices: '_ItemPricingElement',
    rate: 'ConditionRateAmount',
  },
}

/** A location as it is read from SAP: a plant, or a plant and a storage location. */
const location = /^(?<plant>[A-Z0-9]{1,4})(?:\/(?<storageLocation>[A-Z0-9]{1,4}))?$/i

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** A day as the version writes it: V2 in milliseconds since 1970 (docs/erp/sap-s4hana.md#dates-and-times). */
const dayFor = (version: ODataVersion, day: string): string => (version === 'v2' ? `/Date(${Date.parse(`${day}T00:00:00Z`)})/` : day)

/**
 * The length of `PurchaseOrderByCustomer` (docs/erp/sap-s4hana.md#customer-reference): a reference that was cut would not be found again.
 */
const maxReferenceLength = 35

/** Why an order cannot be sent as it is; null if it can. */
export function whyNotSendable({ data, reference }: OutgoingRecord): string | null {
  if (reference.length > maxReferenceLength)
    return `The reference ${reference} has ${reference.length} characters, and SAP keeps ${maxReferenceLength}: the order would not be found again`
  const { lines = [] } = data
  const other = (lines as readonly Data[]).find(({ type }) => type !== 'item')
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
export function toSalesOrder(record: OutgoingRecord, { salesOrder }: SapSettings, version: ODataVersion): Data {
  if (!salesOrder) {
    throw new AppError(
      'setup.settings-invalid',
      'To write orders, SAP wants to know for which sales area: set settings.salesOrder with organization, distributionChannel and division',
    )
  }
  const names = itemNames[version]
  const { row, rest } = placedFields(record)
  const { currency, requestedDeliveryDate, lines = [] } = rest
  const day = text(requestedDeliveryDate)
  const order = {
    SalesOrderType: salesOrder.type,
    SalesOrganization: salesOrder.organization,
    DistributionChannel: salesOrder.distributionChannel,
    OrganizationDivision: salesOrder.division,
    SoldToParty: soldToPartyOf(record, salesOrder),
    TransactionCurrency: text(currency),
    ...(day && { RequestedDeliveryDate: dayFor(version, day) }),
    [names.items]: (lines as readonly Data[]).map((line) => toItem(line, text(currency), salesOrder, names)),
  }
  mergeInto(order, mappedProperties(row, names))
  return { ...order, PurchaseOrderByCustomer: record.reference }
}

/** What the mapping places in the order, with its items as a list: V2 reads them as `{ results: […] }`. */
function mappedProperties(row: Data, { items }: ItemNames): Data {
  const { [items]: placed, ...header } = row
  if (placed === undefined) return header
  return { ...header, [items]: isFields(placed) ? placed.results : placed }
}

function toItem(
  line: Data,
  currency: string | undefined,
  { priceCondition, units }: NonNullable<SapSettings['salesOrder']>,
  names: ItemNames,
): Data {
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
    ...(priceCondition !== undefined &&
      price !== undefined && {
        [names.prices]: [{ ConditionType: priceCondition, [names.rate]: price, ConditionCurrency: currency, ConditionQuantity: '1' }],
      }),
  }
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
