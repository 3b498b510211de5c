import { canonical } from '@linkspan/connector-kit/testing/opened'
import { expect, test } from 'vitest'
import { type OpenedNetSuite, openNetSuite, queriesOf } from './testing/open-netsuite.ts'

const start = () => openNetSuite({ dataset: { products: 10, orders: 40, invoices: 0, employees: 0 } })

const orderWith = ({ erp }: OpenedNetSuite, letter: string): number =>
  Number(erp.rows(`SELECT MIN(id) AS id FROM [transaction] WHERE type = 'SalesOrd' AND status = '${letter}'`)[0]?.id)

async function statusOf(opened: OpenedNetSuite, id: number, since: string | null = null) {
  const { records } = await opened.read('order_status', since)
  const record = records.find((each) => each.id === String(id))
  return record ? canonical('order_status', record) : undefined
}

test('an order has its fulfillments, each once, with their lines and tracking numbers', async () => {
  await using opened = await start()
  const id = orderWith(opened, 'B')
  const first = opened.erp.fulfillOrder(id, { share: 0.5, trackingNumbers: ['1Z-1', '1Z-2'] })
  const second = opened.erp.fulfillOrder(id, { status: 'A' })
  const status = await statusOf(opened, id)
  expect(status).toMatchObject({
    orderNumber: `SO${id}`,
    orderExternalId: String(id),
    shipments: [
      { shipmentId: `IF${first}`, trackingNumbers: ['1Z-1', '1Z-2'], shippedAt: expect.stringMatching(/^\d{4}-\d\d-\d\d/) },
      { shipmentId: `IF${second}` },
    ],
  })
  const [shipped, picked] = (status?.shipments ?? []) as { shippedAt?: string; lines: { sku: string; quantity: string }[] }[]
  expect(picked).not.toHaveProperty('shippedAt')
  for (const line of shipped?.lines ?? []) expect([line.sku.slice(0, 3), Number(line.quantity) > 0]).toEqual(['GS-', true])
  const [{ n } = {}] = opened.erp.rows(`SELECT COUNT(*) AS n FROM transactionline WHERE [transaction] = ${id} AND item IS NOT NULL`)
  expect(shipped?.lines).toHaveLength(Number(n))
})

test('a change of a fulfillment or a return brings its order, whose own time has not changed', async () => {
  await using opened = await start()
  const [shipped, returned] = [orderWith(opened, 'F'), orderWith(opened, 'G')]
  const since = new Date().toISOString()
  opened.erp.returnOrder(returned)
  const [{ id: fulfillment } = {}] = opened.erp.rows(`SELECT nextdoc AS id FROM previoustransactionlinelink WHERE previousdoc = ${shipped}`)
  opened.erp.store.changeDocument(Number(fulfillment), { status: 'B' })
  const { records } = await opened.read('order_status', since)
  expect(records.map(({ id }) => Number(id)).sort()).toEqual([shipped, returned].sort())
  for (const { changedAt } of records) expect(Date.parse(changedAt ?? '')).toBeGreaterThan(Date.parse(since) - 2000)
  expect(await statusOf(opened, returned, since)).toMatchObject({ status: 'returned', statusRaw: 'G' })
})

test('a return of a part, or one that was cancelled, returns no order', async () => {
  await using opened = await start()
  const many = Number(
    opened.erp.rows(
      `SELECT t.id AS id FROM [transaction] t JOIN transactionline l ON l.[transaction] = t.id
       WHERE t.status = 'F' AND t.type = 'SalesOrd' AND l.item IS NOT NULL AND l.quantity < -5 LIMIT 1`,
    )[0]?.id,
  )
  const part = opened.erp.returnOrder(many, 0.2)
  expect(await statusOf(opened, many)).toMatchObject({ status: 'shipped' })
  opened.erp.returnOrder(many)
  expect(await statusOf(opened, many)).toMatchObject({ status: 'returned' })
  const [{ id: whole } = {}] = opened.erp.rows(`SELECT MAX(id) AS id FROM [transaction] WHERE type = 'RtnAuth' AND id <> ${part}`)
  opened.erp.store.changeDocument(Number(whole), { status: 'C' })
  expect(await statusOf(opened, many)).toMatchObject({ status: 'shipped' })
})

test('a page of orders is read by a few queries, however many orders and fulfillments it has', async () => {
  await using opened = await start()
  await opened.read('order_status')
  expect(queriesOf(opened.erp).length).toBeLessThanOrEqual(5)
})

test('a role that may not see tracking numbers still gets statuses', async () => {
  await using opened = await openNetSuite({ dataset: { products: 5, orders: 10 }, hidden: ['trackingnumber.trackingnumber'] })
  const { records } = await opened.read('order_status')
  expect(records).toHaveLength(10)
  expect(records.some(({ fields }) => (fields.shipments as unknown[]).length > 0)).toBe(true)
})
