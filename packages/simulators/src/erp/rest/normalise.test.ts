import { expect, test } from 'vitest'
import { type FieldNormaliser, type Normalise, normaliseRow } from './normalise.ts'

const row = (fields: Record<string, unknown>) => ({ id: '1', updatedAt: '2026-01-01T00:00:00.000Z', ...fields })

test.each<[FieldNormaliser, unknown, unknown]>([
  ['upper', 'Mug', 'MUG'],
  ['lower', 'Mug', 'mug'],
  ['trim', ' Mug ', 'Mug'],
  ['numbers', '12.50', 12.5],
  ['numbers', 'A12', 'A12'],
  ['zeroStrip', '000412', '412'],
  ['zeroStrip', '000', '0'],
  ['zeroStrip', '00A1', '00A1'],
  [{ pad: 5 }, '42', '00042'],
  [{ cut: 3 }, 'Becher', 'Bec'],
  [{ round: 2 }, '2.345', '2.35'],
  [{ round: 2 }, '-2.345', '-2.35'],
  [{ round: 2 }, '-0.004', '0.00'],
  [{ round: 2 }, '7', '7.00'],
  [{ round: 0 }, '9.5', '10'],
  [{ round: 1 }, '99999999999999999.95', '100000000000000000.0'],
  [{ round: 2 }, 'much', 'much'],
  ['upper', null, null],
  ['upper', true, true],
])('%j makes %j to %j', (step, before, after) => {
  expect(normaliseRow(row({ x: before }), { fields: { x: [step] } })).toEqual(row({ x: after }))
})

test('the steps of a field run in their order, also inside objects and in each line', () => {
  const sent = row({ shipTo: { city: ' bonn ' }, lines: [{ sku: 'abc' }, { note: 'x' }, { sku: 'd' }] })
  const normalise: Normalise = { fields: { 'shipTo.city': ['trim', 'upper', { cut: 3 }], 'lines[].sku': ['upper'], nowhere: ['upper'] } }
  expect(normaliseRow(sent, normalise)).toEqual(row({ shipTo: { city: 'BON' }, lines: [{ sku: 'ABC' }, { note: 'x' }, { sku: 'D' }] }))
  expect(sent).toMatchObject({ shipTo: { city: ' bonn ' } })
})

test('sums are the own ones of the ERP', () => {
  const lines = [
    { sku: 'b', quantity: '3', unitPrice: '2.50', lineTotal: '1' },
    { sku: 'a', quantity: '2', unitPrice: '100', priceUnitQuantity: '100', lineTotal: '1' },
  ]
  expect(normaliseRow(row({ lines, total: '1' }), { computed: true })).toMatchObject({
    lines: [{ lineTotal: '7.50' }, { lineTotal: '2.00' }],
    total: '9.50',
  })
  expect(normaliseRow(row({ total: '1' }), { computed: true })).toEqual(row({ total: '1' }))
})

test('lines are put into another order', () => {
  const sent = row({ lines: [{ sku: 'b' }, { sku: 'c' }, { sku: 'a' }] })
  expect(normaliseRow(sent, { reorder: 'sku' })).toEqual(row({ lines: [{ sku: 'a' }, { sku: 'b' }, { sku: 'c' }] }))
  expect(normaliseRow(sent, { reorder: 'reverse' })).toEqual(row({ lines: [{ sku: 'a' }, { sku: 'c' }, { sku: 'b' }] }))
})

test('a row that nothing changes is the same object', () => {
  const sent = row({ x: 'MUG' })
  expect(normaliseRow(sent, { fields: { x: ['upper'] } })).toBe(sent)
  expect(normaliseRow(sent, {})).toBe(sent)
})
