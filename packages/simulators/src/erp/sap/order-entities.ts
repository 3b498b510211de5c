import { dayOf, withFraction } from '../../dataset/decimal.ts'
import type { OrderLine, OrderRow } from '../../dataset/orders.ts'
import type { Table } from '../../dataset/table.ts'
import { date, decimal, type EdmValue, timestamp } from './edm.ts'
import type { Entity, EntitySet } from './entity.ts'
import { isoUnit } from './iso-unit.ts'
import type { OrderNames } from './order-names.ts'

/** `A_SalesOrder` of API_SALES_ORDER_SRV. */
export function ordersV2(table: Table<OrderRow>): EntitySet {
  return orders(table, {
    order: 'A_SalesOrder',
    item: 'A_SalesOrderItem',
    partner: 'A_SalesOrderHeaderPartner',
    price: 'A_SalesOrderItemPrElement',
    toItem: 'to_Item',
    toPartner: 'to_Partner',
    toPrice: 'to_PricingElement',
    deliveryStatus: 'OverallDeliveryStatus',
  })
}

/** `SalesOrder` of the V4 service api_salesorder. */
export function ordersV4(table: Table<OrderRow>): EntitySet {
  return orders(table, {
    order: 'SalesOrder',
    item: 'SalesOrderItem',
    partner: 'SalesOrderPartner',
    price: 'SalesOrderItemPricingElement',
    toItem: '_Item',
    toPartner: '_Partner',
    toPrice: '_ItemPricingElement',
    deliveryStatus: 'OverallTotalDeliveryStatus',
  })
}

function orders(table: Table<OrderRow>, names: OrderNames): EntitySet {
  return {
    name: names.order,
    table,
    idField: 'SalesOrder',
    changeField: 'LastChangeDateTime',
    guessId: (key) => key,
    indexed: { SalesOrder: 'id', PurchaseOrderByCustomer: 'customerReference', ExternalDocumentID: 'externalId' },
    orderNames: names,
    toEntity: (row: OrderRow) => ({
      set: names.order,
      type: `${names.order}Type`,
      keys: ['SalesOrder'],
      fields: headerFields(row, names),
      links: { [names.toItem]: () => row.lines.map((line) => item(row, line, names)), [names.toPartner]: () => partners(row, names) },
    }),
  }
}

function headerFields(row: OrderRow, names: OrderNames): Record<string, EdmValue> {
  const isShipped = row.status === 'shipped' || row.status === 'delivered'
  const isBegun = row.status === 'processing' || row.status === 'partially_shipped'
  const progress = isShipped ? 'C' : isBegun ? 'B' : 'A'
  return {
    SalesOrder: row.orderNumber,
    SalesOrderType: 'OR',
    SalesOrganization: '1710',
    DistributionChannel: '10',
    OrganizationDivision: '00',
    SoldToParty: row.customerId,
    PurchaseOrderByCustomer: row.customerReference ?? '',
    PurchaseOrderByShipToParty: '',
    ExternalDocumentID: row.externalId ?? '',
    SenderBusinessSystemName: '',
    ExternalDocLastChangeDateTime: null,
    SalesOrderDate: date(row.orderDate),
    CreationDate: date(row.orderDate),
    LastChangeDate: date(dayOf(row.updatedAt)),
    LastChangeDateTime: timestamp(row.updatedAt),
    RequestedDeliveryDate: date(row.requestedDeliveryDate),
    TotalNetAmount: decimal(row.subtotal),
    TransactionCurrency: row.currency,
    CustomerPaymentTerms: '0001',
    ShippingCondition: '01',
    DeliveryBlockReason: row.status === 'on_hold' ? '01' : '',
    HeaderBillingBlockReason: '',
    ...row.headerFields,
    OverallSDProcessStatus: progress,
    [names.deliveryStatus]: progress,
    OverallSDDocumentRejectionSts: row.status === 'cancelled' ? 'C' : 'A',
    TotalCreditCheckStatus: '',
  }
}

function item(row: OrderRow, line: OrderLine, names: OrderNames): Entity {
  const shipped = Number(line.quantityShipped)
  const progress = shipped === 0 ? 'A' : shipped < Number(line.quantity) ? 'B' : 'C'
  return {
    set: names.item,
    type: `${names.item}Type`,
    keys: ['SalesOrder', 'SalesOrderItem'],
    fields: {
      SalesOrder: row.orderNumber,
      SalesOrderItem: line.lineNumber,
      HigherLevelItem: '0',
      SalesOrderItemCategory: 'TAN',
      SalesOrderItemText: [...line.description].slice(0, 40).join(''),
      Material: line.sku,
      MaterialByCustomer: '',
      UnderlyingPurchaseOrderItem: '',
      ExternalItemID: '',
      ...line.itemFields,
      RequestedQuantity: decimal(withFraction(line.quantity, 3)),
      RequestedQuantityUnit: line.uom,
      RequestedQuantityISOUnit: isoUnit(line.uom),
      ConfdDelivQtyInOrderQtyUnit: decimal(withFraction(line.quantity, 3)),
      NetAmount: decimal(line.lineTotal),
      TaxAmount: decimal(line.tax),
      TransactionCurrency: row.currency,
      ProductionPlant: '1010',
      StorageLocation: '101A',
      SalesDocumentRjcnReason: row.status === 'cancelled' ? '00' : '',
      SDProcessStatus: progress,
      DeliveryStatus: progress,
      OrderRelatedBillingStatus: '',
    },
    links: { [names.toPrice]: () => [price(row, line, names)] },
  }
}

function price(row: OrderRow, line: OrderLine, names: OrderNames): Entity {
  return {
    set: names.price,
    type: `${names.price}Type`,
    keys: ['SalesOrder', 'SalesOrderItem', 'PricingProcedureStep', 'PricingProcedureCounter'],
    fields: {
      SalesOrder: row.orderNumber,
      SalesOrderItem: line.lineNumber,
      PricingProcedureStep: '10',
      PricingProcedureCounter: '1',
      ConditionType: 'PPR0',
      ConditionRateValue: decimal(withFraction(line.unitPrice, 9)),
      ConditionCurrency: row.currency,
      ConditionQuantity: decimal(line.priceUnitQuantity),
      ConditionQuantityUnit: line.uom,
    },
    links: {},
  }
}

function partners(row: OrderRow, names: OrderNames): Entity[] {
  return ['SP', 'SH', 'BP', 'PY'].map((role) => ({
    set: names.partner,
    type: `${names.partner}Type`,
    keys: ['SalesOrder', 'PartnerFunction'],
    fields: {
      SalesOrder: row.orderNumber,
      PartnerFunction: role,
      Customer: role === 'SH' ? (row.shipToId ?? row.customerId) : row.customerId,
      Supplier: '',
      Personnel: '0',
      ContactPerson: '0',
      AddressID: '',
    },
    links: {},
  }))
}
