import type { SourceRecord } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { caller, type Harness, startHarness } from '../testing/harness.ts'

/** The journey of an order says what became of it, in the order in which it happened. */
let harness: Harness
let connectionId: string
let inErp: SourceRecord[] = []
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf(inErp, request, 10), {}, { orders: { pull: 'full', push: true } })
  harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())
beforeEach(async () => {
  inErp = []
  harness.erp.ledger.records.length = 0
  connectionId = await harness.connect({ enabledDataTypes: ['orders'], timeout: 1000, maxDeleteShare: 1 })
})

const order = { orderNumber: '4711', orderDate: '2026-01-01', currency: 'EUR', total: '5', lines: [] }
const write = (more: object = {}) =>
  harness.core.records.write(caller, { connectionId, dataType: 'orders', records: [{ id: 'PO-1', ...order, ...more }] })
const run = async (direction: 'push' | 'pull') =>
  harness.ended(await harness.start(connectionId, { dataType: 'orders', direction, mode: 'full' }))
const journey = (id = 'PO-1') => harness.core.records.journey(connectionId, 'orders', id, { role: 'viewer', language: 'en' })
const kinds = async (id?: string) => (await journey(id)).events.map(({ kind }) => kind)

test('an order that the ERP takes was written, waited, was sent and accepted, each step with its run', async () => {
  await write()
  expect(await kinds()).toEqual(['written'])
  expect((await journey()).state).toMatchObject({ status: 'pending' })
  const { id } = await run('push')
  const { events, complete, state } = await journey()
  expect(events.map(({ kind, syncLogId }) => [kind, syncLogId])).toEqual([
    ['written', undefined],
    ['waited', id],
    ['sent', id],
    ['accepted', id],
  ])
  expect(complete).toBe(true)
  expect(state).toMatchObject({ status: 'synced', since: events.at(-1)?.at })
})

test('an order whose answer was lost is found in the ERP, and says that it was not sent again', async () => {
  harness.erp.ledger.faults.push('lost-after')
  await write()
  await run('push')
  expect(await kinds()).toEqual(['written', 'waited', 'sent', 'uncertain', 'found'])
})

test('an order that never arrived is sent again, and one that the ERP refuses says why', async () => {
  harness.erp.ledger.faults.push('lost-before')
  await write()
  await run('push')
  expect(await kinds()).toEqual(['written', 'waited', 'sent', 'uncertain', 'requeued', 'waited', 'sent', 'accepted'])
  harness.erp.ledger.faults.push('refused')
  await write({ total: '6' })
  await run('push')
  const { events, customer } = await journey()
  expect(events.slice(-4).map(({ kind }) => kind)).toEqual(['written', 'waited', 'sent', 'refused'])
  expect(events.at(-1)?.words).toBe('Refused by the ERP: Material 4711 does not exist')
  expect(customer.join(' ')).not.toContain('Material')
})

test('the first step and the latest 39 are kept', async () => {
  await write()
  for (let total = 10; total < 60; total += 1) await write({ total: String(total) })
  const { events, complete } = await journey()
  expect(events).toHaveLength(40)
  expect(complete).toBe(false)
  const ownKeys = new Redis(harness.redis.url)
  const text = await ownKeys.hget(`erp_record:{${connectionId}}:orders:journey`, 'PO-1')
  expect(text?.split('\n')).toHaveLength(40)
  ownKeys.disconnect()
})

test('a status that changes in the ERP, and the deletion there, are steps with their runs', async () => {
  const shown = (status: string): SourceRecord[] => [{ id: 'E-1', fields: { ...order, status }, raw: { status }, changedAt: null }]
  inErp = shown('processing')
  await run('pull')
  expect(await kinds('E-1')).toEqual(['read'])
  inErp = shown('shipped')
  const changing = await run('pull')
  expect((await journey('E-1')).events).toMatchObject([
    { kind: 'status', words: 'The status of the order has changed from in preparation to shipped.', syncLogId: changing.id },
  ])
  inErp = []
  const deleting = await run('pull')
  const { events, state } = await journey('E-1')
  expect(events.at(-1)).toMatchObject({ kind: 'deleted', syncLogId: deleting.id })
  expect(state).toMatchObject({ status: 'deleted', since: events.at(-1)?.at })
})

test('forgetting a record erases its steps, and leaves only that', async () => {
  await write()
  await run('push')
  await harness.core.records.forget(caller, { connectionId, dataType: 'orders', recordId: 'PO-1' })
  expect(await kinds()).toEqual(['deleted'])
})
