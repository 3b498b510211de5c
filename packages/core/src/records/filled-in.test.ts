import { expect, test } from 'vitest'
import { dataTypes } from './data-types.ts'
import { filledIn, withoutAssumed } from './filled-in.ts'

const paths = (dataType: keyof typeof dataTypes, given: Readonly<Record<string, unknown>>) =>
  filledIn(dataTypes[dataType], given, dataTypes[dataType].schema.parse(given))

test('a default counts as filled in, a value that was given does not', () => {
  expect(paths('products', { sku: 'A', name: 'Mug', active: false })).toEqual(['uom'])
  expect(paths('products', { sku: 'A', name: 'Mug', uom: '', active: null })).toEqual(['uom', 'active'])
  expect(paths('inventory', { sku: 'A', quantityOnHand: '1', uom: 'EA' })).toEqual(['locationId'])
})

test('so do lists that are not shown, and the type of a line', () => {
  const order = { orderNumber: '1', orderDate: '2026-01-01', currency: 'EUR', total: '1' }
  expect(paths('orders', order)).toEqual(['lines', 'status'])
  const lines = [
    { quantity: '1', sku: 'A' },
    { lineNumber: '20', quantity: '1', type: 'charge' },
  ]
  expect(paths('orders', { ...order, status: 'shipped', lines })).toEqual(['lines[1].type'])
})

test('the status and the activity of an employee tell each other', () => {
  const person = { employeeId: '1', lastName: 'X' }
  expect(paths('employees', person)).toEqual(['status', 'active'])
  expect(paths('employees', { ...person, active: false })).toEqual([])
  expect(paths('employees', { ...person, status: 'on_leave' })).toEqual([])
})

test('what was only assumed can be left out; what an absent value means by definition stays', () => {
  const without = (dataType: keyof typeof dataTypes, given: Readonly<Record<string, unknown>>) =>
    withoutAssumed(dataTypes[dataType], given, dataTypes[dataType].schema.parse(given))
  expect(without('products', { sku: 'A', name: 'Mug', active: false })).toEqual({ sku: 'A', name: 'Mug', active: false })
  expect(without('inventory', { sku: 'A', quantityOnHand: '1' })).toEqual({ sku: 'A', locationId: '*', quantityOnHand: '1' })
  const order = { orderNumber: '1', orderDate: '2026-01-01', currency: 'EUR', total: '1', lines: [{ quantity: '1' }] }
  expect(without('orders', order)).not.toHaveProperty('status')
  expect(without('orders', order)).toMatchObject({ lines: [{ type: 'item' }] })
  expect(without('orders', { ...order, status: 'Wird gebacken' })).toMatchObject({ status: 'unknown', statusRaw: 'Wird gebacken' })
})
