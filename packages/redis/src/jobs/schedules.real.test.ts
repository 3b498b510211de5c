import { runSchedule } from '@linkspan/core'
import { pagesOf, products } from '@linkspan/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caller, type Harness, startHarness } from '../testing/harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf(products(5), request, 10), { SCHEDULE_JITTER_MS: '0' })
  harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())

const configure = (erpConnectionId: string, more: Record<string, unknown> = {}) =>
  harness.core.syncConfigs.create(caller, { erpConnectionId, dataType: 'products', ...more } as Parameters<
    typeof harness.core.syncConfigs.create
  >[1])
const nextOf = async (connectionId: string, dataType = 'products') =>
  (await harness.store.scheduler.find(`${connectionId}-${dataType}`))?.next ?? null

/** The first run of a connection that a schedule has started, when it has ended. */
async function scheduledRun(connectionId: string) {
  for (;;) {
    const { items } = await harness.core.runs.list({ erpConnectionId: connectionId, limit: 1 })
    if (items[0]) return harness.ended(items[0].id)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

test('a schedule starts a sync at its time, under the name of its configuration', async () => {
  const connectionId = await harness.connect()
  const config = await configure(connectionId, { schedule: '* * * * * *' })
  expect(config).toMatchObject({ status: 'idle', enabled: true, settings: { autoSync: true, syncOnDemand: true } })
  expect(Date.parse(config.nextSyncAt ?? '')).toBeGreaterThan(Date.parse(config.createdAt) - 1)
  expect(await scheduledRun(connectionId)).toMatchObject({
    trigger: 'schedule',
    status: 'success',
    syncConfigId: config.id,
    recordsProcessed: 5,
  })
  await harness.core.syncConfigs.update(caller, { id: config.id, change: { enabled: false } })
  expect(await harness.core.syncConfigs.get(config.id)).toMatchObject({
    status: expect.stringMatching(/success|scheduled|syncing/),
    lastSyncAt: expect.any(String),
  })
  expect(await nextOf(connectionId)).toBeNull()
})

test("the connection's own schedule covers its enabled data types that have no configuration", async () => {
  const connectionId = await harness.connect({ syncSchedule: '0 2 * * *', timezone: 'Europe/Berlin' })
  expect(await nextOf(connectionId)).toMatch(/T0[01]:00:00.000Z$/)
  expect(await nextOf(connectionId, 'inventory')).toBe(await nextOf(connectionId))
  expect(await nextOf(connectionId, 'orders')).toBeNull()
  const { id } = await configure(connectionId, { schedule: '30 5 * * *' })
  expect(await nextOf(connectionId)).toMatch(/T0[34]:30:00.000Z$/)
  await harness.core.syncConfigs.remove(caller, { id })
  expect(await nextOf(connectionId)).toMatch(/T0[01]:00:00.000Z$/)
})

test('schedules follow the connection at once: switched off, changed, deleted', async () => {
  const connectionId = await harness.connect({ syncSchedule: '0 2 * * *' })
  const change = (change: object) => harness.core.connections.update(caller, { id: connectionId, change })
  await change({ status: 'inactive' })
  expect(await nextOf(connectionId)).toBeNull()
  await change({ status: 'active', settings: { syncSchedule: '15 * * * *' } })
  expect(await nextOf(connectionId)).toMatch(/:15:00.000Z$/)
  await change({ settings: { enabledDataTypes: ['inventory'] } })
  expect([await nextOf(connectionId), await nextOf(connectionId, 'inventory')]).toEqual([null, expect.any(String)])
  await harness.core.connections.remove(caller, { id: connectionId })
  expect(await nextOf(connectionId, 'inventory')).toBeNull()
})

test('an interval comes for the first time when it is over', async () => {
  const connectionId = await harness.connect()
  const before = Date.now()
  const { nextSyncAt } = await configure(connectionId, { settings: { syncInterval: 30 } })
  expect(Date.parse(nextSyncAt ?? '') - before).toBeGreaterThan(29 * 60_000)
  expect((await harness.core.runs.list({ erpConnectionId: connectionId, limit: 1 })).items).toEqual([])
})

test('there is one configuration for each connection, data type and direction, however many ask at once', async () => {
  const connectionId = await harness.connect()
  const asked = await Promise.allSettled(Array.from({ length: 10 }, () => configure(connectionId)))
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'request.conflict' } })
  expect(await harness.core.syncConfigs.list(connectionId)).toHaveLength(1)
})

