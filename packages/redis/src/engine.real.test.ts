import { AppError, asCursor, rescueRuns, runSync, type SourceRecord, silentLogger } from '@linkspan/core'
import { aProduct, pagesOf, products } from '@linkspan/core/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { caller, type Harness, startHarness } from './testing/harness.ts'

/** The engine on a real Redis with real workers; only the ERP is scripted. */
let harness: Harness
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf([], request, 10))
  harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())

const serve = (rows: readonly SourceRecord[], serverTime?: string) => {
  harness.erp.pages = (request) => pagesOf(rows, request, 10, serverTime)
}
beforeEach(() => serve(products(35)))

const synced = async (connectionId: string, request: Record<string, unknown> = {}) =>
  harness.ended(await harness.start(connectionId, request))
const storedIds = async (connectionId: string) =>
  (await harness.core.records.list(connectionId, 'products', { limit: 1000 })).items.map(({ id }) => id)

/** Fails for the first requests of the page that begins at `from`, then goes on. */
function failingAt(from: number, error: () => AppError, times: number) {
  let failures = 0
  harness.erp.pages = async function* (request) {
    for await (const page of pagesOf(products(35), request, 10)) {
      const start = page.next === null ? 30 : Number(page.next) - 10
      if (start === from && failures < times) {
        failures += 1
        throw error()
      }
      yield page
    }
  }
}

test('reads every page once and ends in a proven success', async () => {
  const connectionId = await harness.connect()
  const log = await synced(connectionId)
  expect(log).toMatchObject({
    status: 'success',
    recordsProcessed: 35,
    recordsCreated: 35,
    recordsFailed: 0,
    recordsTotal: 35,
    pages: 4,
    attempts: 1,
    progress: 100,
  })
  expect(await storedIds(connectionId)).toHaveLength(35)
  expect((await harness.core.connections.get(connectionId)).connection.lastSyncAt).toBe(log.completedAt)
})

test('no more than two pages are held, from the moment at which the ERP is asked for one until it is stored', async () => {
  const held: number[] = []
  let [asked, stored] = [0, 0]
  harness.erp.pages = async function* (request) {
    for await (const page of pagesOf(products(120), request, 10)) {
      asked += 1
      held.push(asked - stored)
      const isStored = async () => {
        stored += 1
      }
      yield { ...page, onCommitted: isStored }
    }
  }
  expect(await synced(await harness.connect())).toMatchObject({ status: 'success', pages: 12 })
  expect(held).toHaveLength(12)
  expect(Math.max(...held)).toBe(2)
})

test('an unchanged record is neither written nor announced again', async () => {
  const connectionId = await harness.connect()
  await synced(connectionId)
  const { next } = await harness.core.records.changes(connectionId, 'products', 0, 1000)
  serve([...products(34), aProduct(35, 1)])
  expect(await synced(connectionId, { mode: 'full' })).toMatchObject({ recordsCreated: 0, recordsUpdated: 1, recordsUnchanged: 34 })
  expect(await harness.core.records.changes(connectionId, 'products', next, 1000)).toMatchObject({
    changes: [{ id: 'P35', position: next + 1 }],
  })
})

test('asks again a little before the latest change it saw, and never beyond the clock of the ERP', async () => {
  const connectionId = await harness.connect({ watermarkOverlap: 60_000 })
  const asked: (string | null)[] = []
  const rows = [aProduct(1), { ...aProduct(2), changedAt: '2099-01-01T00:00:00.000Z' }]
  harness.erp.pages = (request) => {
    asked.push(request.since)
    return pagesOf(rows, request, 10, '2026-02-01T00:00:00.000Z')
  }
  await synced(connectionId)
  await synced(connectionId)
  await synced(connectionId, { since: '2025-12-31T00:00:00Z' })
  await synced(connectionId, { mode: 'full' })
  expect(asked).toEqual([null, '2026-01-31T23:59:00.000Z', '2025-12-31T00:00:00.000Z', null])
})

test('a run that fails keeps the watermark where it was', async () => {
  const connectionId = await harness.connect({ retryAttempts: 0 })
  failingAt(20, () => new AppError('setup.permission-missing', 'No permission'), 1)
  expect(await synced(connectionId)).toMatchObject({ status: 'error', recordsProcessed: 20 })
  expect(await harness.watermark(connectionId)).toBeNull()
})

