import { idsOf, logCapture } from '@linkspan/connector-kit/testing/open-context'
import { expect, test } from 'vitest'
import { openFusion, queriesOf, rowsOf } from './testing/open-fusion.ts'

const dataset = { products: 30, orders: 40, employees: 0, invoices: 0, bulkShare: 0, tieSize: 1 }
const since = '2000-01-01T00:00:00.000Z'

test('pages go on by time from offset 0, are counted once, and are at most 499 rows', async () => {
  await using opened = await openFusion({ dataset, context: { pageSize: 5000 }, pageSize: 7 })
  const { records, pages } = await opened.read('orders')
  expect(records).toHaveLength(40)
  expect(pages.map(({ total }) => total)).toEqual(pages.map(() => 40))
  const queries = queriesOf(opened.erp, 'salesOrdersForOrderHub')
  expect(queries.map(({ limit, offset, orderBy }) => [limit, offset, orderBy])).toEqual(
    queries.map(() => ['499', '0', 'LastUpdateDate:asc,HeaderId:asc']),
  )
  expect(queries.map(({ totalResults }) => totalResults)).toEqual(['true', ...queries.slice(1).map(() => undefined)])
  expect(queries[0]).not.toHaveProperty('q')
  expect(queries[1]?.q).toMatch(/^LastUpdateDate >= '\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00'$/)
})

test.each(['touch', 'delete'] as const)('rows that move while pages are read are not left out (%s)', async (move) => {
  await using opened = await openFusion({ dataset, context: { pageSize: 7 } })
  const ids = rowsOf(opened.erp.store.salesOrdersForOrderHub.all()).map(({ key }) => key)
  opened.erp.faults.add({ kind: 'moving-rows', move, path: /salesOrders/, times: 3 })
  const { pages } = await opened.read('orders')
  expect(new Set(idsOf(pages))).toEqual(new Set(ids))
})

test('rows that all have one time are counted, and none is lost where a page ends', async () => {
  await using opened = await openFusion({ dataset: { ...dataset, bulkShare: 1 }, context: { pageSize: 7 } })
  const { pages } = await opened.read('orders')
  expect(idsOf(pages)).toHaveLength(40)
  expect(new Set(idsOf(pages)).size).toBe(40)
  expect(queriesOf(opened.erp, 'salesOrdersForOrderHub').some(({ offset }) => Number(offset) > 7)).toBe(true)
})

test('more rows than come make the pull partial', async () => {
  await using opened = await openFusion({ dataset, context: { pageSize: 7 } })
  opened.erp.faults.add({ kind: 'wrong-total', by: 5, path: /salesOrders/ })
  const { pages } = await opened.read('orders')
  expect([pages[0]?.total, pages.at(-1)?.partial]).toEqual([45, true])
})

test('a resource that cannot be asked by time is read whole, by an attribute that the tenant does not have too', async () => {
  const { logger, lines } = logCapture()
  await using opened = await openFusion({ dataset, unqueryable: ['itemsV2.LastUpdateDateTime'], context: { pageSize: 7, logger } })
  const { records, pages } = await opened.read('products', since)
  expect(new Set(records.map(({ id }) => id)).size).toBe(30)
  expect(pages.at(-1)?.partial).toBeUndefined()
  expect(lines.join('\n')).toContain('the resource is read in another way')
  expect(opened.erp.requests.filter(({ path }) => path.endsWith('/describe'))).toHaveLength(1)
  const last = queriesOf(opened.erp, 'itemsV2').at(-1)
  expect([last?.q, last?.orderBy]).toEqual(["OrganizationCode='V1'", 'ItemId:asc'])
})

