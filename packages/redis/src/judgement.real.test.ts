import { AppError, type SourceRecord } from '@linkspan/core'
import { aProduct, pagesOf, products } from '@linkspan/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caller, type Harness, startHarness } from './testing/harness.ts'

/** What runs and tests are called, judged by what they mean. The ERP is scripted, the rest is real. */
let harness: Harness
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf([], request, 10))
  harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())

const withoutPrice = (count: number, from = 1): SourceRecord[] =>
  Array.from({ length: count }, (_, at) => {
    const row = aProduct(from + at)
    return { ...row, fields: { ...row.fields, price: 'on request' } }
  })
const serve = (rows: readonly SourceRecord[]) => {
  harness.erp.pages = (request) => pagesOf(rows, request, 10)
}
const synced = async (connectionId: string) => harness.ended(await harness.start(connectionId))

test.each([1, 20])('a pull whose %i records are all rejected is an error with the reason, and the watermark stays', async (count) => {
  const connectionId = await harness.connect()
  serve(withoutPrice(count))
  const log = await synced(connectionId)
  expect(log).toMatchObject({ status: 'error', errorDetails: { code: 'run.too-many-rejects' } })
  expect(log.errorMessage).toContain('"on request"')
  expect(await harness.store.runs.watermark(connectionId, 'products')).toBeNull()
})

test('a third of the records may be rejected, and more than half only if a setting says so', async () => {
  const rows = [...products(10), ...withoutPrice(15, 11)]
  serve(rows)
  expect(await synced(await harness.connect())).toMatchObject({ status: 'error', errorDetails: { code: 'run.too-many-rejects' } })
  expect(await synced(await harness.connect({ maxRejectShare: 0.6 }))).toMatchObject({ status: 'success', recordsFailed: 15 })
  serve(rows.slice(0, 15))
  expect(await synced(await harness.connect())).toMatchObject({ status: 'success', recordsFailed: 5 })
})

test('nothing is deleted by a pull that was mostly rejected', async () => {
  const connectionId = await harness.connect({ maxDeleteShare: 1 })
  serve(products(20))
  await synced(connectionId)
  serve(withoutPrice(12, 101))
  expect(await synced(connectionId)).toMatchObject({ status: 'error' })
  expect((await harness.core.records.list(connectionId, 'products', { limit: 100 })).items).toHaveLength(20)
})

test('a pull that reads on while no different record comes ends, though each page has a new cursor and calls fail now and then', async () => {
  const connectionId = await harness.connect({ retryAttempts: 3 })
  const rows = products(30)
  let calls = 0
  harness.erp.pages = async function* ({ after }) {
    for (let page = Number(after ?? 0); ; page++) {
      calls += 1
      if (calls % 7 === 0) throw new AppError('remote.unavailable', 'GET /products: HTTP 503')
      const from = (page % 3) * 10
      yield { records: rows.slice(from, from + 10), next: String(page + 1) as never }
    }
  }
  const log = await synced(connectionId)
  expect(log.status).toBe('error')
  expect(calls).toBeLessThan(200)
})

/** Tests a connection with two data types, whose probes end with these errors, or pass. */
async function tested(...errors: readonly (AppError | null)[]) {
  return testedAgain(await harness.connect(), ...errors)
}

async function testedAgain(connectionId: string, ...errors: readonly (AppError | null)[]) {
  let probes = 0
  harness.erp.pages = (request) => {
    const error = errors[probes++]
    if (error) throw error
    return pagesOf([], request, 10)
  }
  const { testId } = await harness.core.connections.test(caller, { id: connectionId })
  const result = await harness.core.connections.waitForTest(testId, AbortSignal.timeout(10_000))
  return { connectionId, result, status: (await harness.core.connections.get(connectionId)).connection.status }
}

test('a probe of one data type that fails is a finding of that type, and the connection stays in use', async () => {
  const missing = new AppError('setup.resource-missing', 'GET /products: HTTP 404')
  const { result, status } = await tested(missing, null)
  expect(result).toMatchObject({ success: false, errors: [expect.stringContaining('products: GET /products: HTTP 404')] })
  expect(status).toBe('active')
})

test('a data type whose probe failed is refused alone with why, until a test passes or the connection is changed', async () => {
  const missing = new AppError('setup.permission-missing', 'GET /products: HTTP 403')
  const { connectionId } = await tested(missing, null)
  const refused = { code: 'connection.data-type-refused', message: expect.stringContaining('HTTP 403') }
  await expect(harness.start(connectionId)).rejects.toMatchObject(refused)
  await expect(harness.start(connectionId, { direction: 'bidirectional' })).rejects.toMatchObject(refused)
  const { connection } = await harness.core.connections.get(connectionId)
  expect(connection.health?.refusedDataTypes).toMatchObject([{ dataType: 'products', code: 'setup.permission-missing' }])
  serve([])
  expect(await harness.ended(await harness.start(connectionId, { dataType: 'inventory' }))).toMatchObject({ status: 'success' })

  await testedAgain(connectionId, null, null)
  expect(await synced(connectionId)).toMatchObject({ status: 'success' })
  await testedAgain(connectionId, missing, null)
  await harness.core.connections.update(caller, { id: connectionId, change: { name: 'Changed' } })
  serve([])
  expect(await synced(connectionId)).toMatchObject({ status: 'success' })
})

test('a probe that may pass by itself the next time refuses nothing', async () => {
  const { connectionId } = await tested(new AppError('remote.unavailable', 'GET /products: HTTP 503'), null)
  serve([])
  expect(await synced(connectionId)).toMatchObject({ status: 'success' })
})

test('a connection of which nothing can be read, or whose credentials are refused, is in error', async () => {
  const missing = new AppError('setup.permission-missing', 'HTTP 403')
  expect((await tested(missing, missing)).status).toBe('error')
  expect((await tested(null, new AppError('setup.credentials-rejected', 'HTTP 401'))).status).toBe('error')
})
