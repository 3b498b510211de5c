import { AppError } from '@linkspan/core'
import { pagesOf, products } from '@linkspan/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caller, type Harness, startHarness } from './testing/harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf(products(3), request, 10))
  harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())

const works = () => {
  harness.erp.pages = (request) => pagesOf(products(3), request, 10)
}
const fails = () => {
  harness.erp.pages = () => {
    throw new AppError('remote.unavailable', 'GET /products: HTTP 503')
  }
}
const connect = () => harness.connect({ retryAttempts: 0 })
const run = async (connectionId: string, request: Record<string, unknown> = {}) => harness.ended(await harness.start(connectionId, request))
const read = async (connectionId: string) => (await harness.core.connections.get(connectionId)).connection
const runTest = async (connectionId: string) => {
  const { testId } = await harness.core.connections.test(caller, { id: connectionId })
  await harness.core.connections.waitForTest(testId, AbortSignal.timeout(10_000))
}

test('a connection is unknown until something is known of it, then healthy', async () => {
  works()
  const id = await connect()
  const { createdAt, health } = await read(id)
  expect(health).toEqual({ state: 'unknown', since: createdAt, failuresInARow: 0 })
  const { completedAt } = await run(id)
  expect((await read(id)).health).toEqual({ state: 'healthy', since: completedAt, failuresInARow: 0, lastSuccessAt: completedAt })
  await run(id)
  expect((await read(id)).health).toMatchObject({ state: 'healthy', since: completedAt })
})

test('three failed runs in a row make it degraded with the reason, and one success makes it healthy again', async () => {
  works()
  const id = await connect()
  const success = await run(id)
  fails()
  const first = await run(id)
  await run(id)
  expect((await read(id)).health).toMatchObject({ state: 'healthy', failuresInARow: 2 })
  await run(id)
  const { health, lastSyncAt } = await read(id)
  expect(health).toMatchObject({ state: 'degraded', since: first.completedAt, failuresInARow: 3, lastSuccessAt: success.completedAt })
  expect(health?.reason).toBe('3 runs of products in a row have failed: GET /products: HTTP 503')
  expect(lastSyncAt).toBe(success.completedAt)
  works()
  const recovered = await run(id)
  expect((await read(id)).health).toEqual({
    state: 'healthy',
    since: recovered.completedAt,
    failuresInARow: 0,
    lastSuccessAt: recovered.completedAt,
  })
  expect((await read(id)).lastSyncAt).toBe(recovered.completedAt)
})

test('runs of another data type that succeed do not hide those that fail', async () => {
  const id = await connect()
  for (let at = 0; at < 3; at++) {
    fails()
    await run(id)
    harness.erp.pages = (request) => pagesOf([], request, 10)
    await run(id, { dataType: 'inventory' })
  }
  expect((await read(id)).health).toMatchObject({ state: 'degraded', failuresInARow: 3, lastSuccessAt: expect.any(String) })
  await harness.core.connections.update(caller, { id, change: { settings: { enabledDataTypes: ['inventory'] } } })
  expect((await read(id)).health).toMatchObject({ state: 'healthy', failuresInARow: 0 })
})

test('dry runs and cancelled runs count neither way', async () => {
  fails()
  const id = await connect()
  for (let at = 0; at < 3; at++) await run(id, { dryRun: true })
  expect((await read(id)).health).toMatchObject({ state: 'unknown', failuresInARow: 0 })
  harness.erp.pages = async function* () {
    await new Promise((resolve) => setTimeout(resolve, 300))
    yield { records: [], next: null }
  }
  const runId = await harness.start(id)
  await harness.core.runs.cancel(caller, { id: runId })
  expect(await harness.ended(runId)).toMatchObject({ status: 'error', errorDetails: { code: 'run.cancelled' } })
  expect((await read(id)).health).toMatchObject({ state: 'unknown', failuresInARow: 0 })
})

test('a failed test makes it degraded until a run succeeds or a test passes', async () => {
  fails()
  const id = await connect()
  await runTest(id)
  const { health } = await read(id)
  expect(health).toMatchObject({ state: 'degraded', reason: expect.stringContaining('HTTP 503'), checkedAt: health?.since })
  works()
  await runTest(id)
  expect((await read(id)).health).toMatchObject({ state: 'healthy', message: expect.stringContaining('checks passed') })
})
