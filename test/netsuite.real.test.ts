import type { ERPRecord } from '@linkspan/core'
import { startNetSuite } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { startStack } from './stack/stack.ts'

const dataTypes = ['products', 'inventory', 'orders', 'order_status', 'employees', 'invoices'] as const

async function startAccount(stack: Awaited<ReturnType<typeof startStack>>) {
  const erp = await startNetSuite({ dataset: { products: 25, orders: 30, employees: 12, invoices: 15 } })
  const { url, accountId, clientId, certificateId, privateKey, timeZone } = erp
  const connection = await stack.connect({
    provider: 'NetSuite',
    credentials: { apiUrl: url, accountId, clientId, certificateId, privateKey },
    settings: { accountTimeZone: timeZone, enabledDataTypes: [...dataTypes], retryDelay: 50, timeout: 5000 },
  })
  return { erp, id: connection.id }
}

const order = (id: string) => ({
  id,
  orderDate: '2026-11-23',
  requestedDeliveryDate: '2026-12-01',
  currency: 'EUR',
  total: '59.50',
  customerId: '17100001',
  lines: [
    { lineNumber: '1', sku: 'GS-1000000', quantity: '2', unitPrice: '12.50' },
    { lineNumber: '2', sku: 'GS-1000001', quantity: '4', unitPrice: '6.25' },
  ],
})

test('a NetSuite is tested and read, and read again without a change', async () => {
  await using stack = await startStack()
  const { erp, id } = await startAccount(stack)
  await using _ = erp
  const result = await stack.client.call<{ success: boolean; details: { checks: { name: string; ok: boolean }[] } }>(
    'POST',
    `/erp/connections/${id}/test`,
  )
  expect(result.details.checks.filter(({ ok }) => !ok)).toEqual([])
  const steps = ['DNS', 'TCP/TLS', 'Authentication', 'Subsidiary', 'Time zone', 'Clock']
  expect(result.details.checks.map(({ name }) => name)).toEqual([...steps, ...dataTypes])

  for (const dataType of dataTypes) {
    const first = await stack.sync(id, dataType)
    expect(first, dataType).toMatchObject({ status: 'success', recordsFailed: 0 })
    expect(first.recordsCreated, dataType).toBeGreaterThan(5)
    const whole = await stack.sync(id, dataType, { mode: 'full' })
    const unchanged = { status: 'success', recordsCreated: 0, recordsUpdated: 0, recordsUnchanged: first.recordsCreated }
    expect(whole, dataType).toMatchObject(unchanged)
    const changes = await stack.sync(id, dataType)
    expect(changes, dataType).toMatchObject({ status: 'success', recordsCreated: 0, recordsUpdated: 0, recordsDeleted: 0 })
    if (dataType !== 'inventory') expect(changes.recordsRead, dataType).toBeLessThan(first.recordsRead)
  }
  erp.database.change('item', 1_000_000, { displayname: 'A new name', lastmodifieddate: erp.store.dateOf(erp.store.now()) })
  expect(await stack.sync(id, 'products')).toMatchObject({ status: 'success', recordsUpdated: 1 })
  erp.database.remove('item', 'id = 1000001')
  expect(await stack.sync(id, 'products', { mode: 'full' })).toMatchObject({ status: 'success', recordsDeleted: 1 })
})

test('an order goes out once through lost answers, and its status and its invoice come back', async () => {
  await using stack = await startStack()
  const { erp, id } = await startAccount(stack)
  await using _ = erp
  for (const dataType of ['orders', 'order_status', 'invoices']) expect(await stack.sync(id, dataType)).toMatchObject({ status: 'success' })

  erp.faults.add({ kind: 'drop-after-store', method: 'POST', path: /salesOrder/, times: 1 })
  const ids = ['shop-1', 'SHOP-2', 'SHOP-3']
  await stack.client.call('POST', `/erp/connections/${id}/records/orders`, ids.map(order))
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

  erp.approveOrder(Number(erpId))
  erp.fulfillOrder(Number(erpId), { trackingNumbers: ['1Z-1'] })
  erp.invoiceOrder(Number(erpId))
  expect(await stack.sync(id, 'order_status')).toMatchObject({ status: 'success' })
  expect(await stack.sync(id, 'invoices')).toMatchObject({ status: 'success', recordsCreated: 1 })
  const status = await stack.client.call<ERPRecord>('GET', `/erp/connections/${id}/records/order_status/${erpId}`)
  expect(status.data).toMatchObject({
    orderNumber: data.orderNumber,
    orderExternalId: erpId,
    status: 'shipped',
    shipments: [
      {
        trackingNumbers: ['1Z-1'],
        lines: [
          { sku: 'GS-1000000', quantity: '2' },
          { sku: 'GS-1000001', quantity: '4' },
        ],
      },
    ],
  })
  const invoices = await stack.client.call<ERPRecord[]>('GET', `/erp/connections/${id}/records/invoices?limit=100`)
  expect(invoices.find((record) => record.data.orderNumber === data.orderNumber)?.data).toMatchObject({
    type: 'invoice',
    status: 'open',
    total: '59.5',
  })
  expect(await stack.sync(id, 'orders', { mode: 'full' })).toMatchObject({ status: 'success', recordsDeleted: 0 })
  expect(stack.output()).not.toContain(erp.privateKey.split('\n')[1])
})
