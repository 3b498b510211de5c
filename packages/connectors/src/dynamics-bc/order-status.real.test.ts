import { canonical } from '@linkspan/connector-kit/testing/opened'
import { sampleOrder } from '@linkspan/connector-kit/testing/sample-order'
import { expect, test } from 'vitest'
import { openBc } from './testing/open-bc.ts'

const start = () => openBc({ dataset: { products: 10, orders: 0, invoices: 0 } })
type Opened = Awaited<ReturnType<typeof start>>

async function pushed({ sink, erp }: Opened, reference: string, quantities: readonly string[] = ['4', '2']) {
  const sku = String(erp.store.items.sorted('id')[0]?.fields.number)
  const lines = quantities.map((quantity, at) => ({ lineNumber: String(at + 1), type: 'item', sku, quantity, unitPrice: '12.50' }))
  const outcome = await sink.write(sampleOrder(reference, { lines }))
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome))
  return { erpId: outcome.record.erpId, number: String(outcome.record.fields?.orderNumber) }
}

const statusOf = async ({ read }: Opened, number: string, since: string | null) => {
  const { records } = await read('order_status', since)
  const found = records.filter(({ id }) => id === number)
  return found.length === 0 ? null : canonical('order_status', found.at(-1)!)
}

test.each([null, '2020-01-01T00:00:00.000Z'])('an order is followed from its draft to its return (since %s)', async (since) => {
  await using opened = await start()
  const { erpId, number } = await pushed(opened, 'O-1')
  expect(await statusOf(opened, number, since)).toMatchObject({
    status: 'pending',
    statusRaw: 'Draft',
    orderExternalId: erpId,
    shipments: [],
  })
  opened.erp.releaseOrder(erpId)
  expect(await statusOf(opened, number, since)).toMatchObject({ status: 'processing' })
  opened.erp.shipOrder(erpId, { share: 0.5, invoices: false })
  expect(await statusOf(opened, number, since)).toMatchObject({
    status: 'partially_shipped',
    shipments: [
      {
        lines: [
          { lineNumber: '10000', quantity: '2' },
          { lineNumber: '20000', quantity: '1' },
        ],
      },
    ],
  })
  opened.erp.shipOrder(erpId, { invoices: false })
  expect(await statusOf(opened, number, since)).toMatchObject({ status: 'shipped', statusRaw: 'Open', shipments: [{}, {}] })
})

test.each([null, '2020-01-01T00:00:00.000Z'])('a finished order is gone, and its documents tell (since %s)', async (since) => {
  await using opened = await start()
  const { erpId, number } = await pushed(opened, 'O-1')
  const other = await pushed(opened, 'O-2')
  opened.erp.shipOrder(erpId)
  expect(opened.erp.store.salesOrders.get(erpId)).toBeUndefined()
  expect(await statusOf(opened, number, since)).toMatchObject({
    status: 'shipped',
    statusRaw: 'Posted',
    orderExternalId: erpId,
    shipments: [{}],
  })
  expect(await statusOf(opened, other.number, since)).toMatchObject({ status: 'pending' })
  const [invoice] = opened.erp.store.salesInvoices.with('orderNumber', number)
  opened.erp.creditInvoice(String(invoice?.fields.number))
  expect(await statusOf(opened, number, since)).toMatchObject({ status: 'returned', statusRaw: 'Credited' })
})

test('a deleted order without any document is in no pull', async () => {
  await using opened = await start()
  const { erpId, number } = await pushed(opened, 'O-1')
  opened.erp.store.salesOrders.remove(erpId)
  expect(await statusOf(opened, number, null)).toBeNull()
})

test('a delta shows the orders of new shipments, invoices and credit memos, and no others', async () => {
  await using opened = await start()
  const old = await pushed(opened, 'O-1')
  const { erpId, number } = await pushed(opened, 'O-2')
  await new Promise((resolve) => setTimeout(resolve, 20))
  const since = new Date().toISOString()
  opened.erp.shipOrder(erpId)
  const { records } = await opened.read('order_status', since)
  expect(new Set(records.map(({ id }) => id))).toEqual(new Set([number]))
  expect(records.some(({ id }) => id === old.number)).toBe(false)
})

test('of a hundred orders with shipments the documents are asked for twenty orders at a time', async () => {
  await using opened = await openBc({ dataset: { products: 10, orders: 200, invoices: 0 } })
  const { records } = await opened.read('order_status')
  expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
  expect(records.length).toBeGreaterThan(100)
  const calls = opened.erp.requests.filter(({ path }) => /\/sales/.test(path)).length
  expect(calls).toBeLessThan(40)
})

test('nothing is said to have changed after reading began, so that what changes meanwhile is asked for again', async () => {
  await using opened = await openBc({ dataset: { products: 10, orders: 30, invoices: 0 }, pageSize: 5 })
  const times: string[] = []
  let begun = ''
  for await (const page of opened.session.source('order_status').pages({ after: null, since: null })) {
    if (begun === '') await new Promise((resolve) => setTimeout(resolve, 1100)) // the server tells its time in whole seconds
    begun ||= page.serverTime ?? ''
    const [open] = opened.erp.store.salesOrders
      .sorted('id')
      .filter(({ lines }) => lines.every(({ shippedQuantity }) => shippedQuantity === 0))
    if (open) opened.erp.shipOrder(open.id)
    times.push(...page.records.flatMap(({ changedAt }) => changedAt ?? []))
  }
  expect(opened.erp.store.salesShipments.sorted('time').at(-1)?.updatedAt.localeCompare(begun)).toBe(1)
  expect(times.filter((time) => time === begun).length).toBeGreaterThan(0)
  expect(times.filter((time) => time > begun)).toEqual([])
})
