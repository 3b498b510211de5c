import { expect, test } from 'vitest'
import { valueAt } from './value-at.ts'

const order = {
  total: '5.00',
  shipTo: { city: 'Köln' },
  lines: [
    { lineNumber: '10', sku: '20', quantity: '1' },
    { lineNumber: '20', sku: 'B', quantity: '2' },
  ],
}

test.each([
  ['total', '5.00'],
  ['shipTo.city', 'Köln'],
  ['lines[20]', order.lines[1]],
  ['lines[20].quantity', '2'],
  ['lines[30].quantity', undefined],
  ['billTo.city', undefined],
])('at %s it is %j', (path, value) => {
  expect(valueAt(order, path)).toEqual(value)
})
