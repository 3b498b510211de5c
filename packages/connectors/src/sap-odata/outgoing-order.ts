import type { ODataVersion } from '@linkspan/connector-kit/odata/literals'
import { AppError, type OutgoingRecord } from '@linkspan/core/connector'
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
export const soldToPartyOf = ({ customerId }: Data, salesOrder: SapSettings['salesOrder']): string | undefined =>
  text(customerId) ?? salesOrder?.soldToParty

/**
 * The deep insert of an order: header and items in one call (docs/erp/sap-s4hana.md#creating-an-order). `setup.settings-invalid` if the
 * sales area is not configured.
 */
export function toSalesOrder({ data, reference }: OutgoingRecord, { salesOrder }: SapSettings, version: ODataVersion): Data {
  if (!salesOrder) {
    throw new AppError(
      'setup.settings-invalid',
      'To write orders, SAP wants to know for which sales area: set settings.salesOrder with organization, distributionChannel and division',
    )
  }
  const names = itemNames[version]
  const day = text(data.requestedDeliveryDate)
  return {
    SalesOrderType: salesOrder.type,
    SalesOrganization: salesOrder.organization,
    DistributionChannel: salesOrder.distributionChannel,
    OrganizationDivision: salesOrder.division,
    SoldToParty: soldToPartyOf(data, salesOrder),
    PurchaseOrderByCustomer: reference,
    TransactionCurrency: text(data.currency),
    ...(day && { RequestedDeliveryDate: dayFor(version, day) }),
    [names.items]: (data.lines as readonly Data[]).map((line) => toItem(line, text(data.currency), salesOrder, names)),
  }
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

/** What can be changed in an order that SAP has: null if something else was changed. */
export function toHeaderChange({ data, changed }: OutgoingRecord, version: ODataVersion): Data | null {
  if ((changed ?? []).some((field) => field !== 'requestedDeliveryDate')) return null
  const day = text(data.requestedDeliveryDate)
  return { RequestedDeliveryDate: day ? dayFor(version, day) : null }
}
