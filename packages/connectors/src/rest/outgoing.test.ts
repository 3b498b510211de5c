import type { OutgoingRecord } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { toBody } from './outgoing.ts'
import { RestPush } from './settings.ts'

const record: OutgoingRecord = {
  id: 'O-1',
  erpId: null,
  reference: 'O-1',
  idempotencyKey: 'O-1',
  data: {
    currency: 'EUR',
    total: '12345678901234567.89',
    shipTo: { city: 'Köln' },
    lines: [{ sku: 'A', quantity: '2', status: 'pending' }],
  },
  changed: null,
  erpVersion: null,
  sentAt: null,
}
const body = (push: object, more: Partial<OutgoingRecord> = {}, isPartial = false) =>
  toBody({ ...record, ...more }, RestPush.parse(push), isPartial)

test('names of fields, also of lines and addresses, are the ones of the settings', () => {
  const fields = { lines: 'items', 'lines[].sku': 'article.number', 'lines[].status': false, 'shipTo.city': 'town', total: false } as const
  expect(JSON.parse(body({ fields, naming: 'snake' }))).toEqual({
    currency: 'EUR',
    ship_to: { town: 'Köln' },
    items: [{ article: { number: 'A' }, quantity: '2' }],
    our_reference: 'O-1',
  })
})

test('a decimal that is written as a number keeps its digits', () => {
  expect(body({ decimals: 'number' })).toContain('"total":12345678901234567.89')
  expect(body({ decimals: 'number' }, { data: { total: '12.50' } })).toBe('{"total":12.50,"ourReference":"O-1"}')
})

test('the reference goes with a creation, and with a change that replaces all; it replaces nothing then', () => {
  const push = { referenceField: 'head.ref' }
  const change = { erpId: '7', data: { currency: 'EUR' }, changed: ['currency'] }
  expect(JSON.parse(body(push, change))).toEqual({ currency: 'EUR', head: { ref: 'O-1' } })
  expect(JSON.parse(body(push, change, true))).toEqual({ currency: 'EUR' })
  const named = { ...change, data: { customerReference: 'PO 7' } }
  expect(JSON.parse(body({ referenceField: 'customerReference' }, named))).toEqual({ customerReference: 'PO 7' })
})

test('no path of the settings reaches anything but the body', () => {
  const fields = { total: '__proto__.polluted', currency: 'constructor.prototype.polluted' }
  expect(JSON.parse(body({ fields }, { data: { total: '1', currency: 'EUR' } }))).toMatchObject({
    constructor: { prototype: { polluted: 'EUR' } },
  })
  expect('polluted' in {}).toBe(false)
})

test('mapped fields of lines are written beside the other fields of the same lines', () => {
  const data = { lines: [{ sku: 'A', quantity: '2' }, { sku: 'B' }] }
  const targets = { 'lines[].quantity': 'lines[].qty' }
  expect(JSON.parse(body({}, { data, targets })).lines).toEqual([{ sku: 'A', qty: '2' }, { sku: 'B' }])
})

test('a mapped field that was removed is cleared at its path, and only there', () => {
  const change = { erpId: '7', changed: ['customerName'], data: {}, targets: { customerName: 'buyer.name' } }
  expect(JSON.parse(body({}, change, true))).toEqual({ buyer: { name: null } })
})
