import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import type { FieldSource } from '@linkspan/core/connector'
import { invoiceSources } from './invoices.ts'
import { orderStatusSources } from './order-states.ts'
import { partnerSources } from './partners.ts'
import type { SapDataType } from './resources.ts'
import { statusProperties } from './status-properties.ts'

/**
 * Fields that are copied as text from the first of these properties that is not blank. ISO units come before SAP's own codes
 * (docs/erp/sap-s4hana.md#units-of-measure).
 */
export const productTexts = defineFieldTable({
  barcode: ['ProductStandardID'],
  typeRaw: ['ProductType'],
  uom: ['BaseISOUnit', 'BaseUnit'],
  uomRaw: ['BaseUnit'],
  category: ['ProductGroup'],
  categoryId: ['ProductGroup'],
  brand: ['Brand'],
  weight: ['NetWeight'],
  weightUnit: ['WeightISOUnit', 'WeightUnit'],
})

export const orderTexts = defineFieldTable({
  customerReference: ['PurchaseOrderByCustomer'],
  ourReference: ['PurchaseOrderByCustomer'],
  currency: ['TransactionCurrency'],
  subtotal: ['TotalNetAmount'],
  companyId: ['SalesOrganization'],
})

export const lineTexts = defineFieldTable({
  description: ['SalesOrderItemText'],
  uom: ['RequestedQuantityISOUnit', 'RequestedQuantityUnit', 'RequestedQuantitySAPUnit'],
  quantity: ['RequestedQuantity'],
  tax: ['TaxAmount'],
  lineTotal: ['NetAmount'],
})

/** What V2 and V4 call the product and the plant of an item. */
export const itemProduct = ['Material', 'Product'] as const
export const itemPlant = ['ProductionPlant', 'Plant'] as const

const description = (name: string) => [`to_Description.results[].${name}`, `_ProductDescription[].${name}`]
const valuation = (name: string) => [`to_Valuation.results[].${name}`, `_ProductValuation[].${name}`]
const item = (name: string) => [`to_Item.results[].${name}`, `_Item[].${name}`]

const key = 'a number without its leading zeros'
const versions: readonly FieldSource[] = [
  { field: 'sourceUpdatedAt', sources: ['LastChangeDateTime', 'LastChangeDate', 'CreationDate'] },
  { field: 'sourceVersion', sources: ['__metadata.etag', '@odata.etag'] },
]

/** Where canonical fields come from, as paths into the rows: those of V2 first, then those of V4. */
export const sapFieldSources: Readonly<Record<SapDataType, readonly FieldSource[]>> = {
  products: [
    { field: 'id', sources: ['Product'], note: key },
    { field: 'sku', sources: ['Product'], note: key },
    {
      field: 'name',
      sources: description('ProductDescription'),
      note: 'in settings.sapLanguage, else English, else the first, else the SKU',
    },
    ...productTexts.sources(),
    { field: 'cost', sources: ['MovingAveragePrice', 'StandardPrice'].flatMap(valuation), note: 'by the price control of the valuation' },
    { field: 'priceUnitQuantity', sources: ['PriceUnitQty', 'ProductPriceUnitQuantity'].flatMap(valuation) },
    { field: 'currency', sources: valuation('Currency') },
    { field: 'type', sources: ['ProductType'], note: 'product types of the standard' },
    { field: 'active', sources: ['IsMarkedForDeletion', 'CrossPlantStatus'], note: 'neither marked nor blocked by now' },
    ...versions,
  ],
  orders: [
    { field: 'id', sources: ['SalesOrder'], note: key },
    { field: 'orderNumber', sources: ['SalesOrder'], note: key },
    ...orderTexts.sources(),
    { field: 'customerId', sources: ['SoldToParty'], note: key },
    { field: 'orderDate', sources: ['SalesOrderDate', 'CreationDate'] },
    { field: 'requestedDeliveryDate', sources: ['RequestedDeliveryDate'] },
    { field: 'status', sources: [...statusProperties, 'SalesOrderType'], note: 'worked out of all of them' },
    { field: 'statusRaw', sources: statusProperties, note: 'those that are filled' },
    { field: 'taxTotal', sources: item('TaxAmount'), note: 'the sum over the items' },
    {
      field: 'total',
      sources: [...['NetAmount', 'TaxAmount'].flatMap(item), 'TotalNetAmount'],
      note: 'the sum over the items, else the net total',
    },
    ...partnerSources,
    { field: 'lines[].lineNumber', sources: item('SalesOrderItem'), note: key },
    { field: 'lines[].sku', sources: itemProduct.flatMap(item), note: key },
    ...lineTexts.sources({ field: 'lines', rows: ['to_Item.results', '_Item'] }),
    { field: 'lines[].unitPrice', sources: ['NetAmount', 'RequestedQuantity'].flatMap(item), note: 'net amount by quantity' },
    { field: 'lines[].status', sources: ['SalesDocumentRjcnReason', 'DeliveryStatus', 'SDProcessStatus'].flatMap(item) },
    {
      field: 'lines[].quantityCancelled',
      sources: ['SalesDocumentRjcnReason', 'RequestedQuantity'].flatMap(item),
      note: 'all of an item that is rejected',
    },
    {
      field: 'lines[].locationId',
      sources: [...itemPlant, 'StorageLocation'].flatMap(item),
      note: 'plant and storage location, joined by "/"',
    },
    ...versions,
  ],
  inventory: [
    { field: 'id', sources: ['material', 'plant', 'storageLocation'], note: 'joined by "|"' },
    { field: 'sku', sources: ['material'], note: key },
    { field: 'locationId', sources: ['plant', 'storageLocation'], note: 'joined by "/"' },
    { field: 'quantityOnHand', sources: ['shares[].quantity'], note: 'the sum of all kinds of stock' },
    { field: 'quantityAvailable', sources: ['shares[].quantity'], note: "unrestricted stock that is nobody's special stock" },
    { field: 'uom', sources: ['uom'] },
  ],
  order_status: orderStatusSources,
  invoices: invoiceSources,
}
