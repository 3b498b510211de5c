import { expect, test } from 'vitest'
import type { Conflict } from '../../api/names.ts'
import { decisionOf, othersLike } from './choices.ts'

const conflict = (id: string, paths: readonly string[], more: Partial<Conflict> = {}): Conflict => ({
  id,
  erpConnectionId: 'erp_1',
  dataType: 'products',
  recordId: id,
  erpId: null,
  reason: 'both_changed',
  explanation: '',
  detectedAt: '2026-11-29T12:00:00Z',
  syncLogId: null,
  fields: paths.map((path) => ({ path, base: null, erp: null, system: null })),
  erp: { changedAt: null, data: {} },
  system: { changedAt: '2026-11-29T12:00:00Z', data: {} },
  ...more,
})

test('nothing is decided before each field is chosen', () => {
  const two = conflict('a', ['price', 'name'])
  expect(decisionOf(two, {})).toBeNull()
  expect(decisionOf(two, { price: 'erp' })).toBeNull()
  expect(decisionOf(two, { price: 'erp', name: 'erp' })).toEqual({ winner: 'erp' })
  expect(decisionOf(two, { price: 'system', name: 'system' })).toEqual({ winner: 'system' })
  expect(decisionOf(two, { price: 'erp', name: 'system' })).toEqual({ winner: 'erp', fields: { name: 'system' } })
  expect(decisionOf(conflict('d', [], { reason: 'deleted_in_erp' }), { '': 'system' })).toEqual({ winner: 'system' })
})

test('the same can be decided about the same fields of the same data', () => {
  const one = conflict('a', ['price', 'name'])
  const like = conflict('b', ['name', 'price'])
  const others = [
    conflict('c', ['price']),
    conflict('d', ['price', 'name'], { dataType: 'orders' }),
    conflict('e', ['price', 'name'], { erpConnectionId: 'erp_2' }),
    conflict('f', ['price', 'name'], { reason: 'back_and_forth' }),
  ]
  expect(othersLike(one, [one, like, ...others])).toEqual([like])
})