test('orders that cannot be asked by time are read if they are new or open', async () => {
  await using opened = await openFusion({ dataset, unqueryable: ['salesOrdersForOrderHub.LastUpdateDate'], context: { pageSize: 7 } })
  const orders = rowsOf(opened.erp.store.salesOrdersForOrderHub.all())
  const newSince = '2024-06-01T00:00:00.000Z'
  const wanted = orders.filter(({ fields }) => fields.OpenFlag === true || String(fields.TransactionOn) >= newSince.slice(0, 10))
  expect(wanted.length).toBeLessThan(orders.length)
  const keys = new Set(wanted.map(({ key }) => key))
  expect(new Set((await opened.read('orders', newSince)).records.map(({ id }) => id))).toEqual(keys)
  const states = (await opened.read('order_status', newSince)).records.map(({ fields }) => fields.orderExternalId)
  expect(states).toEqual(expect.arrayContaining([...keys])) // and those of which something was shipped
})

test.each([
  ['a tenant that knows the simple grammar only', { knowsExpressions: false }, {}],
  ['version 1 of the REST framework', {}, { restFrameworkVersion: 1 }],
  ['version 2, whose children are lists', {}, { restFrameworkVersion: 2 }],
] as const)('all data types are read from %s', async (_, options, settings) => {
  await using opened = await openFusion({ ...options, settings, context: { pageSize: 7 } })
  const counts: Record<string, number> = {}
  for (const dataType of ['products', 'inventory', 'orders', 'order_status', 'employees', 'invoices'] as const)
    counts[dataType] = new Set((await opened.read(dataType)).records.map(({ id }) => id)).size
  expect(counts).toMatchObject({ products: 20, orders: 30, order_status: 30, employees: 12, invoices: 20 })
  expect(counts.inventory).toBeGreaterThan(20)
})

test('lists of values that a tenant does not take are asked for one by one', async () => {
  await using opened = await openFusion()
  opened.erp.faults.add({ kind: 'conflict', path: /%20or%20/, times: 'always' })
  const { records } = await opened.read('order_status')
  expect(records).toHaveLength(30)
  expect(records.some(({ fields }) => (fields.shipments as unknown[]).length > 0)).toBe(true)
  expect(queriesOf(opened.erp, 'shipmentLines').filter(({ q }) => q?.includes(' or '))).toHaveLength(1)
})

test('stock is read in the order that the tenant can give', async () => {
  await using opened = await openFusion({ unqueryable: ['inventoryOnhandBalances.LotNumber'], context: { pageSize: 7 } })
  const { records } = await opened.read('inventory')
  expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
  expect(queriesOf(opened.erp, 'inventoryOnhandBalances').at(-1)?.orderBy).toBe('ItemNumber:asc,SubinventoryCode:asc,Locator:asc')
})

test('children that did not come along are fetched, and every call asks for English and version 4', async () => {
  await using opened = await openFusion({ maxChildren: 1 })
  const { records } = await opened.read('orders')
  const orders = rowsOf(opened.erp.store.salesOrdersForOrderHub.all())
  for (const { key, fields } of orders) {
    const numbers = new Set((fields.lines as { SourceTransactionLineNumber: string }[]).map((line) => line.SourceTransactionLineNumber))
    const lines = records.find(({ id }) => id === key)?.fields.lines as { lineNumber: string }[]
    expect(new Set(lines.map(({ lineNumber }) => lineNumber))).toEqual(numbers)
  }
  const given = opened.erp.requests.map(({ headers }) => [headers['accept-language'], headers['rest-framework-version']])
  expect(given).toEqual(given.map(() => ['en', '4']))
})

test('a second pull brings the same content', async () => {
  await using opened = await openFusion()
  for (const dataType of ['products', 'orders', 'order_status', 'employees', 'invoices'] as const) {
    const content = async () => (await opened.read(dataType)).records.map(({ id, fields }) => ({ id, fields }))
    expect(await content()).toEqual(await content())
  }
})

test('changes are asked for five minutes further back than the platform does', async () => {
  await using opened = await openFusion()
  await opened.read('invoices', '2026-01-31T10:00:00.900Z')
  expect(queriesOf(opened.erp, 'receivablesInvoices')[0]?.q).toBe("LastUpdateDate >= '2026-01-31T09:55:00+00:00'")
})
