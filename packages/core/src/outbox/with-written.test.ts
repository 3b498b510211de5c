import { expect, test } from 'vitest'
import { withWritten } from './with-written.ts'

const stored = {
  orderNumber: '1',
  total: '5.00',
  shipTo: { name: 'Ada', city: 'Bonn' },
  lines: [
    { lineNumber: '10', quantity: '2', description: 'From the ERP', type: 'charge' },
    { lineNumber: '20', quantity: '1' },
  ],
}

test('what a write leaves out stays, in addresses and in the items of lists too', () => {
  expect(withWritten(stored, { total: '6.00' })).toEqual({ ...stored, total: '6.00' })
  expect(withWritten(stored, { shipTo: { city: 'Ulm' } })).toEqual({ ...stored, shipTo: { name: 'Ada', city: 'Ulm' } })
  const [first, second] = stored.lines
  expect(withWritten(stored, { lines: [{ lineNumber: 20 }, { lineNumber: ' 10 ', quantity: '3' }] })).toEqual({
    ...stored,
    lines: [
      { ...second, lineNumber: 20 },
      { ...first, lineNumber: ' 10 ', quantity: '3' },
    ],
  })
})

test('null takes a field, a part or a list away, and a list has no items but those it names', () => {
  expect(withWritten(stored, { total: null, shipTo: null, lines: null })).toEqual({
    orderNumber: '1',
    total: null,
    shipTo: null,
    lines: null,
  })
  expect(withWritten(stored, { shipTo: { city: null } }).shipTo).toEqual({ name: 'Ada', city: null })
  expect(withWritten(stored, { lines: [{ lineNumber: '20' }] }).lines).toEqual([stored.lines[1]])
})

test('lines without a number count by their position, and shipments by their id', () => {
  const numbered = {
    lines: [
      { lineNumber: '1', sku: 'A' },
      { lineNumber: '2', sku: 'B' },
    ],
    shipments: [{ shipmentId: 'S', carrier: 'C' }],
  }
  expect(withWritten(numbered, { lines: [{ quantity: '1' }, { sku: 'B2' }], shipments: [{ shipmentId: 'S', service: 'X' }] })).toEqual({
    lines: [
      { lineNumber: '1', sku: 'A', quantity: '1' },
      { lineNumber: '2', sku: 'B2' },
    ],
    shipments: [{ shipmentId: 'S', carrier: 'C', service: 'X' }],
  })
})

test('two lines of one number, and what is no list or address, are left to the schema as they were written', () => {
  const twice = [{ lineNumber: '10' }, { lineNumber: 10 }]
  expect(withWritten(stored, { lines: twice }).lines).toBe(twice)
  for (const wrong of ['text', 7, [1]]) expect(withWritten(stored, { shipTo: wrong }).shipTo).toBe(wrong)
  expect(withWritten(stored, { lines: ['text'] }).lines).toEqual(['text'])
})
