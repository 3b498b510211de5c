import { logCapture, openFor, unlimited } from '@linkspan/connector-kit/testing/open-context'
import type { OpenContext, OutgoingRecord, RecordSink, Session } from '@linkspan/core/connector'
import { createDataset, json, type RestErp, type RestErpOptions, startRestErp, startServer } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { rest } from './connector.ts'

const [{ sku }] = [...createDataset({ products: 3 }).products] as unknown as [{ sku: string }]

const order = (reference: string, more: Partial<OutgoingRecord> = {}): OutgoingRecord => ({
  id: reference,
  erpId: null,
  reference,
  idempotencyKey: `key-${reference}`,
  data: {
    orderNumber: reference,
    orderDate: '2026-11-23',
    currency: 'EUR',
    total: '25.00',
    customerId: '17100001',
    shipTo: { city: 'Köln' },
    lines: [{ lineNumber: '10', sku, quantity: '2', unitPrice: '12.50' }],
  },
  changed: null,
  erpVersion: null,
  sentAt: new Date().toISOString(),
  ...more,
})

interface Opened extends AsyncDisposable {
  readonly erp: RestErp
  readonly sink: RecordSink
}

type Given = Readonly<Record<string, unknown>>

async function open(options: RestErpOptions = {}, push: Given = {}, more: Partial<OpenContext> = {}, orders: Given = {}): Promise<Opened> {
  const erp = await startRestErp({ dataset: { products: 3, orders: 3 }, ...options })
  const session: Session = await openFor(
    rest,
    { credentials: { apiUrl: erp.url }, settings: { resources: { orders: { ...orders, push } } } },
    more,
  )
  const sink = session.sink?.('orders')
  if (!sink) throw new Error('There is no sink')
  return {
    erp,
    sink,
    async [Symbol.asyncDispose]() {
      await session[Symbol.asyncDispose]()
      await erp[Symbol.asyncDispose]()
    },
  }
}

test('an order is created with its reference and its idempotency key, and shown as the ERP has it', async () => {
  await using opened = await open()
  const outcome = await opened.sink.write(order('O-1'))
  expect(outcome).toMatchObject({
    kind: 'accepted',
    record: { erpId: '4000003', fields: { orderNumber: '4000003', status: 'pending', total: '29.75' } },
  })
  const [request] = opened.erp.requests
  expect(request?.headers).toMatchObject({ 'idempotency-key': 'key-O-1', 'content-type': 'application/json' })
  expect(JSON.parse(request?.body ?? '')).toMatchObject({ ourReference: 'O-1', shipTo: { city: 'Köln' }, lines: [{ quantity: '2' }] })
})

test('names, numbers and an envelope are written as the settings say', async () => {
  await using opened = await open(
    { shape: 'snake' },
    { naming: 'snake', decimals: 'number', fields: { total: 'amounts.gross', currency: false }, wrap: 'order' },
  )
  await opened.sink.write(order('O-1'))
  expect(JSON.parse(opened.erp.requests[0]?.body ?? '')).toEqual({
    order: {
      order_number: 'O-1',
      order_date: '2026-11-23',
      customer_id: '17100001',
      amounts: { gross: 25 },
      ship_to: { city: 'Köln' },
      lines: [{ line_number: '10', sku, quantity: 2, unit_price: 12.5 }],
      our_reference: 'O-1',
    },
  })
})

test('an update carries the changed fields only', async () => {
  await using opened = await open()
  await opened.sink.write(order('O-1'))
  const update = order('O-1', { erpId: '4000003', changed: ['shipTo'] })
  expect(await opened.sink.write(update)).toMatchObject({ kind: 'accepted', record: { erpId: '4000003' } })
  const { method, path, body } = opened.erp.requests.at(-1) ?? {}
  expect([method, path, JSON.parse(body ?? '')]).toEqual(['PATCH', '/orders/4000003', { shipTo: { city: 'Köln' } }])
})

test('what the ERP refuses is told in its own words', async () => {
  await using opened = await open()
  const wrong = order('O-1')
  const outcome = await opened.sink.write({
    ...wrong,
    data: { ...wrong.data, lines: [{ lineNumber: '10', sku: 'UNKNOWN-7', quantity: '0' }] },
  })
  expect(outcome).toMatchObject({
    kind: 'refused',
    reason: expect.stringMatching(/^Item "UNKNOWN-7" does not exist in the item master\..*The quantity must be greater than zero/),
  })
})

