import { expect, test } from 'vitest'
import { dataTypes } from '../data-types.ts'

const order = { orderNumber: '1', orderDate: '2026-01-01', currency: 'EUR', total: '5' }

test.each(['order_status', 'orders'] as const)('%s: a status is canonical, or unknown with the word of the ERP beside it', (dataType) => {
  const parse = (fields: object) => dataTypes[dataType].schema.parse({ ...order, ...fields })
  expect(parse({ status: 'Partially Shipped' })).toMatchObject({ status: 'partially_shipped' })
  expect(parse({ status: 'Partially Shipped' })).not.toHaveProperty('statusRaw')
  expect(parse({ status: 'Wird gebacken' })).toMatchObject({ status: 'unknown', statusRaw: 'Wird gebacken' })
  expect(parse({ status: 'Wird gebacken', statusRaw: 'BAK' })).toMatchObject({ status: 'unknown', statusRaw: 'BAK' })
  expect(parse({ status: 'shipped', statusRaw: 'C' })).toMatchObject({ status: 'shipped', statusRaw: 'C' })
})

test('an order without a status is unknown, and nothing stands beside it', () => {
  const parsed = dataTypes.orders.schema.parse(order)
  expect(parsed).toMatchObject({ status: 'unknown' })
  expect(parsed).not.toHaveProperty('statusRaw')
})
