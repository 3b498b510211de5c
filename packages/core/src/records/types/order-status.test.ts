import { expect, test } from 'vitest'
import { dataTypes } from '../data-types.ts'
import { orderStatusOfAnswer, orderStatusWords } from './order-status-words.ts'

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

test.each([
  ['accepted', 'processing'],
  ['In Bearbeitung', 'processing'],
  ['in-transit', 'shipped'],
  ['Partially Delivered', 'partially_shipped'],
  ['CANCELED', 'cancelled'],
  ['gesperrt', 'on_hold'],
])('the usual word "%s" is never unknown, and is kept beside its status', (word, status) => {
  for (const dataType of ['order_status', 'orders'] as const) {
    const parse = (fields: object) => dataTypes[dataType].schema.parse({ ...order, ...fields })
    expect(parse({ status: word })).toMatchObject({ status, statusRaw: word })
    expect(parse({ statusRaw: word, ...(dataType === 'order_status' && { status: 'unknown' }) })).toMatchObject({ status, statusRaw: word })
  }
  expect(dataTypes.orders.schema.parse({ ...order, lines: [{ quantity: '1', status: word }] })).toMatchObject({ lines: [{ status }] })
})

test('what a partner answers to an order is no status of an order in an ERP', () => {
  expect([orderStatusOfAnswer('OK'), orderStatusOfAnswer('Fehler'), orderStatusOfAnswer('shipped')]).toEqual([
    'processing',
    'cancelled',
    'shipped',
  ])
  expect(dataTypes.orders.schema.parse({ ...order, status: 'error' })).toMatchObject({ status: 'unknown', statusRaw: 'error' })
})

test('no word stands for two statuses', () => {
  const words = [...orderStatusWords.values()].flat()
  expect(words).toEqual([...new Set(words)])
})
