import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, type Harness, startHarness } from './testing/harness.ts'

/** Nobody takes the jobs: whoever waits for a run is told so where they look. */
let harness: Harness
let logId: string
beforeAll(async () => {
  harness = await startHarness()
  const { id } = (await harness.as('admin', { method: 'POST', url: '/api/v1/erp/connections', payload: aConnection })).json()
  const payload = { dataType: 'products' }
  logId = (await harness.as('operator', { method: 'POST', url: `/api/v1/erp/connections/${id}/sync`, payload })).json().id
})
afterAll(() => harness[Symbol.asyncDispose]())

const read = async (url: string) => (await harness.as('viewer', { url: `/api/v1${url}` })).json()
const metric = async () => (await harness.app.inject('/metrics')).body.match(/^linkspan_worker_last_seen_timestamp_seconds (\S+)$/m)?.[1]

test('a waiting run says that no worker has run yet, and so do the overview, the readiness and the metrics', async () => {
  const message = expect.stringMatching(/^No worker has run yet, so syncs and tests wait\. Start one/)
  expect(await read(`/erp/sync-logs/${logId}/entries`)).toEqual([{ at: expect.any(String), level: 'warn', message }])
  expect(await read('/erp/overview')).toMatchObject({ warnings: [message] })
  expect((await harness.app.inject('/readyz')).json()).toMatchObject({ status: 'degraded', workers: 0, warnings: [message] })
  expect(await metric()).toBe('0')
})

test('a test that nobody executes says that no worker has run yet', async () => {
  const payload = { ...aConnection, settings: { timeout: 100 } }
  const { id } = (await harness.as('admin', { method: 'POST', url: '/api/v1/erp/connections', payload })).json()
  const test = (await harness.as('operator', { method: 'POST', url: `/api/v1/erp/connections/${id}/test` })).json()
  expect(test.success).toBe(false)
  expect(test.message).toMatch(/^No worker finished the test within 100 ms\. No worker has run yet, .* A late result appears at /)
})

test('a run whose queue is paused says so while it waits', async () => {
  await harness.ports.workers.beat('one')
  const [queue] = harness.ports.boardQueues().flatMap((each) => (each.queue.name === 'erp-sync' ? [each.queue] : []))
  await queue?.pause()
  expect(await read(`/erp/sync-logs/${logId}/entries`)).toMatchObject([
    { level: 'warn', message: 'The queue erp-sync is paused: its jobs wait until somebody resumes it at the board' },
  ])
  await queue?.resume()
  expect(await read(`/erp/sync-logs/${logId}/entries`)).toEqual([])
})

test('once a worker was there and is gone, it says since when; while one is there, it says nothing', async () => {
  await harness.ports.workers.beat('one')
  expect(await read(`/erp/sync-logs/${logId}/entries`)).toEqual([])
  expect(await read('/erp/overview')).not.toHaveProperty('warnings')
  const seen = Number(await metric()) * 1000
  expect(Math.abs(Date.now() - seen)).toBeLessThan(10_000)

  const stopped = new Date(Date.now() - 3_600_000)
  const redis = new Redis(harness.redis.url)
  await redis.zadd('erp_workers', stopped.getTime(), 'one')
  redis.disconnect()
  const message = expect.stringContaining(`No worker is running since ${stopped.toISOString()}`)
  expect(await read(`/erp/sync-logs/${logId}/entries`)).toMatchObject([{ message }])
})
