import { expect, test } from 'vitest'
import { dataTypes } from '../records/data-types.ts'
import { transform } from './transform.ts'

const record = (fields: Record<string, unknown>, id = 'P1') => ({ id, fields, raw: fields, changedAt: '2026-01-01T00:00:00.000Z' })

test('a valid record is accepted in canonical form', () => {
  const result = transform(dataTypes.products, record({ sku: ' P1 ', name: 'Becher', price: 12.5, currency: 'eur', unknown: 1 }), 1)
  expect(result.kind).toBe('accepted')
  if (result.kind !== 'accepted') return
  expect(JSON.parse(result.change.json)).toEqual({
    sku: 'P1',
    name: 'Becher',
    price: '12.5',
    currency: 'EUR',
    uom: 'EA',
    active: true,
    sourceUpdatedAt: '2026-01-01T00:00:00.000Z',
  })
})

test('an invalid record is rejected with path, value and reason of each fault', () => {
  const result = transform(dataTypes.products, record({ sku: 'P1', price: 'abc', name: '' }), 7)
  expect(result).toEqual({
    kind: 'rejected',
    reject: {
      recordId: 'P1',
      page: 7,
      errors: [
        { path: 'name', message: 'must not be empty', value: '' },
        { path: 'price', message: 'must be a decimal number with at most 18 digits before and 8 after the point', value: 'abc' },
      ],
    },
    isIdentified: true,
  })
})

test('a record without an id is rejected, with a shortened excerpt', () => {
  const result = transform(dataTypes.products, { ...record({}, ''), raw: { text: 'x'.repeat(1000) } }, 1)
  expect(result).toMatchObject({
    kind: 'rejected',
    reject: { recordId: '', errors: [{ path: 'id', message: expect.stringContaining('name its column') }] },
    isIdentified: false,
  })
  expect(JSON.stringify(result).length).toBeLessThan(450)
})

test('the path of a fault leads into lists', () => {
  const order = { orderNumber: '1', orderDate: '2026-01-01', currency: 'EUR', total: '1', lines: [{ lineNumber: '1', quantity: 'many' }] }
  expect(transform(dataTypes.orders, record(order), 1)).toMatchObject({ reject: { errors: [{ path: 'lines.0.quantity', value: 'many' }] } })
})

test('a status that no mapping knows is "unknown"', () => {
  const result = transform(dataTypes.order_status, record({ orderNumber: '1', status: 'Wird gebacken', statusRaw: 'Wird gebacken' }), 1)
  expect(result.kind === 'accepted' && JSON.parse(result.change.json)).toMatchObject({ status: 'unknown', statusRaw: 'Wird gebacken' })
})

test('lines without a number are numbered by their position', () => {
  const order = {
    orderNumber: '1',
    orderDate: '2026-01-01',
    currency: 'EUR',
    total: '1',
    lines: [{ quantity: 1 }, { quantity: 2, lineNumber: 20 }],
  }
  const result = transform(dataTypes.orders, record(order), 1)
  expect(result.kind === 'accepted' && JSON.parse(result.change.json).lines).toMatchObject([{ lineNumber: '1' }, { lineNumber: '20' }])
})
