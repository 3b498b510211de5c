import { createState } from '@linkspan/connector-kit/testing/open-context'
import { expect, test } from 'vitest'
import type { InboundDocument } from './documents.ts'
import { createOrderMemory } from './order-memory.ts'
import { sampleOrder } from './testing/sample-order.ts'

const sent = { lines: [], payloadId: 'p1', version: 1, previous: null, order: sampleOrder }
const word = { kind: 'confirmation', payloadId: 'c1' } as InboundDocument

test('an order is forgotten 400 days after the last word on it, whoever heard it', async () => {
  const state = createState()
  let today = '2025-01-01'
  const orders = createOrderMemory(state, { now: () => new Date(`${today}T00:00:00Z`) })
  for (const orderId of ['OLD', 'SPOKEN', 'with: colon']) await orders.keepSent(orderId, sent)
  await orders.keepSaid('OLD', 'order_status', [word])
  await orders.prune('order_status')
  today = '2025-06-01'
  await orders.keepSaid('SPOKEN', 'orders', [word])
  today = '2026-01-31'
  await orders.prune('order_status')
  expect(await orders.sent('OLD')).toMatchObject({ payloadId: 'p1' })
  today = '2026-02-28'
  await orders.prune('order_status')
  expect(await orders.sent('OLD')).toBeNull()
  expect(await orders.said('OLD', 'order_status')).toEqual([])
  expect(await orders.sent('with: colon')).toBeNull()
  expect(await orders.sent('SPOKEN')).toMatchObject({ payloadId: 'p1' })
  expect(await orders.said('SPOKEN', 'orders')).toEqual([word])
  expect([...state.values.keys()].sort()).toEqual(['pruned:order_status', 'said:orders:SPOKEN', 'sent:SPOKEN'])
})

test('a document is about the order that it names, or whose message it names, or whose shipment it speaks of', async () => {
  const orders = createOrderMemory(createState(), { now: () => new Date('2026-01-01T00:00:00Z') })
  await orders.keepSent('A', { ...sent, payloadId: 'first@us' })
  await orders.keepSent('A', { ...sent, payloadId: 'second@us', previous: 'first@us' })
  await orders.keepShipment('S1', 'A', 'orders')
  await orders.keepShipment('S1', 'B', 'orders')
  const about = (document: object) => orders.ordersOf({ orderId: null, orderPayloadId: null, ...document } as InboundDocument, 'orders')
  expect(await about({ kind: 'confirmation', orderId: 'Z', orderPayloadId: 'first@us' })).toEqual(['Z'])
  expect(await about({ kind: 'status', orderPayloadId: 'first@us' })).toEqual(['A'])
  expect(await about({ kind: 'status', orderPayloadId: 'second@us' })).toEqual(['A'])
  expect(await about({ kind: 'status', orderPayloadId: 'foreign' })).toEqual([])
  expect(await about({ kind: 'ship-notice', shipmentId: 'S1' })).toEqual(['A', 'B'])
  expect(await about({ kind: 'ship-notice', shipmentId: 'S2' })).toEqual([])
})

test('the state is looked through once a week', async () => {
  const state = createState()
  let now = Date.parse('2026-01-01T00:00:00Z')
  const orders = createOrderMemory(state, { now: () => new Date(now) })
  await orders.keepSent('A', sent)
  await orders.prune('orders')
  state.values.set('sent:A', JSON.stringify({ ...sent, at: '2020-01-01T00:00:00.000Z' }))
  now += 6 * 86_400_000
  await orders.prune('orders')
  expect(await orders.sent('A')).not.toBeNull()
  now += 86_400_000
  await orders.prune('orders')
  expect(await orders.sent('A')).toBeNull()
})
