import type { ERPChoices, ERPPushPreview, ERPRecord, ERPSyncLog, RunEntry } from '@linkspan/core'
import { startSapOData, startSuccessFactors } from '@linkspan/simulators'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, startStack } from './stack/stack.ts'

const dataTypes = ['products', 'inventory', 'orders', 'order_status', 'invoices'] as const

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack[Symbol.asyncDispose]())

/** As many calls as the machine can make. */
const rateLimit = { max: 1000, perMs: 1000 }
const salesOrder = { organization: '1710', distributionChannel: '10', division: '00', priceCondition: 'PPR0', units: { EA: 'PC' } }

async function startS4() {
  const erp = await startSapOData({ dataset: { products: 25, orders: 30, invoices: 15 } })
  const connection = await stack.connect({
    provider: 'SAP',
    credentials: { apiUrl: erp.url, username: erp.user, password: erp.password },
    settings: { sapClient: '100', salesOrder, enabledDataTypes: [...dataTypes], retryDelay: 50, timeout: 20_000, rateLimit },
  })
  return { erp, id: connection.id }
}

const order = (id: string, sku: string, more: object = {}) => ({
  id,
  orderDate: '2026-11-23',
  requestedDeliveryDate: '2026-12-01',
  currency: 'EUR',
  total: '59.50',
  customerId: '17100001',
  lines: [
    { lineNumber: '10', sku, quantity: '2', unitPrice: '12.50' },
    { lineNumber: '20', sku, quantity: '4', unitPrice: '6.25' },
  ],
  ...more,
})

async function expectAllChecks(id: string, expected: readonly string[]): Promise<void> {
  const result = await stack.client.call<{ details: { checks: { name: string; ok: boolean }[] } }>('POST', `/erp/connections/${id}/test`)
  expect(result.details.checks.filter(({ ok }) => !ok)).toEqual([])
  expect(result.details.checks.map(({ name }) => name)).toEqual(expected)
}

test('an S/4HANA is tested and read, and read again without a change', async () => {
  const { erp, id } = await startS4()
  await using _ = erp
  await expectAllChecks(id, ['DNS', 'TCP/TLS', 'Authentication', 'Clock', ...dataTypes])
  for (const dataType of dataTypes) {
    const first = await stack.sync(id, dataType)
    expect(first, dataType).toMatchObject({ status: 'success', recordsFailed: 0 })
    expect(first.recordsCreated, dataType).toBeGreaterThan(5)
    const again = { status: 'success', recordsCreated: 0, recordsUpdated: 0, recordsDeleted: 0, recordsFailed: 0 }
    expect(await stack.sync(id, dataType, { mode: 'full' }), dataType).toMatchObject(again)
    expect(await stack.sync(id, dataType), dataType).toMatchObject(again)
  }
})

test('a form can offer the sales organizations of an S/4HANA before one is set', async () => {
  const { erp } = await startS4()
  await using _ = erp
  const credentials = { apiUrl: erp.url, username: erp.user, password: erp.password }
  const { id } = await stack.connect({ provider: 'SAP', status: 'testing', credentials, settings: { enabledDataTypes: ['orders'] } })
  const offered = await stack.client.call<ERPChoices>('GET', `/erp/connections/${id}/choices/salesOrder.organization`)
  expect(offered).toMatchObject({ field: 'salesOrder.organization', choices: [{ value: '1710', label: '1710' }], complete: true })
})

