import { openFor, readPages } from '@linkspan/connector-kit/testing/open-context'
import type { OutgoingRecord, RecordSink } from '@linkspan/core/connector'
import { json, startServer, text } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { sapOData } from './connector.ts'

type Answer = Parameters<typeof startServer>[0]['routes'][number]['answer']

const salesOrder = { organization: '1710', distributionChannel: '10', division: '00' }
const token = json({}, { headers: { 'x-csrf-token': 'T', 'set-cookie': 'SID=1' } })
const order: OutgoingRecord = {
  id: 'O1',
  erpId: null,
  reference: 'WEBSHOP2026',
  idempotencyKey: 'k1',
  data: { customerId: 'C1', currency: 'EUR', lines: [{ lineNumber: '10', type: 'item', sku: 'A', quantity: '1' }] },
  changed: null,
  erpVersion: null,
  sentAt: '2026-11-23T10:00:00.000Z',
}

/** A session with an SAP that answers what is no request for a token as told. */
async function open(answer: Answer, settings: Readonly<Record<string, unknown>> = { salesOrder }) {
  const server = await startServer({
    routes: [
      {
        path: /./,
        answer: (exchange) =>
          exchange.headers['x-csrf-token'] === 'Fetch'
            ? token
            : (answer as never as (e: typeof exchange) => ReturnType<typeof json>)(exchange),
      },
    ],
  })
  const session = await openFor(sapOData, { credentials: { apiUrl: server.url, username: 'u', password: 'p' }, settings })
  return {
    session,
    sink: session.sink?.('orders') as RecordSink,
    [Symbol.asyncDispose]: async () => void (await Promise.all([session, server].map((each) => each[Symbol.asyncDispose]()))),
  }
}

const failures = [
  { success: false, message: 'Closed for today', value: [] },
  { status: 'error', message: 'Closed for today', d: { results: [] } },
  { error: { code: 'X/1', message: { lang: 'en', value: 'Closed for today' } } },
] as const

test.each(failures)('%j as an answer to a pull or a test is an error in its words', async (body) => {
  await using opened = await open(() => json(body))
  await expect(readPages(opened.session, 'products')).rejects.toThrow('Closed for today')
  const step = opened.session.checks().find(({ name }) => name === 'Authentication')
  await expect(step?.run()).rejects.toThrow('Closed for today')
})

test('an error in place of a later page is no end', async () => {
  const first = { d: { results: [{ Product: 'A' }], __next: '/A_Product?$skiptoken=2' } }
  await using opened = await open(({ query }) => json(query.has('$skiptoken') ? failures[0] : first))
  await expect(readPages(opened.session, 'products')).rejects.toThrow('Closed for today')
})

test.each(failures)('an order answered with %j is refused in its words', async (body) => {
  await using opened = await open(() => json(body))
  expect(await opened.sink.write(order)).toEqual({ kind: 'refused', reason: expect.stringContaining('Closed for today') })
})

test('an order answered with an XML error is refused in its words, and a change too', async () => {
  const body = '<error><code>V1/1</code><message xml:lang="en">Customer C1 is blocked</message></error>'
  await using opened = await open(() => text(body, 'application/xml'))
  const refused = { kind: 'refused', reason: expect.stringContaining('Customer C1 is blocked') }
  expect(await opened.sink.write(order)).toEqual(refused)
  const change = { ...order, erpId: '77', erpVersion: 'W/"1"', changed: ['requestedDeliveryDate'] }
  expect(await opened.sink.write(change)).toEqual(refused)
})

test.each([
  ['a time-out', { success: false, message: 'Lock wait timeout' }],
  ['an error beside the order', { d: { SalesOrder: '77' }, error: 'The mail was not sent' }],
])('an order answered with %s is uncertain', async (_, body) => {
  await using opened = await open(() => json(body))
  expect(await opened.sink.write(order)).toMatchObject({ kind: 'unknown' })
})

test('an error in a look-up is no "no", by reference and by number', async () => {
  await using opened = await open(() => json({ success: false, value: [], message: 'Unknown' }))
  await expect(opened.sink.find(order)).rejects.toThrow('Unknown')
  await expect(opened.sink.find({ ...order, erpId: '77' })).rejects.toThrow('Unknown')
})

/** SAP whose filter for the reference finds nothing, with these orders since the sending. */
const keeping =
  (...orders: readonly object[]): Answer =>
  ({ query }) =>
    json({ d: { results: (query.get('$filter') ?? '').startsWith('PurchaseOrderByCustomer') ? [] : orders } })

test.each([
  ['upper case', 'ord-1a', 'ORD-1A'],
  ['padding', '4711', '0000004711'],
  ['no zeros', '0004711', '4711'],
  ['a cut', 'LS0123456789AB', 'LS01234567'],
])('an order is found under its reference with %s, which the filter does not find', async (_, reference, theirs) => {
  await using opened = await open(keeping({ SalesOrder: '7', SoldToParty: 'C1', PurchaseOrderByCustomer: theirs }))
  expect(await opened.sink.find({ ...order, reference })).toMatchObject({ erpId: '7' })
})

test("an order whose reference nearly fits is shown; another customer's is none", async () => {
  const near = { SalesOrder: '7', SoldToParty: 'C1', PurchaseOrderByCustomer: 'WEBSHOP202' }
  await using opened = await open(keeping(near))
  const doubt = { code: 'push.doubtful-match', details: { erpId: '7', found: 'WEBSHOP202' } }
  await expect(opened.sink.find(order)).rejects.toMatchObject(doubt)
  await using other = await open(keeping({ ...near, SoldToParty: 'C2' }))
  expect(await other.sink.find(order)).toBeNull()
})

/** An order of two items of which SAP sends one, and a link to the other. */
const item = (number: string) => ({ SalesOrderItem: number, Material: `M${number}`, RequestedQuantity: '1' })
const cut = {
  d: { SalesOrder: '77', SoldToParty: 'C1', to_Item: { results: [item('10')], __next: "/A_SalesOrder('77')/to_Item?$skiptoken=1" } },
}
const twoLines = { fields: { lines: [{ lineNumber: '10' }, { lineNumber: '20' }] } }

test('the lines that an answer about one order leaves out are read, after a creation and in a look-up', async () => {
  await using opened = await open(({ query, method }) =>
    json(query.has('$skiptoken') ? { d: { results: [item('20')] } } : cut, { status: method === 'POST' ? 201 : 200 }),
  )
  expect(await opened.sink.find({ ...order, erpId: '77' })).toMatchObject(twoLines)
  expect(await opened.sink.write(order)).toMatchObject({ kind: 'accepted', record: { erpId: '77', ...twoLines } })
})

test('an order whose other lines cannot be read is accepted without its fields', async () => {
  await using opened = await open(({ method }) => (method === 'POST' ? json(cut, { status: 201 }) : json({}, { status: 503 })))
  expect(await opened.sink.write(order)).toMatchObject({ kind: 'accepted', record: { erpId: '77', fields: null } })
})
