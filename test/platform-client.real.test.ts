import { startRestErp } from '@linkspan/simulators'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type Stack, secrets, startStack } from './stack/stack.ts'

/**
 * An existing client of the platform. It knows the paths of the compatibility mount and these fields, which are written down by
 * hand, deliberately not taken from our schemas. Fields may be added, but none of these may be removed or change its type.
 */
const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const status = z.enum(['idle', 'syncing', 'success', 'error', 'scheduled'])
const dataType = z.enum(['orders', 'products', 'order_status', 'inventory', 'employees', 'invoices'])
const direction = z.enum(['pull', 'push', 'bidirectional'])
const count = z.int().min(0)

const Connection = z.object({
  id: z.string().startsWith('erp_'),
  name: z.string(),
  provider: z.enum(['SAP', 'Oracle', 'NetSuite', 'Dynamics', 'Odoo', 'Infor', 'Epicor', 'Custom']),
  connectionMethod: z.enum(['api', 'doi', 'sftp']),
  status: z.enum(['active', 'inactive', 'error', 'testing']),
  credentials: z.object({ apiUrl: z.string(), apiKey: z.literal('********') }),
  settings: z.object({
    timeout: z.number(),
    retryAttempts: z.number(),
    retryDelay: z.number(),
    batchSize: z.number(),
    syncSchedule: z.string().optional(),
    timezone: z.string().optional(),
    enabledDataTypes: z.array(dataType),
  }),
  createdAt: time,
  updatedAt: time,
  createdBy: z.string(),
  lastTestedAt: time.optional(),
  lastSyncAt: time.optional(),
})
const SyncConfiguration = z.object({
  id: z.string().startsWith('sync_'),
  erpConnectionId: z.string(),
  dataType,
  direction,
  schedule: z.string(),
  timezone: z.string().optional(),
  enabled: z.boolean(),
  status,
  lastSyncAt: time.optional(),
  nextSyncAt: time.optional(),
  settings: z.object({
    autoSync: z.boolean(),
    syncInterval: z.number().optional(),
    syncOnDemand: z.boolean(),
    conflictResolution: z.enum(['erp_wins', 'system_wins', 'newest_wins', 'manual']),
  }),
})
const SyncLog = z.object({
  id: z.string().startsWith('log_'),
  erpConnectionId: z.string(),
  dataType,
  direction,
  syncConfigId: z.string().optional(),
  trigger: z.enum(['manual', 'schedule', 'webhook', 'retry']),
  startedAt: time,
  completedAt: time.optional(),
  status,
  recordsProcessed: count,
  recordsSuccess: count,
  recordsFailed: count,
  recordsCreated: count,
  recordsUpdated: count,
  recordsUnchanged: count,
  recordsFiltered: count,
  recordsDeleted: count,
  attempts: count,
  progress: z.number().min(0).max(100),
  errorMessage: z.string().optional(),
  errorDetails: z.object({ code: z.string(), retryable: z.boolean(), hint: z.string() }).optional(),
  duration: z.number().optional(),
})
const Statistics = z.object({
  totalSyncs: count,
  successfulSyncs: count,
  failedSyncs: count,
  lastSyncDate: time.optional(),
  avgSyncDuration: z.number(),
  totalRecordsProcessed: count,
  successRate: z.number(),
  byDataType: z.record(z.string(), z.unknown()),
  daily: z.array(z.unknown()),
})
const TestResult = z.object({
  success: z.boolean(),
  message: z.string(),
  responseTime: z.number(),
  details: z.object({ checks: z.array(z.object({ name: z.string(), ok: z.boolean(), ms: z.number(), detail: z.string() })) }),
  errors: z.array(z.unknown()).optional(),
})
const switches = z.object({
  syncOrders: z.boolean(),
  syncProducts: z.boolean(),
  syncInventory: z.boolean(),
  syncEmployees: z.boolean(),
  syncInvoices: z.boolean(),
})
const assigned = { id: z.string(), clientId: z.string(), erpConnectionId: z.string(), catalogId: z.string().optional(), settings: switches }
const ClientAssignment = z.object({ ...assigned, isDefault: z.boolean(), createdAt: time, updatedAt: time })
const SiteAssignment = z.object({ ...assigned, siteId: z.string(), overridesClient: z.boolean(), createdAt: time, updatedAt: time })
const ERPRecord = z.object({
  id: z.string(),
  erpId: z.string(),
  dataType,
  source: z.enum(['erp', 'system']),
  version: z.unknown(),
  syncStatus: z.enum(['pending', 'in_flight', 'uncertain', 'synced', 'conflict', 'error']),
  updatedAt: time,
  data: z.record(z.string(), z.unknown()),
})
const Changes = z.object({
  changes: z.array(
    z.object({ id: z.string(), erpId: z.string(), deleted: z.boolean(), position: z.number(), record: ERPRecord.optional() }),
  ),
  next: z.number(),
})
const Slot = z.object({ dueAt: time, state: z.string() })
const Failure = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  requestId: z.string(),
  error: z.string(),
})

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack[Symbol.asyncDispose]())

