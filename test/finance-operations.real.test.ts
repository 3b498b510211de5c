import type { ERPChoices, ERPRecord } from '@linkspan/core'
import { startFinanceOperations } from '@linkspan/simulators'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, startStack } from './stack/stack.ts'

const dataTypes = ['products', 'inventory', 'orders', 'order_status', 'employees', 'invoices'] as const

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack[Symbol.asyncDispose]())

async function startEnvironment() {
  const erp = await startFinanceOperations({ dataset: { products: 25, orders: 30, employees: 12, invoices: 15 } })
  const { url, tokenUrl, tenantId, clientId, clientSecret } = erp
  const connection = await stack.connect({
    provider: 'Dynamics',
    credentials: { apiUrl: url, tokenUrl, tenantId, clientId, clientSecret },
    settings: { product: 'finance-operations', legalEntity: 'usmf', enabledDataTypes: [...dataTypes], retryDelay: 50, timeout: 5000 },
  })
  return { erp, id: connection.id }
}

const order = (id: string, sku: string) => ({
  id,
  orderDate: '2026-11-23',
  requestedDeliveryDate: '2026-12-01',
  currency: 'EUR',
  total: '50.00',
  customerId: '17100001',
  lines: [
    { lineNumber: '1', sku, quantity: '2', unitPrice: '12.50' },
    { lineNumber: '2', sku, quantity: '4', unitPrice: '6.25' },
  ],
})

test('a Finance and Operations is tested and read, and read again without a change', async () => {
  const { erp, id } = await startEnvironment()
  await using _ = erp
  const result = await stack.client.call<{ details: { checks: { name: string; ok: boolean }[] } }>('POST', `/erp/connections/${id}/test`)
  expect(result.details.checks.filter(({ ok }) => !ok)).toEqual([])
  expect(result.details.checks.map(({ name }) => name)).toEqual(['DNS', 'TCP/TLS', 'Authentication', 'Legal entity', 'Clock', ...dataTypes])

  for (const dataType of dataTypes) {
    const first = await stack.sync(id, dataType)
    expect(first, dataType).toMatchObject({ status: 'success', recordsFailed: 0 })
    expect(first.recordsCreated, dataType).toBeGreaterThan(10)
    for (const request of [{ mode: 'full' }, {}])
      expect(await stack.sync(id, dataType, request), dataType).toMatchObject({
        status: 'success',
        recordsCreated: 0,
        recordsUpdated: 0,
        recordsDeleted: 0,
      })
  }
  const [item] = erp.store.ReleasedProductsV2.sorted('id').filter(({ fields }) => fields.dataAreaId === 'usmf')
  erp.store.ReleasedProductsV2.put({ ...item!, fields: { ...item!.fields, SalesPrice: 1234.5 } })
  expect(await stack.sync(id, 'products')).toMatchObject({ status: 'success', recordsUpdated: 1 })

  const offered = (field: string) => stack.client.call<ERPChoices>('GET', `/erp/connections/${id}/choices/${field}`)
  expect((await offered('legalEntity')).choices.map(({ value }) => value)).toEqual(['dat', 'demf', 'usmf'])
  expect((await offered('warehouse')).choices.map(({ value }) => value)).toEqual(['1010/usmf-A', '1010/usmf-B'])
})

test('an order goes out once through lost answers, and its status and its invoice come back', async () => {
  const { erp, id } = await startEnvironment()
  await using _ = erp
  const [item] = erp.store.ReleasedProductsV2.sorted('id').filter(({ fields }) => fields.dataAreaId === 'usmf')
  const sku = String(item?.fields.ItemNumber)
  for (const dataType of ['orders', 'order_status', 'invoices']) expect(await stack.sync(id, dataType)).toMatchObject({ status: 'success' })

  erp.faults.add({ kind: 'drop-after-store', method: 'POST', path: /SalesOrderHeaders/, times: 1 })
  erp.faults.add({ kind: 'drop-before-store', method: 'POST', path: /\$batch/, times: 1 })
  const ids = ['shop-1', 'SHOP-2', 'SHOP-3']
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

  const recordOf = (each: string) => stack.client.call<ERPRecord>('GET', `/erp/connections/${id}/records/orders/${each}`)
  await stack.sync(id, 'orders', { direction: 'bidirectional' })
  expect(await stack.sync(id, 'orders', { direction: 'bidirectional' })).toMatchObject({
    status: 'success',
    recordsPushed: 0,
    recordsConflicted: 0,
  })
  for (const each of ids) {
    const { data, syncStatus } = await recordOf(each)
    expect([syncStatus, data.status, data.total]).toEqual(['synced', 'pending', '50'])
    const [header, ...others] = erp.ordersWith(String(data.ourReference))
    expect(others).toEqual([])
    expect(erp.linesOf(String(header?.fields.SalesOrderNumber))).toHaveLength(2)
  }

  const { data, erpId } = await recordOf('shop-1')
  const number = String(data.orderNumber)
  erp.packOrder(number)
  erp.invoiceOrder(number)
  expect(await stack.sync(id, 'order_status')).toMatchObject({ status: 'success' })
  expect(await stack.sync(id, 'invoices')).toMatchObject({ status: 'success', recordsCreated: 1 })
  const statuses = await stack.client.call<ERPRecord[]>('GET', `/erp/connections/${id}/records/order_status?limit=100`)
  expect(statuses.find((record) => record.data.orderNumber === number)?.data).toMatchObject({
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
    customerReference: data.ourReference,
    total: '59.5',
  })
  expect(await stack.sync(id, 'orders', { mode: 'full' })).toMatchObject({ status: 'success', recordsDeleted: 0 })
  expect(stack.output()).not.toContain(erp.clientSecret)
})
