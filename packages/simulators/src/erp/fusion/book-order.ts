import { FusionError } from './fusion-error.ts'
import { assertAttributes } from './render.ts'
import { type FusionStore, resources } from './resources.ts'
import type { Fields } from './row-table.ts'
import { totalsOf } from './seed-orders.ts'
import { businessUnit, idAt, masterOrganization, parties, sourceSystems } from './tenant.ts'

const order = resources.salesOrdersForOrderHub
const taxRate = 0.19
const money = (value: number): number => Math.round(value * 100) / 100

const refuse = (message: string, path: string, code = 'FOM-2360078'): never => {
  throw new FusionError(400, message, { code, path })
}

export const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? (value as readonly Fields[]) : [])

/** A new order as Fusion stores it. Throws a FusionError if it is refused (docs/erp/oracle-fusion.md#creating-an-order). */
export function bookOrder(store: FusionStore, sent: Fields, number: string): Fields {
  const { lines, billToCustomer, shipToCustomer, ...header } = sent
  assertAttributes(Object.keys(header), order)
  checkSource(header)
  checkBusinessUnit(header)
  const party = String(header.BuyingPartyNumber ?? '')
  const name = parties.get(party) ?? refuse(`The buying party number ${party} is not valid.`, '/BuyingPartyNumber', 'FOM-2360015')
  if (typeof header.TransactionalCurrencyCode !== 'string') refuse('A currency is required.', '/TransactionalCurrencyCode')
  if (listOf(lines).length === 0) refuse('An order must have a line.', '/lines')
  const booked = listOf(lines).map((line, at) => bookLine(store, line, at, header))
  const net = money(booked.reduce((sum, line) => sum + Number(line.ExtendedAmount), 0))
  const isSubmitted = header.SubmittedFlag === true
  return {
    ...header,
    HeaderId: idAt(3, number),
    OrderKey: orderKeyOf(header),
    OrderNumber: number,
    SourceTransactionRevisionNumber: 1,
    BusinessUnitId: businessUnit.id,
    BusinessUnitName: businessUnit.name,
    BuyingPartyName: name,
    StatusCode: isSubmitted ? 'OPEN' : 'DOO_DRAFT',
    OpenFlag: true,
    SubmittedFlag: isSubmitted,
    OnHoldFlag: false,
    CanceledFlag: false,
    lines: booked,
    totals: totalsOf(net, money(net * taxRate), String(header.TransactionalCurrencyCode)),
    billToCustomer: listOf(billToCustomer),
    shipToCustomer: listOf(shipToCustomer),
  }
}

export const orderKeyOf = ({ SourceTransactionSystem, SourceTransactionId }: Fields): string =>
  `${SourceTransactionSystem}:${SourceTransactionId}`

function checkSource(header: Fields): void {
  for (const attribute of ['SourceTransactionSystem', 'SourceTransactionId', 'SourceTransactionNumber'])
    if (typeof header[attribute] !== 'string' || header[attribute] === '')
      refuse(`The attribute ${attribute} is required.`, `/${attribute}`)
  const system = String(header.SourceTransactionSystem)
  if (!sourceSystems.includes(system)) refuse(`The source system ${system} is not valid.`, '/SourceTransactionSystem', 'FOM-2360019')
  if (String(header.CustomerPONumber ?? '').length > 50) refuse('The value is too long: at most 50 characters.', '/CustomerPONumber')
}

function checkBusinessUnit({ BusinessUnitId: id, BusinessUnitName: name }: Fields): void {
  if (id !== businessUnit.id && name !== businessUnit.name)
    refuse(`The business unit ${name ?? id} is not valid.`, '/BusinessUnitName', 'FOM-2360021')
}

function bookLine(store: FusionStore, line: Fields, at: number, header: Fields): Fields {
  const path = `/lines/${at}`
  const { charges: _, ...rest } = line
  assertAttributes(Object.keys(rest), order.children.lines)
  const item = itemOf(store, String(line.ProductNumber ?? ''))
  if (!item)
    return refuse(
      `The item ${line.ProductNumber} is not valid for the organization ${masterOrganization}.`,
      `${path}/ProductNumber`,
      'FOM-2360044',
    )
  const quantity = line.OrderedQuantity
  if (typeof quantity !== 'number' || !(quantity > 0)) refuse('The quantity must be more than 0.', `${path}/OrderedQuantity`)
  const price = priceOf(line, header) ?? Number(item.ListPrice ?? 0)
  return {
    ...rest,
    HeaderId: undefined,
    LineId: at + 1,
    FulfillLineId: (at + 1) * 10 + 1,
    ProductDescription: item.ItemDescription,
    OrderedUOMCode: line.OrderedUOMCode ?? 'EA',
    UnitSellingPrice: price,
    ExtendedAmount: money(Number(quantity) * price),
    StatusCode: header.SubmittedFlag === true ? 'AWAIT_SHIP' : 'NOT_STARTED',
    ShippedQuantity: 0,
    CanceledFlag: false,
    OnHoldFlag: false,
  }
}

const itemOf = (store: FusionStore, sku: string): Fields | undefined => {
  for (const { fields } of store.itemsV2.all())
    if (fields.ItemNumber === sku && fields.OrganizationCode === masterOrganization) return fields
  return undefined
}

/** The price that was sent with a line: it counts only if prices are frozen (docs/erp/oracle-fusion.md#prices). */
function priceOf({ charges }: Fields, { FreezePriceFlag }: Fields): number | undefined {
  const components = listOf(listOf(charges)[0]?.chargeComponents)
  const net = components.find(({ PriceElementCode }) => PriceElementCode === 'QP_NET_PRICE')
  return FreezePriceFlag === true && net ? Number(net.HeaderCurrencyUnitPrice) : undefined
}
