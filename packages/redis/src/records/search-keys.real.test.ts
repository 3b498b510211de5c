import { type DataTypeId, fillKeyIndex, type SourceRecord } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { caller, type Harness, startHarness } from '../testing/harness.ts'
import { parseSearchKey } from './search-keys.ts'

/** The index of business keys always says what the stored records say. */
let harness: Harness
let redis: Redis
let connectionId: string
let shown: Partial<Record<DataTypeId, SourceRecord[]>> = {}
beforeAll(async () => {
  const both = { pull: 'full', push: true } as const
  harness = await startHarness(
    (request, _, dataType) => pagesOf(shown[dataType as DataTypeId] ?? [], request, 10),
    {},
    {
      products: both,
      orders: both,
      order_status: { pull: 'full' },
      employees: { pull: 'full' },
      invoices: { pull: 'full' },
    },
  )
  harness.startWorker()
  redis = new Redis(harness.redis.url)
})
afterAll(async () => {
  redis.disconnect()
  await harness[Symbol.asyncDispose]()
})
beforeEach(async () => {
  shown = {}
  connectionId = await harness.connect({
    maxDeleteShare: 1,
    enabledDataTypes: ['products', 'orders', 'order_status', 'employees', 'invoices'],
  })
})

const row = (id: string, fields: object): SourceRecord => ({ id, fields: { ...fields }, raw: fields, changedAt: null })
const product = (id: string, sku: string, more: object = {}) => row(id, { sku, name: `Name of ${sku}`, ...more })
const order = (id: string, more: object = {}) =>
  row(id, {
    orderNumber: `N-${id}`,
    orderDate: '2026-01-01',
    currency: 'EUR',
    total: '5',
    lines: [{ lineNumber: '1', sku: 'X', quantity: '1' }],
    ...more,
  })
const indexKey = () => `erp_record:{${connectionId}}:by_key`

async function pull(dataType: DataTypeId, rows: SourceRecord[]) {
  shown[dataType] = rows
  expect(await harness.ended(await harness.start(connectionId, { dataType, mode: 'full' }))).toMatchObject({ status: 'success' })
}
const push = async (dataType: DataTypeId) =>
  expect(await harness.ended(await harness.start(connectionId, { dataType, direction: 'push' }))).toMatchObject({ status: 'success' })

/** The entries of the index, as `<data type> <record id> <field> <key>`. */
const indexed = async () =>
  (await redis.zrange(indexKey(), '0', '-1'))
    .map((member) => {
      const { dataType, recordId, field, key } = parseSearchKey(member) ?? {}
      return `${dataType} ${recordId} ${field} ${key}`
    })
    .sort()

test('what is pulled, changed and deleted enters the index and leaves it in the same step', async () => {
  await pull('products', [product('1', 'SKU-1'), product('2', 'SKU-2'), product('SKU-3', 'SKU-3')])
  expect(await indexed()).toEqual([
    'products 1 id 1',
    'products 1 sku sku-1',
    'products 2 id 2',
    'products 2 sku sku-2',
    'products SKU-3 sku sku-3',
  ])
  await pull('products', [product('1', 'SKU-1', { price: '7' }), product('2', 'OTHER-2')])
  expect(await indexed()).toEqual(['products 1 id 1', 'products 1 sku sku-1', 'products 2 id 2', 'products 2 sku other-2'])
  await harness.core.records.forget(caller, { connectionId, dataType: 'products', recordId: '1' })
  expect(await indexed()).toEqual(['products 2 id 2', 'products 2 sku other-2'])
  await pull('products', [])
  expect(await indexed()).toEqual([])
})

test('each data type has its keys, whatever characters are in them', async () => {
  await pull('orders', [order('o1', { customerReference: 'He said "yes" \\ no', ourReference: 'SHOP-1' }), order('o2')])
  await pull('order_status', [row('s1', { orderNumber: 'N-o1', status: 'shipped', orderExternalId: 'o1' })])
  await pull('employees', [row('e1', { employeeId: '007', displayName: 'James', email: 'James@Example.com' })])
  await pull('invoices', [
    row('i1', {
      invoiceNumber: 'INV-1',
      orderNumber: 'N-o1',
      customerReference: 'PO 5',
      issueDate: '2026-01-01',
      currency: 'EUR',
      total: '5',
    }),
  ])
  expect(await indexed()).toEqual([
    'employees e1 email james@example.com',
    'employees e1 employeeId 007',
    'employees e1 id e1',
    'invoices i1 customerReference po 5',
    'invoices i1 id i1',
    'invoices i1 invoiceNumber inv-1',
    'invoices i1 orderNumber n-o1',
    'order_status s1 id s1',
    'order_status s1 orderExternalId o1',
    'order_status s1 orderNumber n-o1',
    'orders o1 customerReference he said "yes" \\ no',
    'orders o1 id o1',
    'orders o1 orderNumber n-o1',
    'orders o1 ourReference shop-1',
    'orders o2 id o2',
    'orders o2 orderNumber n-o2',
  ])
})

test('a record of the system is found by its ids on both sides and by its reference', async () => {
  const [{ fields }] = [order('x')] as [SourceRecord]
  await harness.core.records.write(caller, { connectionId, dataType: 'orders', records: [{ id: 'an id in lower case', ...fields }] })
  await push('orders')
  const entries = await indexed()
  expect(entries).toContain('orders an id in lower case id an id in lower case')
  expect(entries.filter((entry) => / erpId | reference /.test(entry))).toEqual([
    expect.stringMatching(/ erpId erp-\d+$/),
    expect.stringMatching(/ reference ls[0-9a-v]{12}$/),
  ])
  await harness.core.records.forget(caller, { connectionId, dataType: 'orders', recordId: 'an id in lower case' })
  expect(await indexed()).toEqual([])
})

test('records that wait are listed by their state, latest change first, and leave that list with it', async () => {
  const written = ['PO-1', 'PO-2', 'PO-3'].map((id) => ({ id, ...order(id).fields }))
  await harness.core.records.write(caller, { connectionId, dataType: 'orders', records: written })
  const inState = async (syncStatus: 'pending' | 'synced', cursor?: string) => {
    const { items, next } = await harness.core.records.list(connectionId, 'orders', { syncStatus, limit: 2, cursor })
    return { ids: items.map(({ id }) => id), next: next ?? undefined }
  }
  const first = await inState('pending')
  expect(first.ids).toEqual(['PO-3', 'PO-2'])
  expect(await inState('pending', first.next)).toEqual({ ids: ['PO-1'], next: undefined })
  await push('orders')
  expect((await inState('pending')).ids).toEqual([])
  expect((await inState('synced')).ids).toHaveLength(2)
})

test('what an older version stored is indexed once, in the background', async () => {
  await pull('products', [product('1', 'SKU-1'), product('2', 'SKU-2')])
  const whole = await indexed()
  await redis.del(indexKey())
  await fillKeyIndex(harness.store)
  expect(await indexed()).toEqual(whole)
  expect(await harness.store.keyIndex.isComplete()).toBe(true)
  await redis.del(indexKey())
  await fillKeyIndex(harness.store)
  expect(await indexed()).toEqual([])
})

test('a connection that is deleted takes its index and its journeys along', async () => {
  await pull('products', [product('1', 'SKU-1')])
  await pull('products', [])
  await harness.store.connections.remove(connectionId)
  expect(await redis.keys(`erp_record:{${connectionId}}*`)).toEqual([])
})