async function call<Schema extends z.ZodType>(expected: number, schema: Schema, method: string, path: string, body?: unknown) {
  const response = await fetch(`${stack.url}/make-server-6fcaeea3${path}`, {
    method,
    headers: {
      authorization: `Bearer ${secrets.admin}`,
      ...(body !== undefined && { 'content-type': 'application/json', prefer: 'wait=60' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const answer: unknown = response.status === 204 ? undefined : await response.json()
  expect([method, path, response.status, response.status === expected ? null : answer]).toEqual([method, path, expected, null])
  return schema.parse(answer)
}
const nothing = z.undefined()

test('connections can be created, tested, changed and listed with the fields that existing clients read', async () => {
  await using erp = await startRestErp({ dataset: { products: 12 }, auth: { kind: 'bearer', token: 'erp-token-5512' } })
  const wanted = {
    name: 'Old client',
    provider: 'custom',
    connectionMethod: 'api',
    credentials: { apiUrl: erp.url, apiKey: 'erp-token-5512' },
    settings: { enabledDataTypes: ['products'], batchSize: 50 },
  }
  const { id } = await call(201, Connection, 'POST', '/erp/connections/enhanced', wanted)
  const other = await call(201, Connection, 'POST', '/erp/connections', { ...wanted, name: 'Another one' })
  for (const path of ['test', 'test-enhanced']) {
    expect(await call(200, TestResult, 'POST', `/erp/connections/${id}/${path}`)).toMatchObject({ success: true })
  }
  const read = await call(200, Connection, 'GET', `/erp/connections/${id}`)
  expect(await call(200, Connection, 'PATCH', `/erp/connections/${id}`, { name: 'New name', credentials: read.credentials })).toMatchObject(
    {
      name: 'New name',
      status: 'active',
    },
  )
  expect(await call(200, TestResult, 'POST', `/erp/connections/${id}/test`)).toMatchObject({ success: true })
  for (const query of ['', '?status=active', '?provider=Custom', '?connectionMethod=api']) {
    const found = await call(200, z.array(Connection), 'GET', `/erp/connections${query}`)
    expect(found.map((one) => one.id)).toEqual(expect.arrayContaining([id, other.id]))
  }
  await call(204, nothing, 'DELETE', `/erp/connections/${other.id}`)
  expect(await call(404, Failure, 'GET', `/erp/connections/${other.id}`)).toMatchObject({ status: 404, error: expect.any(String) })
  await call(200, z.array(z.looseObject({})), 'GET', '/erp/providers')
})

test('syncs, their logs, records and statistics have the fields that existing clients read', async () => {
  await using erp = await startRestErp({ dataset: { products: 12 }, auth: { kind: 'bearer', token: 'erp-token-5512' } })
  const { id } = await call(201, Connection, 'POST', '/erp/connections', {
    name: 'Syncs',
    provider: 'Custom',
    connectionMethod: 'api',
    credentials: { apiUrl: erp.url, apiKey: 'erp-token-5512' },
    settings: { enabledDataTypes: ['products', 'inventory'] },
  })
  const log = await call(200, SyncLog, 'POST', `/erp/connections/${id}/sync`, { dataType: 'products' })
  expect(log).toMatchObject({ status: 'success', trigger: 'manual', recordsProcessed: 12, recordsSuccess: 12, recordsCreated: 12 })
  expect(await call(200, SyncLog, 'POST', `/erp/connections/${id}/sync`, { dataType: 'inventory' })).toMatchObject({ status: 'success' })
  const logs = await call(200, z.array(SyncLog), 'GET', `/erp/sync-logs?erpConnectionId=${id}&dataType=products&status=success&limit=5`)
  expect(logs.map((one) => one.id)).toEqual([log.id])
  expect(await call(200, SyncLog, 'GET', `/erp/sync-logs/${log.id}`)).toMatchObject({ id: log.id })
  await call(200, z.array(z.looseObject({ at: time, message: z.string() })), 'GET', `/erp/sync-logs/${log.id}/entries`)
  expect(await call(200, z.array(z.unknown()), 'GET', `/erp/sync-logs/${log.id}/rejects`)).toEqual([])
  const again = await call(202, SyncLog.partial({ startedAt: true }), 'POST', `/erp/sync-logs/${log.id}/retry`)
  expect(again.trigger).toBe('retry')
  await stack.follow(again.id)
  await call(409, Failure, 'POST', `/erp/sync-logs/${log.id}/cancel`)

  const [record] = await call(200, z.array(ERPRecord), 'GET', `/erp/connections/${id}/records/products?limit=1`)
  await call(200, ERPRecord, 'GET', `/erp/connections/${id}/records/products/${record?.id}`)
  expect((await call(200, Changes, 'GET', `/erp/connections/${id}/changes/products?after=0&limit=100`)).changes).toHaveLength(12)
  const [stock] = await call(200, z.array(ERPRecord), 'GET', `/erp/connections/${id}/records/inventory?limit=1`)
  await call(200, z.looseObject({ sku: z.string() }), 'GET', `/erp/inventory/${stock?.data.sku}?erpConnectionId=${id}`)
  expect(await call(200, Statistics, 'GET', `/erp/connections/${id}/statistics`)).toMatchObject({ totalSyncs: 3, successfulSyncs: 3 })

  erp.faults.add({ kind: 'unauthorized', times: 'always' })
  const failed = await call(200, SyncLog, 'POST', `/erp/connections/${id}/sync`, { dataType: 'products' })
  expect(failed).toMatchObject({ status: 'error', errorMessage: expect.any(String), errorDetails: { retryable: false } })
})

test('configurations, assignments and administrative views have the fields that existing clients read', async () => {
  await using erp = await startRestErp({ dataset: { products: 12 } })
  const { id } = await call(201, Connection, 'POST', '/erp/connections', {
    name: 'Assigned',
    provider: 'Custom',
    connectionMethod: 'api',
    credentials: { apiUrl: erp.url, apiKey: 'any' },
    settings: { enabledDataTypes: ['products'] },
  })
  const config = await call(201, SyncConfiguration, 'POST', '/erp/sync-configs', {
    erpConnectionId: id,
    dataType: 'products',
    direction: 'pull',
    schedule: '0 2 * * *',
    enabled: true,
    settings: { autoSync: true, syncOnDemand: true, conflictResolution: 'newest_wins' },
  })
  expect(config).toMatchObject({ status: 'idle', nextSyncAt: expect.stringContaining('T02:00') })
  await call(409, Failure, 'POST', '/erp/sync-configs', {
    erpConnectionId: id,
    dataType: 'products',
    direction: 'pull',
    schedule: '0 3 * * *',
  })
  expect(await call(200, z.array(SyncConfiguration), 'GET', `/erp/connections/${id}/sync-configs`)).toHaveLength(1)
  await call(200, SyncConfiguration, 'GET', `/erp/sync-configs/${config.id}`)
  await call(200, SyncConfiguration, 'PATCH', `/erp/sync-configs/${config.id}`, { enabled: false })
  expect(await call(200, z.array(Slot), 'GET', `/erp/sync-configs/${config.id}/slots?from=2026-01-01&to=2030-01-01`)).toEqual([])

  const forClient = await call(201, ClientAssignment, 'POST', '/clients/acme/erp-assignments', { erpConnectionId: id, catalogId: 'main' })
  expect(await call(200, z.array(ClientAssignment), 'GET', '/clients/acme/erp-assignments')).toEqual([forClient])
  const forSite = await call(201, SiteAssignment, 'POST', '/sites/acme-1/erp-assignments', {
    clientId: 'acme',
    erpConnectionId: id,
    overridesClient: true,
    settings: { syncOrders: false },
  })
  expect(await call(200, z.array(SiteAssignment), 'GET', '/sites/acme-1/erp-assignments')).toEqual([forSite])
  const Effective = z.object({ connection: Connection.nullable(), source: z.enum(['site', 'client', 'none']), assignment: z.unknown() })
  expect(await call(200, Effective, 'GET', '/sites/acme-1/effective-erp?clientId=acme')).toMatchObject({
    source: 'site',
    connection: { id },
  })
  expect(await call(200, SyncLog, 'POST', '/sites/acme-1/sync?clientId=acme', { dataType: 'products' })).toMatchObject({
    status: 'success',
  })
  await call(422, Failure, 'POST', '/sites/acme-1/sync?clientId=acme', { dataType: 'orders' })
  await call(204, nothing, 'DELETE', `/sites/acme-1/erp-assignments/${forSite.id}`)
  await call(204, nothing, 'DELETE', `/clients/acme/erp-assignments/${forClient.id}`)
  expect(await call(200, Effective, 'GET', '/sites/acme-1/effective-erp?clientId=acme')).toMatchObject({ source: 'none', connection: null })
  await call(204, nothing, 'DELETE', `/erp/sync-configs/${config.id}`)

  const cron = await call(200, z.looseObject({ valid: z.boolean() }), 'POST', '/erp/schedules/validate-cron', { schedule: '0 2 * * *' })
  expect(cron.valid).toBe(true)
  await call(200, z.looseObject({}), 'GET', '/erp/overview')
  const events = await call(200, z.array(z.looseObject({ action: z.string() })), 'GET', `/audit-logs?target=${id}`)
  expect(events.map(({ action }) => action)).toContain('erp_connection_created_enhanced')
})
