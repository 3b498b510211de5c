import { dataTypes } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { camelName, plainName } from './field-names.ts'
import { presentFields, toRecord } from './to-record.ts'

test.each([
  ['Artikel-Nr.', 'artikelnr'],
  ['référence', 'reference'],
  ['Verfügbar', 'verfugbar'],
  ['item #', 'item'],
])('%s is plainly %s', (name, plain) => {
  expect(plainName(name)).toBe(plain)
})

test.each([
  ['unit_price', 'unitPrice'],
  ['Unit-Price', 'unitPrice'],
  ['UnitPrice', 'unitPrice'],
  ['SKU', 'sku'],
  ['line1', 'line1'],
  ['postal code', 'postalCode'],
])('%s in camel case is %s', (name, camel) => {
  expect(camelName(name)).toBe(camel)
})

test.each([
  [
    'products',
    { Artikelnummer: 'A-1', Bezeichnung: 'Tasse', Preis: '3.50', Währung: 'EUR' },
    { sku: 'A-1', name: 'Tasse', price: '3.50', currency: 'EUR' },
  ],
  ['products', { id: 7, name: 'Mug' }, { sku: '7', name: 'Mug' }],
  ['inventory', { matnr: 'A', werks: '1010', labst: '4' }, { sku: 'A', locationId: '1010', quantityOnHand: '4' }],
  ['inventory', { sku: 'A', availableQty: 3, qty: 5 }, { sku: 'A', quantityAvailable: 3, quantityOnHand: 5 }],
  [
    'orders',
    { order_number: 'O1', lines: [{ line_no: '10', part_number: 'A', qty: 2 }] },
    { orderNumber: 'O1', lines: [{ lineNumber: '10', sku: 'A', quantity: 2 }] },
  ],
  ['orders', { orderNumber: 'O1', ship_to: { postal_code: '50667' } }, { shipTo: { postalCode: '50667' } }],
  [
    'employees',
    { pernr: '0042', Vorname: 'Eva', Nachname: 'Klein', 'E-Mail': 'E@x.de' },
    { employeeId: '0042', firstName: 'Eva', lastName: 'Klein', email: 'E@x.de' },
  ],
  ['invoices', { facture: 'F1', invoice_date: '2026-01-01' }, { invoiceNumber: 'F1', issueDate: '2026-01-01' }],
] as const)('%s: %j', (dataType, row, fields) => {
  expect(toRecord(row, dataType).fields).toMatchObject(fields)
})

test.each([
  ['products', { id: 5, uuid: 'u', sku: 'A' }, '5'],
  ['products', { external_id: 'x', sku: 'A' }, 'x'],
  ['products', { sku: 'A' }, 'A'],
  ['inventory', { sku: 'A', warehouse: 'W1' }, 'A/W1'],
  ['inventory', { sku: 'A' }, 'A/*'],
  ['orders', { orderNumber: 'O1' }, 'O1'],
  ['products', { name: 'no id' }, ''],
  ['products', { id: { nested: 1 } }, ''],
  ['products', 'text', ''],
  ['products', null, ''],
  ['products', ['a'], ''],
] as const)('%s %j has the id "%s"', (dataType, row, id) => {
  expect(toRecord(row, dataType).id).toBe(id)
})

test.each([
  [{ updatedAt: '2026-01-01T00:00:00+01:00' }, '2025-12-31T23:00:00.000Z'],
  [{ last_modified: '2026-01-01 10:00' }, '2026-01-01T10:00:00.000Z'],
  [{ LastModifiedDateTime: '2026-01-01' }, '2026-01-01T00:00:00.000Z'],
  [{ changedAt: 1_767_225_600 }, '2026-01-01T00:00:00.000Z'],
  [{ write_date: 1_767_225_600_000 }, '2026-01-01T00:00:00.000Z'],
  [{ updatedAt: 'yesterday' }, null],
  [{}, null],
])('%j changed at %j', (row, time) => {
  expect(toRecord({ id: 1, ...row }, 'products').changedAt).toBe(time)
})

test('configured paths come before the aliases', () => {
  const row = { head: { no: 'X', when: '2026-01-01T00:00:00Z' }, sku: 'alias', caption: { en: 'Mug' } }
  const record = toRecord(row, 'products', {
    id: ['head.no', 'sku'],
    changedAt: 'head.when',
    fields: { sku: 'head.no', name: 'caption.en' },
  })
  expect(record).toMatchObject({ id: 'X/alias', changedAt: '2026-01-01T00:00:00.000Z', fields: { sku: 'X', name: 'Mug' } })
})

test('what is mapped passes the canonical schema', () => {
  const { fields } = toRecord({ item_no: 'A', title: 'Mug', unit_price: 3.5, curr: 'eur', isActive: 'Y' }, 'products')
  expect(dataTypes.products.schema.parse(fields)).toMatchObject({ sku: 'A', name: 'Mug', price: '3.5', currency: 'EUR', active: true })
})

test('a row that lacks what its neighbours have is incomplete, not numbered by its id or called by its description', () => {
  const rows = [
    { id: 1, sku: 'A', name: 'Mug', description: 'Blue' },
    { id: 2, description: 'Red' },
  ]
  const [, incomplete] = rows.map((row) => toRecord(row, 'products', {}, presentFields(rows, 'products')))
  expect(incomplete).toMatchObject({ id: '2', fields: { description: 'Red' } })
  expect(dataTypes.products.schema.safeParse(incomplete?.fields).success).toBe(false)
})
