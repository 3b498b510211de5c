import type { ERPRecord, ERPSyncLog } from '@linkspan/core'
import { createDataset, startRestErp } from '@linkspan/simulators'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Stack, startStack } from './stack/stack.ts'

const [{ sku }] = [...createDataset({ products: 1 }).products] as unknown as [{ sku: string }]
const count = 30
const orders = Array.from({ length: count }, (_, at) => ({
  id: `SHOP-${at}`,
  orderDate: '2026-11-23',
  currency: 'EUR',
  total: '25.00',
  customerId: '17100001',
  lines: [{ lineNumber: '10', sku, quantity: '2', unitPrice: '12.50' }],
}))

let stack: Stack
let worker: Awaited<ReturnType<Stack['startWorker']>>
let erp: Awaited<ReturnType<typeof startRestErp>>
beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  worker = await stack.startWorker()
})
afterAll(() => stack[Symbol.asyncDispose]())
afterEach(() => erp[Symbol.asyncDispose]())

/** Thirty orders on their way into an ERP that takes 300 ms for each; the push has begun. */
async function pushing(): Promise<{ readonly id: string; readonly logId: string }> {
  erp = await startRestErp({ dataset: { products: 1, orders: 0 }, paging: 'link' })
  erp.faults.add({ kind: 'late', delayMs: 300, method: 'POST', path: '/orders', times: 'always' })
  const { id } = await stack.connect({
    credentials: { apiUrl: erp.url },
    settings: { enabledDataTypes: ['orders'], retryDelay: 50, timeout: 3000 },
  })
  await stack.client.call('POST', `/erp/connections/${id}/records/orders`, orders)
  const log = await stack.client.call<ERPSyncLog>('POST', `/erp/connections/${id}/sync`, { dataType: 'orders', direction: 'push' })
  await expect.poll(() => erp.writeLog.summary().stored, { interval: 20 }).toBeGreaterThan(1)
  return { id, logId: log.id }
}

const statusesOf = async (id: string) => {
  const records = await stack.client.call<ERPRecord[]>('GET', `/erp/connections/${id}/records/orders?limit=100`)
  const counts: Record<string, number> = {}
  for (const { syncStatus } of records) counts[syncStatus] = (counts[syncStatus] ?? 0) + 1
  return counts
}

/** The log says what the ERP has, what was not sent waits, and the next push sends the rest once. */
async function expectAccounted(id: string, log: ERPSyncLog): Promise<void> {
  const { stored } = erp.writeLog.summary()
  expect(stored).toBeLessThan(count)
  expect(log).toMatchObject({ recordsPushed: stored, recordsSuccess: stored, recordsFailed: 0 })
  expect(await statusesOf(id)).toEqual({ synced: stored, pending: count - stored })
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(erp.writeLog.summary()).toMatchObject({ stored, duplicates: [] })
  erp.faults.clear()
  expect(await stack.sync(id, 'orders', { direction: 'push' })).toMatchObject({ status: 'success', recordsPushed: count - stored })
  expect(erp.writeLog.summary()).toMatchObject({ stored: count, duplicates: [] })
}

test('a push that is cancelled counts what the ERP has taken before it ends, and leaves nothing in flight', async () => {
  const { id, logId } = await pushing()
  const answer = await stack.client.call<ERPSyncLog>('POST', `/erp/sync-logs/${logId}/cancel`)
  expect(answer).toMatchObject({ status: 'syncing', stopping: true })
  const log = await stack.follow(logId)
  expect(log).toMatchObject({ status: 'error', errorDetails: { code: 'run.cancelled' } })
  expect(log).not.toHaveProperty('stopping')
  await expectAccounted(id, log)
})

test('a connection that is switched off ends its push the same way', async () => {
  const { id, logId } = await pushing()
  await stack.client.call('PATCH', `/erp/connections/${id}`, { status: 'inactive' })
  const log = await stack.follow(logId)
  expect(log).toMatchObject({ status: 'error', errorDetails: { code: 'run.cancelled' } })
  await stack.client.call('PATCH', `/erp/connections/${id}`, { status: 'active' })
  await expectAccounted(id, log)
})

test('a worker that is told to stop lets the order in hand end, and another one sends the rest', async () => {
  const { id, logId } = await pushing()
  await worker.kill('SIGTERM')
  const { stored } = erp.writeLog.summary()
  expect(stored).toBeLessThan(count)
  expect(await stack.client.call('GET', `/erp/sync-logs/${logId}`)).toMatchObject({ status: 'scheduled', recordsPushed: stored })
  expect(await statusesOf(id)).toEqual({ synced: stored, pending: count - stored })
  erp.faults.clear()
  worker = await stack.startWorker()
  expect(await stack.follow(logId)).toMatchObject({ status: 'success', recordsPushed: count })
  expect(erp.writeLog.summary()).toMatchObject({ stored: count, duplicates: [] })
})

test('a push that is cancelled after its worker has died ends at once, and what was in flight is looked up by the next push', async () => {
  const { id, logId } = await pushing()
  await worker.kill('SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, 10_500)) // until its lease has ended
  const answer = await stack.client.call<ERPSyncLog>('POST', `/erp/sync-logs/${logId}/cancel`)
  expect(answer).toMatchObject({ status: 'error', errorDetails: { code: 'run.cancelled' } })
  expect(await statusesOf(id)).toMatchObject({ uncertain: 20 })
  erp.faults.clear()
  worker = await stack.startWorker()
  expect(await stack.sync(id, 'orders', { direction: 'push' })).toMatchObject({ status: 'success', recordsPushed: count })
  expect(erp.writeLog.summary()).toMatchObject({ stored: count, duplicates: [] })
})