test('one bad record does not stop the others and is listed with path, value and reason', async () => {
  const connectionId = await harness.connect()
  const bad = { ...aProduct(3), fields: { ...aProduct(3).fields, price: 'abc' } }
  serve([aProduct(1), bad, { ...aProduct(4), id: '' }, aProduct(2)])
  const log = await synced(connectionId)
  expect(log).toMatchObject({ status: 'success', recordsProcessed: 4, recordsSuccess: 2, recordsFailed: 2 })
  const { items } = await harness.core.runs.rejects(log.id, { limit: 10 })
  expect(items).toMatchObject([
    { recordId: 'P3', page: 1, errors: [{ path: 'price', value: 'abc', message: expect.stringContaining('decimal') }] },
    { recordId: '', errors: [{ path: 'id' }] },
  ])
})

test('a retry reads rejected records again, and accepts them once the mapping is fixed', async () => {
  const connectionId = await harness.connect({ watermarkOverlap: 0 })
  const asked: (string | null)[] = []
  const rows = products(5).map((record) => (record.id === 'P2' ? { ...record, fields: { ...record.fields, price: 'EUR 3' } } : record))
  harness.erp.pages = (request) => {
    asked.push(request.since)
    return pagesOf(
      rows.filter(({ changedAt }) => request.since === null || (changedAt ?? '') >= request.since),
      request,
      10,
    )
  }
  const retried = async (runId: string) => {
    const { run } = await harness.core.runs.retry(caller, { id: runId })
    return harness.ended(run.id)
  }
  const first = await harness.ended(await harness.start(connectionId))
  expect(first).toMatchObject({ status: 'success', recordsFailed: 1 })
  expect(await harness.ended(await harness.start(connectionId))).toMatchObject({ recordsFailed: 0, recordsProcessed: 1 })
  await harness.core.syncConfigs.create(caller, {
    erpConnectionId: connectionId,
    dataType: 'products',
    direction: 'pull',
    settings: { transformations: [{ field: 'price', operation: 'replace', value: { search: 'EUR ' } }] },
  } as Parameters<typeof harness.core.syncConfigs.create>[1])
  const again = await retried(first.id)
  expect(again).toMatchObject({ trigger: 'retry', status: 'success', recordsFailed: 0, recordsCreated: 1, recordsUnchanged: 4 })

  rows[3] = {
    ...rows[3],
    fields: { ...rows[3]?.fields, price: '?' },
    changedAt: '2026-05-01T00:00:00.000Z',
    raw: { price: '?' },
  } as SourceRecord
  const incremental = await harness.ended(await harness.start(connectionId))
  expect(incremental).toMatchObject({ recordsFailed: 1 })
  await retried(incremental.id)
  expect(asked.at(-1)).toBe(asked.at(-2))
  expect(asked.at(-1)).not.toBeNull()
})

test('a transient failure is retried from the checkpoint, as often as the connection allows', async () => {
  const connectionId = await harness.connect({ retryAttempts: 2 })
  failingAt(20, () => new AppError('remote.unavailable', 'GET /products answered 500'), 2)
  expect(await synced(connectionId)).toMatchObject({ status: 'success', recordsCreated: 35, pages: 4, attempts: 3 })

  const another = await harness.connect({ retryAttempts: 2 })
  failingAt(20, () => new AppError('remote.unavailable', 'GET /products answered 500'), 3)
  const log = await synced(another)
  expect(log).toMatchObject({
    status: 'error',
    attempts: 3,
    recordsProcessed: 20,
    errorDetails: { code: 'remote.unavailable', retryable: true },
  })
  expect(log.errorDetails?.hint).toBeTruthy()
})

test('failures are counted anew after every page of progress', async () => {
  const connectionId = await harness.connect({ retryAttempts: 1 })
  let failed = new Set<string>()
  harness.erp.pages = async function* (request) {
    for await (const page of pagesOf(products(35), request, 10)) {
      const key = String(page.next)
      if (!failed.has(key)) {
        failed = new Set([...failed, key])
        throw new AppError('remote.timeout', 'too slow')
      }
      yield page
    }
  }
  expect(await synced(connectionId)).toMatchObject({ status: 'success', recordsCreated: 35, attempts: 5 })
})

test('a permanent failure ends the run at once, with a hint', async () => {
  const connectionId = await harness.connect({ retryAttempts: 5 })
  failingAt(0, () => new AppError('setup.credentials-rejected', 'GET /products answered 401'), 1)
  expect(await synced(connectionId)).toMatchObject({
    status: 'error',
    attempts: 1,
    errorDetails: { code: 'setup.credentials-rejected', retryable: false },
  })
})

