import type { InventoryRow } from '../../dataset/inventory.ts'
import type { ProductRow } from '../../dataset/products.ts'
import type { Dataset } from '../../dataset.ts'
import type { FusionStore } from './resources.ts'
import type { Fields } from './row-table.ts'
import { invoiceFields } from './seed-invoices.ts'
import { orderFields, shipmentLineFields } from './seed-orders.ts'
import { workerFields } from './seed-workers.ts'
import { idAt, masterOrganization, unitName } from './tenant.ts'

/** Each item once for each organization: the master organization, and one with stock. */
export function itemFields(row: ProductRow, organization: string): Fields {
  return {
    ItemId: idAt(1, row.id),
    OrganizationId: idAt(9, organization === masterOrganization ? 1 : 2),
    OrganizationCode: organization,
    ItemNumber: row.sku,
    ItemDescription: row.name,
    LongDescription: row.description,
    ItemClass: row.category,
    ItemStatusValue: row.active ? 'Active' : 'Inactive',
    LifecyclePhaseValue: 'Production',
    PrimaryUOMValue: unitName(row.uom),
    UnitWeightQuantity: Number(row.weight),
    WeightUOMValue: row.weightUnit,
    ListPrice: Number(row.cost),
    CustomerOrderEnabledFlag: true,
    CreationDateTime: `${row.createdOn}T00:00:00.000+00:00`,
  }
}

const stockFields = (row: InventoryRow, at: number): Fields => ({
  OnhandId: idAt(2, at + 1),
  OrganizationId: idAt(9, 2),
  OrganizationCode: 'M1',
  InventoryItemId: idAt(1, Number(/\d+/.exec(row.sku)?.[0] ?? 0)),
  ItemNumber: row.sku,
  SubinventoryCode: row.stockType === 'unrestricted' ? 'Stores' : 'Inspect',
  Locator: row.storageLocation,
  LotNumber: null,
  lots: [],
  PrimaryQuantity: Number(row.quantityOnHand),
  PrimaryUOMCode: row.uom,
})

const reservationFields = (row: InventoryRow, at: number): Fields => ({
  ReservationId: idAt(3, at + 1),
  OrganizationId: idAt(9, 2),
  OrganizationCode: 'M1',
  ItemNumber: row.sku,
  SubinventoryCode: row.stockType === 'unrestricted' ? 'Stores' : 'Inspect',
  Locator: row.storageLocation,
  LotNumber: null,
  ReservationQuantity: Number(row.quantityReserved),
  ReservationUOMCode: row.uom,
})

/** Fills a tenant with the data of a gift shop, in the shapes of the REST API. */
export function seed(store: FusionStore, dataset: Dataset): void {
  for (const row of dataset.products)
    for (const organization of [masterOrganization, 'M1'])
      store.itemsV2.put({ key: `${row.id}-${organization}`, updatedAt: row.updatedAt, fields: itemFields(row, organization) })
  for (const [at, row] of [...dataset.inventory].entries()) {
    store.inventoryOnhandBalances.put({ key: String(at + 1), updatedAt: row.updatedAt, fields: stockFields(row, at) })
    if (Number(row.quantityReserved) > 0)
      store.inventoryReservations.put({ key: String(at + 1), updatedAt: row.updatedAt, fields: reservationFields(row, at) })
  }
  for (const row of dataset.orders) {
    const fields = orderFields(row)
    store.salesOrdersForOrderHub.put({ key: String(fields.OrderKey), updatedAt: row.updatedAt, fields })
  }
  for (const row of dataset.order_status)
    for (const [at, { shipment, ...fields }] of shipmentLineFields(row).entries()) {
      store.shipmentLines.put({ key: `${row.id}-${at}`, updatedAt: row.updatedAt, fields })
      store.shipments.put({ key: String(shipment.Shipment), updatedAt: row.updatedAt, fields: shipment })
    }
  for (const row of dataset.employees) store.workers.put({ key: row.id, updatedAt: row.updatedAt, fields: workerFields(row) })
  for (const row of dataset.invoices) store.receivablesInvoices.put({ key: row.id, updatedAt: row.updatedAt, fields: invoiceFields(row) })
}
