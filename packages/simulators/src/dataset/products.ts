import { createRandom } from '../random.ts'
import { dayOf, fromCents } from './decimal.ts'
import { withCheckDigit } from './gtin.ts'
import type { Row } from './row.ts'
import type { Table } from './table.ts'
import { adjectives, brands, categories, things } from './words.ts'

/** A product. Money and quantities are decimal strings; `price` is for `priceUnitQuantity` units. */
export interface ProductRow extends Row {
  readonly sku: string
  readonly name: string
  readonly description: string | null
  readonly barcode: string | null
  readonly price: string
  readonly priceUnitQuantity: string
  readonly cost: string
  readonly currency: string
  readonly uom: string
  readonly category: string
  readonly categoryId: string
  readonly brand: string
  readonly type: 'inventory' | 'service'
  readonly weight: string
  readonly weightUnit: string
  /** False for blocked and for deleted products. */
  readonly active: boolean
  /** Flagged as deleted, but still in the table. */
  readonly deleted: boolean
  readonly createdOn: string
}

const units = ['PC', 'PC', 'PC', 'PC', 'EA', 'EA', 'ST', 'ST', 'KG', 'M', 'SET', 'KAR'] as const
const currencies = ['USD', 'CHF', 'GBP', 'JPY'] as const

export function productIdAt(index: number): string {
  return String(1_000_000 + index)
}

/** The SKU of a product. One in fifty contains a slash. */
export function skuAt(index: number): string {
  return `GS-${productIdAt(index)}${index % 50 === 49 ? '/RD' : ''}`
}

/** The product with this SKU; undefined if there is none. */
export function findProduct(products: Table<ProductRow>, sku: string): ProductRow | undefined {
  const usual = products.get(productIdOf(sku))
  return usual?.sku === sku ? usual : products.findBy('sku', sku)[0]
}

/** The id of the product that has this SKU, unless the product was changed. */
export function productIdOf(sku: string): string {
  return /^GS-(\d{7,})/.exec(sku)?.[1] ?? sku
}

export function productAt(seed: string | number, index: number, updatedAt: string): ProductRow {
  const random = createRandom(seed, 'product', index)
  const name = `${random.pick(adjectives)} ${random.pick(things)}`
  const category = random.pick(categories)
  const brand = random.pick(brands)
  const uom = random.pick(units)
  const currency = random.chance(0.92) ? 'EUR' : random.pick(currencies)
  const cents = currency === 'JPY' ? random.integer(1, 900) * 1000 : random.integer(49, 24_999)
  const deleted = random.chance(0.03)
  return {
    id: productIdAt(index),
    sku: skuAt(index),
    name,
    description: random.chance(0.2) ? null : `${name} — ${brand}. ${category.name}.`,
    barcode: barcodeAt(random.integer(0, 19), index),
    price: currency === 'JPY' ? String(cents / 100) : fromCents(cents),
    priceUnitQuantity: random.chance(0.08) ? '100' : '1',
    cost: fromCents(cents * 0.55),
    currency,
    uom,
    category: category.name,
    categoryId: category.id,
    brand,
    type: random.chance(0.03) ? 'service' : 'inventory',
    weight: (random.integer(5, 9_999) / 1000).toFixed(3),
    weightUnit: 'KG',
    active: !deleted && !random.chance(0.05),
    deleted,
    createdOn: dayOf(updatedAt, -random.integer(1, 1_000)),
    updatedAt,
  }
}

function barcodeAt(choice: number, index: number): string | null {
  if (choice === 0) return null
  if (choice === 1) return withCheckDigit(String(index % 10_000_000).padStart(7, '0'))
  if (choice <= 4) return withCheckDigit(`0${String(index).padStart(10, '0')}`)
  return withCheckDigit(`400${String(index).padStart(9, '0')}`)
}