test('people cannot start what only the schedule may start', async () => {
  const connectionId = await harness.connect()
  const earlier = await harness.start(connectionId)
  await harness.ended(earlier)
  await configure(connectionId, { schedule: '0 2 * * *', settings: { syncOnDemand: false } })
  await expect(harness.start(connectionId)).rejects.toMatchObject({ code: 'schedule.not-on-demand', status: 409 })
  await expect(harness.core.runs.retry(caller, { id: earlier })).rejects.toMatchObject({ code: 'schedule.not-on-demand' })
})

test('a due time that was missed while no worker ran is caught up once', async () => {
  const own = await startHarness((request) => pagesOf(products(5), request, 10), { SCHEDULE_JITTER_MS: '0' })
  const connectionId = await own.connect()
  await own.core.syncConfigs.create(caller, { erpConnectionId: connectionId, dataType: 'products', schedule: '* * * * * *' })
  const due = Date.parse((await own.store.scheduler.find(`${connectionId}-products`))?.next ?? '')
  while (Date.now() < due + 3100) await new Promise((resolve) => setTimeout(resolve, 50))
  const [config] = await own.core.syncConfigs.list(connectionId)
  own.startWorker()
  let runs: readonly unknown[] = []
  while (runs.length === 0) runs = (await own.core.runs.list({ erpConnectionId: connectionId, limit: 10 })).items
  await own.core.syncConfigs.update(caller, { id: config?.id ?? '', change: { enabled: false } })
  const started = (await own.core.runs.list({ erpConnectionId: connectionId, limit: 10 })).items
  const slots = await own.core.syncConfigs.slots(config?.id ?? '', { limit: 100 })
  const missed = slots.filter(({ syncLogId }) => syncLogId === started.at(-1)?.id)
  expect(missed.length).toBeGreaterThanOrEqual(3)
  expect(started.length).toBeLessThanOrEqual(1 + slots.length - missed.length) // one run for all missed times, at most one for each later time
  expect(new Set(missed.map(({ state }) => state))).toEqual(new Set(['caught_up']))
  expect(missed.at(-1)).toMatchObject({ dueAt: new Date(due).toISOString(), lateSeconds: expect.any(Number) })
  await own[Symbol.asyncDispose]()
})

test('a due time during a run joins that run, and each due time has one fate', async () => {
  const own = await startHarness((request) => pagesOf(products(5), request, 10), { SCHEDULE_JITTER_MS: '0' })
  const connectionId = await own.connect({ syncSchedule: '0 2 * * *' })
  const stream = { connectionId, dataType: 'products' } as const
  const slots = () => own.core.connections.slots(connectionId, 'products', { limit: 10 })
  const ports = { ...own.workerPorts(), scheduleJitterMs: 0 }
  const run = await own.start(connectionId)
  const dueAt = new Date(Date.now() - 5000)
  expect(await runSchedule(stream, ports, { dueAt })).toEqual({ kind: 'done' })
  const joined = { dueAt: dueAt.toISOString(), state: 'joined', syncLogId: run, lateSeconds: expect.any(Number) }
  expect(await slots()).toEqual([joined])
  const jittery = { ...ports, scheduleJitterMs: 60_000 }
  expect(await runSchedule(stream, jittery, { dueAt: new Date() })).toMatchObject({ kind: 'snooze' })
  own.startWorker()
  await own.ended(run)
  expect(await runSchedule(stream, ports, { dueAt })).toEqual({ kind: 'done' })
  expect(await slots()).toEqual([joined])
  expect((await own.core.runs.list({ erpConnectionId: connectionId, limit: 10 })).items).toHaveLength(1)
  await own[Symbol.asyncDispose]()
})

