import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import type { FieldSource } from '@linkspan/core/connector'
import type { SapDataType } from './resources.ts'

/** Canonical field → properties of an entity: the first one that is not blank is copied as text. */
type Texts = Readonly<Record<string, readonly string[]>>

export const textsOf = <Table extends Texts>(row: Row, table: Table): Readonly<Partial<Record<keyof Table, string>>> =>
  Object.fromEntries(Object.entries(table).map(([field, names]) => [field, textOf(row, ...names)])) as Partial<Record<keyof Table, string>>

/** ISO units come before SAP's own codes (docs/erp/sap-s4hana.md#units-of-measure). */
export const productTexts = {
  barcode: ['ProductStandardID'],
  uom: ['BaseISOUnit', 'BaseUnit'],
  uomRaw: ['BaseUnit'],
  category: ['ProductGroup'],
  categoryId: ['ProductGroup'],
  brand: ['Brand'],
  weight: ['NetWeight'],
  weightUnit: ['WeightISOUnit', 'WeightUnit'],
} as const satisfies Texts

export const orderTexts = {
  customerReference: ['PurchaseOrderByCustomer'],
  ourReference: ['PurchaseOrderByCustomer'],
  currency: ['TransactionCurrency'],
  subtotal: ['TotalNetAmount'],
  companyId: ['SalesOrganization'],
} as const satisfies Texts

export const lineTexts = {
  description: ['SalesOrderItemText'],
  uom: ['RequestedQuantityISOUnit', 'RequestedQuantityUnit'],
  quantity: ['RequestedQuantity'],
  tax: ['TaxAmount'],
  lineTotal: ['NetAmount'],
} as const satisfies Texts

/** The parts of the status that are looked at. */
export const deliveryStatus = ['OverallDeliveryStatus', 'OverallTotalDeliveryStatus'] as const
export const statusProperties = [
  'OverallSDDocumentRejectionSts',
  'DeliveryBlockReason',
  'HeaderBillingBlockReason',
  'TotalBlockStatus',
  'TotalCreditCheckStatus',
  ...deliveryStatus,
  'OverallSDProcessStatus',
] as const

const copied = (texts: Texts, below: (name: string) => readonly string[] = (name) => [name], prefix = ''): readonly FieldSource[] =>
  Object.entries(texts).map(([field, names]) => ({ field: `${prefix}${field}`, sources: names.flatMap(below) }))
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
    ...copied(productTexts),
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
    ...copied(orderTexts),
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
    { field: 'lines[].lineNumber', sources: item('SalesOrderItem'), note: key },
    { field: 'lines[].sku', sources: item('Material'), note: key },
    ...copied(lineTexts, item, 'lines[].'),
    { field: 'lines[].unitPrice', sources: ['NetAmount', 'RequestedQuantity'].flatMap(item), note: 'net amount by quantity' },
    { field: 'lines[].status', sources: ['SalesDocumentRjcnReason', 'DeliveryStatus', 'SDProcessStatus'].flatMap(item) },
    { field: 'lines[].locationId', sources: ['ProductionPlant', 'StorageLocation'].flatMap(item), note: 'joined by "/"' },
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
}
