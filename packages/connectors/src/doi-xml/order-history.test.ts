import { createState } from '@linkspan/connector-kit/testing/open-context'
import { expect, test } from 'vitest'
import type { InboundDocument } from './documents.ts'
import { createOrderHistory } from './order-history.ts'
import { sampleOrder } from './testing/sample-order.ts'

const sent = { lines: [], payloadId: 'p1', version: 1, previous: null, order: sampleOrder }
const confirmation = { kind: 'confirmation', payloadId: 'c1' } as InboundDocument

test('an order is forgotten 400 days after its last document, whichever data type has it', async () => {
  const state = createState()
  let today = '2025-01-01'
  const orders = createOrderHistory(state, { now: () => new Date(`${today}T00:00:00Z`) })
  for (const orderId of ['OLD', 'SPOKEN', 'with: colon']) await orders.saveSent(orderId, sent)
  await orders.saveHistory('OLD', 'order_status', [confirmation])
  await orders.prune('order_status')
  today = '2025-06-01'
  await orders.saveHistory('SPOKEN', 'orders', [confirmation])
  today = '2026-01-31'
  await orders.prune('order_status')
  expect(await orders.sent('OLD')).toMatchObject({ payloadId: 'p1' })
  today = '2026-02-28'
  await orders.prune('order_status')
  expect(await orders.sent('OLD')).toBeNull()
  expect(await orders.history('OLD', 'order_status')).toEqual([])
  expect(await orders.sent('with: colon')).toBeNull()
  expect(await orders.sent('SPOKEN')).toMatchObject({ payloadId: 'p1' })
  expect(await orders.history('SPOKEN', 'orders')).toEqual([confirmation])
  expect([...state.values.keys()].sort()).toEqual(['pruned:order_status', 'said:orders:SPOKEN', 'sent:SPOKEN'])
})

test('a document is about the order, the message or the shipment that it names', async () => {
  const orders = createOrderHistory(createState(), { now: () => new Date('2026-01-01T00:00:00Z') })
  await orders.saveSent('A', { ...sent, payloadId: 'first@us' })
  await orders.saveSent('A', { ...sent, payloadId: 'second@us', previous: 'first@us' })
  await orders.saveShipment('S1', 'A', 'orders')
  await orders.saveShipment('S1', 'B', 'orders')
  const about = (document: object) => orders.ordersOf({ orderId: null, orderPayloadId: null, ...document } as InboundDocument, 'orders')
  expect(await about({ kind: 'confirmation', orderId: 'Z', orderPayloadId: 'first@us' })).toEqual(['Z'])
  expect(await about({ kind: 'status', orderPayloadId: 'first@us' })).toEqual(['A'])
  expect(await about({ kind: 'status', orderPayloadId: 'second@us' })).toEqual(['A'])
  expect(await about({ kind: 'status', orderPayloadId: 'foreign' })).toEqual([])
  expect(await about({ kind: 'ship-notice', shipmentId: 'S1' })).toEqual(['A', 'B'])
  expect(await about({ kind: 'ship-notice', shipmentId: 'S2' })).toEqual([])
})

test('the state is pruned once a week', async () => {
  const state = createState()
  let now = Date.parse('2026-01-01T00:00:00Z')
  const orders = createOrderHistory(state, { now: () => new Date(now) })
  await orders.saveSent('A', sent)
  await orders.prune('orders')
  state.values.set('sent:A', JSON.stringify({ ...sent, at: '2020-01-01T00:00:00.000Z' }))
  now += 6 * 86_400_000
  await orders.prune('orders')
  expect(await orders.sent('A')).not.toBeNull()
  now += 86_400_000
  await orders.prune('orders')
  expect(await orders.sent('A')).toBeNull()
})
