import type { ERPConnection, ERPConnectionTestResult, ERPRecord, ERPSyncLog, ERPSyncStatistics } from '@linkspan/core'
import { type RestErp, startRestErp, startSapOData } from '@linkspan/simulators'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, startStack } from './stack/stack.ts'

/** Tests the system from outside, over HTTP, with real processes. */
let stack: Stack
let erp: RestErp
beforeAll(async () => {
  ;[stack, erp] = await Promise.all([
    startStack(),
    startRestErp({ dataset: { products: 450 }, paging: 'next', total: 'header', auth: { kind: 'bearer', token: 'erp-token-77aa' } }),
  ])
})
afterAll(async () => {
  await stack[Symbol.asyncDispose]()
  await erp[Symbol.asyncDispose]()
})

const connectRest = (settings: Record<string, unknown> = {}) =>
  stack.connect({
    credentials: { apiUrl: erp.url, oauthToken: 'erp-token-77aa' },
    settings: { enabledDataTypes: ['products', 'inventory'], retryDelay: 100, ...settings },
  })

test('the scenario of an existing client, on the compatibility path', async () => {
  await using sap = await startSapOData({ dataset: { products: 300 } })
  const { compat } = stack
  const created = await compat.call<ERPConnection>('POST', '/erp/connections/enhanced', {
    name: 'SAP Production',
    provider: 'sap',
    connectionMethod: 'api',
    credentials: { apiUrl: sap.url, username: sap.user, password: sap.password },
    settings: { enabledDataTypes: ['orders', 'products', 'inventory'] },
  })
  expect(created).toMatchObject({ provider: 'SAP', credentials: { password: '********' } })

  const tested = await compat.call<ERPConnectionTestResult>('POST', `/erp/connections/${created.id}/test-enhanced`)
  expect(tested).toMatchObject({ success: true })
  expect(tested.details.checks.map(({ name }) => name)).toEqual([
    'DNS',
    'TCP/TLS',
    'Authentication',
    'Clock',
    'orders',
    'products',
    'inventory',
  ])

  const started = await compat.call<ERPSyncLog>('POST', `/erp/connections/${created.id}/sync`, { dataType: 'products' })
  expect(started.status).toBe('scheduled')
  expect(await stack.follow(started.id)).toMatchObject({ status: 'success', recordsCreated: 300, recordsFailed: 0 })

  const logs = await compat.call<ERPSyncLog[]>('GET', `/erp/sync-logs?erpConnectionId=${created.id}`)
  expect(logs).toMatchObject([{ id: started.id, status: 'success', trigger: 'manual' }])
  const statistics = await compat.call<ERPSyncStatistics>('GET', `/erp/connections/${created.id}/statistics`)
  expect(statistics).toMatchObject({ totalSyncs: 1, successfulSyncs: 1, failedSyncs: 0, totalRecordsProcessed: 300 })
  expect(statistics.avgSyncDuration).toBeGreaterThan(0)
})

test('a REST ERP that follows the conventions syncs without settings, despite a 429, a 503 and a cut answer', async () => {
  const connection = await connectRest()
  erp.faults.add({ kind: 'throttled', retryAfterSeconds: 1, path: '/products', after: 1 })
  erp.faults.add({ kind: 'unavailable', path: '/products', after: 2 })
  erp.faults.add({ kind: 'cut', path: '/products', after: 3 })
  const log = await stack.sync(connection.id)
  expect(log).toMatchObject({ status: 'success', recordsCreated: 450, recordsUnchanged: 0, recordsTotal: 450, attempts: 3 })
  const [record] = await stack.client.call<ERPRecord[]>('GET', `/erp/connections/${connection.id}/records/products?limit=1`)
  const { data } = await stack.client.call<ERPRecord>(
    'GET',
    `/erp/connections/${connection.id}/records/products/${encodeURIComponent(record?.id ?? '')}`,
  )
  const row = erp.dataset.products.get(record?.id ?? '')
  expect(data).toMatchObject({ sku: row?.sku, name: row?.name, price: row?.price })
})

