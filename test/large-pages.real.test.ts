import { serve } from '@linkspan/connector-kit/testing/serve'
import type { ERPSyncLog } from '@linkspan/core'
import { expect, test } from 'vitest'
import { startStack } from './stack/stack.ts'

const rows = 20

/** Products with lists of small objects, which take much more memory than their text: about 30 bytes each. */
const page = (notesOfEach: number): string => {
  const notes = JSON.stringify(Array.from({ length: notesOfEach }, (_, at) => ({ at, text: `note ${at}` })))
  return `[${Array.from({ length: rows }, (_, at) => `{"id":"P${at}","name":"Pen","notes":${notes}}`).join()}]`
}

test('runs with large pages wait for each other and succeed, and a page that is too large for the worker is refused', async () => {
  const body = page(1200)
  expect(body.length).toBeGreaterThan(600_000)
  await using erp = await serve(({ url }) => ({ body: url.pathname.startsWith('/huge') ? body.repeat(2) : body }))
  await using stack = await startStack({ workers: 0 })
  await stack.startWorker({ NODE_OPTIONS: '--max-old-space-size=128', ANSWER_MEMORY_MB: '1', WORKER_CONCURRENCY: '10' })
  const settings = { enabledDataTypes: ['products' as const], retryAttempts: 0, resources: { products: { paging: { style: 'none' } } } }
  const connect = async (path: string) => (await stack.connect({ credentials: { apiUrl: `${erp.origin}${path}` }, settings })).id
  const ids = await Promise.all(Array.from({ length: 6 }, () => connect('/large')))
  for (const log of await Promise.all(ids.map((id) => stack.sync(id))))
    expect(log).toMatchObject<Partial<ERPSyncLog>>({ status: 'success', recordsCreated: rows, attempts: 1 })
  const { errorDetails } = await stack.sync(await connect('/huge'))
  expect(errorDetails).toMatchObject({ code: 'setup.answer-too-large' })
  expect(JSON.stringify(errorDetails)).toMatch(/1048576 bytes.*ANSWER_MEMORY_MB/)
})

/** SMALL_HEAP=1 runs it: where the heap of a process ends depends on the machine, and getting there takes a minute. */
const isWanted = process.env.SMALL_HEAP !== undefined

test.runIf(isWanted)('a worker with a small heap outlives large answers thanks to its budget, and dies of them without', async () => {
  const body = page(18_000)
  await using erp = await serve(() => ({ body }))
  await using stack = await startStack({ workers: 0 })
  const settings = { enabledDataTypes: ['products' as const], retryAttempts: 0, resources: { products: { paging: { style: 'none' } } } }
  const ids = await Promise.all(
    Array.from({ length: 16 }, async () => (await stack.connect({ credentials: { apiUrl: erp.origin }, settings })).id),
  )
  const small = { NODE_OPTIONS: '--max-old-space-size=96', WORKER_CONCURRENCY: '16' }
  const unbounded = await stack.startWorker({ ...small, ANSWER_MEMORY_MB: '60000' })
  const start = (id: string) => stack.client.call<ERPSyncLog>('POST', `/erp/connections/${id}/sync`, { dataType: 'products' })
  const runs = await Promise.all(ids.map(start))
  while (!unbounded.isGone()) await new Promise((resolve) => setTimeout(resolve, 100))
  expect(stack.output()).toContain('heap out of memory')

  const bounded = await stack.startWorker(small)
  for (const log of await Promise.all(runs.map(({ id }) => stack.follow(id))))
    expect(log).toMatchObject<Partial<ERPSyncLog>>({ status: 'success', recordsCreated: rows })
  expect(bounded.isGone()).toBe(false)
})
