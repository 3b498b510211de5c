import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordIdOf, toRecord } from './to-record.ts'

const text = fc.oneof(fc.constantFrom('', ' A-1 ', '00123', 'Berlin'), fc.string({ maxLength: 4 }))
const value = fc.oneof(text, fc.integer({ min: 0, max: 99 }), fc.constant(null), fc.constant({ inner: 'A-1' }))
const row = fc.dictionary(fc.constantFrom('id', 'sku', 'SKU', 'Artikelnummer', 'orderNumber', 'locationId', 'Lagerort', 'name', 'x'), value)
const paths = fc.record(
  {
    id: fc.constantFrom('sku', 'x', 'sku.inner'),
    fields: fc.dictionary(fc.constantFrom('sku', 'locationId', 'orderNumber'), fc.constantFrom('x', 'id')),
  },
  { requiredKeys: [] },
)

test('a row has the same id before and after it is mapped', () => {
  const dataType = fc.constantFrom('products', 'inventory', 'orders', 'order_status', 'employees', 'invoices')
  fc.assert(
    fc.property(row, dataType, paths, (cells, type, found) => {
      expect(recordIdOf(cells, type, found)).toBe(toRecord(cells, type, found).id)
    }),
    { numRuns: 500 },
  )
})
