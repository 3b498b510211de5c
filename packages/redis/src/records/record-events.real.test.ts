import type { DataTypeId, EventType, SourceRecord } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { caller, type Harness, startHarness } from '../testing/harness.ts'
import { expectFeedTold } from '../testing/told-feed.ts'

let harness: Harness
let connectionId: string
let statuses: readonly SourceRecord[] = []

beforeAll(async () => {
  harness = await startHarness(
    (request, _, dataType) => pagesOf(dataType === 'order_status' ? statuses : shownByErp(), request, 10),
    {},
    { orders: { pull: 'incremental', push: true }, order_status: { pull: 'incremental', push: true } },
  )
  harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())
beforeEach(async () => {
  const { records, calls, faults } = harness.erp.ledger
  for (const list of [records, calls, faults]) list.length = 0
  statuses = []
  connectionId = await harness.connect({ timeout: 1000, maxDeleteShare: 1, enabledDataTypes: ['orders', 'order_status'] })
})

const shownByErp = (): SourceRecord[] =>
  harness.erp.ledger.records.map(({ erpId, fields, changedAt, version }) => ({
    id: erpId,
    fields: { ...fields, sourceUpdatedAt: changedAt, sourceVersion: String(version) },
    raw: fields,
    changedAt,
  }))
const inErp = (erpId: string, fields: object) =>
  harness.erp.ledger.records.push({
    erpId,
    reference: '',
    fields: { ...order(erpId), ...fields },
    version: 1,
    changedAt: '2026-01-01T00:00:00.000Z',
  })
const order = (id: string, more: object = {}) => ({ orderNumber: id, orderDate: '2026-01-01', currency: 'EUR', total: '5', ...more })
const write = (id: string, more: object = {}, dataType: DataTypeId = 'orders') =>
  harness.core.records.write(caller, { connectionId, dataType, records: [{ id, ...more }] })
const run = async (request: object) => harness.ended(await harness.start(connectionId, { dataType: 'orders', ...request }))
const push = () => run({ direction: 'push' })
const pull = (more: object = {}) => run({ mode: 'full', ...more })

const events = () => harness.store.events.read(connectionId, null, 10_000)
const told = async (...types: readonly EventType[]) =>
  (await events()).filter(({ type }) => types.includes(type)).map(({ type, data }) => ({ type, data }))
const counted = (counts: Partial<{ created: number; updated: number; deleted: number }>) => ({
  created: 0,
  updated: 0,
  deleted: 0,
  ...counts,
})

test('what a pull creates, updates and deletes is told by the positions of the change feed', async () => {
  inErp('1', {})
  inErp('2', {})
  await pull()
  await pull()
  harness.erp.ledger.change('1', { total: '6' })
  harness.erp.ledger.records.pop()
  await pull()
  const at = (from: number, to: number, counts: object) => ({
    type: 'records.changed',
    data: { connectionId, dataType: 'orders', from, to, counts },
  })
  expect(await told('records.changed')).toEqual([
    at(0, 2, counted({ created: 2 })),
    at(2, 3, counted({ updated: 1 })),
    at(3, 4, counted({ deleted: 1 })),
  ])
  const { changes } = await harness.core.records.changes(connectionId, 'orders', 2, 10)
  expect(changes).toMatchObject([{ id: '1' }, { id: '2', deleted: true }])
})

test('a dry run tells no changes, however much it would change', async () => {
  inErp('1', {})
  await write('A', order('A'))
  const before = await events()
  await pull({ direction: 'bidirectional', dryRun: true })
  expect((await events()).slice(before.length).map(({ type }) => type)).toEqual(['sync.succeeded'])
})

test('an order that the ERP accepts is told with its id there', async () => {
  await write('PO-1', order('PO-1'))
  await write('PO-1', { total: '6' })
  const { id } = await push()
  await push()
  const data = { connectionId, dataType: 'orders', recordId: 'PO-1', erpId: 'ERP-1', reference: 'PO-1', syncLogId: id }
  expect(await told('order.pushed', 'order.refused', 'order.uncertain')).toEqual([{ type: 'order.pushed', data }])
  const counts = await expectFeedTold(harness, connectionId, 'orders')
  expect(counts).toMatchObject({ created: 1, deleted: 0 })
})

test('an order that the ERP refuses is told with its words', async () => {
  await write('PO-1', order('PO-1'))
  harness.erp.ledger.faults.push('refused')
  const { id } = await push()
  await push()
  const data = {
    connectionId,
    dataType: 'orders',
    recordId: 'PO-1',
    reference: 'PO-1',
    syncLogId: id,
    message: 'Material 4711 does not exist',
  }
  expect(await told('order.pushed', 'order.refused', 'order.uncertain')).toEqual([{ type: 'order.refused', data }])
  expect(await told('record.rejected')).toEqual([
    {
      type: 'record.rejected',
      data: {
        connectionId,
        dataType: 'orders',
        syncLogId: id,
        count: 1,
        first: [{ recordId: 'PO-1', reason: 'Material 4711 does not exist' }],
      },
    },
  ])
})

test('an order without an answer is told once as uncertain, and as pushed when the ERP is found to have it', async () => {
  await write('PO-1', order('PO-1'))
  harness.erp.ledger.faults.push('late')
  expect(await push()).toMatchObject({ status: 'success', recordsPushed: 1 })
  const types = (await told('order.pushed', 'order.refused', 'order.uncertain')).map(({ type }) => type)
  expect(types).toEqual(['order.uncertain', 'order.pushed'])
  expect(harness.erp.ledger.timesOf('PO-1')).toBe(1)
})

test('an order is told only as an order: other records that are pushed tell nothing of the kind', async () => {
  await write('S-1', { orderNumber: 'SO-1', status: 'shipped' }, 'order_status')
  expect(await run({ dataType: 'order_status', direction: 'push' })).toMatchObject({ recordsPushed: 1 })
  expect(await told('order.pushed')).toEqual([])
})

test('a conflict is told when it opens and when it is resolved, with how many are left', async () => {
  for (const id of ['PO-1', 'PO-2']) await write(id, order(id, { customerName: 'One' }))
  await push()
  await pull()
  await harness.core.syncConfigs.create(caller, {
    erpConnectionId: connectionId,
    dataType: 'orders',
    direction: 'pull',
    enabled: false,
    settings: { conflictResolution: 'manual' },
  } as Parameters<typeof harness.core.syncConfigs.create>[1])
  for (const [id, erpId] of [
    ['PO-1', 'ERP-1'],
    ['PO-2', 'ERP-2'],
  ] as const) {
    await write(id, { customerName: 'Ours' })
    harness.erp.ledger.change(erpId, { customerName: 'Theirs' })
  }
  await pull()
  await pull()
  const { items } = await harness.core.conflicts.list(connectionId, { limit: 10 })
  const conflictOf = (recordId: string) => items.find((conflict) => conflict.recordId === recordId)?.id ?? ''
  await harness.core.conflicts.resolve(caller, { id: conflictOf('PO-1'), winner: 'erp' })
  await write('PO-2', { customerName: 'Theirs' })
  await pull()

  const at = (recordId: string, open: number) => ({ connectionId, dataType: 'orders', recordId, conflictId: conflictOf(recordId), open })
  expect(await told('conflict.opened')).toEqual([
    { type: 'conflict.opened', data: at('PO-1', 1) },
    { type: 'conflict.opened', data: at('PO-2', 2) },
  ])
  expect(await told('conflict.resolved')).toEqual([
    { type: 'conflict.resolved', data: at('PO-1', 1) },
    { type: 'conflict.resolved', data: at('PO-2', 0) },
  ])
  await expectFeedTold(harness, connectionId, 'orders')
})

test('an order that shows another status is told, wherever the status comes from', async () => {
  inErp('17', { status: 'pending', lines: [{ lineNumber: '1', quantity: '1', status: 'shipped' }] })
  inErp('18', { status: 'Wird gebacken' })
  await pull()
  harness.erp.ledger.change('17', { status: 'processing' })
  harness.erp.ledger.change('18', { total: '7' })
  await pull()
  statuses = [{ id: 'S-17', fields: { orderNumber: '17', status: 'shipped' }, raw: {}, changedAt: null }]
  await run({ dataType: 'order_status', mode: 'full' })
  harness.erp.ledger.change('17', { total: '8' })
  await pull()
  harness.erp.ledger.change('17', { status: 'cancelled' })
  await pull()
  await write('18', { status: 'delivered' })
  await write('S-18', { orderNumber: '18', status: 'returned' }, 'order_status')

  const changed = (recordId: string, from: string, to: string) => ({
    type: 'order.status_changed',
    data: { connectionId, recordId, from, to },
  })
  expect(await told('order.status_changed')).toEqual([
    changed('17', 'pending', 'processing'),
    changed('17', 'processing', 'shipped'),
    changed('17', 'shipped', 'cancelled'),
    changed('18', 'unknown', 'delivered'),
    changed('18', 'delivered', 'returned'),
  ])
  await expectFeedTold(harness, connectionId, 'orders')
  await expectFeedTold(harness, connectionId, 'order_status')
})
