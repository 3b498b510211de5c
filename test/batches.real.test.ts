import type { ERPSyncLog } from '@linkspan/core'
import { createDataset, startBusinessCentral, startSapOData } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { startStack } from './stack/stack.ts'

const [{ sku }] = [...createDataset({ products: 1 }).products] as unknown as [{ sku: string }]
const count = 60
const batchSize = 10
const orders = Array.from({ length: count }, (_, at) => ({
  id: `SHOP-${at}`,
  orderDate: '2026-11-23',
  currency: 'EUR',
  total: '25.00',
  customerId: '17100001',
  lines: [{ lineNumber: '10', sku, quantity: '2', unitPrice: '12.50' }],
}))
const dataset = { products: 1, orders: 0 }
const salesOrder = { organization: '1710', distributionChannel: '10', division: '00' }

const erps = {
  async 'SAP S/4HANA'() {
    const erp = await startSapOData({ dataset })
    const { url: apiUrl, user: username, password } = erp
    return { erp, connection: { provider: 'SAP' as const, credentials: { apiUrl, username, password } }, settings: { salesOrder } }
  },
  async 'Business Central'() {
    const erp = await startBusinessCentral({ dataset })
    const { url: apiUrl, tokenUrl, tenantId, clientId, clientSecret } = erp
    const credentials = { apiUrl, tokenUrl, tenantId, clientId, clientSecret }
    return { erp, connection: { provider: 'Dynamics' as const, credentials }, settings: {} }
  },
} as const

test.each([
  ['SAP S/4HANA', 'a worker is killed'],
  ['Business Central', 'no worker is'],
] as const)('%s takes orders in batches, each once, though answers are lost, an order is refused and %s', async (name, fate) => {
  const { erp, connection, settings } = await erps[name]()
  await using _ = erp
  await using stack = await startStack({ workers: 0 })
  const worker = await stack.startWorker()
  const { id } = await stack.connect({
    ...connection,
    settings: { ...settings, orderBatchSize: batchSize, pushConcurrency: 2, enabledDataTypes: ['orders'], retryDelay: 50, timeout: 1500 },
  })
  const refused = { ...orders[30], id: 'REFUSED', lines: [{ ...orders[30]?.lines[0], sku: 'NOTHING' }] }
  const sent = [...orders.slice(0, 30), refused, ...orders.slice(30)]
  await stack.client.call('POST', `/erp/connections/${id}/records/orders`, sent)
  const path = /\/\$batch/
  erp.faults.add({ kind: 'drop-after-store', method: 'POST', path, every: 3 })
  erp.faults.add({ kind: 'drop-before-store', method: 'POST', path, every: 4 })
  erp.faults.add({ kind: 'late', method: 'POST', path, delayMs: 500 })
  const log = await stack.client.call<ERPSyncLog>('POST', `/erp/connections/${id}/sync`, { dataType: 'orders', direction: 'push' })
  await expect.poll(() => erp.writeLog.summary().stored, { interval: 20 }).toBeGreaterThan(1)
  if (fate === 'a worker is killed') {
    await worker.kill('SIGKILL')
    await stack.startWorker()
  }
  expect(await stack.follow(log.id)).toMatchObject({ recordsPushed: count, recordsFailed: 1 })

  const { stored, duplicates } = erp.writeLog.summary()
  expect({ stored, duplicates }).toEqual({ stored: count, duplicates: [] })
  const batches = erp.requests.filter((request) => path.test(request.path)).length
  expect(batches).toBeGreaterThanOrEqual(count / batchSize)
  expect(batches).toBeLessThan(count / 2)
  expect(await stack.client.call('GET', `/erp/connections/${id}/records/orders/REFUSED`)).toMatchObject({
    syncStatus: 'error',
    error: { code: 'record.refused', message: expect.stringContaining('NOTHING') },
  })
})
