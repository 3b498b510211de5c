import { expect, test } from 'vitest'
import { defineFieldTable } from './field-table.ts'

const table = defineFieldTable({
  sku: ['Item.Number', 'Code'],
  active: { from: ['Blocked'], to: (blocked) => blocked !== true, note: 'the opposite' },
  total: { from: ['Net'], to: (net, row) => (net === undefined ? row.Gross : net) },
})

test.each([
  [
    { Item: { Number: ' A ' }, Code: 'B' },
    { sku: 'A', active: true },
  ],
  [
    { Item: { Number: ' ' }, Code: 7, Blocked: true },
    { sku: '7', active: false },
  ],
  [
    { Code: { nested: 1 }, Gross: '3' },
    { active: true, total: '3' },
  ],
  [
    { Net: '1', Gross: '3' },
    { active: true, total: '1' },
  ],
])('%j is read as %j', (row, fields) => {
  expect(table.read(row)).toEqual(fields)
})

test('the table is printed for people, also below a list', () => {
  expect(table.sources()).toEqual([
    { field: 'sku', sources: ['Item.Number', 'Code'] },
    { field: 'active', sources: ['Blocked'], note: 'the opposite' },
    { field: 'total', sources: ['Net'] },
  ])
  expect(table.sources({ field: 'lines', rows: ['to_Item.results', '_Item'] })[0]).toEqual({
    field: 'lines[].sku',
    sources: ['to_Item.results[].Item.Number', '_Item[].Item.Number', 'to_Item.results[].Code', '_Item[].Code'],
  })
})
