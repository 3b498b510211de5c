import { expect, test } from 'vitest'
import { nearestName } from './nearest-name.ts'

const fields = ['customerId', 'customerName', 'orderNumber', 'orderDate', 'uom']

test.each([
  ['customer_id', 'customerId'],
  ['CUSTOMERID', 'customerId'],
  ['custmerId', 'customerId'],
  ['orderNumbre', 'orderNumber'],
  ['uo', 'uom'],
])('"%s" stands for "%s"', (name, nearest) => {
  expect(nearestName(name, fields)).toBe(nearest)
})

test.each(['colour', 'x', ''])('"%s" stands for nothing that is known', (name) => {
  expect(nearestName(name, fields)).toBeNull()
})
