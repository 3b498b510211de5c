import type { ERPRecord } from '@linkspan/core'
import { createDataset, startRestErp } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { startStack } from './stack/stack.ts'

const [{ sku }] = [...createDataset({ products: 1 }).products] as unknown as [{ sku: string }]

const orders = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `SHOP-${at}`,
    orderDate: '2026-11-23',
    currency: 'EUR',
    total: '25.00',
    customerId: '17100001',
    lines: [{ lineNumber: '10', sku, quantity: '2', unitPrice: '12.50' }],
  }))

test('orders reach an ERP that loses its answers exactly once, and come back as they are there', async () => {
  const count = 300
  await using stack = await startStack({ workers: 2 })
  await using erp = await startRestErp({ dataset: { products: 1, orders: 20 }, paging: 'link' })
  erp.faults.add({ kind: 'drop-after-store', path: '/orders', every: 20 })
  const { id } = await stack.connect({ credentials: { apiUrl: erp.url }, settings: { enabledDataTypes: ['orders'], retryDelay: 50 } })
  const written = await stack.client.call<ERPRecord[]>('POST', `/erp/connections/${id}/records/orders`, orders(count))
  expect(written.map(({ syncStatus }) => syncStatus)).toEqual(orders(count).map(() => 'pending'))

  const log = await stack.sync(id, 'orders', { direction: 'bidirectional', mode: 'full' })
  expect(log).toMatchObject({ status: 'success', recordsPushed: count, recordsFailed: 0, recordsCreated: 20 })
  expect(erp.ledger.summary()).toMatchObject({ stored: count, received: count, duplicates: [] })
  expect(new Set(erp.ledger.orders().map(({ reference }) => reference))).toEqual(new Set(orders(count).map(({ id }) => id)))

  expect(await stack.sync(id, 'orders', { direction: 'bidirectional', mode: 'full' })).toMatchObject({
    status: 'success',
    recordsPushed: 0,
    recordsCreated: 0,
    recordsRead: count + 20,
  })
  const record = await stack.client.call<ERPRecord>('GET', `/erp/connections/${id}/records/orders/SHOP-7`)
  expect(record).toMatchObject({
    id: 'SHOP-7',
    syncStatus: 'synced',
    source: 'system',
    data: { ourReference: 'SHOP-7', status: 'pending' },
  })
  expect(record.data.orderNumber).toBe(record.erpId)
})
