import { serve } from '@linkspan/connector-kit/testing/serve'
import type { ERPSyncLog } from '@linkspan/core'
import { expect, test } from 'vitest'
import { startStack } from './stack/stack.ts'

const rows = 20

/** Products of about 35 kB each: lists of small objects, which take much more memory than their text. */
const page = (): string => {
  const notes = JSON.stringify(Array.from({ length: 1200 }, (_, at) => ({ at, text: `note ${at}` })))
  return `[${Array.from({ length: rows }, (_, at) => `{"id":"P${at}","name":"Pen","notes":${notes}}`).join()}]`
}

test('runs with large pages wait for each other and succeed, and a page that is too large for the worker is refused', async () => {
  const body = page()
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
