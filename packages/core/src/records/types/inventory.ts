import { z } from 'zod'
import { defineDataType } from '../data-type.ts'
import { Decimal } from '../decimal.ts'
import { day, instant, optional, text, withDefault } from '../fields.ts'

/** Stock of one batch or bin, of which several make up a record. */
const Part = z.object({
  lot: optional(text()),
  bin: optional(text()),
  serialNumber: optional(text()),
  expiryDate: optional(day),
  quantityOnHand: Decimal,
  quantityReserved: optional(Decimal),
  quantityAvailable: optional(Decimal),
  quantityOnOrder: optional(Decimal),
})

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
  bin: optional(text()),
  serialNumber: optional(text()),
  expiryDate: optional(day),
  stockType: optional(text()),
  parts: optional(z.array(Part)),
  asOf: optional(instant),
  companyId: optional(text()),
  sourceUpdatedAt: optional(instant),
  sourceVersion: optional(text()),
})
export type Inventory = z.infer<typeof Inventory>

export const inventory = defineDataType({
  title: 'Inventory',
  naturalKey: ['sku', 'locationId'],
  schema: Inventory,
  volatile: ['asOf'],
  assumes: [['uom']],
})
