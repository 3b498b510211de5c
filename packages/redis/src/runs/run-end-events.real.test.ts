import { AppError, type Claim, type PageWrite, silentLogger } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type RedisClient } from '../client.ts'
import { type Harness, startHarness } from '../testing/harness.ts'
import { emptyPage } from '../testing/page-write.ts'

let harness: Harness
let client: RedisClient
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf([], request, 10))
  client = connect({ kind: 'single', url: harness.redis.url }, 'wait', silentLogger)
})
afterAll(async () => {
  client.disconnect()
  await harness[Symbol.asyncDispose]()
})

async function claimed(request = {}) {
  const connectionId = await harness.connect()
  const runId = await harness.start(connectionId, request)
  return { connectionId, runId, claim: await claim(runId, 'first') }
}
async function claim(runId: string, workerId: string): Promise<Claim> {
  const outcome = await harness.store.runs.claim(runId, workerId)
  return outcome.kind === 'claimed' ? outcome.claim : expect.unreachable(outcome.kind)
}
const told = (connectionId: string) => harness.store.events.read(connectionId, null, 100)
const typesOf = async (connectionId: string) =>
  (await told(connectionId)).map(({ type }) => type).filter((type) => type !== 'records.changed')

const reject = (recordId: string) => ({
  recordId,
  page: 1,
  errors: [{ path: 'price', message: 'must be a decimal', value: 'secret value' }],
})
const page = (ids: readonly string[], more: Partial<PageWrite> = {}): PageWrite => ({
  ...emptyPage(1),
  records: ids.map((id) => ({ id, hash: id.padEnd(22, '0'), row: '', json: JSON.stringify({ sku: id }) })),
  complete: true,
  read: ids.length + (more.rejects?.length ?? 0),
  ...more,
})
const failure = () => new AppError('remote.unavailable', 'The ERP answered 503').toJSON()

test('a run that succeeds tells it once, with its counts and times', async () => {
  const { connectionId, runId, claim: first } = await claimed()
  await harness.store.runs.applyPage(first, page(['a', 'b']))
  const heir = await claim(runId, 'second')
  await expect(harness.store.runs.end(first, { status: 'success', watermark: null, pages: 0 })).rejects.toThrow()
  const { startedAt, completedAt, counts } = await harness.store.runs.end(heir, { status: 'success', watermark: null, pages: 0 })
  await expect(harness.store.runs.end(heir, { status: 'success', watermark: null, pages: 0 })).rejects.toThrow()
  expect(await harness.store.runs.forceEnd(runId, failure())).toBeNull()

  expect(await typesOf(connectionId)).toEqual(['sync.succeeded'])
  const event = (await told(connectionId)).at(-1)
  expect(event).toMatchObject({ timestamp: completedAt })
  const request = { connectionId, dataType: 'products', direction: 'pull', syncLogId: runId, trigger: 'manual', readAll: true }
  expect(event?.data).toEqual({ ...request, startedAt, completedAt, counts })
  expect(counts).toMatchObject({ read: 2, created: 2 })
  expect(await harness.store.events.waiting(1000)).toContain(connectionId)
})

test('a run that fails or is cancelled tells why, and what to do', async () => {
  const { connectionId, runId, claim } = await claimed()
  await harness.store.runs.end(claim, { status: 'error', error: failure() })
  const { code, message, hint } = failure()
  const [failed] = await told(connectionId)
  expect(failed).toMatchObject({ type: 'sync.failed', data: { connectionId, syncLogId: runId } })
  expect(failed?.data.error).toEqual({ code, message, hint })

  const waiting = await harness.start(connectionId)
  const ended = await harness.store.runs.forceEnd(waiting, new AppError('run.cancelled', 'Cancelled by me').toJSON())
  expect((await told(connectionId)).at(-1)).toMatchObject({
    type: 'sync.failed',
    data: { syncLogId: waiting, startedAt: ended?.startedAt, completedAt: ended?.completedAt, error: { code: 'run.cancelled' } },
  })
  expect(await typesOf(connectionId)).toEqual(['sync.failed', 'sync.failed'])
})

test('rejected records are told once for a run: their number and the first ten, without their values', async () => {
  const { connectionId, runId, claim } = await claimed()
  const ids = Array.from({ length: 12 }, (_, at) => `r${at}`)
  await harness.store.runs.applyPage(claim, page(['a'], { rejects: ids.map(reject) }))
  await harness.store.runs.end(claim, { status: 'error', error: failure() })
  expect(await typesOf(connectionId)).toEqual(['record.rejected', 'sync.failed'])
  const rejected = (await told(connectionId)).find(({ type }) => type === 'record.rejected')
  expect(rejected?.data).toEqual({
    connectionId,
    dataType: 'products',
    syncLogId: runId,
    count: 12,
    first: ids.slice(0, 10).map((recordId) => ({ recordId, reason: 'price: must be a decimal' })),
  })
})

test('a reject that cannot be read is left out, and the run ends', async () => {
  const { connectionId, runId, claim } = await claimed()
  await harness.store.runs.applyPage(claim, page([], { rejects: [reject('x')] }))
  const key = `erp_sync_log:{${connectionId}}:${runId}:rejects`
  await client.del(key)
  await client.xadd(key, '*', 'json', 'damaged')
  await harness.store.runs.end(claim, { status: 'success', watermark: null, pages: 0 })
  expect((await told(connectionId))[0]).toMatchObject({ type: 'record.rejected', data: { count: 1, first: [] } })
})

test('a dry run tells only that it ended', async () => {
  const { connectionId, claim } = await claimed({ dryRun: true })
  await harness.store.runs.applyPage(claim, page(['a'], { rejects: [reject('x')] }))
  await harness.store.runs.end(claim, { status: 'success', watermark: null, pages: 0 })
  const events = await told(connectionId)
  expect(events).toMatchObject([{ type: 'sync.succeeded', data: { dryRun: true, counts: { created: 1, rejected: 1 } } }])
})

test('a deleted connection tells nothing, and its log goes with it', async () => {
  const { connectionId, runId, claim } = await claimed()
  await harness.store.runs.applyPage(claim, page(['a']))
  await harness.store.runs.end(claim, { status: 'success', watermark: null, pages: 0 })
  const open = await harness.start(connectionId)
  expect(await told(connectionId)).not.toEqual([])
  expect(await harness.store.connections.remove(connectionId)).toEqual([open])
  expect(await told(connectionId)).toEqual([])
  await harness.store.runs.forceEnd(open, failure())
  await expect(harness.store.runs.applyPage({ ...claim, runId }, page(['b']))).rejects.toThrow()
  expect(await client.exists(`erp_event:{${connectionId}}`)).toBe(0)
})

test('an event log goes by itself a week after its last event', async () => {
  const { connectionId, claim } = await claimed()
  await harness.store.runs.end(claim, { status: 'success', watermark: null, pages: 0 })
  const weekMs = 7 * 86_400_000
  const leftMs = await client.pttl(`erp_event:{${connectionId}}`)
  expect(leftMs).toBeGreaterThan(weekMs - 86_400_000)
  expect(leftMs).toBeLessThanOrEqual(weekMs)
})
