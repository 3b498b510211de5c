import { openFor, readPages } from '@linkspan/connector-kit/testing/open-context'
import { canonical } from '@linkspan/connector-kit/testing/opened'
import { startServer } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { sapOData } from './connector.ts'
import { openSap } from './testing/open-sap.ts'

const longAgo = '2020-01-01T00:00:00.000Z'
const start = (settings: Readonly<Record<string, unknown>> = {}) =>
  openSap({ settings, dataset: { products: 10, orders: 20, from: '2023-01-01T00:00:00.000Z' } })

/** An open order of the dataset whose lines have these quantities. */
function freshOrder({ sap }: Awaited<ReturnType<typeof start>>, quantities: readonly string[] = ['4', '2']): string {
  const { id, lines } = sap.dataset.orders.add({ status: 'pending' })
  const sample = lines[0]!
  const own = quantities.map((quantity, at) => ({ ...sample, lineNumber: String((at + 1) * 10), quantity, quantityShipped: '0' }))
  sap.change('orders', id, { lines: own })
  return id
}

test.each(['v2', 'v4'] as const)('each order comes once, with its deliveries as shipments (%s)', async (odataVersion) => {
  await using opened = await start({ odataVersion })
  const { records, pages } = await opened.read('order_status')
  expect(records.map(({ id }) => id)).toEqual([...opened.sap.dataset.orders].map(({ id }) => id))
  expect(pages.map(({ total }) => total)).toEqual([20])
  const expected = { pending: 'pending', processing: 'processing', partially_shipped: 'partially_shipped', shipped: 'shipped' }
  for (const { id, status } of opened.sap.dataset.orders)
    expect([id, records.find((record) => record.id === id)?.fields.status]).toEqual([
      id,
      { ...expected, delivered: 'delivered' }[status as 'pending'] ?? status,
    ])
  const split = [...opened.sap.deliveries.headers].filter(
    ({ items }, _, all) => all.filter((other) => other.items[0]?.order === items[0]?.order).length > 1,
  )
  expect(split.length).toBeGreaterThan(0)
})

test.each([null, longAgo])(
  'an order is followed from its delivery to the proof of it, though its own change time stays (since %s)',
  async (since) => {
    await using opened = await start()
    const order = freshOrder(opened)
    const { updatedAt } = opened.sap.dataset.orders.get(order)!
    expect(await opened.statusOf(order, since)).toMatchObject({ status: 'pending', shipments: [], orderExternalId: order })

    const first = opened.sap.deliver([order], { issued: false })
    expect(await opened.statusOf(order, since)).toMatchObject({
      status: 'processing',
      statusRaw: expect.stringMatching(/OverallDeliveryStatus=C.*deliveries=1$/),
      shipments: [
        {
          shipmentId: first,
          lines: [
            { lineNumber: '10', quantity: '4' },
            { lineNumber: '20', quantity: '2' },
          ],
        },
      ],
    })
    opened.sap.issueGoods(first)
    const today = new Date().toISOString().slice(0, 10)
    const shipped = await opened.statusOf(order, since)
    expect(shipped).toMatchObject({
      status: 'shipped',
      shipments: [{ trackingNumbers: [`TRACK${first}`], carrierCode: '17300003', service: '01', shippedAt: `${today}T00:00:00.000Z` }],
    })
    expect(shipped?.shipments).not.toMatchObject([{ deliveredAt: expect.anything() }])
    opened.sap.confirmDelivery(first)
    expect(await opened.statusOf(order, since)).toMatchObject({
      status: 'delivered',
      shipments: [{ deliveredAt: `${today}T00:00:00.000Z` }],
    })
    expect(opened.sap.dataset.orders.get(order)?.updatedAt).toBe(updatedAt)
  },
)

test('a goods issue is found by the delivery alone, on the day of the last pull and on the two before', async () => {
  await using opened = await start()
  const order = freshOrder(opened)
  const before = new Date(Date.now() + 1000).toISOString()
  opened.sap.deliver([order])
  expect(await opened.statusOf(order, before)).toMatchObject({ status: 'shipped' })
  expect(await opened.statusOf(order, new Date(Date.now() + 1.5 * 86_400_000).toISOString())).toMatchObject({ status: 'shipped' })
  const { query } = opened.sap.requests.find(({ path }) => path.endsWith('A_OutbDeliveryHeader'))!
  expect(query.$filter).toMatch(
    /^LastChangeDate ge datetime'\d{4}-\d\d-\d\dT00:00:00' or CreationDate ge datetime'\d{4}-\d\d-\d\dT00:00:00'$/,
  )
  expect(query).toMatchObject({
    $expand: 'to_DeliveryDocumentItem,to_DeliveryDocumentPartner',
    $inlinecount: 'allpages',
    $orderby: 'DeliveryDocument',
  })
})

test('parts of an order are partly shipped until the last has left', async () => {
  await using opened = await start()
  const order = freshOrder(opened)
  opened.sap.deliver([order], { items: ['10'] })
  expect(await opened.statusOf(order)).toMatchObject({ status: 'partially_shipped' })
  const rest = opened.sap.deliver([order], { items: ['20'], issued: false })
  expect(await opened.statusOf(order)).toMatchObject({ status: 'partially_shipped', shipments: [{}, {}] })
  opened.sap.issueGoods(rest)
  expect(await opened.statusOf(order)).toMatchObject({ status: 'shipped', shipments: [{}, {}] })
})

test('more of one item does not stand in for another', async () => {
  await using opened = await start()
  const order = freshOrder(opened, ['4', '4'])
  opened.sap.deliver([order], { items: ['10'], share: 2 })
  expect(await opened.statusOf(order)).toMatchObject({ status: 'partially_shipped' })
})

