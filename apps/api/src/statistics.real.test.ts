import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, compat, type Harness, startHarness } from './testing/harness.ts'

let harness: Harness
let worker: AsyncDisposable
beforeAll(async () => {
  harness = await startHarness()
  worker = harness.work()
})
afterAll(async () => {
  await worker[Symbol.asyncDispose]()
  await harness[Symbol.asyncDispose]()
})

const url = '/api/v1/erp/statistics'

async function syncOnce(): Promise<string> {
  const connection = { ...aConnection, settings: { enabledDataTypes: ['products'] } }
  const { id } = (await harness.as('admin', { method: 'POST', url: '/api/v1/erp/connections', payload: connection })).json()
  const log = await harness.as('operator', {
    method: 'POST',
    url: `/api/v1/erp/connections/${id}/sync`,
    payload: { dataType: 'products' },
    headers: { prefer: 'wait=20' },
  })
  expect(log.json()).toMatchObject({ status: 'success' })
  return id
}

test('shows outcomes, fates and durations of a connection and of all, at both mounts', async () => {
  const id = await syncOnce()
  const one = (await harness.as('viewer', { url: `${url}?connection=${id}` })).json()
  expect(one).toMatchObject({ bucket: 'hour', totals: { outcomes: { success: 1, error: 0, cancelled: 0 } } })
  expect(one.totals.duration.p95).toBeGreaterThanOrEqual(one.totals.duration.p50)
  expect(one.totals.fates.read).toBeGreaterThan(0)
  expect(one.buckets).toHaveLength(1)
  await expect.poll(async () => (await harness.as('viewer', { url: compat + url.slice(7) })).json().totals.outcomes.success).toBe(1)
  const days = (await harness.as('viewer', { url: `${url}?connection=${id}&since=2026-01-01T00:00:00Z&dataType=products` })).json()
  expect(days).toMatchObject({ bucket: 'day', buckets: [{ at: expect.stringMatching(/T00:00:00.000Z$/) }] })
  const other = (await harness.as('viewer', { url: `${url}?connection=${id}&dataType=orders` })).json()
  expect(other.buckets).toEqual([])
})

test.each([
  ['connection=erp_unknown', 404],
  ['bucket=minute', 400],
  ['since=yesterday', 400],
  ['since=2026-02-01T00:00:00Z&until=2026-01-01T00:00:00Z', 422],
  ['connectionId=erp_1', 400],
])('%s is answered with %i', async (query, status) => {
  expect((await harness.as('viewer', { url: `${url}?${query}` })).statusCode).toBe(status)
})