test('a throttled run waits as told, without spending an attempt', async () => {
  const connectionId = await harness.connect({ retryAttempts: 0 })
  failingAt(10, () => new AppError('remote.throttled', 'GET /products answered 429', { retryAfterMs: 300 }), 3)
  const begun = performance.now()
  expect(await synced(connectionId)).toMatchObject({ status: 'success', recordsCreated: 35, attempts: 1 })
  expect(performance.now() - begun).toBeGreaterThanOrEqual(900)
})

test('fewer records than the ERP announced end in an error that shows the balance', async () => {
  const connectionId = await harness.connect()
  harness.erp.pages = async function* (request) {
    for await (const page of pagesOf(products(35), request, 10)) yield { ...page, total: 40 }
  }
  const log = await synced(connectionId)
  expect(log).toMatchObject({
    status: 'error',
    errorDetails: { code: 'run.incomplete', details: { balance: { read: 35, total: 40, distinct: 35 } } },
  })
  expect(await harness.watermark(connectionId)).toBeNull()
})

test('a record that appears twice in place of another is noticed', async () => {
  const connectionId = await harness.connect()
  serve([...products(34), aProduct(1)])
  expect(await synced(connectionId)).toMatchObject({ status: 'error', errorDetails: { code: 'run.incomplete' } })
})

test('a source that never says "last page" is no success', async () => {
  const connectionId = await harness.connect({ retryAttempts: 0 })
  harness.erp.pages = async function* () {
    yield { records: products(10), next: asCursor('10') }
  }
  expect(await synced(connectionId)).toMatchObject({ status: 'error', errorDetails: { code: 'run.incomplete' } })
})

test('an ERP without records is a success with nothing', async () => {
  serve([])
  expect(await synced(await harness.connect())).toMatchObject({ status: 'success', recordsProcessed: 0, pages: 1 })
})

test('a dry run counts and stores nothing', async () => {
  const connectionId = await harness.connect()
  expect(await synced(connectionId, { dryRun: true })).toMatchObject({ status: 'success', recordsCreated: 35, dryRun: true })
  expect(await storedIds(connectionId)).toEqual([])
  expect(await harness.watermark(connectionId)).toBeNull()
})

/** An ERP that holds its second page back until it is released, or the session is aborted. */
function holding() {
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  harness.erp.pages = async function* (request, { signal }) {
    const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
    for await (const page of pagesOf(products(35), request, 10)) {
      if (Number(request.after ?? 0) === 0 && page.next !== '10') await Promise.race([gate, aborted])
      signal.throwIfAborted()
      yield page
    }
  }
  return { open }
}

test('a connector is told when a page is stored, with its rejects, before the next is stored; in a dry run it is told nothing', async () => {
  const connectionId = await harness.connect()
  const told: string[] = []
  harness.erp.pages = async function* (request) {
    const rows = [...products(20), { ...products(1)[0], id: 'BAD', fields: { sku: 'BAD' } } as SourceRecord]
    for await (const page of pagesOf(rows, request, 7)) {
      yield {
        ...page,
        async onCommitted(rejects) {
          const known = await harness.core.records.list(connectionId, 'products', { limit: 100 })
          told.push(`${request.dryRun} ${known.items.length} ${rejects.map(({ recordId }) => recordId)}`)
        },
      }
    }
  }
  await harness.ended(await harness.start(connectionId, { dryRun: true }))
  expect(told).toEqual([])
  await harness.ended(await harness.start(connectionId))
  expect(told).toEqual(['false 7 ', 'false 14 ', 'false 20 BAD'])
})

test('the state of a connector lives as long as the connection', async () => {
  const connectionId = await harness.connect()
  const state = harness.store.connectorStateOf(connectionId)
  expect(await state.read([])).toEqual([])
  await state.write({ a: '1', b: '2', c: '3' })
  await state.write({ a: null, b: '4' })
  expect(await state.read(['a', 'b', 'c'])).toEqual([null, '4', '3'])
  const entries: (readonly [string, string])[] = []
  for await (const entry of state.entries()) entries.push(entry)
  expect(entries.sort()).toEqual([
    ['b', '4'],
    ['c', '3'],
  ])
  await harness.core.connections.remove(caller, { id: connectionId })
  await state.write({ a: '1' })
  expect(await state.read(['a', 'b'])).toEqual([null, null])
})

test('a run that is cancelled in the middle of a page ends at once', async () => {
  const connectionId = await harness.connect()
  holding()
  const runId = await harness.start(connectionId)
  await harness.ended(runId, ({ pages }) => pages === 1)
  await harness.core.runs.cancel(caller, { id: runId })
  expect(await harness.ended(runId)).toMatchObject({ status: 'error', recordsProcessed: 10, errorDetails: { code: 'run.cancelled' } })
  serve(products(35))
  expect(await synced(connectionId)).toMatchObject({ status: 'success', recordsCreated: 25, recordsUnchanged: 10 })
})

