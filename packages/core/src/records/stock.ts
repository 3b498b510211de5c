import { z } from 'zod'
import { addDecimals } from './decimal.ts'
import type { ERPRecord } from './record-store.ts'
import { Inventory } from './types/inventory.ts'

/** The stock of one SKU at one connection: its locations, and their exact sums. */
export const ERPStock = z
  .object({
    sku: z.string(),
    erpConnectionId: z.string(),
    quantityOnHand: z.string().describe('The sum over all locations, as a decimal string.'),
    quantityAvailable: z.string().describe('The sum over all locations; if a location does not state it, on hand minus reserved counts.'),
    uom: z.string().nullable().describe('The unit of the sums; null if the locations have different ones.'),
    locations: z.array(z.record(z.string(), z.unknown())).describe('The canonical inventory record of each location.'),
    updatedAt: z.iso.datetime().describe('The latest change of any of them.'),
  })
  .meta({ id: 'ERPStock' })
export type ERPStock = z.infer<typeof ERPStock>

const negative = (decimal: string): string => (decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`)

/** Adds up the locations of one SKU. There must be at least one. */
export function toStock(erpConnectionId: string, sku: string, records: readonly ERPRecord[]): ERPStock {
  const locations = records.map(({ data }) => Inventory.parse(data))
  const available = locations.map(({ quantityOnHand, quantityReserved = '0', quantityAvailable }) =>
    quantityAvailable === undefined ? addDecimals([quantityOnHand, negative(quantityReserved)]) : quantityAvailable,
  )
  const [uom = null, ...otherUnits] = new Set(locations.map((location) => location.uom))
  return {
    sku,
    erpConnectionId,
    quantityOnHand: addDecimals(locations.map(({ quantityOnHand }) => quantityOnHand)),
    quantityAvailable: addDecimals(available),
    uom: otherUnits.length === 0 ? uom : null,
    locations: records.map(({ data }) => data),
    updatedAt:
      records
        .map(({ updatedAt }) => updatedAt)
        .sort()
        .at(-1) ?? '',
  }
}
