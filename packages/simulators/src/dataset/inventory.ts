import { createRandom } from '../random.ts'
import { productAt, skuAt } from './products.ts'
import type { Row } from './row.ts'

/** Stock of one article in one storage location, of one kind. */
export interface InventoryRow extends Row {
  readonly sku: string
  readonly locationId: string
  readonly locationName: string
  readonly storageLocation: string
  readonly stockType: 'unrestricted' | 'quality' | 'blocked'
  /** May be negative. */
  readonly quantityOnHand: string
  readonly quantityReserved: string
  readonly quantityAvailable: string
  readonly quantityOnOrder: string
  readonly uom: string
}

const blockedEvery = 4
const codes = { unrestricted: '01', quality: '02', blocked: '07' } as const

/** SAP's two-digit code of a stock type (docs/erp/sap-s4hana.md#stock-types). */
export function stockTypeCode(type: InventoryRow['stockType']): string {
  return codes[type]
}

/** Each plant has three rows for a product: unrestricted and held-back stock in A, unrestricted stock in B. */
function placeAt(index: number, perProduct: number) {
  const product = Math.floor(index / perProduct)
  const slot = index % perProduct
  const plant = String(1010 + 10 * Math.floor(slot / 3))
  const kind = slot % 3
  const heldBack = product % blockedEvery === 0 ? 'blocked' : 'quality'
  const stockType: InventoryRow['stockType'] = kind === 1 ? heldBack : 'unrestricted'
  return { product, plant, storageLocation: `${plant.slice(0, 3)}${kind === 2 ? 'B' : 'A'}`, stockType }
}

export function inventoryIdAt(index: number, perProduct: number): string {
  const { product, plant, storageLocation, stockType } = placeAt(index, perProduct)
  return `${skuAt(product)}.${plant}.${storageLocation}.${codes[stockType]}`
}

export function inventoryAt(seed: string | number, index: number, perProduct: number, updatedAt: string): InventoryRow {
  const random = createRandom(seed, 'inventory', index)
  const { product, plant, storageLocation, stockType } = placeAt(index, perProduct)
  const { uom } = productAt(seed, product, updatedAt)
  const fraction = uom === 'KG' || uom === 'M' ? random.integer(0, 999) / 1000 : 0
  const onHand = random.chance(0.02) ? -random.integer(1, 20) : random.integer(0, 5_000) + fraction
  const reserved = stockType === 'unrestricted' && onHand > 0 ? random.integer(0, Math.floor(onHand / 2)) : 0
  return {
    id: inventoryIdAt(index, perProduct),
    sku: skuAt(product),
    locationId: plant,
    locationName: plant === '1010' ? 'Lager Köln' : `Entrepôt ${plant}`,
    storageLocation,
    stockType,
    quantityOnHand: onHand.toFixed(3),
    quantityReserved: reserved.toFixed(3),
    quantityAvailable: (stockType === 'unrestricted' ? onHand - reserved : 0).toFixed(3),
    quantityOnOrder: random.chance(0.3) ? `${random.integer(1, 500)}.000` : '0.000',
    uom,
    updatedAt,
  }
}
