import { expect, test } from 'vitest'
import { dataTypeIds, dataTypes } from './data-types.ts'
import { findUnknownFields, structureOf } from './unknown-fields.ts'

const inOrder = (value: unknown) => findUnknownFields(dataTypes.orders.schema, value)

test('names each unknown field with the known one that is nearest, at every depth', () => {
  const issues = inOrder({
    customer_id: '1',
    orderDate: '2026-01-01',
    shipTo: { zip: '1', city: 'X' },
    lines: [{ sku: 'A' }, { quantitty: '1' }],
  })
  expect(issues.map(({ path }) => path)).toEqual(['customer_id', 'shipTo.zip', 'lines.1.quantitty'])
  expect(issues[0]?.message).toBe('is not a field; did you mean "customerId"?')
  expect(issues[1]?.message).toMatch(/^is not a field; the fields are name, line1, /)
  expect(issues[2]?.message).toBe('is not a field; did you mean "quantity"?')
})

test('inherited names are unknown too, and values of another type are left to the schema', () => {
  expect(inOrder({ toString: 'x', constructor: 'y' })).toHaveLength(2)
  expect(inOrder({ lines: 'none', shipTo: 7 })).toEqual([])
})

test.each(dataTypeIds)('the fields of %s are known', (id) => {
  expect(structureOf(dataTypes[id].schema)).not.toBeNull()
  expect(findUnknownFields(dataTypes[id].schema, { nothingOfThisName: 1 })).toHaveLength(1)
})
