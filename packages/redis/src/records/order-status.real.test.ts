import { type SourceRecord, silentLogger } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect } from '../client.ts'
import { caller, type Harness, startHarness } from '../testing/harness.ts'

interface Erp {
  orders: SourceRecord[]
  order_status: SourceRecord[]
}
let harness: Harness
let connectionId: string
let worker: ReturnType<Harness['startWorker']>
const erp: Erp = { orders: [], order_status: [] }

beforeAll(async () => {
  harness = await startHarness(
    (request, _, dataType) => pagesOf(erp[dataType as keyof Erp], request, 10),
    {},
    { orders: { pull: 'incremental', push: true }, order_status: { pull: 'incremental', push: true } },
  )
  worker = harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())
beforeEach(async () => {
  connectionId = await harness.connect({ enabledDataTypes: ['orders', 'order_status'], maxDeleteShare: 1 })
  erp.orders = [anOrder('17', 'SO-17', { status: 'Wird gebacken' }), anOrder('18', 'SO-18', { status: 'pending' })]
  erp.order_status = []
})

const recordOf = (id: string, fields: object): SourceRecord => ({ id, fields: { ...fields }, raw: fields, changedAt: null })
const anOrder = (id: string, orderNumber: string, more: object = {}) =>
  recordOf(id, { orderNumber, orderDate: '2026-01-01', currency: 'EUR', total: '5', ...more })
const aStatus = (orderNumber: string, status: string, more: object = {}) => recordOf(`S-${orderNumber}`, { orderNumber, status, ...more })

async function sync(dataType: keyof Erp, request: object = {}) {
  const log = await harness.ended(await harness.start(connectionId, { dataType, mode: 'full', ...request }))
  expect(log).toMatchObject({ status: 'success', recordsFailed: 0 })
  return log
}
const order = (id: string) => harness.core.records.get(connectionId, 'orders', id)
const changesAfter = async (position: number) => {
  const { changes, next } = await harness.core.records.changes(connectionId, 'orders', position, 100)
  return { ids: changes.map(({ id }) => id), statuses: changes.map(({ record }) => record?.data.status), next }
}

test('an order shows the status that order_status tells, as a change in the feed, and nothing is to be pushed', async () => {
  await sync('orders')
  const { next } = await changesAfter(0)
  erp.order_status = [aStatus('SO-17', 'In Bearbeitung'), aStatus('SO-18', 'pending')]
  await sync('order_status')

  expect(await order('17')).toMatchObject({
    version: 2,
    syncStatus: 'synced',
    source: 'erp',
    data: { status: 'processing', statusRaw: 'In Bearbeitung', total: '5' },
  })
  const after = await changesAfter(next)
  expect(after).toMatchObject({ ids: ['17'], statuses: ['processing'] })
  expect(await harness.store.outbox.countPending({ connectionId, dataType: 'orders' })).toBe(0)

  expect(await sync('orders')).toMatchObject({ recordsUnchanged: 2, recordsUpdated: 0 })
  expect(await sync('order_status')).toMatchObject({ recordsUnchanged: 2, recordsUpdated: 0 })
  expect(await changesAfter(after.next)).toMatchObject({ ids: [] })
  expect((await order('17')).data.status).toBe('processing')

  erp.order_status = [aStatus('SO-17', 'shipped'), aStatus('SO-18', 'pending')]
  await sync('order_status')
  const { data } = await order('17')
  expect([data.status, 'statusRaw' in data]).toEqual(['shipped', false])
})

test('an order that the ERP gives another status afterwards shows that one', async () => {
  await sync('orders')
  erp.order_status = [aStatus('SO-18', 'processing')]
  await sync('order_status')
  expect((await order('18')).data.status).toBe('processing')
  erp.orders = [anOrder('17', 'SO-17'), anOrder('18', 'SO-18', { status: 'pending', total: '6' })]
  await sync('orders')
  expect((await order('18')).data).toMatchObject({ status: 'processing', total: '6' })
  erp.orders = [anOrder('17', 'SO-17'), anOrder('18', 'SO-18', { status: 'cancelled' })]
  await sync('orders')
  expect((await order('18')).data.status).toBe('cancelled')
})

test('the order may come after its status, and may be named by its id in the ERP', async () => {
  erp.order_status = [aStatus('SO-17', 'delivered'), aStatus('W-1', 'on_hold', { orderExternalId: '18' })]
  await sync('order_status')
  await sync('orders')
  expect([(await order('17')).data.status, (await order('18')).data.status]).toEqual(['delivered', 'on_hold'])
})

test('orders of one number in two companies are told apart', async () => {
  erp.orders = [anOrder('a', 'SO-1', { companyId: 'DE' }), anOrder('b', 'SO-1', { companyId: 'FR' })]
  await sync('orders')
  erp.order_status = [aStatus('SO-1', 'shipped', { companyId: 'FR' })]
  await sync('order_status')
  expect([(await order('a')).data.status, (await order('b')).data.status]).toEqual(['unknown', 'shipped'])
})

test('an order that is posted back as it was read is no edit', async () => {
  await sync('orders')
  erp.order_status = [aStatus('SO-17', 'shipped')]
  await sync('order_status')
  const { data } = await order('17')
  await harness.core.records.write(caller, { connectionId, dataType: 'orders', records: [{ id: '17', data }] })
  expect(await order('17')).toMatchObject({ syncStatus: 'synced', version: 2 })
  await harness.core.records.write(caller, {
    connectionId,
    dataType: 'orders',
    records: [{ id: '17', data: { ...data, status: 'returned' } }],
  })
  expect(await order('17')).toMatchObject({ syncStatus: 'pending', data: { status: 'returned' } })
})

test('an order follows a status that the system writes, and a dry run changes nothing', async () => {
  await sync('orders')
  erp.order_status = [aStatus('SO-17', 'shipped')]
  await sync('order_status', { dryRun: true })
  expect((await order('17')).data.status).toBe('unknown')
  await harness.core.records.write(caller, { connectionId, dataType: 'order_status', records: [{ id: 'SO-17', status: 'on_hold' }] })
  expect((await order('17')).data.status).toBe('on_hold')
})

test('an order whose status record is deleted shows its own status again, as a change in the feed', async () => {
  await sync('orders')
  erp.order_status = [aStatus('SO-17', 'shipped'), aStatus('W-1', 'on_hold', { orderExternalId: '18' })]
  await sync('order_status')
  const { next } = await changesAfter(0)
  erp.order_status = []
  await sync('order_status', { dryRun: true })
  expect([(await order('17')).data.status, (await order('18')).data.status]).toEqual(['shipped', 'on_hold'])
  expect(await sync('order_status')).toMatchObject({ recordsDeleted: 2 })
  expect([(await order('17')).data.status, (await order('18')).data.status]).toEqual(['unknown', 'pending'])
  expect(await changesAfter(next)).toMatchObject({ ids: ['17', '18'], statuses: ['unknown', 'pending'] })
  erp.order_status = [aStatus('SO-17', 'shipped')]
  await sync('order_status')
  expect((await order('17')).data.status).toBe('shipped')
})

test('an order of several status records shows what the latest of those that are left tells', async () => {
  await sync('orders')
  const told = ['processing', 'partially_shipped', 'shipped'].map((status, at) =>
    recordOf(`D-${at}`, { orderNumber: 'SO-18', status, orderExternalId: '18' }),
  )
  for (let count = 1; count <= 3; count += 1) {
    erp.order_status = told.slice(0, count)
    await sync('order_status')
  }
  expect((await order('18')).data.status).toBe('shipped')
  erp.order_status = told.slice(1)
  await sync('order_status')
  expect((await order('18')).data.status).toBe('shipped')
  erp.order_status = told.slice(1, 2)
  await sync('order_status')
  expect((await order('18')).data.status).toBe('partially_shipped')
  erp.orders = [anOrder('17', 'SO-17'), anOrder('18', 'SO-18', { status: 'cancelled' })]
  await sync('orders')
  erp.order_status = []
  await sync('order_status')
  expect((await order('18')).data.status).toBe('cancelled')
})

test('a status record that an admin forgets no longer tells its order anything', async () => {
  await sync('orders')
  erp.order_status = [aStatus('SO-18', 'shipped')]
  await sync('order_status')
  await harness.core.records.forget(caller, { connectionId, dataType: 'order_status', recordId: 'S-SO-18' })
  expect((await order('18')).data.status).toBe('pending')
})

test('status records that a version without their index has stored are found, and tell nothing a second time', async () => {
  await sync('orders')
  erp.order_status = [recordOf('D-1', { orderNumber: 'SO-18', status: 'processing' })]
  await sync('order_status')
  erp.order_status.push(recordOf('D-2', { orderNumber: 'SO-18', status: 'shipped' }))
  await sync('order_status')
  await using client = await connectTo(harness.redis.url)
  const key = `erp_record:{${connectionId}}`
  await client.redis.del(`${key}:order_status:by_number`)
  await client.redis.hset(`${key}:orders:stream`, 'follows', 1)

  const { next } = await changesAfter(0)
  await worker[Symbol.asyncDispose]()
  worker = harness.startWorker('a process with the index')
  await sync('order_status')
  expect(await changesAfter(next)).toMatchObject({ ids: [] })
  erp.order_status = erp.order_status.slice(0, 1)
  await sync('order_status')
  expect((await order('18')).data.status).toBe('processing')
})

test('orders that an older version has stored follow from the next page on', async () => {
  await sync('orders')
  erp.order_status = [aStatus('SO-17', 'shipped')]
  await sync('order_status')
  const { next } = await changesAfter(0)
  await using client = await connectTo(harness.redis.url)
  const key = `erp_record:{${connectionId}}:orders`
  await client.redis.del(`${key}:told`, `${key}:by_number`)
  await client.redis.hdel(`${key}:stream`, 'follows')
  expect((await order('17')).data.status).toBe('unknown')

  await worker[Symbol.asyncDispose]()
  harness.startWorker('a process of the new version')
  await sync('orders')
  expect((await order('17')).data.status).toBe('shipped')
  expect(await changesAfter(next)).toMatchObject({ ids: ['17'] })
})

async function connectTo(url: string) {
  const redis = connect({ kind: 'single', url }, 'wait', silentLogger)
  return { redis, [Symbol.asyncDispose]: async () => redis.disconnect() }
}
