import type { SourceRecord } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { withSameIdsJoined } from './same-ids.ts'

const record = (id: string, fields: object, changedAt: string | null = null): SourceRecord => ({
  id,
  fields: { ...fields },
  raw: fields,
  changedAt,
})

test('rows that contradict each other are all rejected, and the others are as they were', () => {
  const other = record('B', { sku: 'B' })
  const joined = withSameIdsJoined([record('A', { sku: 'A', price: '1' }), other, record('A', { sku: 'A', price: '2' })], 'products')
  expect(joined).toHaveLength(3)
  expect(joined[1]).toBe(other)
  for (const at of [0, 2])
    expect(joined[at]?.rejection).toEqual({ path: 'sku', message: expect.stringContaining('rows 1, 3 are all A, but differ in price') })
})

test('stock by batch is the same sum in each of its places', () => {
  const rows = ['5', '10'].map((quantityOnHand, at) => record('A/W', { sku: 'A', locationId: 'W', lot: `L${at}`, quantityOnHand }))
  const joined = withSameIdsJoined(rows, 'inventory')
  expect(joined.map(({ fields }) => fields.quantityOnHand)).toEqual(['15', '15'])
})

test('rows without an id are left alone', () => {
  const rows = [record('', { sku: 'A' }), record('', { sku: 'B' })]
  expect(withSameIdsJoined(rows, 'products')).toEqual(rows)
})
