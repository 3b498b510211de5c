import { logCapture } from '@linkspan/connector-kit/testing/open-context'
import { canonical } from '@linkspan/connector-kit/testing/opened'
import { expect, test } from 'vitest'
import { type OpenedFusion, openFusion, rowsOf } from './testing/open-fusion.ts'
import { sampleOrder } from './testing/sample-order.ts'

const start = (options: Parameters<typeof openFusion>[0] = {}) =>
  openFusion({ dataset: { products: 10, orders: 5, invoices: 0 }, ...options })
const line = (lineNumber: string, quantity: string) => ({ lineNumber, type: 'item', sku: 'GS-1000000', quantity })

async function pushed({ sink }: OpenedFusion, reference: string): Promise<{ readonly key: string; readonly number: string }> {
  const outcome = await sink.write(sampleOrder(reference, { lines: [line('1', '2'), line('2', '1')] }))
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome))
  return { key: outcome.record.erpId, number: String(outcome.record.fields?.orderNumber) }
}

async function statusOf(opened: OpenedFusion, number: string, since: string | null = null): Promise<Record<string, unknown> | null> {
  const { records } = await opened.read('order_status', since)
  const record = records.findLast(({ id }) => id === number)
  return record ? canonical('order_status', record) : null
}

test.each([null, '2020-01-01T00:00:00.000Z'])(
  'an order is shipped in parts, and its shipments tell when and by whom (since %s)',
  async (since) => {
    await using opened = await start()
    const { key, number } = await pushed(opened, 'O-1')
    expect(await statusOf(opened, number, since)).toMatchObject({
      status: 'processing',
      statusRaw: 'OPEN',
      orderExternalId: key,
      shipments: [],
    })
    const first = opened.erp.shipOrder(key, { quantity: 1, statusCode: 'X' })
    expect(await statusOf(opened, number, since)).toMatchObject({
      status: 'partially_shipped',
      shipments: [
        {
          shipmentId: first,
          carrier: 'UPS',
          trackingNumbers: [`1Z${first}`],
          shippedAt: `${new Date().toISOString().slice(0, 10)}T00:00:00.000Z`,
          lines: [
            { lineNumber: '1', sku: 'GS-1000000', quantity: '1' },
            { lineNumber: '2', quantity: '1' },
          ],
        },
      ],
    })
    opened.erp.shipOrder(key, { quantity: 1 })
    expect(await statusOf(opened, number, since)).toMatchObject({ status: 'shipped', statusRaw: 'OPEN', shipments: [{}, {}] })
  },
)

test('a delta shows the orders whose shipment lines have changed, and no others', async () => {
  await using opened = await start()
  const { salesOrdersForOrderHub: orders } = opened.erp.store
  for (const row of rowsOf(orders.all())) orders.put({ ...row, updatedAt: '2024-01-01T00:00:00.000Z' })
  const since = '2026-01-01T00:00:00.000Z'
  expect((await opened.read('order_status', since)).records).toEqual([])
  const [order] = rowsOf(orders.all())
  opened.erp.shipOrder(order!.key)
  expect((await opened.read('order_status', since)).records.map(({ id }) => id)).toEqual([order?.fields.OrderNumber])
})

test('shipment lines may name an order by the number that its source has for it', async () => {
  await using opened = await start()
  const { key, number } = await pushed(opened, 'WEB-4711')
  opened.erp.shipOrder(key)
  const { shipmentLines } = opened.erp.store
  for (const row of rowsOf(shipmentLines.all()))
    if (row.fields.Order === number) shipmentLines.put({ ...row, fields: { ...row.fields, Order: 'WEB-4711' } })
  for (const since of [null, '2026-01-01T00:00:00.000Z'])
    expect(await statusOf(opened, number, since)).toMatchObject({
      status: 'shipped',
      shipments: [{ lines: [{ quantity: '2' }, { quantity: '1' }] }],
    })
})

test.each([
  [{ LineStatus: 'Ready to Release', ShippedQuantity: 2, ActualShipDate: null, LineStatusCode: 'C' }, 0],
  [{ LineStatus: 'Cancelled', ShippedQuantity: 2, LineStatusCode: 'Y' }, 0],
  [{ LineStatus: 'Staged', ShippedQuantity: 0, LineStatusCode: 'C' }, 0],
  [{ LineStatus: 'Interfaced', ShippedQuantity: 2, ActualShipDate: null, LineStatusCode: 'X' }, 1],
] as const)('the words and the quantity of a shipment line count, not its code: %j', async (fields, count) => {
  await using opened = await start()
  const { key, number } = await pushed(opened, 'O-1')
  opened.erp.shipOrder(key)
  const { shipmentLines } = opened.erp.store
  for (const row of rowsOf(shipmentLines.all()))
    if (row.fields.Order === number) shipmentLines.put({ ...row, fields: { ...row.fields, ...fields } })
  expect((await statusOf(opened, number))?.shipments).toHaveLength(count)
})