test('times that pass while the connection is switched off are skipped and say why, during the pause and after it', async () => {
  const connectionId = await harness.connect()
  const config = await configure(connectionId, { schedule: '* * * * * *' })
  const change = (change: object) => harness.core.connections.update(caller, { id: connectionId, change })
  await change({ status: 'inactive' })
  const off = Date.now()
  const slots = async () => (await harness.core.syncConfigs.slots(config.id, { limit: 1000 })).filter(({ state }) => state === 'skipped')
  while ((await slots()).length < 2) await new Promise((resolve) => setTimeout(resolve, 50))
  expect((await slots())[0]).toMatchObject({ state: 'skipped', reason: 'The connection was "inactive"' })
  await change({ status: 'active' })
  const on = Date.now()
  await harness.core.syncConfigs.update(caller, { id: config.id, change: { enabled: false } })
  const seconds = (await slots()).map(({ dueAt }) => Date.parse(dueAt) / 1000)
  expect(seconds).toEqual(seconds.map((_, at) => (seconds[0] ?? 0) - at))
  expect(seconds.length).toBeGreaterThanOrEqual(Math.floor(on / 1000) - Math.ceil(off / 1000))
})

test('a schedule that makes a pause skips what is due until its end, says so, and goes on by itself', async () => {
  const connectionId = await harness.connect()
  const { id } = await configure(connectionId, { schedule: '* * * * * *', enabled: false })
  const change = (change: object) => harness.core.syncConfigs.update(caller, { id, change })
  expect(await change({ enabled: true, pausedUntil: '2099-01-01T01:00:00+01:00' })).toMatchObject({
    pausedUntil: '2099-01-01T00:00:00.000Z',
    nextSyncAt: '2099-01-01T00:00:00.000Z',
  })
  let skipped: readonly unknown[] = []
  while (skipped.length === 0) skipped = await harness.core.syncConfigs.slots(id, { limit: 1 })
  expect(skipped).toMatchObject([{ state: 'skipped', reason: 'Its schedule was paused until 2099-01-01T00:00:00.000Z' }])
  expect((await harness.core.overview()).upcoming.map(({ erpConnectionId }) => erpConnectionId)).not.toContain(connectionId)
  expect((await harness.core.runs.list({ erpConnectionId: connectionId, limit: 1 })).items).toEqual([])

  const pausedUntil = new Date(Date.now() + 1000).toISOString()
  await change({ pausedUntil })
  const { startedAt = '' } = await scheduledRun(connectionId)
  expect(startedAt >= pausedUntil).toBe(true)
  expect(await change({ enabled: false, pausedUntil: null })).not.toHaveProperty('pausedUntil')
})

test('what a schedule still owes when it is changed is skipped and says why', async () => {
  const own = await startHarness((request) => pagesOf(products(5), request, 10), { SCHEDULE_JITTER_MS: '0' })
  const connectionId = await own.connect()
  const config = await own.core.syncConfigs.create(caller, { erpConnectionId: connectionId, dataType: 'products', schedule: '* * * * * *' })
  const due = Date.parse(config.nextSyncAt ?? '')
  while (Date.now() < due + 1100) await new Promise((resolve) => setTimeout(resolve, 50))
  await own.core.syncConfigs.update(caller, { id: config.id, change: { schedule: '0 2 * * *' } })
  const slots = await own.core.syncConfigs.slots(config.id, { limit: 100 })
  expect(slots.length).toBeGreaterThanOrEqual(2)
  expect(slots.at(-1)).toEqual({
    dueAt: new Date(due).toISOString(),
    state: 'skipped',
    reason: 'Its schedule was changed before it ran',
  })
  own.startWorker()
  expect((await own.core.runs.list({ erpConnectionId: connectionId, limit: 10 })).items).toEqual([])
  await own[Symbol.asyncDispose]()
})

