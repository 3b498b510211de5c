import { AppError, type Claim, type ERPSyncTimeline, maxPhases } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, startHarness } from '../testing/harness.ts'
import { emptyPage } from '../testing/page-write.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf([], request, 10), { CONNECTION_CONCURRENCY: '1' })
})
afterAll(() => harness[Symbol.asyncDispose]())

const state = { attempts: 1, failures: 0, throttledSince: null, error: null }
async function claim(runId: string, workerId: string): Promise<Claim> {
  const outcome = await harness.store.runs.claim(runId, workerId)
  if (outcome.kind !== 'claimed') throw new Error(outcome.kind)
  return outcome.claim
}
const timelineOf = (runId: string): Promise<ERPSyncTimeline> => harness.core.runs.timeline(runId)
const kindsOf = async (runId: string) => (await timelineOf(runId)).segments.map(({ kind }) => kind)

test('work is told with its worker and its pages, a pause with its reason and its end', async () => {
  const runId = await harness.start(await harness.connect())
  const first = await claim(runId, 'first')
  await harness.store.runs.applyPage(first, { ...emptyPage(1), cursor: 'after-1' })
  const until = new Date(Date.now() + 60_000)
  const spent = { measuredMs: 9, erpMs: 5, limitMs: 2, calls: {} }
  await harness.store.runs.release(first, state, { kind: 'throttled', reason: 'remote.throttled', until }, spent)
  const second = await claim(runId, 'second')
  await harness.store.runs.end(second, { status: 'success', watermark: null, pages: 1, spent })
  const { segments, omitted } = await timelineOf(runId)
  expect(omitted).toBe(0)
  expect(segments).toMatchObject([
    { kind: 'queued' },
    { kind: 'working', worker: 'first', attempt: 1, pages: 1 },
    { kind: 'throttled', reason: 'remote.throttled', until: until.toISOString() },
    { kind: 'working', worker: 'second', pages: 0 },
  ])
  expect((await harness.store.runs.phases(runId)).spent).toEqual({ measuredMs: 18, erpMs: 10, limitMs: 4 })
})

test('a worker that takes over a run is told as such', async () => {
  const runId = await harness.start(await harness.connect())
  await claim(runId, 'dead')
  await claim(runId, 'heir')
  const { segments } = await timelineOf(runId)
  expect(segments.at(-2)).toMatchObject({ worker: 'dead' })
  expect(segments.at(-1)).toMatchObject({ worker: 'heir', takenOver: true })
})

test('a run that finds no place at its connection is parked, once', async () => {
  const connectionId = await harness.connect({ enabledDataTypes: ['products', 'inventory'] })
  await claim(await harness.start(connectionId), 'first')
  const second = await harness.start(connectionId, { dataType: 'inventory' })
  for (let asked = 0; asked < 3; asked += 1) expect(await harness.store.runs.claim(second, 'other')).toEqual({ kind: 'parked' })
  expect(await kindsOf(second)).toEqual(['queued', 'parked'])
})

test('old phases are dropped, and said to be', async () => {
  const runId = await harness.start(await harness.connect())
  for (let times = 0; times < maxPhases; times += 1) {
    const held = await claim(runId, 'worker')
    await harness.store.runs.release(held, state, { kind: 'queued', reason: 'time-slice', until: null })
  }
  const { segments, omitted } = await timelineOf(runId)
  expect(segments).toHaveLength(maxPhases)
  expect(omitted).toBe(maxPhases)
})

test('the phases leave with their log', async () => {
  const runId = await harness.start(await harness.connect())
  await claim(runId, 'worker')
  await harness.store.runs.forceEnd(runId, new AppError('run.cancelled', 'Cancelled by me').toJSON())
  const { Redis } = await import('ioredis')
  const redis = new Redis(harness.redis.url)
  const [key] = await redis.keys(`*${runId}:phases`)
  expect(await redis.ttl(key ?? '')).toBeGreaterThan(0)
  redis.disconnect()
  expect((await timelineOf(runId)).segments.at(-1)).toHaveProperty('to')
})