test('a stopped worker stores its current page and hands the run to the next worker, without repeating a page', async () => {
  const own = await startHarness(harness.erp.pages)
  const gate = holding()
  own.erp.pages = harness.erp.pages
  const first = own.startWorker('first')
  const runId = await own.start(await own.connect())
  await own.ended(runId, ({ pages }) => pages === 1)
  await first[Symbol.asyncDispose]()
  expect(await own.core.runs.get(runId)).toMatchObject({ status: 'scheduled', pages: 1, recordsCreated: 10 })
  gate.open()
  own.startWorker('second')
  expect(await own.ended(runId)).toMatchObject({ status: 'success', recordsCreated: 35, recordsUnchanged: 0, pages: 4, attempts: 1 })
  await own[Symbol.asyncDispose]()
})

test('a slow worker that was thought dead writes nothing more, and the counts are right', async () => {
  const own = await startHarness(harness.erp.pages)
  const gate = holding()
  own.erp.pages = harness.erp.pages
  const runId = await own.start(await own.connect())
  const stopped = new AbortController()
  const context = (workerId: string) => ({ signal: stopped.signal, workerId, dueAt: new Date(0), report() {} })
  const zombie = runSync(runId, own.workerPorts(), context('zombie'))
  await own.ended(runId, ({ pages }) => pages === 1)
  await runSync(runId, own.workerPorts(), context('heir'))
  gate.open()
  expect(await zombie).toEqual({ kind: 'done' })
  expect(await own.ended(runId)).toMatchObject({ status: 'success', recordsCreated: 35, recordsUnchanged: 0, pages: 4 })
  await own[Symbol.asyncDispose]()
})

test('a worker that is told to stop ends after its current page, although the ERP goes on answering', async () => {
  const stopped = new AbortController()
  const own = await startHarness(async function* (request) {
    for await (const page of pagesOf(products(120), request, 10)) {
      const stop = async () => {
        if (page.next === '30') stopped.abort(new AppError('run.interrupted', 'The worker stops'))
      }
      yield { ...page, onCommitted: stop }
    }
  })
  const runId = await own.start(await own.connect())
  const context = { signal: stopped.signal, workerId: 'leaving', dueAt: new Date(0), report() {} }
  expect(await runSync(runId, own.workerPorts(), context)).toMatchObject({ kind: 'snooze', delayMs: 0 })
  expect(await own.core.runs.get(runId)).toMatchObject({ status: 'scheduled', pages: 3, recordsCreated: 30 })
  own.startWorker('heir')
  expect(await own.ended(runId)).toMatchObject({ status: 'success', recordsCreated: 120, pages: 12, attempts: 1 })
  await own[Symbol.asyncDispose]()
})

test('a log whose job was never added is found and queued again', async () => {
  const own = await startHarness((request) => pagesOf(products(5), request, 10))
  const runId = await own.start(await own.connect())
  await own.store.queue.withdraw('erp-sync', runId)
  expect(await rescueRuns({ ...own.store, logger: silentLogger })).toBe(1)
  expect(await rescueRuns({ ...own.store, logger: silentLogger })).toBe(0)
  own.startWorker()
  expect(await own.ended(runId)).toMatchObject({ status: 'success', recordsCreated: 5 })
  await own[Symbol.asyncDispose]()
})

test('a run whose workers keep dying ends in an error', async () => {
  const own = await startHarness((request) => pagesOf(products(5), request, 10))
  const runId = await own.start(await own.connect())
  for (let death = 0; death < 6; death += 1) await own.store.runs.claim(runId, `worker-${death}`)
  own.startWorker()
  expect(await own.ended(runId)).toMatchObject({ status: 'error', errorDetails: { code: 'run.worker-lost' } })
  await own[Symbol.asyncDispose]()
})

test('deleting a connection ends its run and removes its records', async () => {
  const connectionId = await harness.connect()
  holding()
  const runId = await harness.start(connectionId)
  await harness.ended(runId, ({ pages }) => pages === 1)
  await harness.core.connections.remove(caller, { id: connectionId })
  expect(await harness.ended(runId)).toMatchObject({ status: 'error', errorDetails: { code: 'run.cancelled' } })
  await expect(harness.core.records.list(connectionId, 'products', { limit: 1 })).rejects.toMatchObject({ code: 'request.not-found' })
  expect((await harness.core.connections.list({ limit: 1000 })).items.map(({ id }) => id)).not.toContain(connectionId)
})

