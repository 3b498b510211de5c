import type { OrderNames } from './order-names.ts'
import { addressForm, textForm } from './order-parties.ts'
import type { EntityForm, PropertyRule } from './sent-entity.ts'

const text = (maxLength: number): PropertyRule => ({ maxLength })

const header = ({ hasSender }: OrderNames): EntityForm['properties'] => ({
  SalesOrder: 'own',
  SalesOrderType: text(4),
  SalesOrganization: text(4),
  DistributionChannel: text(2),
  OrganizationDivision: text(2),
  SoldToParty: text(10),
  PurchaseOrderByCustomer: text(35),
  PurchaseOrderByShipToParty: text(35),
  SalesOrderDate: 'date',
  RequestedDeliveryDate: 'date',
  TransactionCurrency: text(hasSender ? 5 : 3),
  CustomerPaymentTerms: text(4),
  ShippingCondition: text(2),
  DeliveryBlockReason: text(2),
  HeaderBillingBlockReason: text(2),
  TotalNetAmount: 'own',
  CreationDate: 'own',
  LastChangeDateTime: 'own',
  ...(hasSender && { ExternalDocumentID: text(40), SenderBusinessSystemName: text(60), LastChangeDate: 'own' }),
})

const item = ({ product, unit, plant, hasSender }: OrderNames): EntityForm['properties'] => ({
  SalesOrder: 'own',
  SalesOrderItem: text(6),
  SalesOrderItemText: text(40),
  [product]: text(40),
  MaterialByCustomer: text(35),
  UnderlyingPurchaseOrderItem: text(hasSender ? 10 : 6),
  RequestedQuantity: 'decimal',
  [unit]: text(3),
  RequestedQuantityISOUnit: text(3),
  [plant]: text(4),
  StorageLocation: text(4),
  NetAmount: 'own',
  TaxAmount: 'own',
  TransactionCurrency: 'own',
  ...(hasSender && { ExternalItemID: text(40) }),
})

const price = ({ rate, rateUnit, hasSender }: OrderNames): EntityForm['properties'] => ({
  ConditionType: text(4),
  [rate]: 'decimal',
  ConditionCurrency: text(hasSender ? 5 : 3),
  ConditionQuantity: 'decimal',
  [rateUnit]: text(3),
})

const partner: EntityForm['properties'] = { PartnerFunction: text(2), Customer: text(10) }

/** The properties that a change of an order header may contain. */
export const headerForm = (names: OrderNames): EntityForm => ({ properties: header(names), links: {} })

/** The properties that a new order may contain: its header with prices and texts, items with prices, and partners with addresses. */
export function orderForm(names: OrderNames): EntityForm {
  const element = { properties: price(names), links: {} }
  const links = {
    [names.toItem]: { properties: item(names), links: { [names.toPrice]: element } },
    [names.toHeaderPrice]: element,
    [names.toPartner]: { properties: partner, links: names.parts ? { [names.parts.toAddress]: addressForm } : {} },
    ...(names.parts && { [names.parts.toText]: textForm }),
  }
  return { properties: header(names), links }
}
