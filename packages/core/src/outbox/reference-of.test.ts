import { expect, test } from 'vitest'
import { referenceOf } from './write-records.ts'

test.each(['W-1000', 'ORD1', '4711', 'A', 'ORD-2026-11-28-00001'])('"%s" is kept by every ERP, and is its own reference', (id) => {
  expect(referenceOf(id)).toBe(id)
})

test.each(['ord_8fK2', '00123', 'Ö-1', 'a', '0b8f4c1e-1111-4222-8333-444455556666', 'A'.repeat(21), '-A', 'A b'])(
  '"%s" gets a short reference of upper-case letters and digits',
  (id) => {
    expect(referenceOf(id)).toMatch(/^LS[0-9A-V]{12}$/)
    expect(referenceOf(id)).toBe(referenceOf(id))
  },
)

test('ids that differ in case or punctuation only have references that differ', () => {
  const ids = ['ord-1', 'Ord-1', 'ORD_1', 'ord1', '01', '001']
  expect(new Set(ids.map(referenceOf)).size).toBe(ids.length)
})