test.each([
  ['drop-after-store', {}],
  ['drop-before-store', {}],
  ['truncated', {}],
  ['cut', {}],
  ['server-error', {}],
  ['500-after-store', {}],
  ['500-before-store', {}],
  ['unavailable', {}],
  ['unavailable', { retryAfterSeconds: 5 }],
  ['garbage', {}],
  ['html', {}],
  ['late', { delayMs: 2000 }],
  ['hang', {}],
] as const)('after "%s" %j nobody knows', async (kind, more) => {
  await using opened = await open({}, {}, { timeoutMs: 500 })
  opened.erp.faults.add({ kind, method: 'POST', ...more })
  expect(await opened.sink.write(order('O-1'))).toMatchObject({ kind: 'unknown' })
  const found = await opened.sink.find(order('O-1'))
  expect(found === null ? 0 : 1).toBe(opened.erp.writeLog.find('O-1')?.timesStored ?? 0)
})

test.each([
  ['unauthorized', 'setup.credentials-rejected'],
  ['forbidden', 'setup.permission-missing'],
  ['not-found', 'setup.resource-missing'],
  ['throttled', 'remote.throttled'],
] as const)('"%s" concerns all records, and nothing was taken', async (kind, code) => {
  await using opened = await open()
  opened.erp.faults.add({ kind, method: 'POST' })
  await expect(opened.sink.write(order('O-1'))).rejects.toMatchObject({ code })
})

test('an ERP that cannot be reached has taken nothing', async () => {
  const opened = await open()
  await opened.erp[Symbol.asyncDispose]()
  await expect(opened.sink.write(order('O-1'))).rejects.toMatchObject({ code: 'remote.unreachable' })
})

test('an ERP that does not know the filter is read until the order is found, or all is read', async () => {
  await using opened = await open({ filters: false, paging: 'link', pageSize: 2 })
  await opened.sink.write(order('O-1'))
  expect(await opened.sink.find(order('O-1'))).toMatchObject({ erpId: '4000003' })
  expect(await opened.sink.find(order('O-2'))).toBeNull()
})

test('"there is one already" may speak of this very order, which may still be on its way: nobody knows, and one call was made', async () => {
  await using opened = await open()
  opened.erp.faults.add({ kind: 'conflict', method: 'POST' })
  const words = expect.stringContaining('changed by somebody else')
  expect(await opened.sink.write(order('O-1'))).toMatchObject({ kind: 'unknown', error: { details: { status: 409, answer: words } } })
  expect(opened.erp.requestCount).toBe(1)
})

test('an answer without a body names the order by its address', async () => {
  await using server = await startServer({
    routes: [{ path: '/orders', answer: () => ({ status: 201, headers: { location: '/orders/77%2F1' }, body: '' }) }],
  })
  await using session = await openFor(rest, { credentials: { apiUrl: server.url } })
  expect(await session.sink?.('orders').write(order('O-1'))).toEqual({
    kind: 'accepted',
    record: { erpId: '77/1', erpVersion: null, fields: null, serverTime: expect.stringMatching(/Z$/) },
  })
})

test('an ERP that refuses with status 200 is understood if the settings say how', async () => {
  await using server = await startServer({ routes: [{ path: '/orders', answer: () => json({ status: 'failed', why: 'Credit limit' }) }] })
  const orders = { success: { path: 'status', equals: 'ok' }, errorMessage: 'why' }
  await using session = await openFor(rest, { credentials: { apiUrl: server.url }, settings: { resources: { orders } } })
  expect(await session.sink?.('orders').write(order('O-1'))).toEqual({ kind: 'refused', reason: 'Credit limit' })
})

test('what the ERP says in a refusal is read where the settings know it to be', async () => {
  const answer = () => json({ outcome: { why: 'Credit limit' }, message: 'E-17' }, { status: 422 })
  await using server = await startServer({ routes: [{ path: '/orders', answer }] })
  const settings = { resources: { orders: { errorMessage: 'outcome.why' } } }
  await using session = await openFor(rest, { credentials: { apiUrl: server.url }, settings })
  expect(await session.sink?.('orders').write(order('O-1'))).toMatchObject({ kind: 'refused', reason: 'Credit limit' })
})

test('a look-up asks with the query that orders are read with', async () => {
  await using opened = await open({}, {}, {}, { query: { company: '7', updated_since: '{since}' } })
  await opened.sink.find(order('Ö & 1'))
  expect(opened.erp.requests[0]?.target).toBe(`/orders?company=7&ourReference=${encodeURIComponent('Ö & 1')}`)
})

