import { readdirSync, readFileSync } from 'node:fs'
import type { ERPChange, ERPConflict, ERPRecord, ERPSyncLog } from '@linkspan/core'
import { type RestErp, startRestErp } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Stack, startStack } from '../stack/stack.ts'
import { type StoredKey, writeAll } from './redis-data.ts'
import { anOrder, erps, orderIds, pageSize, type SceneName, type StoredData, storedPages } from './scene.ts'

/** Tests that this version continues with what earlier versions left in Redis when they were killed in the middle of their work. */
const written = readdirSync(import.meta.dirname).filter((name) => /^data-.*\.json$/.test(name))
test('there are data of an earlier version', () => expect(written.length).toBeGreaterThan(0))

describe.each(written)('%s', (file) => {
  const data = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as StoredData
  const { connections } = data
  let stack: Stack
  const erp = {} as Record<SceneName, RestErp>
  const skus = () => String([...erp.orders.dataset.products][0]?.sku)
  const call: Stack['client']['call'] = (...args) => stack.client.call(...args)
  const latestRun = async (scene: SceneName) => (await call<ERPSyncLog[]>('GET', `/erp/sync-logs?erpConnectionId=${connections[scene]}`))[0]

  beforeAll(async () => {
    stack = await startStack({ workers: 0, env: { LOG_RETENTION_DAYS: '3650' } })
    const redis = new Redis(stack.redis.url)
    await writeAll(redis, data.keys as readonly StoredKey[])
    redis.disconnect()
    for (const scene of Object.keys(erps) as SceneName[]) {
      erp[scene] = await startRestErp(erps[scene])
      await call('PATCH', `/erp/connections/${connections[scene]}`, { credentials: { apiUrl: erp[scene].url } })
    }
    // The ERP had stored the first of these, but its answer never came.
    for (const id of orderIds.inFlight.slice(0, 1)) {
      await fetch(`${erp.orders.url}/orders`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...anOrder(id, skus()), ourReference: id }),
      })
    }
    const [contested] = [...erp.twoSides.dataset.products]
    erp.twoSides.change('products', contested?.id ?? '', { name: 'Their name' })
    await stack.startWorker()
  })
  afterAll(async () => {
    for (const one of Object.values(erp)) await one[Symbol.asyncDispose]()
    await stack[Symbol.asyncDispose]()
  })

  test('settings, assignments and the audit trail are still there', async () => {
    const connection = await call('GET', `/erp/connections/${connections.catalogue}`)
    expect(connection).toMatchObject({ name: 'Catalogue', status: 'active', credentials: { apiKey: '********' } })
    const [config] = await call<object[]>('GET', `/erp/connections/${connections.catalogue}/sync-configs`)
    expect(config).toMatchObject({ schedule: '0 2 1 1 *', nextSyncAt: expect.stringMatching(/-01-01T02:0/) })
    const effective = await call('GET', '/sites/acme-berlin/effective-erp?clientId=acme')
    expect(effective).toMatchObject({ source: 'site', connection: { id: connections.catalogue } })
    const actions = (await call<{ action: string }[]>('GET', '/audit-logs?limit=1000')).map(({ action }) => action)
    expect(actions.filter((action) => action === 'erp_connection_created_enhanced')).toHaveLength(4)
  })

  test('records are recognised: nothing is updated, and the change feed continues', async () => {
    const feed = () =>
      call<{ changes: ERPChange[]; next: number }>('GET', `/erp/connections/${connections.catalogue}/changes/products?limit=1000`)
    const before = await feed()
    expect(before.changes).toHaveLength(60)
    const log = await stack.sync(connections.catalogue, 'products', { mode: 'full' })
    expect(log).toMatchObject({ status: 'success', recordsUnchanged: 60, recordsCreated: 0, recordsUpdated: 0, recordsDeleted: 0 })
    expect(await feed()).toEqual(before)
    const statistics = await call('GET', `/erp/connections/${connections.catalogue}/statistics`)
    expect(statistics).toMatchObject({ totalSyncs: 2, successfulSyncs: 2, totalRecordsProcessed: 120 })
  })

  test('a pull that was killed continues after its last stored page', async () => {
    const run = await latestRun('interrupted')
    expect(await stack.follow(run?.id ?? '')).toMatchObject({ status: 'success', recordsCreated: 60, recordsFailed: 0 })
    const asked = erp.interrupted.requests.filter(({ path }) => path === '/products')
    const offsets = asked.map(({ query }) => Number(query.offset ?? 0))
    expect(Math.min(...offsets)).toBeGreaterThan((storedPages - 1) * pageSize)
  })

  test('orders in flight are looked up, pending ones are sent, and each is stored once', async () => {
    const run = await latestRun('orders')
    expect(await stack.follow(run?.id ?? '')).toMatchObject({ status: 'success', recordsFailed: 0 })
    const { synced, inFlight, pending } = orderIds
    for (const id of [...synced, ...inFlight, ...pending]) {
      const record = await call<ERPRecord>('GET', `/erp/connections/${connections.orders}/records/orders/${id}`)
      expect(record).toMatchObject({ id, syncStatus: 'synced', erpId: expect.any(String) })
    }
    expect(erp.orders.writeLog.summary()).toMatchObject({ stored: inFlight.length + pending.length, duplicates: [] })
  })

  test('an open conflict has its explanation and can be resolved', async () => {
    const [conflict] = await call<ERPConflict[]>('GET', `/erp/connections/${connections.twoSides}/conflicts`)
    expect(conflict).toMatchObject({ explanation: expect.stringContaining('name') })
    const resolved = await call('POST', `/erp/conflicts/${conflict?.id}/resolve`, { winner: 'system' })
    expect(resolved).toMatchObject({ syncStatus: 'pending', data: { name: 'Our name' } })
    const log = await stack.sync(connections.twoSides, 'products', { direction: 'bidirectional', mode: 'full' })
    expect(log).toMatchObject({ status: 'success', recordsPushed: 1 })
    expect(erp.twoSides.dataset.products.get(conflict?.recordId ?? '')).toMatchObject({ name: 'Our name' })
  })
})
