import type { ERPConflict, ERPRecord, ERPSyncConfiguration } from '@linkspan/core'
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
  expect(erp.writeLog.summary()).toMatchObject({ stored: count, received: count, duplicates: [] })
  expect(new Set(erp.writeLog.orders().map(({ reference }) => reference))).toEqual(new Set(orders(count).map(({ id }) => id)))

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

test('a conflict is listed with its explanation, and decided over HTTP field by field', async () => {
  await using stack = await startStack()
  await using erp = await startRestErp({ dataset: { products: 3, orders: 0 }, paging: 'link' })
  const { id } = await stack.connect({ credentials: { apiUrl: erp.url }, settings: { enabledDataTypes: ['products'] } })
  const call = stack.client.call
  await call('POST', '/erp/sync-configs', {
    erpConnectionId: id,
    dataType: 'products',
    direction: 'bidirectional',
    settings: { conflictResolution: 'manual' },
  })
  const both = () => stack.sync(id, 'products', { direction: 'bidirectional', mode: 'full' })
  expect(await both()).toMatchObject({ status: 'success', recordsCreated: 3 })
  const [product] = [...erp.dataset.products]
  const own = product?.id ?? ''

  await call('POST', `/erp/connections/${id}/records/products`, { id: own, name: 'Our name', brand: 'Our brand' })
  erp.change('products', own, { name: 'Their name', brand: 'Their brand' })
  expect(await both()).toMatchObject({ status: 'success', recordsConflicted: 1, recordsPushed: 0 })
  const [conflict, ...more] = await call<ERPConflict[]>('GET', `/erp/connections/${id}/conflicts`)
  expect(more).toEqual([])
  expect(conflict).toMatchObject({ recordId: own, explanation: expect.stringMatching(/have both changed (name, brand|brand, name) of/) })
  expect(await call('GET', `/erp/conflicts/${conflict?.id}`)).toEqual(conflict)

  const wrong = call('POST', `/erp/conflicts/${conflict?.id}/resolve`, { winner: 'erp', fields: { price: 'system' } })
  await expect(wrong).rejects.toThrow(/answered 422/)
  const resolved = await call('POST', `/erp/conflicts/${conflict?.id}/resolve`, { winner: 'erp', fields: { brand: 'system' } })
  expect(resolved).toMatchObject({ syncStatus: 'pending', data: { name: 'Their name', brand: 'Our brand' } })
  expect(await both()).toMatchObject({ status: 'success', recordsPushed: 1 })
  expect(erp.dataset.products.get(own)).toMatchObject({ name: 'Their name', brand: 'Our brand' })
  await expect(call('GET', `/erp/conflicts/${conflict?.id}`)).rejects.toThrow(/answered 404/)
})

test('a changed strategy says over HTTP how many open conflicts it would settle, and settles them', async () => {
  await using stack = await startStack()
  await using erp = await startRestErp({ dataset: { products: 3, orders: 0 }, paging: 'link' })
  const { id } = await stack.connect({ credentials: { apiUrl: erp.url }, settings: { enabledDataTypes: ['products'] } })
  const call = stack.client.call
  const config = await call<ERPSyncConfiguration>('POST', '/erp/sync-configs', {
    erpConnectionId: id,
    dataType: 'products',
    direction: 'bidirectional',
    settings: { conflictResolution: 'manual' },
  })
  const both = () => stack.sync(id, 'products', { direction: 'bidirectional', mode: 'full' })
  await both()
  const [product] = [...erp.dataset.products]
  const own = product?.id ?? ''
  await call('POST', `/erp/connections/${id}/records/products`, { id: own, name: 'Our name' })
  erp.change('products', own, { name: 'Their name' })
  expect(await both()).toMatchObject({ recordsConflicted: 1 })

  const path = `/erp/sync-configs/${config.id}`
  const changed = await call('PATCH', path, { settings: { conflictResolution: 'erp_wins' } })
  expect(changed).toMatchObject({ settings: { conflictResolution: 'erp_wins' }, settleableConflicts: 1 })
  await expect(stack.as('viewer').call('POST', `${path}/settle-conflicts`)).rejects.toThrow(/answered 403/)
  expect(await stack.as('operator').call('POST', `${path}/settle-conflicts`)).toEqual({ settled: 1, left: 0 })
  expect(await call('GET', `/erp/connections/${id}/records/products/${own}`)).toMatchObject({ data: { name: 'Their name' } })
  expect(await call('GET', path)).not.toHaveProperty('settleableConflicts')
  expect(await call('GET', `/erp/connections/${id}/erp-forms`)).toEqual([])
})
