import { openFor } from '@linkspan/connector-kit/testing/open-context'
import { sampleOrder } from '@linkspan/connector-kit/testing/sample-order'
import { startServer } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { netSuite } from './connector.ts'
import { openNetSuite, queriesOf, tokenOf } from './testing/open-netsuite.ts'

const start = (options: Parameters<typeof openNetSuite>[0] = {}) => openNetSuite({ dataset: { products: 10, orders: 5 }, ...options })
const line = (more: object = {}) => ({ lineNumber: '1', type: 'item', sku: 'GS-1000000', quantity: '2', unitPrice: '12.50', ...more })

type Opened = Awaited<ReturnType<typeof start>>
const postsOf = ({ erp }: Opened) => erp.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/salesOrder'))

test('an order is created by one POST, with references by internal ids', async () => {
  await using opened = await start({
    settings: { units: { PC: '1' }, orderStatus: 'B', location: '1', orderFields: { customForm: { id: '101' } } },
  })
  const shipTo = { name: 'Shop', line1: 'Hohe Straße 1', city: 'Köln', postalCode: '50667', country: 'DE' }
  const data = { shipTo, customerReference: "PO 'A'", shippingTotal: '4.90' }
  const lines = [line({ uom: 'PC', discount: '0.10' }), line({ lineNumber: '2', uom: 'SET', locationId: '1' })]
  const outcome = await opened.sink.write(sampleOrder('W-1', { data, lines }))
  expect(outcome).toMatchObject({ kind: 'accepted', record: { erpId: expect.stringMatching(/^\d+$/), fields: null } })
  expect(postsOf(opened).map(({ body }) => JSON.parse(body))).toEqual([
    {
      customForm: { id: '101' },
      externalId: 'W-1',
      entity: { id: '17100001' },
      otherRefNum: "PO 'A'",
      tranDate: '2026-11-23',
      shipDate: '2026-12-01',
      orderStatus: { id: 'B' },
      currency: { id: '2' },
      location: { id: '1' },
      shippingCost: 4.9,
      shippingAddress: { addressee: 'Shop', addr1: 'Hohe Straße 1', city: 'Köln', zip: '50667', country: { id: 'DE' } },
      item: {
        items: [
          { item: { id: '1000000' }, quantity: 2, rate: 12.5, amount: 24.9, units: { id: '1' } },
          { item: { id: '1000000' }, quantity: 2, rate: 12.5, location: { id: '1' } },
        ],
      },
    },
  ])
  expect(postsOf(opened)[0]?.headers).toMatchObject({ 'x-netsuite-propertynamevalidation': 'Error' })
})

test('no digit of a quantity or price is lost', async () => {
  await using opened = await start()
  await opened.sink.write(sampleOrder('W-1', { lines: [line({ quantity: '12345678901234.56789', unitPrice: '0.10000001' })] }))
  expect(postsOf(opened)[0]?.body).toContain('"quantity":12345678901234.56789,"rate":0.10000001')
})

test('items and currencies are looked up once for many orders', async () => {
  await using opened = await start()
  for (let at = 0; at < 20; at++) expect(await opened.sink.write(sampleOrder(`W-${at}`))).toMatchObject({ kind: 'accepted' })
  expect([postsOf(opened).length, queriesOf(opened.erp).length]).toEqual([20, 2])
})

test('an order that was written is found as a pull shows it, by any reference', async () => {
  await using opened = await start()
  for (const reference of ['W-1', 'A/1 ü:2?x=y%20', "O'Brien"]) {
    const outcome = await opened.sink.write(sampleOrder(reference, { data: { shippingTotal: '5' } }))
    const erpId = outcome.kind === 'accepted' ? outcome.record.erpId : ''
    expect(await opened.sink.find(sampleOrder(reference))).toMatchObject({
      erpId,
      fields: {
        orderNumber: `SO${erpId}`,
        ourReference: reference,
        currency: 'EUR',
        customerId: '17100001',
        status: 'pending',
        subtotal: '25',
        shippingTotal: '5',
        lines: [{ sku: 'GS-1000000', quantity: '2', unitPrice: '12.5', lineTotal: '25' }],
      },
    })
  }
  expect(await opened.sink.find(sampleOrder('W-2'))).toBeNull()
})

test('a second order with the same external id is refused by NetSuite, and the first is found', async () => {
  await using opened = await start()
  const first = await opened.sink.write(sampleOrder('W-1'))
  const second = await opened.sink.write(sampleOrder('W-1'))
  expect([first, second].map((outcome) => outcome.kind === 'accepted' && outcome.record.erpId)).toEqual([
    expect.stringMatching(/^\d+$/),
    first.kind === 'accepted' && first.record.erpId,
  ])
  expect(opened.erp.writeLog.find('W-1')).toMatchObject({ timesStored: 1, refusals: [[expect.stringContaining('already exists')]] })
})