type Changes = Readonly<Record<string, unknown>>
test.each([
  ['cancelled', {}, [{ CanceledFlag: true }, { StatusCode: 'CANCELED' }]],
  ['cancelled', { CanceledFlag: true }, [{}, {}]],
  ['on_hold', { OnHoldFlag: true }, [{}, { ShippedQuantity: 1 }]],
  ['shipped', { OnHoldFlag: true }, [{ ShippedQuantity: 2 }, { ShippedQuantity: 1 }]],
  ['shipped', {}, [{ ShippedQuantity: 2 }, { CanceledFlag: true }]],
  [
    'shipped',
    { StatusCode: 'CLOSED' },
    [
      { StatusCode: 'CLOSED', ShippedQuantity: null },
      { StatusCode: 'BILLED', ShippedQuantity: null },
    ],
  ],
  [
    'delivered',
    {},
    [
      { ShippedQuantity: 2, ActualDeliveryDate: '2026-01-01' },
      { ShippedQuantity: 1, ActualDeliveryDate: '2026-01-01' },
    ],
  ],
  ['returned', {}, [{ ShippedQuantity: 2 }, { TransactionCategoryCode: 'RETURN', OrderedQuantity: 2 }]],
  ['processing', {}, [{ StatusCode: 'NOT_STARTED' }, { StatusCode: 'BACKORDERED' }]],
  ['pending', {}, [{ StatusCode: 'NOT_STARTED' }, { StatusCode: 'CREATED' }]],
  ['pending', { SubmittedFlag: false, StatusCode: 'DOO_DRAFT' }, [{}, {}]],
  ['unknown', {}, [{ StatusCode: 'MAGIC' }, { StatusCode: 'CREATED' }]],
] as const)('an order is %s by its lines: %j %j', async (status, header, lines: readonly Changes[]) => {
  const { toLines } = await import('./order-lines.ts')
  const { orderStatusOf } = await import('./order-progress.ts')
  const rows = lines.map((each, at) => ({
    SourceTransactionLineNumber: String(at + 1),
    OrderedQuantity: 2 - at,
    ShippedQuantity: 0,
    StatusCode: 'AWAIT_SHIP',
    ...each,
  }))
  const found = orderStatusOf({ StatusCode: 'OPEN', SubmittedFlag: true, ...header }, toLines(rows))
  expect(status === 'unknown' ? [found, status] : found).toEqual(status === 'unknown' ? ['MAGIC', 'unknown'] : status)
})

test('shipment lines tell what is shipped before the order does', async () => {
  await using opened = await start()
  const { key, number } = await pushed(opened, 'O-1')
  const { salesOrdersForOrderHub: orders } = opened.erp.store
  const before = orders.get(key)
  opened.erp.shipOrder(key)
  orders.put(before!)
  for (const since of [null, '2026-01-01T00:00:00.000Z'])
    expect(await statusOf(opened, number, since)).toMatchObject({ status: 'shipped', shipments: [{}] })
})

test('carriers that cannot be read are left out, and asked for no more', async () => {
  const { logger, lines } = logCapture()
  await using opened = await openFusion({ context: { logger, pageSize: 5 } })
  opened.erp.faults.add({ kind: 'forbidden', path: /\/shipments/, times: 'always' })
  const { records } = await opened.read('order_status')
  const shipped = records.flatMap(({ fields }) => fields.shipments as readonly Record<string, unknown>[])
  expect(shipped.length).toBeGreaterThan(3)
  expect(shipped.every((shipment) => shipment.carrier === undefined && shipment.trackingNumbers !== undefined)).toBe(true)
  expect(opened.erp.requests.filter(({ path }) => path.endsWith('/shipments'))).toHaveLength(1)
  expect(lines.join('\n')).toContain('their carriers are left out')
})

test('of two hundred orders shipments are asked for twenty orders at a time', async () => {
  await using opened = await openFusion({ dataset: { products: 10, orders: 200, invoices: 0 } })
  const { records } = await opened.read('order_status')
  expect(new Set(records.map(({ id }) => id)).size).toBe(200)
  expect(opened.erp.requestCount).toBeLessThan(30)
})

test('nothing is said to have changed after reading began', async () => {
  await using opened = await start({ context: { pageSize: 2 } })
  const [order] = rowsOf(opened.erp.store.salesOrdersForOrderHub.all())
  opened.erp.store.salesOrdersForOrderHub.put({ ...order!, updatedAt: '2100-01-01T00:00:00.000Z' })
  const { pages, records } = await opened.read('order_status')
  const begun = pages[0]?.serverTime ?? ''
  expect(records.find(({ id }) => id === order?.fields.OrderNumber)?.changedAt).toBe(begun)
})
