import { AppError, createAllowedAge, type ERPStream, silentLogger, systemClock, watchStreams } from '@linkspan/core'
import { pagesOf, products } from '@linkspan/core/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { caller, type Harness, startHarness } from '../testing/harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf(products(3), request, 10))
  harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())
beforeEach(() => {
  harness.erp.pages = (request) => pagesOf(products(3), request, 10)
})

const list = async (query: Record<string, unknown> = {}): Promise<readonly ERPStream[]> =>
  (await harness.core.streams.list({ limit: 100, ...query })).items
const streamOf = async (connectionId: string, direction = 'pull', dataType = 'products') => {
  const found = (await list({ connectionId })).find((stream) => stream.direction === direction && stream.dataType === dataType)
  if (!found) throw new Error(`There is no stream ${connectionId} ${dataType} ${direction}`)
  return found
}
/** Looks at all streams as if it were `minutes` later. */
async function watch(minutes = 0): Promise<void> {
  const clock = { now: () => new Date(systemClock.now().getTime() + minutes * 60_000) }
  await watchStreams(createAllowedAge(), { ...harness.store, connectors: harness.erp.registry, clock, logger: silentLogger })
}
const freshnessEvents = async (connectionId: string) =>
  (await harness.store.events.read(connectionId, null, 1000)).filter(({ type }) => type.startsWith('freshness.'))
const run = async (connectionId: string, request: Record<string, unknown> = {}) => harness.ended(await harness.start(connectionId, request))

test('a stream shows its last success, its last run, what is due next and what is allowed', async () => {
  const id = await harness.connect({ syncSchedule: '0 2 * * *', enabledDataTypes: ['products'] })
  expect(await list({ connectionId: id })).toEqual([
    {
      connectionId: id,
      connectionName: 'Scripted',
      connectionStatus: 'active',
      dataType: 'products',
      direction: 'pull',
      nextDueAt: expect.stringContaining('T02:00:00.000Z'),
      periodSeconds: 86_400,
      freshness: { ageSeconds: 0, allowedSeconds: 172_800, late: false },
      openRejects: 0,
      conflicts: 0,
      outbox: { pending: 0, in_flight: 0, uncertain: 0, conflict: 0, error: 0 },
      health: expect.objectContaining({ state: 'unknown' }),
    },
  ])
  const first = await run(id)
  expect(await streamOf(id)).toMatchObject({
    lastSuccessAt: first.completedAt,
    lastRun: { id: first.id, status: 'success', recordsCreated: 3 },
    watermark: expect.any(String),
    health: { state: 'healthy' },
  })

  harness.erp.pages = () => {
    throw new AppError('setup.resource-missing', 'GET /products answered 404')
  }
  const failed = await run(id)
  const dry = await run(id, { dryRun: true })
  expect(dry.status).toBe('error')
  expect(await streamOf(id)).toMatchObject({ lastSuccessAt: first.completedAt, lastRun: { id: failed.id, status: 'error' } })
})

test('a dry run proves nothing', async () => {
  const id = await harness.connect()
  expect((await run(id, { dryRun: true })).status).toBe('success')
  const stream = await streamOf(id)
  expect(stream).not.toHaveProperty('lastSuccessAt')
  expect(stream).not.toHaveProperty('lastRun')
})

test('a run that works is shown with the stream whose work it does', async () => {
  const id = await harness.connect({ enabledDataTypes: ['products'] })
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  harness.erp.pages = async function* (request) {
    await gate
    yield* pagesOf(products(3), request, 10)
  }
  const runId = await harness.start(id)
  await harness.ended(runId, ({ status }) => status === 'syncing')
  expect(await streamOf(id)).toMatchObject({ runningRun: { id: runId, status: 'syncing' } })
  open()
  await harness.ended(runId)
  expect(await streamOf(id)).not.toHaveProperty('runningRun')
})