test('a configuration maps, transforms and filters what is pulled, and every record has its fate', async () => {
  const own = await startHarness((request) => pagesOf(products(20), request, 7), { SCHEDULE_JITTER_MS: '0' })
  own.startWorker()
  const connectionId = await own.connect()
  const settings = {
    fieldMapping: { description: 'name' },
    transformations: [
      { field: 'price', operation: 'multiply', value: '1.19' },
      { field: 'price', operation: 'round', value: 2 },
      { field: 'name', operation: 'lookup', value: { table: { 'Mug 3, revision 0': 'Third' }, fallback: 'Other' } },
    ],
    filters: [{ field: 'sku', operator: 'ne', value: 'SKU-7' }],
  }
  const input = { erpConnectionId: connectionId, dataType: 'products', settings } as Parameters<typeof own.core.syncConfigs.create>[1]
  const config = await own.core.syncConfigs.create(caller, input)
  expect(config.settings).toMatchObject(settings)
  const log = await own.ended(await own.start(connectionId))
  expect(log).toMatchObject({ status: 'success', recordsRead: 20, recordsCreated: 19, recordsFiltered: 1, recordsFailed: 0 })
  const record = await own.core.records.get(connectionId, 'products', 'P3')
  expect(record.data).toMatchObject({ name: 'Third', description: 'Mug 3, revision 0', price: '14.88' })
  await expect(own.core.records.get(connectionId, 'products', 'P7')).rejects.toMatchObject({ code: 'request.not-found' })

  const faulty = { transformations: [{ field: 'name', operation: 'lookup', value: { table: { 'Mug 3, revision 0': 'Third' } } }] }
  await own.core.syncConfigs.update(caller, { id: config.id, change: { settings: faulty } as never })
  const second = await own.ended(await own.start(connectionId, { mode: 'full' }))
  expect(second).toMatchObject({
    status: 'error',
    errorDetails: { code: 'run.too-many-rejects' },
    recordsUnchanged: 0,
    recordsUpdated: 1,
    recordsFailed: 19,
    recordsFiltered: 0,
  })
  const rejects = await own.core.runs.rejects(second.id, { limit: 1 })
  expect(rejects.items[0]).toMatchObject({ errors: [{ path: 'name', message: 'is not in the table' }] })
  const wrong = { id: config.id, change: { settings: { fieldMapping: { naem: 'x' } } } }
  await expect(own.core.syncConfigs.update(caller, wrong)).rejects.toMatchObject({ code: 'request.invalid' })
  await own[Symbol.asyncDispose]()
})

test('what only pushes has a schedule, times and a state of its own beside what pulls', async () => {
  const connectionId = await harness.connect()
  const pulling = await configure(connectionId, { schedule: '0 2 * * *' })
  const pushing = await configure(connectionId, { direction: 'push', schedule: '*/5 * * * *' })
  expect(await nextOf(connectionId)).toMatch(/T02:00:00.000Z$/)
  expect(await nextOf(connectionId, 'products-push')).toMatch(/:[0-5][05]:00.000Z$/)
  await harness.ended(await harness.start(connectionId, { direction: 'push' }))
  expect(await harness.core.syncConfigs.get(pushing.id)).toMatchObject({ status: 'success', lastSyncAt: expect.any(String) })
  expect(await harness.core.syncConfigs.get(pulling.id)).toMatchObject({ status: 'idle' })
  await expect(configure(connectionId, { direction: 'bidirectional' })).rejects.toMatchObject({ code: 'request.conflict' })
  await expect(configure(connectionId, { dataType: 'inventory', direction: 'push' })).rejects.toMatchObject({
    code: 'connection.not-capable',
  })
})

test('a push that is due while the same data is pulled waits for the end, and then runs', async () => {
  const own = await startHarness((request) => pagesOf(products(5), request, 10), { SCHEDULE_JITTER_MS: '0' })
  const connectionId = await own.connect()
  const config = await own.core.syncConfigs.create(caller, {
    erpConnectionId: connectionId,
    dataType: 'products',
    direction: 'push',
    schedule: '0 2 * * *',
    enabled: true,
    settings: {},
  } as Parameters<typeof own.core.syncConfigs.create>[1])
  const stream = { connectionId, dataType: 'products', lane: 'push' } as const
  const ports = { ...own.workerPorts(), scheduleJitterMs: 0 }
  const run = await own.start(connectionId)
  await expect(own.start(connectionId, { direction: 'push' })).rejects.toMatchObject({ code: 'request.conflict' })
  const dueAt = new Date(Date.now() - 5000)
  expect(await runSchedule(stream, ports, { dueAt })).toMatchObject({ kind: 'snooze' })
  own.startWorker()
  await own.ended(run)
  expect(await runSchedule(stream, ports, { dueAt })).toEqual({ kind: 'done' })
  const range = { from: dueAt.toISOString(), limit: 10 }
  const slots = await own.store.slots.list(stream, range)
  expect(slots).toMatchObject([{ dueAt: dueAt.toISOString(), state: 'ran' }])
  expect(await own.ended(slots[0]?.syncLogId ?? '')).toMatchObject({ direction: 'push', syncConfigId: config.id, status: 'success' })
  await own[Symbol.asyncDispose]()
})
