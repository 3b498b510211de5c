import { expect, test } from 'vitest'
import { dataTypes } from './data-types.ts'
import { filledIn } from './filled-in.ts'

const paths = (dataType: keyof typeof dataTypes, given: Readonly<Record<string, unknown>>) =>
  filledIn(dataTypes[dataType], given, dataTypes[dataType].schema.parse(given))

test('a default counts as filled in, a value that was given does not', () => {
  expect(paths('products', { sku: 'A', name: 'Mug', active: false })).toEqual(['uom'])
  expect(paths('products', { sku: 'A', name: 'Mug', uom: '', active: null })).toEqual(['uom', 'active'])
  expect(paths('inventory', { sku: 'A', quantityOnHand: '1', uom: 'EA' })).toEqual(['locationId'])
})

test('so do lists that are not shown, and the type of a line', () => {
  const order = { orderNumber: '1', orderDate: '2026-01-01', currency: 'EUR', total: '1' }
  expect(paths('orders', order)).toEqual(['lines'])
  const lines = [
    { quantity: '1', sku: 'A' },
    { lineNumber: '20', quantity: '1', type: 'charge' },
  ]
  expect(paths('orders', { ...order, lines })).toEqual(['lines[1].type'])
})