test('what waits to be pushed is counted by state, and makes a stream of its own', async () => {
  const id = await harness.connect({ enabledDataTypes: ['products'] })
  const record = (sku: string) => ({ id: sku, sku, name: sku, price: '1', currency: 'EUR' })
  await harness.core.records.write(caller, { connectionId: id, dataType: 'products', records: ['A', 'B', 'C'].map(record) })
  expect((await list({ connectionId: id })).map(({ direction }) => direction)).toEqual(['pull', 'push'])
  expect(await streamOf(id, 'push')).toMatchObject({ outbox: { pending: 3, in_flight: 0, uncertain: 0, conflict: 0, error: 0 } })

  harness.erp.ledger.faults.push('refused')
  const pushed = await run(id, { direction: 'push' })
  expect(await streamOf(id, 'push')).toMatchObject({ lastRun: { id: pushed.id }, outbox: { pending: 0, error: 1 } })
  expect(await streamOf(id)).not.toHaveProperty('lastRun')
})

test('a record is an open reject from when it is rejected until it is accepted, or gone from the ERP', async () => {
  const id = await harness.connect({ enabledDataTypes: ['products'] })
  const give = (count: number, bad: readonly number[]) => {
    const rows = products(count).map((row, at) => (bad.includes(at) ? { ...row, fields: { ...row.fields, name: '' } } : row))
    harness.erp.pages = (request) => pagesOf(rows, request, 2)
  }
  const openRejects = async () => (await streamOf(id)).openRejects
  give(5, [1, 3])
  await run(id, { dryRun: true })
  expect(await openRejects()).toBe(0)
  expect(await run(id)).toMatchObject({ status: 'success', recordsFailed: 2 })
  expect(await openRejects()).toBe(2)
  await run(id)
  expect(await openRejects()).toBe(2)
  give(5, [3])
  await run(id)
  expect(await openRejects()).toBe(1)
  give(3, [])
  await run(id)
  expect(await openRejects()).toBe(1) // an incremental sync does not see what is gone
  await run(id, { mode: 'full' })
  expect(await openRejects()).toBe(0)
})

test('a stream becomes late with one event, however often it is looked at, and is met with one', async () => {
  const id = await harness.connect({ freshness: { products: 60 }, enabledDataTypes: ['products'] })
  const first = await run(id)
  await watch()
  await watch(59)
  expect(await freshnessEvents(id)).toEqual([])
  await Promise.all([watch(61), watch(61), watch(61)])
  await watch(120)
  const data = { connectionId: id, dataType: 'products', direction: 'pull', allowedSeconds: 3600 }
  expect(await freshnessEvents(id)).toMatchObject([{ type: 'freshness.late', data: { ...data, lastSuccessAt: first.completedAt } }])

  const second = await run(id)
  await Promise.all([watch(1), watch(1)])
  await watch(2)
  expect(await freshnessEvents(id)).toMatchObject([
    { type: 'freshness.late' },
    { type: 'freshness.met', data: { ...data, lastSuccessAt: second.completedAt } },
  ])
})

test('a stream that fails, or that nothing runs, becomes late', async () => {
  const id = await harness.connect({ syncSchedule: '0 2 * * *', enabledDataTypes: ['products'] })
  await watch()
  harness.erp.pages = () => {
    throw new AppError('setup.resource-missing', 'GET /products answered 404')
  }
  await run(id)
  await watch(47 * 60)
  expect(await freshnessEvents(id)).toEqual([])
  await watch(48 * 60 + 1)
  expect(await freshnessEvents(id)).toMatchObject([{ type: 'freshness.late' }])
  expect((await freshnessEvents(id))[0]?.data).not.toHaveProperty('lastSuccessAt')
})

test('nobody waits for the data of a connection or a data type that is switched off', async () => {
  const settings = { freshness: { products: 60, inventory: 60 }, enabledDataTypes: ['products', 'inventory'] }
  const id = await harness.connect(settings)
  await watch()
  await watch(61)
  expect((await freshnessEvents(id)).map(({ type, data }) => [type, data.dataType])).toEqual([
    ['freshness.late', 'products'],
    ['freshness.late', 'inventory'],
  ])
  await harness.core.connections.update(caller, { id, change: { settings: { enabledDataTypes: ['inventory'] } } })
  await watch(62)
  expect((await freshnessEvents(id)).slice(2)).toMatchObject([{ type: 'freshness.met', data: { dataType: 'products' } }])
  await harness.core.connections.update(caller, { id, change: { status: 'inactive' } })
  await watch(63)
  await watch(10_000)
  expect((await freshnessEvents(id)).slice(3)).toMatchObject([{ type: 'freshness.met', data: { dataType: 'inventory' } }])
})

