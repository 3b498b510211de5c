import { expect, test } from 'vitest'
import { filtersForErp } from './filters-for-erp.ts'
import type { MappingSettings } from './mapping.ts'

const filter = (field: string, value: unknown, operator = 'eq') =>
  ({ field, operator, value }) as NonNullable<MappingSettings['filters']>[number]

test.each([
  ['a text', filter('brand', 'Acme'), [{ field: 'brand', values: ['Acme'] }]],
  ['one of several', filter('brand', ['Acme', 'Oak'], 'in'), [{ field: 'brand', values: ['Acme', 'Oak'] }]],
  ['a number, which ERPs write in many ways', filter('category', '007'), []],
  ['a list with a number in it', filter('category', ['A', '7'], 'in'), []],
  ['an empty text', filter('brand', ''), []],
  ['a value that is excluded', filter('brand', 'Acme', 'ne'), []],
  ['a part of a text', filter('brand', 'Ac', 'starts_with'), []],
  ['a field within lines', filter('lines[].sku', 'A'), []],
  ['a field of the row', filter('raw.brand', 'A'), []],
  ['a boolean', filter('active', true), []],
])('an ERP is asked to filter only if that loses no record: %s', (_, one, asked) => {
  expect(filtersForErp({ filters: [one] })).toEqual(asked)
})

test('an ERP is not asked to filter by a field that the mapping changes', () => {
  const filters = [filter('brand', 'Acme'), filter('category', 'Mugs')]
  expect(filtersForErp({ filters, fieldMapping: { brand: 'maker' } })).toMatchObject([{ field: 'category' }])
  expect(filtersForErp({ filters, transformations: [{ field: 'category', operation: 'upper' }] })).toMatchObject([{ field: 'brand' }])
})
