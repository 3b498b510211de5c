import type { ERPRecord } from '@linkspan/core'
import { startOracleFusion } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { startStack } from './stack/stack.ts'

const dataTypes = ['products', 'inventory', 'orders', 'order_status', 'employees', 'invoices'] as const

async function startTenant(stack: Awaited<ReturnType<typeof startStack>>) {
  const erp = await startOracleFusion({ dataset: { products: 25, orders: 30, employees: 12, invoices: 15 }, appearsAfterMs: 300 })
  const { url, tokenUrl, clientId, clientSecret, scope } = erp
  const connection = await stack.connect({
    provider: 'Oracle',
    credentials: { apiUrl: url, tokenUrl, clientId, clientSecret, scope },
    settings: {
      organizationCode: 'V1',
      inventoryOrganizations: ['M1'],
      sourceSystem: 'WEB',
      businessUnitName: 'US1 Business Unit',
      visibleAfterSeconds: 0.4,
      enabledDataTypes: [...dataTypes],
      retryDelay: 50,
      timeout: 5000,
    },
  })
  return { erp, id: connection.id }
}

const order = (id: string, sku: string) => ({
  id,
  orderDate: '2026-11-23',
  requestedDeliveryDate: '2026-12-01',
  customerReference: `PO-${id}`,
  currency: 'EUR',
  total: '59.50',
  customerId: '17100001',
  lines: [
    { lineNumber: '1', sku, quantity: '2' },
    { lineNumber: '2', sku, quantity: '4' },
  ],
})

test('an Oracle Fusion is tested and read, and read again without a change', async () => {
  await using stack = await startStack()
  const { erp, id } = await startTenant(stack)
  await using _ = erp
  const result = await stack.client.call<{ success: boolean; details: { checks: { name: string; ok: boolean }[] } }>(
    'POST',
    `/erp/connections/${id}/test`,
  )
  expect(result.details.checks.filter(({ ok }) => !ok)).toEqual([])
  const own = ['DNS', 'TCP/TLS', 'Authentication', 'Organization', 'Business unit', 'Clock']
  expect(result.details.checks.map(({ name }) => name)).toEqual([...own, ...dataTypes])

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
    if (dataType !== 'inventory') expect(changes.recordsRead, dataType).toBeLessThan(first.recordsRead)
  }
  const [item] = [...erp.store.itemsV2.all()].filter(({ fields }) => fields.OrganizationCode === 'V1')
  erp.store.itemsV2.put({ key: item!.key, fields: { ...item!.fields, ItemDescription: 'A new name' } })
  expect(await stack.sync(id, 'products')).toMatchObject({ status: 'success', recordsUpdated: 1 })
})

test('an order goes out once through lost answers, and its status and its invoice come back', async () => {
  await using stack = await startStack()
  const { erp, id } = await startTenant(stack)
  await using _ = erp
  const [item] = [...erp.store.itemsV2.all()]
  for (const dataType of ['orders', 'order_status', 'invoices']) expect(await stack.sync(id, dataType)).toMatchObject({ status: 'success' })

  erp.faults.add({ kind: 'drop-after-store', method: 'POST', path: /salesOrders/, times: 1 })
  const ids = ['shop-1', 'shop-2', 'shop-3']
  const sku = String(item?.fields.ItemNumber)
  await stack.client.call(
    'POST',
    `/erp/connections/${id}/records/orders`,
    ids.map((each) => order(each, sku)),
  )
  expect(await stack.sync(id, 'orders', { direction: 'bidirectional' })).toMatchObject({
    status: 'success',
    recordsPushed: 3,
    recordsFailed: 0,
  })
  expect(erp.writeLog.summary()).toMatchObject({ stored: 3, duplicates: [] })

  const recordOf = (each: string) => stack.client.call<ERPRecord>('GET', `/erp/connections/${id}/records/orders/${each}`)
  // New orders are not visible at once.
  const statuses = async () => {
    await stack.sync(id, 'orders', { direction: 'bidirectional' })
    return Promise.all(ids.map(async (each) => (await recordOf(each)).data.status))
  }
  await expect.poll(statuses, { timeout: 20_000 }).toEqual(ids.map(() => 'processing'))
  const again = await stack.sync(id, 'orders', { direction: 'bidirectional' })
  expect(again).toMatchObject({ status: 'success', recordsPushed: 0, recordsConflicted: 0 })
  for (const each of ids) expect(await recordOf(each)).toMatchObject({ syncStatus: 'synced', data: { customerReference: `PO-${each}` } })
  const { data, erpId } = await recordOf('shop-1')
  expect([erpId, data.ourReference]).toEqual([`WEB:${data.ourReference}`, expect.stringMatching(/^LS[0-9A-V]{12}$/)])

  erp.shipOrder(String(erpId))
  erp.invoiceOrder(String(erpId))
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
        carrier: 'UPS',
        lines: [
          { lineNumber: '1', sku, quantity: '2' },
          { lineNumber: '2', sku, quantity: '4' },
        ],
      },
    ],
  })
  const invoices = await stack.client.call<ERPRecord[]>('GET', `/erp/connections/${id}/records/invoices?limit=100`)
  expect(invoices.find((record) => record.data.orderNumber === number)?.data).toMatchObject({
    type: 'invoice',
    status: 'open',
    customerReference: 'PO-shop-1',
    total: data.total,
  })
  expect(await stack.sync(id, 'orders', { mode: 'full' })).toMatchObject({ status: 'success', recordsDeleted: 0 })
  expect(stack.output()).not.toContain(erp.clientSecret)
})