test('a note of the watcher that a run has overtaken is not written', async () => {
  const id = await harness.connect({ freshness: { products: 60 }, enabledDataTypes: ['products'] })
  const stream = { connectionId: id, dataType: 'products', direction: 'pull' } as const
  const [read = { successes: {}, watched: {} }] = await harness.store.streams.read(id, ['products'])
  await run(id)
  await harness.store.streams.note({ stream, read, watched: '{"late":true}', event: { type: 'freshness.late', data: {} } })
  expect(await harness.store.streams.read(id, ['products'])).toMatchObject([{ watched: {} }])
  expect(await freshnessEvents(id)).toEqual([])
})

test('the index lists what is late, the longest first, without what is gone or has succeeded', async () => {
  await using own = await startHarness((request) => pagesOf(products(1), request, 10))
  own.startWorker()
  const connect = (minutes: number) => own.connect({ freshness: { products: minutes }, enabledDataTypes: ['products'] })
  const [slow, quick, other, gone] = [await connect(0.002), await connect(0.001), await connect(600), await connect(0.001)]
  const now = systemClock.now().getTime()
  const ports = { ...own.store, connectors: own.erp.registry, logger: silentLogger }
  for (const ms of [0, 1000]) await watchStreams(createAllowedAge(), { ...ports, clock: { now: () => new Date(now - 10_000 + ms) } })
  const late = async (query: Record<string, unknown> = {}) => (await own.core.streams.list({ limit: 10, late: true, ...query })).items
  expect((await late()).map(({ connectionId }) => connectionId).sort()).toEqual([slow, quick, gone].sort())
  expect((await late()).at(-1)?.connectionId).toBe(slow)
  expect(await own.store.streams.countOverdue(systemClock.now())).toBe(3)
  expect((await own.core.streams.list({ limit: 10, late: false })).items.map(({ connectionId }) => connectionId)).toEqual([other])

  const pages: string[] = []
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await own.core.streams.list({ limit: 1, late: true, cursor })
    pages.push(...items.map(({ connectionId }) => connectionId))
    if (next === null) break
    cursor = next
  }
  expect(pages).toEqual((await late()).map(({ connectionId }) => connectionId))

  await own.core.connections.remove(caller, { id: gone })
  await own.core.connections.update(caller, { id: quick, change: { settings: { freshness: null } } })
  expect((await late()).map(({ connectionId }) => connectionId)).toEqual([slow])
  await watchStreams(createAllowedAge(), { ...ports, clock: systemClock })
  expect(await own.store.streams.countOverdue(systemClock.now())).toBe(1)
})

test('paging through all streams shows each once, in the order of the connections', async () => {
  const all = await list({ limit: 1000 })
  expect(all.length).toBeGreaterThan(5)
  for (const limit of [1, 2, 3]) {
    const seen: ERPStream[] = []
    for (let cursor: string | undefined; ; ) {
      const { items, next } = await harness.core.streams.list({ limit, cursor })
      expect(items.length).toBeLessThanOrEqual(limit)
      seen.push(...items)
      if (next === null) break
      cursor = next
    }
    expect(seen.map(({ connectionId, dataType, direction }) => [connectionId, dataType, direction])).toEqual(
      all.map(({ connectionId, dataType, direction }) => [connectionId, dataType, direction]),
    )
  }
})

test('streams can be asked for by data type, and by the client that uses the connection, itself or by a site', async () => {
  const [own, ofSite] = [await harness.connect(), await harness.connect()]
  await harness.core.assignments.assignClient(caller, { clientId: 'acme', erpConnectionId: own })
  await harness.core.assignments.assignSite(caller, { siteId: 'shop-1', clientId: 'acme', erpConnectionId: ofSite })
  const found = await list({ clientId: 'acme', dataType: 'inventory' })
  expect(found.map(({ connectionId, dataType }) => [connectionId, dataType])).toEqual([
    [ofSite, 'inventory'],
    [own, 'inventory'],
  ])
  expect(await list({ clientId: 'nobody' })).toEqual([])
})

test('a cursor of another list is refused', async () => {
  await expect(list({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'request.malformed' })
  await expect(list({ late: true, cursor: 'nonsense' })).rejects.toMatchObject({ code: 'request.malformed' })
})
