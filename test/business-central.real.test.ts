import type { ERPRecord } from '@linkspan/core'
import { startBusinessCentral } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { startStack } from './stack/stack.ts'

const dataTypes = ['products', 'inventory', 'orders', 'order_status', 'employees', 'invoices'] as const

async function startCompany(stack: Awaited<ReturnType<typeof startStack>>) {
  const erp = await startBusinessCentral({ dataset: { products: 25, orders: 30, employees: 12, invoices: 15 } })
  const { url, tokenUrl, tenantId, clientId, clientSecret } = erp
  const connection = await stack.connect({
    provider: 'Dynamics',
    credentials: { apiUrl: url, tokenUrl, tenantId, clientId, clientSecret },
    settings: { company: 'CRONUS International', enabledDataTypes: [...dataTypes], retryDelay: 50, timeout: 5000 },
  })
  return { erp, id: connection.id }
}

const order = (id: string, sku: string) => ({
  id,
  orderDate: '2026-11-23',
  requestedDeliveryDate: '2026-12-01',
  currency: 'EUR',
  total: '59.50',
  customerId: '17100001',
  lines: [
    { lineNumber: '1', sku, quantity: '2', unitPrice: '12.50' },
    { lineNumber: '2', sku, quantity: '4', unitPrice: '6.25' },
  ],
})

test('a Business Central is tested and read, and read again without a change', async () => {
  await using stack = await startStack()
  const { erp, id } = await startCompany(stack)
  await using _ = erp
  const result = await stack.client.call<{ success: boolean; details: { checks: { name: string; ok: boolean }[] } }>(
    'POST',
    `/erp/connections/${id}/test`,
  )
  expect(result.details.checks.filter(({ ok }) => !ok)).toEqual([])
  expect(result.details.checks.map(({ name }) => name)).toEqual(['DNS', 'TCP/TLS', 'Authentication', 'Company', 'Clock', ...dataTypes])

  for (const dataType of dataTypes) {
    const first = await stack.sync(id, dataType)
    expect(first, dataType).toMatchObject({ status: 'success', recordsFailed: 0 })
    expect(first.recordsCreated, dataType).toBeGreaterThan(5)
    const whole = await stack.sync(id, dataType, { mode: 'full' })
    expect(whole, dataType).toMatchObject({
      status: 'success',
      recordsCreated: 0,
      recordsUpdated: 0,
      recordsUnchanged: first.recordsCreated,
    })
    const changes = await stack.sync(id, dataType)
    expect(changes, dataType).toMatchObject({ status: 'success', recordsCreated: 0, recordsUpdated: 0, recordsDeleted: 0 })
    expect(changes.recordsRead, dataType).toBeLessThan(first.recordsRead)
  }
  const [item] = erp.store.items.sorted('id')
  erp.store.items.put({ ...item!, updatedAt: new Date().toISOString(), fields: { ...item!.fields, displayName: 'A new name' } })
  expect(await stack.sync(id, 'products')).toMatchObject({ status: 'success', recordsUpdated: 1 })
})

test('an order goes out once through lost answers, and its status and its invoice come back', async () => {
  await using stack = await startStack()
  const { erp, id } = await startCompany(stack)
  await using _ = erp
  const sku = String(erp.store.items.sorted('id')[0]?.fields.number)
  for (const dataType of ['orders', 'order_status', 'invoices']) expect(await stack.sync(id, dataType)).toMatchObject({ status: 'success' })

  erp.faults.add({ kind: 'drop-after-store', method: 'POST', path: /salesOrders/, times: 1 })
  const ids = ['shop-1', 'SHOP-2', 'SHOP-3']
  await stack.client.call(
    'POST',
    `/erp/connections/${id}/records/orders`,
    ids.map((each) => order(each, sku)),
  )
  const pushed = await stack.sync(id, 'orders', { direction: 'bidirectional' })
  expect(pushed).toMatchObject({ status: 'success', recordsPushed: 3, recordsFailed: 0 })
  expect(erp.writeLog.summary()).toMatchObject({ stored: 3, duplicates: [] })

  const recordOf = (each: string) => stack.client.call<ERPRecord>('GET', `/erp/connections/${id}/records/orders/${each}`)
  await stack.sync(id, 'orders', { direction: 'bidirectional' })
  expect(await stack.sync(id, 'orders', { direction: 'bidirectional' })).toMatchObject({
    status: 'success',
    recordsPushed: 0,
    recordsConflicted: 0,
  })
  for (const each of ids) expect(await recordOf(each)).toMatchObject({ syncStatus: 'synced', data: { status: 'pending', total: '59.5' } })
  const { data, erpId } = await recordOf('shop-1')
  expect(data.ourReference).toMatch(/^LS[0-9A-V]{12}$/)

  erp.releaseOrder(String(erpId))
  erp.shipOrder(String(erpId))
  expect(await stack.sync(id, 'order_status')).toMatchObject({ status: 'success' })
  expect(await stack.sync(id, 'invoices')).toMatchObject({ status: 'success', recordsCreated: 1 })
  const number = String(data.orderNumber)
  const status = await stack.client.call<ERPRecord>('GET', `/erp/connections/${id}/records/order_status/${number}`)
  expect(status.data).toMatchObject({
    orderNumber: number,
    orderExternalId: erpId,
    status: 'shipped',
    shipments: [
      {
        lines: [
          { sku, quantity: '2' },
          { sku, quantity: '4' },
        ],
      },
    ],
  })
  const invoices = await stack.client.call<ERPRecord[]>('GET', `/erp/connections/${id}/records/invoices?limit=100`)
  expect(invoices.find((record) => record.data.orderNumber === number)?.data).toMatchObject({
    type: 'invoice',
    status: 'open',
    customerReference: data.ourReference,
    total: '59.5',
  })
  expect(await stack.sync(id, 'orders', { mode: 'full' })).toMatchObject({ status: 'success', recordsDeleted: 0 })
  expect(stack.output()).not.toContain(erp.clientSecret)
})
