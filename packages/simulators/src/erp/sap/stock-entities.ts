import { withFraction } from '../../dataset/decimal.ts'
import { type InventoryRow, stockTypeCode } from '../../dataset/inventory.ts'
import type { Table } from '../../dataset/table.ts'
import { decimal } from './edm.ts'
import type { EntitySet } from './entity.ts'

const keys = [
  'Material',
  'Plant',
  'StorageLocation',
  'Batch',
  'Supplier',
  'Customer',
  'WBSElementInternalID',
  'SDDocument',
  'SDDocumentItem',
  'InventorySpecialStockType',
  'InventoryStockType',
] as const

/** `A_MatlStkInAcctMod` of API_MATERIAL_STOCK_SRV: no change time, quantities with 14 decimals (docs/erp/sap-s4hana.md#stock-rows). */
export function stockV2(table: Table<InventoryRow>): EntitySet {
  return {
    name: 'A_MatlStkInAcctMod',
    table,
    idField: 'Material',
    toEntity: (row: InventoryRow) => ({
      set: 'A_MatlStkInAcctMod',
      type: 'A_MatlStkInAcctModType',
      keys,
      fields: {
        Material: row.sku,
        Plant: row.locationId,
        StorageLocation: row.storageLocation,
        Batch: '',
        Supplier: '',
        Customer: '',
        WBSElementInternalID: '0',
        SDDocument: '',
        SDDocumentItem: '0',
        InventorySpecialStockType: '',
        InventoryStockType: stockTypeCode(row.stockType),
        MaterialBaseUnit: row.uom,
        MatlWrhsStkQtyInMatlBaseUnit: decimal(withFraction(row.quantityOnHand, 14)),
      },
      links: {},
    }),
  }
}
