import { z } from 'zod'
import { defineDataType } from '../data-type.ts'
import { Decimal } from '../decimal.ts'
import { instant, optional, text, withDefault } from '../fields.ts'

/** One record for each SKU and location; `"*"` if the ERP has one pool. */
export const Inventory = z.object({
  sku: text(64),
  locationId: withDefault(text(), '*'),
  locationName: optional(text()),
  quantityOnHand: Decimal,
  quantityReserved: optional(Decimal),
  quantityAvailable: optional(Decimal),
  quantityOnOrder: optional(Decimal),
  uom: withDefault(text(16), 'EA'),
  lot: optional(text()),
  stockType: optional(text()),
  asOf: optional(instant),
  companyId: optional(text()),
  sourceUpdatedAt: optional(instant),
  sourceVersion: optional(text()),
})
export type Inventory = z.infer<typeof Inventory>

export const inventory = defineDataType({ title: 'Inventory', naturalKey: ['sku', 'locationId'], schema: Inventory, volatile: ['asOf'] })
