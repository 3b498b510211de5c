import type { ERPSyncLog } from '@linkspan/core'
import { type RestErp, startRestErp } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { type Stack, startStack } from './stack/stack.ts'

const pages = 12
const size = 25
const total = pages * size

/** Starts a sync without a worker, of an ERP that answers slowly enough to interrupt it. */
async function startSlowSync(
  options: Parameters<typeof startStack>[0],
): Promise<{ stack: Stack; erp: RestErp; log: ERPSyncLog; connectionId: string }> {
  const [stack, erp] = await Promise.all([
    startStack({ ...options, workers: 0 }),
    startRestErp({ dataset: { products: total }, paging: 'next', pageSize: size, total: 'header' }),
  ])
  const { id: connectionId } = await stack.connect({
    credentials: { apiUrl: erp.url },
    settings: { enabledDataTypes: ['products'], retryDelay: 50 },
  })
  erp.latencyMs = 30
  const log = await stack.client.call<ERPSyncLog>('POST', `/erp/connections/${connectionId}/sync`, { dataType: 'products' })
  return { stack, erp, log, connectionId }
}

const complete = { status: 'success', recordsCreated: total, recordsUnchanged: 0, recordsUpdated: 0, recordsProcessed: total, pages }

/** How often each page was requested. */
const requestsPerPage = (erp: RestErp): number[] => {
  const counts = new Map<string, number>()
  for (const { target } of erp.requests) counts.set(target, (counts.get(target) ?? 0) + 1)
  return [...counts.values()]
}

test('a worker killed in mid-sync costs no record, no wrong count, and hardly a page read twice', async () => {
  const { stack, erp, log } = await startSlowSync({})
  const first = await stack.startWorker()
  await stack.follow(log.id, ({ pages: stored }) => stored >= 4)
  erp.hold()
  await first.kill('SIGKILL')
  const before = erp.requestCount
  erp.release()
  await stack.startWorker()
  await erp.whenRequested(before + 1)
  expect(await stack.follow(log.id)).toMatchObject(complete)
  // The worker had up to two pages in memory when it died: one being stored, one fetched ahead.
  expect(requestsPerPage(erp).filter((times) => times > 1).length).toBeLessThanOrEqual(2)
  expect(Math.max(...requestsPerPage(erp))).toBeLessThanOrEqual(2)
  await stack[Symbol.asyncDispose]()
  await erp[Symbol.asyncDispose]()
})

test('a worker that was frozen and thought dead writes nothing when it wakes up', async () => {
  const { stack, erp, log, connectionId } = await startSlowSync({})
  const zombie = await stack.startWorker()
  await stack.follow(log.id, ({ pages: stored }) => stored >= 3)
  await zombie.kill('SIGSTOP')
  await stack.startWorker()
  expect(await stack.follow(log.id)).toMatchObject(complete)
  await zombie.kill('SIGCONT')
  const again = await stack.sync(connectionId)
  expect(again).toMatchObject({ status: 'success', recordsCreated: 0, recordsUpdated: 0 })
  expect(await stack.client.call('GET', `/erp/sync-logs/${log.id}`)).toMatchObject(complete)
  await stack[Symbol.asyncDispose]()
  await erp[Symbol.asyncDispose]()
})

test('a worker that is told to stop hands its run on without repeating a page', async () => {
  const { stack, erp, log } = await startSlowSync({})
  const first = await stack.startWorker()
  await stack.startWorker()
  await stack.follow(log.id, ({ pages: stored }) => stored >= 3)
  await first.kill('SIGTERM')
  expect(await stack.follow(log.id)).toMatchObject({ ...complete, attempts: 1 })
  await stack[Symbol.asyncDispose]()
  await erp[Symbol.asyncDispose]()
})

test('Redis dies and comes back: requests get 503 at once, and the run continues to a correct end', async () => {
  const { stack, erp, log } = await startSlowSync({ aof: true })
  await stack.startWorker()
  await stack.follow(log.id, ({ pages: stored }) => stored >= 3)
  await stack.redis.kill()
  const away = await fetch(`${stack.url}/api/v1/erp/connections`, { headers: { authorization: 'Bearer admin-secret-4f1c' } })
  expect([away.status, away.headers.has('retry-after')]).toEqual([503, true])
  await stack.redis.restart()
  let back: ERPSyncLog | null = null
  while (back?.status !== 'success' && back?.status !== 'error') back = await stack.follow(log.id).catch(() => null)
  expect(back).toMatchObject(complete)
  await stack[Symbol.asyncDispose]()
  await erp[Symbol.asyncDispose]()
})
