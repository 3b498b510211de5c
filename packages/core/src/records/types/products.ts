import { z } from 'zod'
import { defineDataType } from '../data-type.ts'
import { Decimal } from '../decimal.ts'
import { currency, flag, instant, optional, text, withDefault, withWords, wordIn } from '../fields.ts'

/** The price is a sales price for `priceUnitQuantity` units, never a cost. */
export const Product = z
  .object({
    sku: text(64),
    name: text(),
    description: optional(text()),
    barcode: optional(text(64)),
    price: optional(Decimal),
    priceUnitQuantity: optional(Decimal),
    cost: optional(Decimal),
    currency: optional(currency),
    priceIncludesTax: optional(flag),
    uom: withDefault(text(16), 'EA'),
    uomRaw: optional(text(16)),
    category: optional(text()),
    categoryId: optional(text()),
    brand: optional(text()),
    type: optional(wordIn(['inventory', 'non_inventory', 'service', 'kit'])),
    typeRaw: optional(text()),
    active: withDefault(flag, true),
    weight: optional(Decimal),
    weightUnit: optional(text(16)),
    companyId: optional(text()),
    sourceUpdatedAt: optional(instant),
    sourceVersion: optional(text()),
  })
  .transform(withWords('type'))
export type Product = z.infer<typeof Product>

export const products = defineDataType({ title: 'Products', naturalKey: ['sku'], schema: Product, assumes: [['uom'], ['active']] })