test('one delivery of two orders is a shipment of each, with its own items; batches are summed up', async () => {
  await using opened = await start()
  const [one, other] = [freshOrder(opened, ['24']), freshOrder(opened, ['3'])]
  const delivery = opened.sap.deliver([one, other])
  for (const [order, quantity] of [
    [one, '24'],
    [other, '3'],
  ] as const)
    expect(await opened.statusOf(order, longAgo)).toMatchObject({
      status: 'shipped',
      shipments: [{ shipmentId: delivery, lines: [{ lineNumber: '10', quantity }] }],
    })
})

test('goods that come back are no shipment, and an order of which all came back is returned', async () => {
  await using opened = await start()
  const order = freshOrder(opened)
  opened.sap.deliver([order])
  opened.sap.deliver([order], { isReturn: true, items: ['20'] })
  expect(await opened.statusOf(order)).toMatchObject({ status: 'shipped', shipments: [{}] })
  opened.sap.deliver([order], { isReturn: true, items: ['10'] })
  expect(await opened.statusOf(order, longAgo)).toMatchObject({ status: 'returned', shipments: [{}] })
})

test('the time of the goods issue is told once the zone of the shipping point has a name', async () => {
  const delivery = {
    DeliveryDocument: '0080000001',
    OverallGoodsMovementStatus: 'C',
    ActualGoodsMovementDate: '/Date(1769731200000)/',
    ActualGoodsMovementTime: 'PT23H30M00S',
    Shippinglocationtimezone: 'CET',
    LastChangeDate: '/Date(1769731200000)/',
    to_DeliveryDocumentItem: {
      results: [
        {
          ReferenceSDDocument: '0000004711',
          ReferenceSDDocumentItem: '000010',
          ReferenceSDDocumentCategory: 'C',
          ActualDeliveryQuantity: '1',
        },
      ],
    },
  }
  const order = { SalesOrder: '4711', OverallDeliveryStatus: 'C', to_Item: { results: [{ SalesOrderItem: '10', RequestedQuantity: '1' }] } }
  const rows: Readonly<Record<string, readonly object[]>> = {
    A_OutbDeliveryHeader: [delivery],
    A_OutbDeliveryItem: [{ DeliveryDocument: '0080000001', ReferenceSDDocument: '0000004711' }],
    A_SalesOrder: [order],
  }
  await using server = await startServer({
    routes: [
      {
        path: /^\/sap\/opu\//,
        answer: ({ path }) => {
          const results = rows[path.split('/').at(-1) ?? '']
          return { status: results ? 200 : 403, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ d: { results } }) }
        },
      },
    ],
  })
  const read = async (deliveries: object, since: string | null) => {
    const connection = { credentials: { apiUrl: server.url, username: 'U', password: 'P' }, settings: { deliveries } }
    await using session = await openFor(sapOData, connection)
    const pages = await readPages(session, 'order_status', { after: null, since })
    return pages.flatMap(({ records }) => records).map((record) => canonical('order_status', record))
  }
  for (const since of [null, longAgo]) {
    const shipment = { shipmentId: '80000001', shippedAt: '2026-01-30T00:00:00.000Z', lines: [{ lineNumber: '10', quantity: '1' }] }
    expect((await read({}, since))[0]).toMatchObject({ orderNumber: '4711', status: 'shipped', shipments: [shipment] })
    const [named] = await read({ timeZones: { CET: 'Europe/Berlin' } }, since)
    expect(named).toMatchObject({ shipments: [{ shippedAt: '2026-01-30T22:30:00.000Z' }] })
    expect((await read({ orderCategories: ['X'] }, since)).map(({ shipments }) => shipments)).toEqual([[]])
  }
})

test('a delivery of an order that SAP does not show is told', async () => {
  await using opened = await start()
  const order = freshOrder(opened)
  opened.sap.deliver([order])
  opened.sap.remove('orders', order)
  const { pages, records } = await opened.read('order_status', longAgo)
  expect(records.map(({ id }) => id)).not.toContain(order)
  expect(pages.flatMap(({ warnings = [] }) => warnings)).toEqual([expect.stringContaining(order)])
})

test("a release that tells the time of a delivery's change is asked by it, and one without partners is not asked for them", async () => {
  const type = '<EntityType Name="H"><Property Name="LastChangeDateTime"/><NavigationProperty Name="to_DeliveryDocumentItem"/></EntityType>'
  const schema = `<Schema>${type}<EntityContainer><EntitySet Name="A_OutbDeliveryHeader" EntityType="X.H"/></EntityContainer></Schema>`
  const metadata = `<edmx:Edmx xmlns:edmx="x"><edmx:DataServices>${schema}</edmx:DataServices></edmx:Edmx>`
  await using server = await startServer({
    routes: [
      {
        path: /^\/sap\/opu\//,
        answer: ({ path }) => {
          const isMetadata = path.endsWith('$metadata')
          const headers = { 'content-type': isMetadata ? 'application/xml' : 'application/json' }
          return { status: 200, headers, body: isMetadata ? metadata : '{"d":{"results":[]}}' }
        },
      },
    ],
  })
  await using session = await openFor(sapOData, { credentials: { apiUrl: server.url, username: 'U', password: 'P' } })
  await readPages(session, 'order_status', { after: null, since: '2026-01-31T10:00:00.000Z' })
  const { query } = server.requests.find(({ path }) => path.endsWith('A_OutbDeliveryHeader'))!
  expect(query.$filter).toBe(
    "LastChangeDateTime ge datetimeoffset'2026-01-31T10:00:00.000Z' or CreationDate ge datetime'2026-01-29T00:00:00'",
  )
  expect(query.$expand).toBe('to_DeliveryDocumentItem')
})
