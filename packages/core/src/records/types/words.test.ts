import { expect, test } from 'vitest'
import { type DataTypeId, dataTypes } from '../data-types.ts'

const parse = (dataType: DataTypeId, fields: object) => dataTypes[dataType].schema.parse(fields)
const invoice = { invoiceNumber: '1', issueDate: '2026-01-01', currency: 'EUR', total: '5' }
const order = { orderNumber: '1', orderDate: '2026-01-01', currency: 'EUR', total: '5' }

test("a word that no list knows becomes unknown, and the ERP's word is kept", () => {
  expect(parse('products', { sku: 'A', name: 'Mug', type: 'simple' })).toMatchObject({ type: 'unknown', typeRaw: 'simple' })
  expect(parse('invoices', { ...invoice, status: 'Geprüft' })).toMatchObject({ status: 'unknown', statusRaw: 'Geprüft' })
  expect(parse('invoices', { ...invoice, status: 'Canceled' })).toMatchObject({ status: 'void', statusRaw: 'Canceled' })
  expect(parse('orders', { ...order, paymentStatus: 'escrow' })).toMatchObject({ paymentStatus: 'unknown', paymentStatusRaw: 'escrow' })
  expect(parse('orders', { ...order, lines: [{ quantity: '1', type: 'Resource' }] })).toMatchObject({
    lines: [{ type: 'unknown', typeRaw: 'Resource' }],
  })
  expect(parse('employees', { employeeId: '1', lastName: 'X', status: 'Vollzeit' })).toMatchObject({
    status: 'unknown',
    statusRaw: 'Vollzeit',
  })
})

test('a known word leaves nothing beside it, and an absent one has its default', () => {
  const parsed = parse('products', { sku: 'A', name: 'Mug', type: 'Non-Inventory' })
  expect(parsed).toMatchObject({ type: 'non_inventory' })
  expect(parsed).not.toHaveProperty('typeRaw')
  expect(parse('invoices', invoice)).toMatchObject({ type: 'invoice' })
  expect(parse('invoices', invoice)).not.toHaveProperty('status')
})

test.each([
  [
    { status: 'terminated', active: true },
    { status: 'terminated', active: false },
  ],
  [{ active: false }, { status: 'terminated', active: false }],
  [{ active: 'T' }, { status: 'active', active: true }],
  [{}, { status: 'active', active: true }],
  [{ status: 'on_leave' }, { status: 'on_leave', active: true }],
])('an employee with %j is %j', (given, expected) => {
  expect(parse('employees', { employeeId: '1', lastName: 'X', ...given })).toMatchObject(expected)
})

test('an employee whose status nobody knows is not called active', () => {
  expect(parse('employees', { employeeId: '1', lastName: 'X', status: 'Vollzeit' })).not.toHaveProperty('active')
})
