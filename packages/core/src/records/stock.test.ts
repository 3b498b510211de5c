import { expect, test } from 'vitest'
import { addDecimals } from './decimal.ts'
import type { ERPRecord } from './record-store.ts'
import { toStock } from './stock.ts'

const record = (data: Record<string, unknown>, updatedAt = '2026-01-01T00:00:00.000Z'): ERPRecord => ({
  id: 'x',
  erpId: 'x',
  dataType: 'inventory',
  source: 'erp',
  version: 1,
  syncStatus: 'synced',
  updatedAt,
  data: { sku: 'A', uom: 'EA', ...data },
})

test('decimals are added exactly', () => {
  expect(addDecimals(['0.1', '0.2'])).toBe('0.3')
  expect(addDecimals(['999999999999999999.99999999', '0.00000001'])).toBe('1000000000000000000.00000000')
  expect(addDecimals(['1', '-1.05'])).toBe('-0.05')
  expect(addDecimals(['-0.5', '0.5'])).toBe('0.0')
  expect(addDecimals([])).toBe('0')
})

test('the locations of a SKU are added up', () => {
  const stock = toStock('erp_1', 'A', [
    record({ locationId: 'N', quantityOnHand: '10.5', quantityReserved: '0.25' }),
    record({ locationId: 'S', quantityOnHand: '3', quantityAvailable: '1' }, '2026-02-01T00:00:00.000Z'),
  ])
  expect(stock).toMatchObject({ quantityOnHand: '13.5', quantityAvailable: '11.25', uom: 'EA', updatedAt: '2026-02-01T00:00:00.000Z' })
  expect(stock.locations).toHaveLength(2)
})

test('the sum has no unit if the locations have different ones', () => {
  expect(toStock('erp_1', 'A', [record({ quantityOnHand: '1' }), record({ quantityOnHand: '1', uom: 'KG' })]).uom).toBeNull()
})
