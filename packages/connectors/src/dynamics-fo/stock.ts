import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { idOf, toRecord, versions } from './records.ts'
import type { Kind, SourceContext } from './source.ts'

/** What makes an item a variant (docs/erp/dynamics-finance-operations.md#stock). */
const dimensions = ['ProductColorId', 'ProductSizeId', 'ProductStyleId', 'ProductConfigurationId', 'ProductVersionId'] as const
const keys = ['dataAreaId', 'ItemNumber', ...dimensions, 'InventorySiteId', 'InventoryWarehouseId'] as const
const unitPath = 'ReleasedProductsV2.InventoryUnitSymbol'

const joined = (row: Row, names: readonly string[]): string | undefined => {
  const parts = names.flatMap((name) => textOf(row, name) ?? [])
  return parts.length === 0 ? undefined : parts.join('/')
}

/** `WarehousesOnHandV2` or `WarehousesOnHand` as stock. */
export const stock = defineFieldTable({
  id: { from: keys, note: 'all of them, with | between them' },
  sku: { from: ['ItemNumber', ...dimensions], to: (_, row) => joined(row, ['ItemNumber', ...dimensions]), note: 'with / between them' },
  locationId: {
    from: ['InventorySiteId', 'InventoryWarehouseId'],
    to: (_, row) => joined(row, ['InventorySiteId', 'InventoryWarehouseId']),
    note: 'with / between them',
  },
  quantityOnHand: ['OnHandQuantity'],
  quantityReserved: ['ReservedOnHandQuantity'],
  quantityAvailable: ['AvailableOnHandQuantity'],
  quantityOnOrder: ['OnOrderQuantity'],
  uom: [unitPath],
  ...versions,
})

const quantities = ['OnHandQuantity', 'ReservedOnHandQuantity', 'AvailableOnHandQuantity', 'OnOrderQuantity'] as const

/** Parts of the key may be blank: an item without variants has no colour. */
const idOfStock = (row: Row): string => {
  const own = idOf(row, ['dataAreaId', 'ItemNumber', 'InventoryWarehouseId'])
  return own === '' ? '' : keys.map((key) => textOf(row, key) ?? '').join('|')
}

/** The units of items on hand: the stock itself does not name them. */
async function unitsOf(rows: readonly Row[], { reader, tenant }: SourceContext): Promise<ReadonlyMap<string, string>> {
  const items = new Set(rows.flatMap((row) => textOf(row, 'ItemNumber') ?? []))
  if (items.size === 0 || (await tenant.findSet('products')) === undefined) return new Map()
  const reading = { role: 'products', keys: ['dataAreaId', 'ItemNumber'], select: ['ItemNumber', 'InventoryUnitSymbol'] } as const
  const found = await reader.rowsAlong(reading, 'ItemNumber', [...items])
  return new Map(found.flatMap((row) => [[textOf(row, 'ItemNumber') ?? '', textOf(row, 'InventoryUnitSymbol') ?? ''] as const]))
}

/** Nothing tells what has changed, so all of it is read every time, and not counted, which would be expensive. */
export const stockKind: Kind = {
  incremental: false,
  filters: {},
  reading: async () => ({ role: 'inventory', keys, select: [...keys, ...quantities], isCounted: false }),
  async records(rows, context, { serverTime }) {
    const units = await unitsOf(rows, context)
    return rows.map((row) => {
      const record = toRecord(stock, { ...row, [unitPath]: units.get(textOf(row, 'ItemNumber') ?? '') }, idOfStock(row))
      return { ...record, raw: row, fields: { ...record.fields, asOf: serverTime } }
    })
  },
}