test('a long run makes room for a waiting one after its time slice, and both end correctly', async () => {
  const own = await startHarness((request) => pagesOf(products(5), request, 10), { SYNC_TIME_SLICE_MS: '100' })
  const [long, short] = [await own.connect(), await own.connect()]
  const ended: string[] = []
  own.erp.pages = async function* (request, { connectionId, pageSize }) {
    for await (const page of pagesOf(products(connectionId === long ? 200 : 10), request, pageSize)) {
      if (connectionId === long) await new Promise((resolve) => setTimeout(resolve, 20))
      yield page
    }
  }
  own.startWorker('only', 1)
  const follow = async (runId: string) => {
    const log = await own.ended(runId)
    ended.push(log.erpConnectionId)
    return log
  }
  const longRun = await own.start(long)
  await own.ended(longRun, ({ pages }) => pages >= 1)
  const logs = await Promise.all([follow(longRun), follow(await own.start(short))])
  expect(logs).toMatchObject([
    { status: 'success', recordsCreated: 200, recordsUnchanged: 0, pages: 20, attempts: 1 },
    { status: 'success' },
  ])
  expect(ended).toEqual([short, long])
  await own[Symbol.asyncDispose]()
})

test('an answer of many records is stored in parts, each counted once', async () => {
  const connectionId = await harness.connect()
  const rows = products(12_000)
  harness.erp.pages = async function* () {
    yield { records: rows, next: null, total: rows.length }
  }
  expect(await synced(connectionId)).toMatchObject({ status: 'success', recordsCreated: 12_000, recordsTotal: 12_000, pages: 3 })
})

test('a run that asked for recent changes only does not claim to know the older ones', async () => {
  const connectionId = await harness.connect()
  const asked: (string | null)[] = []
  harness.erp.pages = (request) => {
    asked.push(request.since)
    return pagesOf(products(3), request, 10)
  }
  await synced(connectionId, { since: '2026-01-01T00:00:00Z' })
  await synced(connectionId)
  expect(asked).toEqual(['2026-01-01T00:00:00.000Z', null])
})

test('a real sync is not taken for the dry run that is under way', async () => {
  const connectionId = await harness.connect()
  const { open } = holding()
  await harness.start(connectionId, { dryRun: true })
  await expect(harness.start(connectionId)).rejects.toMatchObject({ code: 'request.conflict' })
  open()
})

test('a connection that is switched off no longer calls its ERP', async () => {
  const connectionId = await harness.connect()
  holding()
  const runId = await harness.start(connectionId)
  await harness.ended(runId, ({ pages }) => pages === 1)
  await harness.core.connections.update(caller, { id: connectionId, change: { status: 'inactive' } })
  expect(await harness.ended(runId)).toMatchObject({ status: 'error', errorDetails: { code: 'run.cancelled' } })
})

test('simultaneous changes of different fields are all made, and none overwrites what a worker found out', async () => {
  const connectionId = await harness.connect()
  const changes = Array.from({ length: 10 }, (_, at) =>
    harness.core.connections.update(caller, { id: connectionId, change: { settings: { [at % 2 ? 'timeout' : 'batchSize']: 1000 + at } } }),
  )
  await Promise.all([...changes, harness.store.connections.note(connectionId, { status: 'error' })])
  const { connection, etag } = await harness.core.connections.get(connectionId)
  expect(connection).toMatchObject({ status: 'error', settings: { timeout: expect.any(Number), batchSize: expect.any(Number) } })
  expect([connection.settings.timeout > 1000, connection.settings.batchSize >= 1000, etag]).toEqual([true, true, '"11"'])
})

test('a long run makes room for another one of the same connection that waits for a place', async () => {
  const own = await startHarness((request) => pagesOf(products(5), request, 10), { SYNC_TIME_SLICE_MS: '100', CONNECTION_CONCURRENCY: '1' })
  const connectionId = await own.connect()
  own.erp.pages = async function* (request, { pageSize }) {
    for await (const page of pagesOf(products(400), request, pageSize)) {
      await new Promise((resolve) => setTimeout(resolve, 10))
      yield page
    }
  }
  own.startWorker()
  const long = await own.start(connectionId)
  await own.ended(long, ({ pages }) => pages >= 1)
  own.erp.pages = (request) => pagesOf([], request, 10)
  const short = await own.start(connectionId, { dataType: 'inventory' })
  expect(await own.ended(short)).toMatchObject({ status: 'success' })
  expect((await own.core.runs.get(long)).completedAt).toBeUndefined()
  await own[Symbol.asyncDispose]()
})
