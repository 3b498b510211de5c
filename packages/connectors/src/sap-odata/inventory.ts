import { sumOf, toText } from '@linkspan/connector-kit/fields/exact-decimal'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import type { SourceRecord } from '@linkspan/core/connector'
import { z } from 'zod'
import { keyOf } from './values.ts'

/** The key of `A_MatlStkInAcctMod`, by which rows are sorted: what belongs together comes together (docs/erp/sap-s4hana.md#stock-rows). */
export const stockKey = [
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

const Share = z.object({ stockType: z.string(), specialStockType: z.string(), quantity: z.string() })

/** The stock of one material in one storage location, summed up by kind of stock: however many batches, it stays small. */
const StockGroup = z.object({
  material: z.string(),
  plant: z.string(),
  storageLocation: z.string(),
  uom: z.string(),
  shares: z.array(Share),
})
type StockGroup = z.infer<typeof StockGroup>

/** The group that a page left unfinished, as a cursor brings it back; null if there is none. */
export const carriedGroup = (carry: unknown): StockGroup | null =>
  StockGroup.nullable()
    .catch(null)
    .parse(carry ?? null)

const unrestricted = '01'

/** The groups of a page's rows, the carried one first: rows of one group follow each other, also over pages. */
export function groupStock(rows: readonly Row[], carried: StockGroup | null): readonly StockGroup[] {
  const groups: StockGroup[] = carried ? [carried] : []
  for (const row of rows) {
    const [material = '', plant = '', storageLocation = ''] = stockKey.slice(0, 3).map((name) => textOf(row, name))
    const last = groups.at(-1)
    const isSame = last && material !== '' && last.material === material && last.plant === plant && last.storageLocation === storageLocation
    const group = isSame ? last : { material, plant, storageLocation, uom: textOf(row, 'MaterialBaseUnit') ?? '', shares: [] }
    const grown = { ...group, shares: withShare(group.shares, row) }
    if (isSame) groups[groups.length - 1] = grown
    else groups.push(grown)
  }
  return groups
}

function withShare(shares: StockGroup['shares'], row: Row): StockGroup['shares'] {
  const stockType = textOf(row, 'InventoryStockType') ?? ''
  const specialStockType = textOf(row, 'InventorySpecialStockType') ?? ''
  const quantity = textOf(row, 'MatlWrhsStkQtyInMatlBaseUnit') ?? ''
  const isSame = (share: StockGroup['shares'][number]) => share.stockType === stockType && share.specialStockType === specialStockType
  const same = shares.find(isSame)
  if (!same) return [...shares, { stockType, specialStockType, quantity }]
  return shares.map((share) => (share === same ? { ...share, quantity: plus(share.quantity, quantity) } : share))
}

/** What is no decimal is kept, so that the record shows it and is rejected for it. */
function plus(left: string, right: string): string {
  const sum = sumOf([left, right])
  return sum ? toText(sum) : sumOf([left]) ? right : left
}

/** On hand is all stock; available is unrestricted stock that is not special stock (docs/erp/sap-s4hana.md#stock-types). */
export function toInventory(group: StockGroup, asOf: string | undefined): SourceRecord {
  const { material, plant, storageLocation, uom, shares } = group
  const free = shares.filter((share) => share.stockType === unrestricted && share.specialStockType === '')
  const total = (parts: StockGroup['shares']) => parts.map((share) => share.quantity).reduce(plus, '0')
  const sku = keyOf(material)
  return {
    id: sku === '' ? '' : `${sku}|${plant}|${storageLocation}`,
    raw: group,
    changedAt: null,
    fields: {
      sku,
      locationId: [plant, storageLocation].filter((part) => part !== '').join('/') || undefined,
      quantityOnHand: total(shares),
      quantityAvailable: total(free),
      uom: uom || undefined,
      asOf,
    },
  }
}
