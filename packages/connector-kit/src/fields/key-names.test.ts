import { expect, test } from 'vitest'
import { isKeyName } from './key-names.ts'

test.each([
  'id',
  'sku',
  'SKU',
  'ArtikelNr',
  'Artikel-Nr.',
  'order_id',
  'ITEMNO',
  'itemnumber',
  'trackingNumbers',
  'MATNR',
  'Item #',
  'Kundennummer',
])('%s names an identifier', (name) => {
  expect(isKeyName(name)).toBe(true)
})

test.each([
  'price',
  'unitPrice',
  'paid',
  'valid',
  'quantity',
  'total',
  'orderTotal',
  'amount_net',
  'menge',
  'gross weight',
  'lineAmount',
  '',
])('%s names none', (name) => {
  expect(isKeyName(name)).toBe(false)
})