test.each([
  [{ lines: [line({ type: 'charge' })] }, /is a charge/],
  [{ lines: [line({ sku: 'NOTHING' })] }, /no item "NOTHING"/],
  [{ data: { customerId: undefined } }, /customerId/],
  [{ data: { currency: 'XXX' } }, /no currency XXX/],
  [{ data: { customerId: '999' } }, /Invalid Field Value 999 for the following field: entity/],
  [{ lines: [line({ quantity: '-1' })] }, /positive quantity/],
  [{ reference: ' ' }, /no reference/],
] as const)('an order is refused in words that say why: %j', async (more, reason) => {
  await using opened = await start()
  expect(await opened.sink.write(sampleOrder('W-1', more as object))).toMatchObject({
    kind: 'refused',
    reason: expect.stringMatching(reason),
  })
})

test('of an order that NetSuite has, dates, reference and address can be changed', async () => {
  await using opened = await start()
  const outcome = await opened.sink.write(sampleOrder('W-1'))
  const erpId = outcome.kind === 'accepted' ? outcome.record.erpId : ''
  const changed = (fields: readonly string[], data: object) =>
    opened.sink.write(sampleOrder('W-1', { erpId, changed: fields, data: { ...data } }))
  expect(
    await changed(['requestedDeliveryDate', 'customerReference'], { requestedDeliveryDate: '2026-12-24', customerReference: 'PO-9' }),
  ).toMatchObject({
    kind: 'accepted',
    record: { erpId },
  })
  expect(await opened.sink.find(sampleOrder('W-1', { erpId }))).toMatchObject({
    fields: { requestedDeliveryDate: '2026-12-24', customerReference: 'PO-9' },
  })
  expect(await changed(['lines'], {})).toMatchObject({ kind: 'refused' })
})

test('an account whose addresses have no addressee gets orders without it', async () => {
  await using opened = await start({ hidden: ['shippingAddress.addressee'] })
  const shipTo = { name: 'Shop', line1: 'Hohe Straße 1', city: 'Köln' }
  for (const reference of ['W-1', 'W-2'])
    expect(await opened.sink.write(sampleOrder(reference, { data: { shipTo } }))).toMatchObject({ kind: 'accepted' })
  expect(postsOf(opened).map(({ body }) => body.includes('addressee'))).toEqual([true, false, false])
})

test('a page that says "not found" in a proxy\'s words does not say that an order is absent', async () => {
  await using opened = await start()
  const page = { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Not Found</h1>' }
  await using proxy = await startServer({ routes: [{ path: /./, answer: () => page }] })
  await using session = await openFor(netSuite, { credentials: tokenOf(opened.erp, proxy.url) })
  await expect(session.sink?.('orders').find(sampleOrder('W-1'))).rejects.toMatchObject({ code: 'setup.resource-missing' })
})

test('an answer without an address is completed by a look-up', async () => {
  await using opened = await start()
  const stored = await opened.sink.write(sampleOrder('W-1'))
  const erpId = stored.kind === 'accepted' ? stored.record.erpId : ''
  await using forwarder = await startServer({
    routes: [
      { method: 'POST', path: /salesOrder$/, answer: () => ({ status: 204, headers: {}, body: '' }) },
      {
        path: /./,
        answer: async ({ method, rawPath, rawQuery, headers, body }) => {
          const { authorization = '', prefer = '', 'content-type': type = 'application/json' } = headers
          const sent = {
            method,
            headers: { authorization, 'content-type': type, prefer: String(prefer) },
            ...(method !== 'GET' && { body }),
          }
          const answer = await fetch(`${opened.erp.url}${rawPath}?${rawQuery}`, sent)
          return { status: answer.status, headers: { 'content-type': 'application/json' }, body: await answer.text() }
        },
      },
    ],
  })
  const { accountId, clientId, certificateId, privateKey } = opened.erp
  const credentials = {
    accountId,
    clientId,
    certificateId,
    privateKey,
    apiUrl: forwarder.url,
    tokenUrl: `${opened.erp.url}/services/rest/auth/oauth2/v1/token`,
  }
  await using session = await openFor(netSuite, { credentials })
  expect(await session.sink?.('orders').write(sampleOrder('W-1'))).toMatchObject({ kind: 'accepted', record: { erpId } })
})
