import { expect, test } from 'vitest'
import type { CanonicalField } from './fields.ts'
import { placesOf, suggestionsFor } from './suggest.ts'

const field = (name: string, kind: CanonicalField['kind'] = 'text'): CanonicalField => ({
  field: name,
  kind,
  isRequired: false,
  description: '',
  example: '',
})
const fields = [field('barcode'), field('weight', 'decimal'), field('active', 'flag'), field('hireDate', 'time'), field('brand')]
const known = new Map([['barcode', ['ean', 'gtin']]])
const suggest = (rows: readonly unknown[], taken: readonly string[] = []) =>
  Object.fromEntries(suggestionsFor(fields, placesOf(rows), known, new Set(taken)))

test('a place with the name of a field, or with one that the connector knows, is offered with the number of rows that fit', () => {
  const rows = [
    { artikel: { EAN: '40123', netWeight: '1.234,50', isActive: 'X' }, hire_date: '2026-03-01' },
    { artikel: { EAN: '', netWeight: 2, isActive: false }, hire_date: '01.03.2026' },
  ]
  expect(suggest(rows)).toEqual({
    barcode: { path: 'artikel.EAN', why: 'known-name', fitting: 1, of: 2 },
    weight: { path: 'artikel.netWeight', why: 'name', fitting: 2, of: 2 },
    active: { path: 'artikel.isActive', why: 'name', fitting: 2, of: 2 },
    hireDate: { path: 'hire_date', why: 'name', fitting: 2, of: 2 },
  })
})

test('what does not fit in most rows, what another field is read from, and what stands in a list is not offered', () => {
  expect(suggest([{ weight: 'heavy', active: 'perhaps', hireDate: 'soon' }])).toEqual({})
  expect(suggest([{ brand: 'Acme' }, {}, {}])).toEqual({})
  expect(suggest([{ brand: 'Acme' }], ['brand'])).toEqual({})
  expect(suggest([{ texts: [{ brand: 'Acme' }] }])).toEqual({})
  expect(suggest([])).toEqual({})
})

test('of several places the one that has the name comes first, then the one that fits more often', () => {
  expect(suggest([{ gtin: '1', barcode: '2' }]).barcode?.path).toBe('barcode')
  expect(suggest([{ 'a.x': 1, a: { brand: 'A' }, b: { brand: 'B' } }, { b: { brand: 'B' } }]).brand?.path).toBe('b.brand')
})
