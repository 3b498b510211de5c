import { dayOf, withFraction } from '../../dataset/decimal.ts'
import type { OrderLine, OrderRow } from '../../dataset/orders.ts'
import type { Table } from '../../dataset/table.ts'
import { date, decimal, type EdmValue, timestamp } from './edm.ts'
import type { Entity, EntitySet } from './entity.ts'
import { isoUnit } from './iso-unit.ts'
import { type OrderNames, orderNamesV2, orderNamesV4 } from './order-names.ts'
import { partnersOf, textsOf } from './order-parties.ts'

/** `A_SalesOrder` of API_SALES_ORDER_SRV. */
export const ordersV2 = (table: Table<OrderRow>): EntitySet => orders(table, orderNamesV2)

/** `SalesOrder` of the V4 service api_salesorder. */
export const ordersV4 = (table: Table<OrderRow>): EntitySet => orders(table, orderNamesV4)

function orders(table: Table<OrderRow>, names: OrderNames): EntitySet {
  return {
    name: names.order,
    table,
    idField: 'SalesOrder',
    changeField: 'LastChangeDateTime',
    guessId: (key) => key,
    indexed: {
      SalesOrder: 'id',
      PurchaseOrderByCustomer: 'customerReference',
      ...(names.hasSender && { ExternalDocumentID: 'externalId' }),
    },
    orderNames: names,
    toEntity: (row: OrderRow) => ({
      set: names.order,
      type: `${names.order}Type`,
      keys: ['SalesOrder'],
      fields: headerFields(row, names),
      links: {
        [names.toItem]: () => row.lines.map((line) => item(row, line, names)),
        [names.toPartner]: () => partnersOf(row, names),
        ...(names.parts && { [names.parts.toText]: () => textsOf(row, names) }),
      },
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
    ...(names.hasSender && senderFields(row)),
    SalesOrderDate: date(row.orderDate),
    CreationDate: date(row.orderDate),
    LastChangeDateTime: timestamp(row.updatedAt),
    RequestedDeliveryDate: date(row.requestedDeliveryDate),
    TotalNetAmount: decimal(row.subtotal),
    TransactionCurrency: row.currency,
    CustomerPaymentTerms: '0001',
    ShippingCondition: '01',
    DeliveryBlockReason: row.status === 'on_hold' ? '01' : '',
    HeaderBillingBlockReason: '',
    OverallSDProcessStatus: progress,
    OverallDeliveryStatus: progress,
    OverallSDDocumentRejectionSts: row.status === 'cancelled' ? 'C' : 'A',
    TotalCreditCheckStatus: '',
    ...row.headerFields,
  }
}

const senderFields = (row: OrderRow): Record<string, EdmValue> => ({
  ExternalDocumentID: row.externalId ?? '',
  SenderBusinessSystemName: '',
  ExternalDocLastChangeDateTime: null,
  LastChangeDate: date(dayOf(row.updatedAt)),
})

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
      [names.product]: line.sku,
      MaterialByCustomer: '',
      UnderlyingPurchaseOrderItem: '',
      ...(names.hasSender && { ExternalItemID: '' }),
      RequestedQuantity: decimal(withFraction(line.quantity, 3)),
      [names.unit]: line.uom,
      RequestedQuantityISOUnit: isoUnit(line.uom),
      ConfdDelivQtyInOrderQtyUnit: decimal(withFraction(line.quantity, 3)),
      NetAmount: decimal(line.lineTotal),
      TaxAmount: decimal(line.tax),
      TransactionCurrency: row.currency,
      [names.plant]: '1010',
      StorageLocation: '101A',
      ...line.itemFields,
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
      [names.rate]: decimal(withFraction(line.unitPrice, 9)),
      ConditionCurrency: row.currency,
      ConditionQuantity: decimal(line.priceUnitQuantity),
      [names.rateUnit]: line.uom,
    },
    links: {},
  }
}
