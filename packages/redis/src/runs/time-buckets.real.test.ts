import { AppError, noCounts, nothingSpent, type Run, randomIds, rescueRuns, runIdFor, silentLogger } from '@linkspan/core'
import { pagesOf, products } from '@linkspan/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../client.ts'
import { createKeys, memberOfRun } from '../keys.ts'
import { caller, type Harness, startHarness } from '../testing/harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf(products(5), request, 10))
  harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())

const hourMs = 3_600_000
const activity = (query: Parameters<typeof harness.core.runs.activity>[0] = {}) => harness.core.runs.activity(query)
const client = () => connect(harness.config.redis, 'wait', silentLogger)

async function sync(connectionId: string, request: Record<string, unknown> = {}): Promise<string> {
  const id = await harness.start(connectionId, request)
  await harness.ended(id)
  return id
}

test('a run counts in the hour and on the day in which it began, of its connection and of all', async () => {
  const before = (await activity()).totals.outcomes.success
  const connection = await harness.connect()
  await sync(connection)
  await sync(connection)
  const found = await activity({ connection })
  expect(found).toMatchObject({
    bucket: 'hour',
    totals: { outcomes: { success: 2, error: 0, cancelled: 0 }, fates: { read: 10, created: 5, unchanged: 5, rejected: 0 } },
    byDataType: { products: { outcomes: { success: 2 } } },
  })
  expect(found.totals.duration?.p50).toBeGreaterThan(0)
  expect(found.totals.duration?.p95).toBeGreaterThanOrEqual(found.totals.duration?.p50 ?? 0)
  expect(found.buckets.length).toBeGreaterThan(0)
  for (const { at } of found.buckets) expect(Date.parse(at) % hourMs).toBe(0)
  const days = await activity({ connection, bucket: 'day' })
  expect(days.buckets.map(({ outcomes }) => outcomes.success).reduce((sum, more) => sum + more, 0)).toBe(2)
  await expect.poll(async () => (await activity()).totals.outcomes.success).toBe(before + 2)
})

test('hours without runs are absent, and a dry run does not count', async () => {
  const connection = await harness.connect()
  await sync(connection, { dryRun: true })
  expect(await activity({ connection })).toMatchObject({ buckets: [], byDataType: {}, totals: { outcomes: { success: 0, error: 0 } } })
})

test('a failed run and a cancelled one are told apart', async () => {
  const connection = await harness.connect({ retryAttempts: 0 })
  const pages = harness.erp.pages
  harness.erp.pages = () => {
    throw new AppError('setup.credentials-rejected', 'GET /products answered 401')
  }
  await sync(connection)
  harness.erp.pages = pages
  const waiting = await harness.store.runs.create(runOf(connection))
  await harness.store.runs.forceEnd(waiting.run.id, {
    code: 'run.cancelled',
    message: 'Cancelled by tester',
    hint: '',
    retryable: false,
    details: {},
  })
  expect((await activity({ connection })).totals.outcomes).toEqual({ success: 0, error: 2, cancelled: 1 })
})

test('a run whose worker died between its end and its place among all runs is counted once', async () => {
  const connection = await harness.connect()
  const before = (await activity()).totals.outcomes.success
  const id = await sync(connection)
  await expect.poll(async () => (await activity()).totals.outcomes.success).toBe(before + 1)
  const redis = client()
  const keys = createKeys('')
  await redis.zadd(keys.allRunsIndex('open'), 0, memberOfRun(id))
  for (const size of ['hour', 'day'] as const) await redis.del(keys.allTimeBuckets('products', size))
  await rescueRuns({ ...harness.store, logger: silentLogger })
  await rescueRuns({ ...harness.store, logger: silentLogger })
  expect((await activity()).totals.outcomes.success).toBe(1)
  redis.disconnect()
})

test('the times of calls survive a run that leaves its worker, and older buckets are forgotten', async () => {
  const connection = await harness.connect()
  const redis = client()
  const keys = createKeys('')
  const key = keys.timeBuckets(connection, 'products', 'hour')
  await redis.hset(key, '1', JSON.stringify({ counts: { success: 1 } }))
  const { runs } = harness.store
  const { run } = await runs.create(runOf(connection))
  const first = await runs.claim(run.id, 'one')
  if (first.kind !== 'claimed') throw new Error(first.kind)
  await runs.release(first.claim, { attempts: 1, failures: 0, throttledSince: null, error: null }, undefined, {
    ...nothingSpent,
    calls: { 30: 2 },
  })
  const second = await runs.claim(run.id, 'two')
  if (second.kind !== 'claimed') throw new Error(second.kind)
  await runs.end(second.claim, { status: 'success', watermark: null, pages: 0, spent: { ...nothingSpent, calls: { 30: 1, 40: 1 } } })
  const { totals } = await activity({ connection })
  expect(totals.erpLatency).toMatchObject({ calls: 4 })
  expect(totals.erpLatency?.p50).toBeCloseTo(0.197, 3)
  expect(totals.erpLatency?.p95).toBeCloseTo(1.117, 3)
  expect(await redis.hexists(key, '1')).toBe(0)
  redis.disconnect()
})

test('a range that ends before it begins is refused, and one without kept buckets is empty', async () => {
  await expect(activity({ since: '2026-02-01T00:00:00Z', until: '2026-01-01T00:00:00Z' })).rejects.toMatchObject({
    code: 'request.invalid',
  })
  expect((await activity({ since: '2001-01-01T00:00:00Z', until: '2001-01-02T00:00:00Z' })).buckets).toEqual([])
  await expect(activity({ connection: 'erp_unknown' })).rejects.toMatchObject({ code: 'request.not-found' })
})

test('the buckets of a deleted connection are deleted, and still count among all', async () => {
  const connection = await harness.connect()
  await sync(connection)
  const before = (await activity()).totals.outcomes.success
  await harness.core.connections.remove(caller, { id: connection })
  const redis = client()
  expect(await redis.exists(createKeys('').timeBuckets(connection, 'products', 'hour'))).toBe(0)
  expect((await activity()).totals.outcomes.success).toBe(before)
  redis.disconnect()
})

function runOf(connectionId: string): Run {
  const now = new Date()
  return {
    id: runIdFor(connectionId, now, randomIds.random(6)),
    connectionId,
    dataType: 'products',
    direction: 'pull',
    trigger: 'manual',
    mode: 'full',
    since: null,
    dryRun: false,
    createdBy: 'tester',
    syncConfigId: null,
    dueAt: null,
    queuedAt: now.toISOString(),
    startedAt: null,
    completedAt: null,
    status: 'scheduled',
    attempts: 1,
    failures: 0,
    throttledSince: null,
    counts: noCounts,
    checkpoint: {
      pages: 0,
      cursor: null,
      complete: false,
      partial: false,
      total: null,
      distinct: 0,
      unidentified: 0,
      highWater: null,
      serverTime: null,
      since: null,
    },
    error: null,
  }
}
