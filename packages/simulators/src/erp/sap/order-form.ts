import type { OrderNames } from './order-names.ts'
import type { EntityForm, PropertyRule } from './sent-entity.ts'

const text = (maxLength: number): PropertyRule => ({ maxLength })

const header: EntityForm['properties'] = {
  SalesOrder: 'own',
  SalesOrderType: text(4),
  SalesOrganization: text(4),
  DistributionChannel: text(2),
  OrganizationDivision: text(2),
  SoldToParty: text(10),
  PurchaseOrderByCustomer: text(35),
  PurchaseOrderByShipToParty: text(35),
  ExternalDocumentID: text(40),
  SenderBusinessSystemName: text(60),
  SalesOrderDate: 'date',
  RequestedDeliveryDate: 'date',
  TransactionCurrency: text(5),
  CustomerPaymentTerms: text(4),
  ShippingCondition: text(2),
  DeliveryBlockReason: text(2),
  HeaderBillingBlockReason: text(2),
  TotalNetAmount: 'own',
  CreationDate: 'own',
  LastChangeDate: 'own',
  LastChangeDateTime: 'own',
}

const item: EntityForm['properties'] = {
  SalesOrder: 'own',
  SalesOrderItem: text(6),
  SalesOrderItemText: text(40),
  Material: text(40),
  MaterialByCustomer: text(35),
  UnderlyingPurchaseOrderItem: text(10),
  ExternalItemID: text(40),
  RequestedQuantity: 'decimal',
  RequestedQuantityUnit: text(3),
  NetAmount: 'own',
  TaxAmount: 'own',
  TransactionCurrency: 'own',
}

const price: EntityForm['properties'] = {
  ConditionType: text(4),
  ConditionRateValue: 'decimal',
  ConditionCurrency: text(5),
  ConditionQuantity: 'decimal',
  ConditionQuantityUnit: text(3),
}

const partner: EntityForm['properties'] = { PartnerFunction: text(2), Customer: text(10) }

/** The properties that a change of an order header may contain. */
export const headerForm: EntityForm = { properties: header, links: {} }

/** The properties that a new order may contain: its header, items with prices, and partners. */
export function orderForm(names: OrderNames): EntityForm {
  const prices = { [names.toPrice]: { properties: price, links: {} } }
  const links = { [names.toItem]: { properties: item, links: prices }, [names.toPartner]: { properties: partner, links: {} } }
  return { properties: header, links }
}
