/**
 * Writes `data-<version>.json`: what the current version leaves in Redis when its processes are killed in the middle of their work. Run it
 * before a release (`node --import tsx --conditions=@linkspan/source test/upgrade/write-data.ts`). The test in this folder then shows that
 * later versions can read these data and continue with them.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import type { ERPRecord } from '@linkspan/core'
import { startRestErp } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import { startStack } from '../stack/stack.ts'
import { readAll } from './redis-data.ts'
import { anOrder, erps, orderIds, pageSize, type StoredData, storedPages } from './scene.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }

await using stack = await startStack()
await using catalogue = await startRestErp(erps.catalogue)
await using interrupted = await startRestErp(erps.interrupted)
await using orders = await startRestErp(erps.orders)
await using twoSides = await startRestErp(erps.twoSides)
const { call } = stack.client

const connect = (name: string, apiUrl: string, dataType: 'products' | 'orders') =>
  stack.connect({
    name,
    credentials: { apiUrl, apiKey: 'upgrade-key' },
    settings: { enabledDataTypes: [dataType], batchSize: pageSize, retryAttempts: 3, retryDelay: 50 },
  })

const { id: catalogueId } = await connect('Catalogue', catalogue.url, 'products')
await stack.sync(catalogueId)
await call('POST', '/erp/sync-configs', { erpConnectionId: catalogueId, dataType: 'products', direction: 'pull', schedule: '0 2 1 1 *' })
await call('POST', '/clients/acme/erp-assignments', { erpConnectionId: catalogueId })
await call('POST', '/sites/acme-berlin/erp-assignments', { clientId: 'acme', erpConnectionId: catalogueId, overridesClient: true })

const { id: twoSidesId } = await connect('Two sides', twoSides.url, 'products')
const settings = { conflictResolution: 'manual' }
await call('POST', '/erp/sync-configs', { erpConnectionId: twoSidesId, dataType: 'products', direction: 'bidirectional', settings })
await stack.sync(twoSidesId, 'products', { direction: 'bidirectional', mode: 'full' })
const [contested] = [...twoSides.dataset.products]
await call('POST', `/erp/connections/${twoSidesId}/records/products`, { id: contested?.id, name: 'Our name' })
twoSides.change('products', contested?.id ?? '', { name: 'Their name' })
await stack.sync(twoSidesId, 'products', { direction: 'bidirectional', mode: 'full' })

const { id: ordersId } = await connect('Orders', orders.url, 'orders')
const sku = String([...orders.dataset.products][0]?.sku)
const write = (ids: readonly string[]) =>
  call<ERPRecord[]>(
    'POST',
    `/erp/connections/${ordersId}/records/orders`,
    ids.map((id) => anOrder(id, sku)),
  )
await write(orderIds.synced)
await stack.sync(ordersId, 'orders', { direction: 'push' })
await write(orderIds.inFlight)
orders.faults.add({ kind: 'hang', method: 'POST', times: 'always' })
const seen = orders.requestCount
await call('POST', `/erp/connections/${ordersId}/sync`, { dataType: 'orders', direction: 'push' })
await orders.whenRequested(seen + 1)
await write(orderIds.pending)

const { id: interruptedId } = await connect('Interrupted', interrupted.url, 'products')
interrupted.faults.add({ kind: 'hang', path: '/products', after: storedPages, times: 'always' })
const { id: logId } = await call<{ id: string }>('POST', `/erp/connections/${interruptedId}/sync`, { dataType: 'products' })
await stack.follow(logId, ({ recordsProcessed }) => recordsProcessed === storedPages * pageSize)

await stack.stopAll('SIGKILL')
const redis = new Redis(stack.redis.url)
const connections = { catalogue: catalogueId, interrupted: interruptedId, orders: ordersId, twoSides: twoSidesId }
const data: StoredData = { version, connections, keys: await readAll(redis) }
redis.disconnect()
writeFileSync(new URL(`data-${version}.json`, import.meta.url), `${JSON.stringify(data, null, 1)}\n`)
