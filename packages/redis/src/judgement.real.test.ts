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
  expect(await harness.watermark(connectionId)).toBeNull()
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
  const result = await harness.core.connections.waitForTest(testId, AbortSignal.timeout(100_000))
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

const entriesOf = async (connectionId: string, request: Record<string, unknown> = { mode: 'full' }) => {
  const log = await harness.ended(await harness.start(connectionId, request))
  const { items } = await harness.core.runs.entries(log.id, { limit: 100 })
  return { log, warnings: items.filter(({ level }) => level === 'warn').map(({ message }) => message), items }
}
const renamed = ({ fields: { price, ...fields }, ...row }: SourceRecord): SourceRecord => ({ ...row, fields: { ...fields, cost: price } })

test.each([25, 9])('a field that most records had, and none of %i has now, is told; the next run says nothing', async (count) => {
  const connectionId = await harness.connect()
  const rows = products(count)
  serve(rows)
  expect((await entriesOf(connectionId)).warnings).toEqual([])
  serve(rows.map(renamed))
  const { log, warnings } = await entriesOf(connectionId)
  expect(log).toMatchObject({ status: 'success', recordsUpdated: count })
  expect(warnings).toEqual([expect.stringContaining('price is empty in all records of this run, and had a value in 100 % of them before')])
  expect((await entriesOf(connectionId)).warnings).toEqual([])
})

test('a field that some of the records still have, or that only changes were read of, is not missed', async () => {
  const connectionId = await harness.connect()
  const rows = products(20)
  serve(rows)
  await entriesOf(connectionId)
  serve(rows.map((row, at) => (at === 7 ? row : renamed(row))))
  expect((await entriesOf(connectionId)).warnings).toEqual([])
  serve(rows)
  await entriesOf(connectionId)
  serve(rows.slice(0, 5).map(renamed))
  expect((await entriesOf(connectionId, { since: '2026-01-01T00:00:00Z' })).warnings).toEqual([])
})

test('a required field that is empty in all records stops the run, and nothing is erased', async () => {
  const connectionId = await harness.connect({ maxDeleteShare: 1 })
  const rows = products(12)
  serve(rows)
  await entriesOf(connectionId)
  serve(rows.map(({ fields: { name: _, ...fields }, ...row }) => ({ ...row, fields })))
  const { log } = await entriesOf(connectionId)
  expect(log).toMatchObject({ status: 'error', errorDetails: { code: 'run.too-many-rejects' }, recordsUpdated: 0, recordsDeleted: 0 })
  expect(log.errorMessage).toContain('The commonest reason is name: ')
  const { items } = await harness.core.records.list(connectionId, 'products', { limit: 100 })
  expect(items.map(({ data }) => data.name)).not.toContain(undefined)
})

test('rounded noise, unknown words and what a connector left out are counted, one entry each, over all pages and workers', async () => {
  const connectionId = await harness.connect()
  const rows = products(25).map(({ fields, ...row }, at): SourceRecord => {
    const odd = at % 2 === 0 ? { price: '19.990000000000002', type: 'simple' } : { price: 0.1 + 0.2 }
    return {
      ...row,
      fields: { ...fields, ...odd },
      remarks: [{ path: 'weight', message: 'is an object and was left out', value: { kg: 1 } }],
    }
  })
  let calls = 0
  harness.erp.pages = async function* (request) {
    for await (const page of pagesOf(rows, request, 10)) {
      yield page
      if (++calls === 1) throw new AppError('remote.unavailable', 'GET /products: HTTP 503')
    }
  }
  const { log, items } = await entriesOf(connectionId)
  expect(log).toMatchObject({ status: 'success', recordsCreated: 25, recordsFailed: 0 })
  const remarks = items.filter(({ details }) => details?.count !== undefined).map(({ level, details }) => ({ level, ...details }))
  expect(remarks).toEqual([
    expect.objectContaining({ level: 'info', path: 'price', count: 25, value: '19.990000000000002' }),
    expect.objectContaining({ level: 'warn', path: 'weight', count: 25, value: { kg: 1 } }),
    expect.objectContaining({ level: 'warn', path: 'type', count: 13 }),
  ])
  expect(await harness.core.records.list(connectionId, 'products', { limit: 2 })).toMatchObject({
    items: [{ data: { type: 'unknown', typeRaw: 'simple' } }, {}],
  })
  expect((await entriesOf(connectionId)).items.filter(({ details }) => details?.count !== undefined)).toEqual([])
})

test('what people should know about pages is told once a run', async () => {
  const connectionId = await harness.connect()
  harness.erp.pages = async function* (request) {
    for await (const page of pagesOf(products(30), request, 10)) yield { ...page, warnings: ['No field took the list "positions"'] }
  }
  expect((await entriesOf(connectionId)).warnings).toEqual(['No field took the list "positions"'])
})

test('a test proposes to enable only what can be read, and passes once that is done', async () => {
  const missing = new AppError('setup.resource-missing', 'GET /products: HTTP 404')
  const { connectionId, result } = await tested(missing, null)
  expect(result?.proposal).toEqual({ settings: { enabledDataTypes: ['inventory'] } })
  await harness.core.connections.update(caller, { id: connectionId, change: { ...result?.proposal } })
  const again = await testedAgain(connectionId, null)
  expect(again.result).toMatchObject({ success: true })
  expect(again.result).not.toHaveProperty('proposal')
})

test('a test proposes nothing if nothing can be read, or if what failed may pass by itself', async () => {
  const missing = new AppError('setup.resource-missing', 'GET /products: HTTP 404')
  expect((await tested(missing, missing)).result).not.toHaveProperty('proposal')
  expect((await tested(new AppError('remote.unavailable', 'GET /products: HTTP 503'), null)).result).not.toHaveProperty('proposal')
})