test('a reference is known again under its name in another spelling', async () => {
  const upper = (row: object) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name.toUpperCase(), value]))
  await using opened = await open({ filters: false, shape: upper })
  await opened.sink.write(order('O-1'))
  expect(await opened.sink.find(order('O-1'))).toMatchObject({ erpId: '4000003' })
})

test('an ERP that shows no reference cannot tell, and is not believed', async () => {
  const withoutReference = ({ ourReference: _, ...row }: Record<string, unknown>) => row
  await using opened = await open({ filters: false, shape: (row) => withoutReference({ ...row }) })
  opened.erp.faults.add({ kind: 'drop-after-store', method: 'POST' })
  expect(await opened.sink.write(order('O-1'))).toMatchObject({ kind: 'unknown' })
  await expect(opened.sink.find(order('O-1'))).rejects.toMatchObject({
    code: 'setup.answer-unexpected',
    message: expect.stringContaining('push.referenceField'),
  })
})

test.each([400, 404, 422])('an ERP that answers to the filter with %i is read', async (status) => {
  await using server = await startServer({
    routes: [
      {
        path: '/orders',
        answer: ({ query }) =>
          query.has('ourReference')
            ? json({}, { status })
            : json([
                { id: 1, ourReference: null },
                { id: 7, ourReference: 'O-1' },
              ]),
      },
    ],
  })
  await using session = await openFor(rest, { credentials: { apiUrl: server.url } })
  expect(await session.sink?.('orders').find(order('O-1'))).toMatchObject({ erpId: '7' })
  expect(await session.sink?.('orders').find(order('O-2'))).toBeNull()
})

test('a look-up that fails is no "there is none"', async () => {
  await using opened = await open()
  opened.erp.faults.add({ kind: 'unavailable', method: 'GET' })
  await expect(opened.sink.find(order('O-1'))).rejects.toMatchObject({ code: 'remote.unavailable' })
})

test('only what changed about when the order was sent is read, if the ERP can tell', async () => {
  const since = { parameter: 'updated_since' }
  await using opened = await open({ filters: false, paging: 'link' }, {}, {}, { since })
  await opened.sink.write(order('O-1'))
  const sentAt = '2026-11-23T10:00:00.000Z'
  await opened.sink.find(order('O-2', { sentAt }))
  const asked = opened.erp.requests.flatMap(({ query }) => query.updated_since ?? [])
  expect(asked).toEqual(['2026-11-22T10:00:00.000Z'])
})

test('a change of a version that is not the latest is stale; of one that is, the next version comes back', async () => {
  await using opened = await open({ locking: 'required' }, { ifMatch: true })
  const created = await opened.sink.write(order('O-1'))
  const erpVersion = created.kind === 'accepted' ? created.record.erpVersion : null
  const change = order('O-1', { erpId: '4000003', changed: ['shipTo'], erpVersion })
  const changed = await opened.sink.write(change)
  expect(changed).toMatchObject({ kind: 'accepted', record: { erpId: '4000003', erpVersion: expect.stringMatching(/^"/) } })
  expect(await opened.sink.write(change)).toEqual({ kind: 'stale' })
  const { erpVersion: latest } = (await opened.sink.find(change)) ?? {}
  expect(latest).toBe(changed.kind === 'accepted' && changed.record.erpVersion)
})

test('each call asks for a permit, and no secret is in an error or a log', async () => {
  const heard = logCapture()
  let acquired = 0
  const acquireCall = async () => {
    acquired++
    return unlimited()
  }
  const apiKey = 'key-0123456789'
  await using erp = await startRestErp({ dataset: { orders: 3 }, auth: { kind: 'api-key', in: 'query', name: 'key', key: apiKey } })
  const settings = { authentication: { kind: 'api-key', in: 'query', name: 'key' } }
  await using session = await openFor(rest, { credentials: { apiUrl: erp.url, apiKey }, settings }, { acquireCall, logger: heard.logger })
  const sink = session.sink?.('orders') as RecordSink
  const told: unknown[] = []
  for (const kind of ['forbidden', 'conflict', 'server-error', 'drop-after-store', 'truncated'] as const) {
    erp.faults.add({ kind, method: 'POST' })
    told.push(await sink.write(order('O-1')).catch((thrown: unknown) => thrown))
  }
  told.push(await sink.find(order('O-9')))
  expect(acquired).toBe(erp.requestCount)
  expect(JSON.stringify([told, heard.lines])).not.toContain(apiKey)
})
