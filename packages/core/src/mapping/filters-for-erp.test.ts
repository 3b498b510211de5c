import { expect, test } from 'vitest'
import { filtersForErp } from './filters-for-erp.ts'
import type { MappingSettings } from './mapping.ts'

const filter = (field: string, value: unknown, operator = 'eq') =>
  ({ field, operator, value }) as NonNullable<MappingSettings['filters']>[number]

test.each([
  ['a text', filter('brand', 'Acme'), [{ field: 'brand', values: ['Acme'] }]],
  ['one of several', filter('brand', ['Acme', 'Oak'], 'in'), [{ field: 'brand', values: ['Acme', 'Oak'] }]],
  ['a number, which ERPs write in many ways', filter('category', '007'), []],
  ['one that is a number among others', filter('category', ['A', '7'], 'in'), []],
  ['nothing', filter('brand', ''), []],
  ['what must not be', filter('brand', 'Acme', 'ne'), []],
  ['a part of a text', filter('brand', 'Ac', 'starts_with'), []],
  ['a field within lines', filter('lines[].sku', 'A'), []],
  ['a field of the row', filter('raw.brand', 'A'), []],
  ['a truth', filter('active', true), []],
])('an ERP is asked for no less than what is wanted: %s', (_, one, asked) => {
  expect(filtersForErp({ filters: [one] })).toEqual(asked)
})

test('what a mapping makes of a field is nothing that an ERP could be asked for', () => {
  const filters = [filter('brand', 'Acme'), filter('category', 'Mugs')]
  expect(filtersForErp({ filters, fieldMapping: { brand: 'maker' } })).toMatchObject([{ field: 'category' }])
  expect(filtersForErp({ filters, transformations: [{ field: 'category', operation: 'upper' }] })).toMatchObject([{ field: 'brand' }])
})
