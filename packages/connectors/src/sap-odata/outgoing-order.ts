import type { ODataVersion } from '@linkspan/connector-kit/odata/literals'
import { AppError, type OutgoingRecord } from '@linkspan/core/connector'
import type { SapSettings } from './settings.ts'

type Data = Readonly<Record<string, unknown>>

/** The names of an order's links in each version (docs/erp/sap-s4hana.md#creating-an-order). */
const links = {
  v2: { items: 'to_Item', prices: 'to_PricingElement' },
  v4: { items: '_Item', prices: '_ItemPricingElement' },
} as const satisfies Record<ODataVersion, unknown>

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
  const { items, prices } = links[version]
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
    [items]: (data.lines as readonly Data[]).map((line) => toItem(line, text(data.currency), salesOrder, prices)),
  }
}

function toItem(
  line: Data,
  currency: string | undefined,
  { priceCondition, units }: NonNullable<SapSettings['salesOrder']>,
  prices: string,
): Data {
  const { lineNumber, sku, quantity } = line
  const unit = text(line.uom)
  const price = text(line.unitPrice)
  return {
    ...(/^\d{1,6}$/.test(String(lineNumber)) && { SalesOrderItem: lineNumber }),
    Material: sku,
    RequestedQuantity: quantity,
    ...(unit && { RequestedQuantityUnit: units?.[unit] ?? unit }),
    ...(priceCondition !== undefined &&
      price !== undefined && {
        [prices]: [{ ConditionType: priceCondition, ConditionRateValue: price, ConditionCurrency: currency, ConditionQuantity: '1' }],
      }),
  }
}

/** What can be changed in an order that SAP has: null if something else was changed. */
export function toHeaderChange({ data, changed }: OutgoingRecord, version: ODataVersion): Data | null {
  if ((changed ?? []).some((field) => field !== 'requestedDeliveryDate')) return null
  const day = text(data.requestedDeliveryDate)
  return { RequestedDeliveryDate: day ? dayFor(version, day) : null }
}
