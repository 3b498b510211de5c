import { createEntityTable, type Entity, type EntityTable, type Fields } from '../bc/bc-store.ts'

export type { Entity, Fields } from '../bc/bc-store.ts'
export { etagOf } from '../bc/bc-store.ts'

interface SetShape {
  /** The name of the type. */
  readonly entity: string
  readonly keys: readonly string[]
}

/** The entity sets, the parts of their keys, and the types of their entities. */
export const setShapes = {
  ReleasedProductsV2: { entity: 'ReleasedProductV2', keys: ['dataAreaId', 'ItemNumber'] },
  ProductsV2: { entity: 'ProductV2', keys: ['ProductNumber'] },
  WarehousesOnHandV2: {
    entity: 'WarehouseOnHandV2',
    keys: [
      'dataAreaId',
      'ItemNumber',
      'ProductColorId',
      'ProductSizeId',
      'ProductStyleId',
      'ProductConfigurationId',
      'ProductVersionId',
      'InventorySiteId',
      'InventoryWarehouseId',
    ],
  },
  SalesOrderHeadersV2: { entity: 'SalesOrderHeaderV2', keys: ['dataAreaId', 'SalesOrderNumber'] },
  SalesOrderLines: { entity: 'SalesOrderLine', keys: ['dataAreaId', 'InventoryLotId'] },
  SalesPackingSlipHeaders: { entity: 'SalesPackingSlipHeader', keys: ['dataAreaId', 'PackingSlipId'] },
  SalesPackingSlipLines: { entity: 'SalesPackingSlipLine', keys: ['dataAreaId', 'PackingSlipId', 'LineNumber'] },
  SalesInvoiceHeadersV2: { entity: 'SalesInvoiceHeaderV2', keys: ['dataAreaId', 'InvoiceNumber', 'InvoiceDate', 'LedgerVoucher'] },
  SalesInvoiceLines: { entity: 'SalesInvoiceLine', keys: ['dataAreaId', 'InvoiceNumber', 'LineNumber'] },
  Workers: { entity: 'Worker', keys: ['PersonnelNumber'] },
  Employments: { entity: 'Employment', keys: ['PersonnelNumber', 'LegalEntityId', 'EmploymentStartDate'] },
  People: { entity: 'Person', keys: ['PersonnelNumber'] },
  CustomersV3: { entity: 'CustomerV3', keys: ['dataAreaId', 'CustomerAccount'] },
  LegalEntities: { entity: 'LegalEntity', keys: ['LegalEntityId'] },
  Ledgers: { entity: 'Ledger', keys: ['LegalEntityId'] },
  Warehouses: { entity: 'Warehouse', keys: ['dataAreaId', 'WarehouseId'] },
} as const satisfies Readonly<Record<string, SetShape>>

export type SetName = keyof typeof setShapes
export const setNames = Object.keys(setShapes) as readonly SetName[]
export type FoStore = Readonly<Record<SetName, EntityTable>>

/** Properties by which entities are found without reading all. */
export const indexed = [
  'SalesOrderNumber',
  'ItemNumber',
  'CustomersOrderReference',
  'CustomerRequisitionNumber',
  'InvoiceNumber',
  'PackingSlipId',
]

export const createFoStore = (now: () => string): FoStore =>
  Object.fromEntries(setNames.map((name) => [name, createEntityTable(name, now, indexed)])) as unknown as FoStore

/** The key of an entity as one text. */
export const keyOf = (set: SetName, fields: Fields): string => setShapes[set].keys.map((key) => String(fields[key] ?? '')).join('|')

/** Adds an entity, or replaces the one with its key. */
export const put = (store: FoStore, set: SetName, fields: Fields): Entity => store[set].put({ id: keyOf(set, fields), fields, lines: [] })

/** Properties whose values are words of an enumeration, with its name. */
export const enumerations: Readonly<Record<string, string>> = {
  SalesOrderStatus: 'SalesStatus',
  SalesOrderLineStatus: 'SalesStatus',
  SalesOrderProcessingStatus: 'SalesOrderProcessingStatus',
  IsSalesProcessingStopped: 'NoYes',
  AreTotalsCalculated: 'NoYes',
  IsLineStopped: 'NoYes',
  ProductType: 'EcoResProductType',
  WorkerStatus: 'HcmWorkerStatus',
  WorkerType: 'HcmEmploymentType',
}

export const noDay = '1900-01-01T12:00:00Z'
export const noon = (day: string): string => `${day.slice(0, 10)}T12:00:00Z`