test('every failure of an ERP leads to success after a retry, or to an error that says what to do', async () => {
  const fates = [
    ['unauthorized', 'setup.credentials-rejected'],
    ['forbidden', 'setup.permission-missing'],
    ['not-found', 'setup.resource-missing'],
    ['conflict', 'setup.request-refused'],
    ['html', 'setup.answer-unexpected'],
    ['huge', 'setup.answer-too-large'],
    ['throttled', null],
    ['server-error', null],
    ['unavailable', null],
    ['hang', null],
    ['cut', null],
    ['garbage', null],
    ['slow-drip', null],
  ] as const
  const outcomes = await Promise.all(
    fates.map(async ([kind]) => {
      await using own = await startRestErp({ dataset: { products: 30 }, pageSize: 10, paging: 'next' })
      own.faults.add({ kind, path: '/products', after: 1 })
      const { id } = await stack.connect({
        credentials: { apiUrl: own.url },
        settings: { enabledDataTypes: ['products'], retryDelay: 10, timeout: 2000, maxResponseBytes: 1_000_000 },
      })
      const log = await stack.sync(id)
      const hint = log.errorDetails?.hint ?? null
      return [kind, log.errorDetails?.code ?? null, log.status, log.recordsCreated, hint !== null]
    }),
  )
  expect(outcomes).toEqual(fates.map(([kind, code]) => [kind, code, code ? 'error' : 'success', code ? 10 : 30, code !== null]))
})

test('invalid records are counted and listed, and do not stop the others', async () => {
  await using own = await startRestErp({ dataset: { products: 30 }, paging: 'none' })
  own.faults.add({ kind: 'invalid-records', path: '/products', records: 3 })
  const { id } = await stack.connect({ credentials: { apiUrl: own.url }, settings: { enabledDataTypes: ['products'] } })
  const log = await stack.sync(id)
  expect(log).toMatchObject({ status: 'success', recordsSuccess: 27, recordsFailed: 3, recordsProcessed: 30 })
  const rejects = await stack.client.call<{ errors: unknown[] }[]>('GET', `/erp/sync-logs/${log.id}/rejects`)
  expect(rejects).toHaveLength(3)
})

test('paging that goes in circles ends with an error that says so', async () => {
  await using own = await startRestErp({ dataset: { products: 30 }, pageSize: 10, paging: 'next' })
  own.faults.add({ kind: 'repeat-cursor', path: '/products' })
  const { id } = await stack.connect({ credentials: { apiUrl: own.url }, settings: { enabledDataTypes: ['products'], retryAttempts: 0 } })
  expect(await stack.sync(id)).toMatchObject({ status: 'error', errorDetails: { code: 'remote.cursor-repeated' } })
})

test('the stock of a SKU is summed over its locations', async () => {
  const connection = await connectRest()
  expect(await stack.sync(connection.id, 'inventory')).toMatchObject({ status: 'success' })
  const [record] = await stack.client.call<ERPRecord[]>('GET', `/erp/connections/${connection.id}/records/inventory?limit=1`)
  const sku = String(record?.data.sku)
  const stock = await stack.client.call<{ sku: string; quantityOnHand: string; locations: unknown[] }>(
    'GET',
    `/erp/inventory/${encodeURIComponent(sku)}?erpConnectionId=${connection.id}`,
  )
  const rows = [...erp.dataset.inventory].filter((row) => row.sku === sku)
  expect(stock.locations).toHaveLength(rows.length)
  expect(Number(stock.quantityOnHand)).toBeCloseTo(rows.reduce((sum, row) => sum + Number(row.quantityOnHand), 0))
})

test('a second trigger during a run returns that run', async () => {
  const connection = await connectRest()
  erp.hold()
  const ask = () =>
    fetch(`${stack.url}/api/v1/erp/connections/${connection.id}/sync`, {
      method: 'POST',
      headers: { authorization: 'Bearer operator-secret-88ab', 'content-type': 'application/json' },
      body: JSON.stringify({ dataType: 'products' }),
    })
  const answers = await Promise.all(Array.from({ length: 50 }, ask))
  const logs = (await Promise.all(answers.map((answer) => answer.json()))) as ERPSyncLog[]
  expect(new Set(logs.map(({ id }) => id)).size).toBe(1)
  expect(answers.filter((answer) => answer.headers.get('x-deduplicated') === 'true')).toHaveLength(49)
  erp.release()
  expect(await stack.follow(logs[0]?.id ?? '')).toMatchObject({ status: 'success', recordsCreated: 450 })
})