test('an order goes out once through lost answers, and its goods issue and its invoice come back', async () => {
  const { erp, id } = await startS4()
  await using _ = erp
  const sku = String(erp.dataset.products.at(0)?.sku)
  for (const dataType of ['orders', 'order_status', 'invoices']) expect(await stack.sync(id, dataType)).toMatchObject({ status: 'success' })

  erp.faults.add({ kind: 'drop-after-store', method: 'POST', path: /A_SalesOrder/, times: 1 })
  const ids = ['SHOP-1', 'SHOP-2', 'SHOP-3']
  const orders = ids.map((each) => order(each, sku, { discountTotal: '5.00', taxTotal: '9.50' }))
  await stack.client.call('POST', `/erp/connections/${id}/records/orders`, orders)
  const pushed = await stack.sync(id, 'orders', { direction: 'bidirectional' })
  expect(pushed).toMatchObject({ status: 'success', recordsPushed: 3, recordsFailed: 0 })
  expect(erp.writeLog.summary()).toMatchObject({ stored: 3, duplicates: [] })
  expect(await notesOf(pushed)).toEqual([
    ['warn', 'discountTotal', 3],
    ['info', 'taxTotal', 3],
  ])
  await stack.sync(id, 'orders', { direction: 'bidirectional' })
  const idle = await stack.sync(id, 'orders', { direction: 'bidirectional' })
  expect(idle).toMatchObject({ status: 'success', recordsPushed: 0, recordsConflicted: 0 })
  expect(await notesOf(idle)).toEqual([])

  const { erpId } = await stack.client.call<ERPRecord>('GET', `/erp/connections/${id}/records/orders/SHOP-1`)
  const delivery = erp.deliver([String(erpId)], { issued: false })
  expect(await stack.sync(id, 'order_status')).toMatchObject({ status: 'success' })
  const status = () => stack.client.call<ERPRecord>('GET', `/erp/connections/${id}/records/order_status/${erpId}`)
  expect((await status()).data).toMatchObject({ status: 'processing' })
  erp.issueGoods(delivery)
  erp.bill(String(erpId))
  expect(await stack.sync(id, 'order_status')).toMatchObject({ status: 'success' })
  expect(await stack.sync(id, 'invoices')).toMatchObject({ status: 'success', recordsCreated: 1 })
  expect((await status()).data).toMatchObject({
    status: 'shipped',
    orderExternalId: erpId,
    shipments: [{ shipmentId: delivery, trackingNumbers: [`TRACK${delivery}`], lines: [{ quantity: '2' }, { quantity: '4' }] }],
  })
  const invoices = await stack.client.call<ERPRecord[]>('GET', `/erp/connections/${id}/records/invoices?limit=100`)
  expect(invoices.find(({ data }) => data.orderNumber === erpId)?.data).toMatchObject({ type: 'invoice', status: 'open', total: '59.50' })
  expect(await stack.sync(id, 'order_status', { mode: 'full' })).toMatchObject({ status: 'success', recordsUpdated: 0, recordsDeleted: 0 })
  expect(stack.output()).not.toContain(erp.password)
})

/** Level, field and number of records of what a run has told about values that were not sent. */
async function notesOf({ id }: Pick<ERPSyncLog, 'id'>) {
  const entries = await stack.client.call<RunEntry[]>('GET', `/erp/sync-logs/${id}/entries`)
  return entries
    .filter(({ message }) => message.includes('is not sent to'))
    .map(({ level, details }) => [level, details?.path, details?.count])
}

test('a preview of a push names what would not be sent', async () => {
  const { erp, id } = await startS4()
  await using _ = erp
  const record = order('SHOP-9', String(erp.dataset.products.at(0)?.sku), { shippingTotal: '4.90' })
  const shown = await stack.client.call<ERPPushPreview>('POST', `/erp/connections/${id}/preview`, {
    dataType: 'orders',
    direction: 'push',
    record,
  })
  expect(shown).toMatchObject({
    status: 'send',
    notSent: [{ path: 'shippingTotal', value: '4.90', message: expect.stringContaining('salesOrder.freightCondition') }],
  })
})

test('a SuccessFactors is tested and read, and a leaver is terminated by the next pull of changes', async () => {
  await using erp = await startSuccessFactors({ dataset: { products: 0, orders: 0, employees: 40 } })
  const { companyId, user: username, password } = erp
  const { id } = await stack.connect({
    provider: 'SAP',
    credentials: { apiUrl: erp.url, companyId, username, password },
    settings: { product: 'successfactors', enabledDataTypes: ['employees'], retryDelay: 50, timeout: 20_000 },
  })
  await expectAllChecks(id, ['DNS', 'TCP/TLS', 'Authentication', 'Clock', 'employees'])
  expect(await stack.sync(id, 'employees')).toMatchObject({ status: 'success', recordsCreated: 40, recordsFailed: 0 })
  expect(await stack.sync(id, 'employees', { mode: 'full' })).toMatchObject({ status: 'success', recordsUnchanged: 40 })
  const leaver = [...erp.dataset.employees].find(({ status }) => status === 'active')!
  erp.change('employees', leaver.id, { status: 'terminated' })
  expect(await stack.sync(id, 'employees')).toMatchObject({ status: 'success', recordsUpdated: 1, recordsDeleted: 0 })
  const record = await stack.client.call<ERPRecord>('GET', `/erp/connections/${id}/records/employees/${leaver.id}`)
  expect(record.data).toMatchObject({ status: 'terminated', active: false })
  expect(stack.output()).not.toContain(password)
})
