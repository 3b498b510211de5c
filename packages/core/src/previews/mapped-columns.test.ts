import { expect, test } from 'vitest'
import { mappedColumns } from './mapped-columns.ts'

const columns = [
  { name: 'NR', field: null },
  { name: 'sku', field: 'sku' },
  { name: 'Price.net', field: null },
  { name: 'Qty', field: 'lines[].quantity' },
  { name: 'Menge', field: null },
  { name: 'Rest', field: null },
]
const fieldsBy = (fieldMapping: Record<string, string>) => mappedColumns(columns, fieldMapping).map(({ field }) => field)

test('without a mapping, a column fills the field that the connector recognised', () => {
  expect(mappedColumns(columns)).toEqual(columns)
})

test('a mapping takes precedence, and the column that filled the field before no longer does', () => {
  expect(fieldsBy({ sku: 'NR' })).toEqual(['sku', null, null, 'lines[].quantity', null, null])
  expect(fieldsBy({ price: 'Price.net', 'lines[].quantity': 'lines[].Menge', brand: 'Rest.name' })).toEqual([
    null,
    'sku',
    'price',
    null,
    'lines[].quantity',
    'brand',
  ])
})
