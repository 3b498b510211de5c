import { expect, test } from 'vitest'
import { z } from 'zod'
import { type DataTypeId, dataTypeIds, dataTypes } from './data-types.ts'
import { recordJsonSchema } from './record-json-schema.ts'

type Schema = Readonly<Record<string, unknown>>
const schemaOf = (id: DataTypeId, use: 'stored' | 'written') =>
  z.fromJSONSchema(recordJsonSchema(dataTypes[id].schema, use) as Parameters<typeof z.fromJSONSchema>[0])

const given: Readonly<Record<DataTypeId, Schema>> = {
  products: { sku: 'A', name: 'Mug', price: '10', type: 'simple', active: 'X' },
  orders: {
    orderNumber: 1,
    orderDate: '2026-01-01',
    currency: 'eur',
    total: 5,
    status: 'Wird gebacken',
    shipTo: { city: 'Ulm' },
    lines: [{ quantity: 2, type: 'Charge', status: 'shipped' }],
  },
  inventory: { sku: 'A', quantityOnHand: 1, parts: [{ lot: 'L', quantityOnHand: 1 }] },
  order_status: {
    orderNumber: '1',
    status: 'shipped',
    shipments: [{ shipmentId: 'S', trackingNumbers: ['T'], lines: [{ lineNumber: '1', quantity: 1 }] }],
  },
  employees: { employeeId: '1', lastName: 'X', hireDate: '2026-01-01', status: 'left' },
  invoices: { invoiceNumber: '1', issueDate: '2026-01-01', currency: 'EUR', total: '5', status: 'Canceled', orderRefs: ['1'] },
}

test.each(dataTypeIds)('what the schema of %s returns is what its JSON Schema describes', (id) => {
  const parsed = JSON.parse(JSON.stringify(dataTypes[id].schema.parse(given[id])))
  expect(schemaOf(id, 'stored').safeParse(parsed)).toMatchObject({ success: true })
  expect(schemaOf(id, 'written').safeParse(parsed)).toMatchObject({ success: true })
})

test('a stored record has its required fields, known words and no others', () => {
  const order = JSON.parse(JSON.stringify(dataTypes.orders.schema.parse(given.orders)))
  const faulty = (change: Schema) => expect(schemaOf('orders', 'stored').safeParse({ ...order, ...change }).success).toBe(false)
  faulty({ status: 'baked' })
  faulty({ total: 5 })
  faulty({ currency: undefined })
  faulty({ customer_id: '1' })
  faulty({ lines: [{ lineNumber: '1', quantity: '1', colour: 'red' }] })
})

test('a written record may leave fields out, remove them by null, and give numbers', () => {
  expect(schemaOf('orders', 'written').safeParse({ total: 5, shipTo: null, status: null, lines: [{ quantity: 1 }] }).success).toBe(true)
  expect(schemaOf('orders', 'written').safeParse({ customer_id: '1' }).success).toBe(false)
})

test.each(dataTypeIds)('no object of %s is open', (id) => {
  const open: string[] = []
  const visit = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return
    const { type, additionalProperties } = schema as Schema
    if ([type].flat().includes('object') && additionalProperties !== false) open.push(path)
    for (const [name, inner] of Object.entries(schema)) visit(inner, `${path}/${name}`)
  }
  visit(recordJsonSchema(dataTypes[id].schema, 'written'), '')
  visit(recordJsonSchema(dataTypes[id].schema, 'stored'), '')
  expect(open).toEqual([])
})
