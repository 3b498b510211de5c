import { openFor } from '@linkspan/connector-kit/testing/open-context'
import { serve } from '@linkspan/connector-kit/testing/serve'
import { expect, test } from 'vitest'
import { oracleFusion } from './connector.ts'
import { type OpenedFusion, openFusion, rowsOf } from './testing/open-fusion.ts'
import { sampleOrder, writing } from './testing/sample-order.ts'

const start = (options: Parameters<typeof openFusion>[0] = {}) => openFusion({ dataset: { products: 10, orders: 5 }, ...options })
const line = (more: object = {}) => ({ lineNumber: '1', type: 'item', sku: 'GS-1000000', quantity: '2', unitPrice: '12.50', ...more })
const posts = ({ erp }: OpenedFusion) =>
  erp.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/salesOrdersForOrderHub'))

test('an order is one POST with its lines, in the content type of a row', async () => {
  await using opened = await start({
    settings: {
      transactionTypeCode: 'STD',
      units: { EA: 'Ea' },
      customers: {
        '*': { billToAccountId: 1 },
        17100001: { billToAccountId: '300000001', billToSiteUseId: 200, shipToPartyId: 300, shipToSiteId: 400 },
      },
    },
  })
  const outcome = await opened.sink.write(sampleOrder('WEB-1', { lines: [line({ uom: 'EA', requestedDate: '2026-12-02' })] }))
  expect(outcome).toMatchObject({
    kind: 'accepted',
    record: {
      erpId: 'WEB:WEB-1',
      erpVersion: expect.any(String),
      fields: { ourReference: 'WEB-1', customerReference: 'PO-77', status: 'processing' },
    },
  })
  const [post] = posts(opened)
  expect(post?.headers).toMatchObject({ 'content-type': 'application/vnd.oracle.adf.resourceitem+json', 'rest-framework-version': '4' })
  expect(post?.headers).not.toHaveProperty('upsert-mode')
  expect(JSON.parse(post?.body ?? '')).toEqual({
    SourceTransactionNumber: 'WEB-1',
    SourceTransactionSystem: 'WEB',
    SourceTransactionId: 'WEB-1',
    BusinessUnitId: 300000046987012,
    RequestingBusinessUnitId: 300000046987012,
    BuyingPartyNumber: '17100001',
    CustomerPONumber: 'PO-77',
    TransactionalCurrencyCode: 'EUR',
    TransactionOn: '2026-11-23T00:00:00Z',
    RequestedShipDate: '2026-12-01T00:00:00Z',
    TransactionTypeCode: 'STD',
    SubmittedFlag: true,
    FreezePriceFlag: false,
    FreezeShippingChargeFlag: false,
    FreezeTaxFlag: false,
    billToCustomer: [{ CustomerAccountId: 300000001, SiteUseId: 200 }],
    shipToCustomer: [{ PartyId: 300, SiteId: 400 }],
    lines: [
      {
        SourceTransactionLineId: '1',
        SourceTransactionLineNumber: '1',
        SourceTransactionScheduleId: '1',
        SourceScheduleNumber: '1',
        ProductNumber: 'GS-1000000',
        OrderedQuantity: 2,
        OrderedUOMCode: 'Ea',
        RequestedShipDate: '2026-12-02T00:00:00Z',
        TransactionCategoryCode: 'ORDER',
      },
    ],
  })
})

test('prices of ours are sent as frozen charges, and no digit is lost', async () => {
  await using opened = await start({ settings: { prices: 'order' } })
  const outcome = await opened.sink.write(
    sampleOrder('W-1', { lines: [line({ quantity: '3', unitPrice: '0.12345678', discount: '0.06' })] }),
  )
  const erpId = outcome.kind === 'accepted' ? outcome.record.erpId : ''
  expect(posts(opened)[0]?.body).toContain('"HeaderCurrencyUnitPrice":0.12345678')
  const lines = opened.erp.store.salesOrdersForOrderHub.get(erpId)?.fields.lines as { UnitSellingPrice: number }[]
  expect(lines.map(({ UnitSellingPrice }) => UnitSellingPrice)).toEqual([0.10345678])
  await opened.sink.write(sampleOrder('W-2', { lines: [line({ quantity: '12345678901234.56789' })] }))
  expect(posts(opened)[1]?.body).toContain('"OrderedQuantity":12345678901234.56789')
})

test('a draft stays one if orders are not submitted, and is found too', async () => {
  await using opened = await start({ settings: { submitOrders: false } })
  expect(await opened.sink.write(sampleOrder('W-1'))).toMatchObject({
    kind: 'accepted',
    record: { fields: { status: 'pending', statusRaw: 'DOO_DRAFT' } },
  })
  expect(await opened.sink.find(sampleOrder('W-1'))).toMatchObject({ erpId: 'WEB:W-1', fields: { lines: [{ quantity: '2' }] } })
})

test('a new order that Fusion does not find yet is waited for', async () => {
  await using opened = await start({ appearsAfterMs: 700, settings: { visibleAfterSeconds: 1 } })
  opened.erp.faults.add({ kind: 'drop-after-store', method: 'POST' })
  const record = sampleOrder('W-1')
  expect((await opened.sink.write(record)).kind).toBe('unknown')
  expect(await opened.sink.find(record)).toMatchObject({ erpId: 'WEB:W-1' })
  const looked = opened.erp.requests.filter(({ method }) => method === 'GET').map(({ path, query }) => query.q ?? path.split('/').at(-1))
  expect(looked).toEqual(['WEB:W-1', "SourceTransactionId='W-1' and SourceTransactionSystem='WEB'", 'WEB:W-1'])
})

test('an order that another session has sent is waited for too, and one that was never sent is not', async () => {
  await using opened = await start({ appearsAfterMs: 600, settings: { visibleAfterSeconds: 0 } })
  expect((await opened.sink.write(sampleOrder('W-1'))).kind).toBe('accepted')
  const { erp } = opened
  const connection = {
    credentials: { apiUrl: erp.url, username: erp.user, password: erp.password },
    settings: { ...writing, visibleAfterSeconds: 1 },
  }
  await using other = await openFor(oracleFusion, connection)
  const sink = other.sink?.('orders')
  expect(await sink?.find(sampleOrder('W-2', { sentAt: null }))).toBeNull()
  expect(await sink?.find(sampleOrder('W-1', { erpId: 'WEB:W-1' }))).toMatchObject({ erpId: 'WEB:W-1' })
})

test('an abort ends the wait', async () => {
  const controller = new AbortController()
  await using opened = await start({ settings: { visibleAfterSeconds: 600 }, context: { signal: controller.signal } })
  const found = opened.sink.find(sampleOrder('W-1'))
  await opened.erp.whenRequested(2)
  const reason = new Error('Somebody pressed the button')
  setTimeout(() => controller.abort(reason), 50)
  await expect(found).rejects.toBe(reason)
})

test('an order that Fusion refuses because it has it already counts as written', async () => {
  await using opened = await start()
  await opened.sink.write(sampleOrder('W-1'))
  expect(await opened.sink.write(sampleOrder('W-1'))).toMatchObject({ kind: 'accepted', record: { erpId: 'WEB:W-1' } })
  expect(opened.erp.writeLog.summary()).toMatchObject({ stored: 1, refused: 1, duplicates: [] })
})

test('with upsert the order is updated instead', async () => {
  await using opened = await start({ settings: { upsert: true } })
  await opened.sink.write(sampleOrder('W-1'))
  expect((await opened.sink.write(sampleOrder('W-1', { data: { customerReference: 'PO-99' } }))).kind).toBe('accepted')
  expect(posts(opened).map(({ headers }) => headers['upsert-mode'])).toEqual(['true', 'true'])
  expect(opened.erp.writeLog.summary()).toMatchObject({ stored: 1, replayed: 1 })
  expect(opened.erp.store.salesOrdersForOrderHub.get('WEB:W-1')?.fields.CustomerPONumber).toBe('PO-99')
})

test.each([
  ['x'.repeat(51), {}, /51 characters/],
  ['W-1', { data: { customerReference: 'y'.repeat(51) } }, /51 characters/],
  [' ', {}, /no reference/],
  ['W-1', { lines: [line({ type: 'charge' })] }, /is a charge/],
  ['W-1', { data: { customerId: '999' } }, /^\/BuyingPartyNumber: The buying party number 999 is not valid\.$/],
  ['W-1', { lines: [line({ quantity: '0' })] }, /^\/lines\/0\/OrderedQuantity: /],
] as const)('order %s is refused in words that say why (%j)', async (reference, more, reason) => {
  await using opened = await start()
  expect(await opened.sink.write(sampleOrder(reference, more as object))).toMatchObject({
    kind: 'refused',
    reason: expect.stringMatching(reason),
  })
})

test('a source system that Fusion does not know is named', async () => {
  await using opened = await start({ settings: { sourceSystem: 'SHOP' } })
  expect(await opened.sink.write(sampleOrder('W-1'))).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('The source system SHOP is not valid'),
  })
})

test.each([
  [{ sourceSystem: undefined }, /settings\.sourceSystem/],
  [{ businessUnitId: undefined }, /settings\.businessUnitId or settings\.businessUnitName/],
])('what is missing in the settings is named: %j', async (settings, words) => {
  await using opened = await start({ settings })
  for (const act of ['write', 'preview'] as const)
    await expect(opened.sink[act](sampleOrder('W-1'))).rejects.toMatchObject({
      code: 'setup.settings-invalid',
      message: expect.stringMatching(words),
    })
  expect(posts(opened)).toEqual([])
})

test.each([
  [500, 'JBO-29000: Unexpected exception', 'unknown'],
  [500, 'Extensible flexfields are not deployed', 'refused'],
  [500, { 'o:errorDetails': [{ detail: 'No price', 'o:errorCode': 'FOM-4515095' }] }, 'refused'],
  [400, 'The request is wrong in plain text', 'refused'],
  [200, { ReturnStatus: 'Error', ErrorExplanation: 'The order is not valid.' }, 'refused'],
  [201, { HeaderId: 300000000000001 }, 'accepted'],
  [201, {}, 'unknown'],
  [200, '<html>Sign in</html>', 'unknown'],
  [409, {}, 'unknown'],
  [504, '<html>Gateway</html>', 'unknown'],
] as const)('a creation that is answered with %i %j is %s', async (status, body, kind) => {
  await using server = await serve(({ method }) => (method === 'POST' ? { status, body } : { status: 404, body: { title: 'Not Found' } }))
  const connection = { credentials: { apiUrl: server.origin, username: 'u', password: 'p' }, settings: writing }
  await using session = await openFor(oracleFusion, connection)
  expect(await session.sink?.('orders').write(sampleOrder('W-1'))).toMatchObject({ kind })
})

test('a refusal is not believed if nobody can tell whether the order is there already', async () => {
  await using opened = await start()
  opened.erp.faults.add({ kind: 'server-error', method: 'GET', path: /salesOrders/ })
  expect((await opened.sink.write(sampleOrder('W-1', { sku: 'NOTHING' }))).kind).toBe('unknown')
})

test('a change goes against the version, and a draft of something else is refused', async () => {
  await using opened = await start()
  const outcome = await opened.sink.write(sampleOrder('W-1'))
  const { erpId, erpVersion } = outcome.kind === 'accepted' ? outcome.record : { erpId: '', erpVersion: null }
  const data = { requestedDeliveryDate: '2026-12-24', customerReference: 'PO-78' }
  const change = sampleOrder('W-1', { erpId, erpVersion, changed: ['requestedDeliveryDate', 'customerReference'], data })
  expect(await opened.sink.write(change)).toMatchObject({
    kind: 'accepted',
    record: { erpId, fields: { requestedDeliveryDate: '2026-12-24', customerReference: 'PO-78' } },
  })
  expect(opened.erp.requests.at(-1)).toMatchObject({ method: 'PATCH', headers: { 'if-match': `"${erpVersion}"` } })
  expect(await opened.sink.write(change)).toEqual({ kind: 'stale' })
  expect(await opened.sink.write({ ...change, changed: ['lines'] })).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('only the requested'),
  })
  opened.erp.store.salesOrdersForOrderHub.remove(erpId)
  expect(await opened.sink.write(change)).toMatchObject({ kind: 'refused', details: { status: 404 } })
  expect(await opened.sink.find(change)).toBeNull()
})

test('a version that a pull has read is one that a change goes against', async () => {
  await using opened = await start()
  const [order] = rowsOf(opened.erp.store.salesOrdersForOrderHub.all())
  const { records } = await opened.read('orders')
  const erpVersion = String(records.find(({ id }) => id === order?.key)?.fields.sourceVersion)
  const change = sampleOrder('x', { erpId: order?.key ?? '', erpVersion, changed: ['customerReference'] })
  expect((await opened.sink.write(change)).kind).toBe('accepted')
})

test('only orders can be written', async () => {
  await using opened = await start()
  expect(() => opened.session.sink?.('products')).toThrow(expect.objectContaining({ code: 'connection.not-capable' }))
})

/** `FUSION_ORDERS=10000` for the whole trial. */
const count = Number(process.env.FUSION_ORDERS ?? 300)

test(`${count} orders are there once each, although every 20th answer is lost`, async () => {
  await using opened = await openFusion({ dataset: { products: 5, orders: 0 } })
  const { erp, sink } = opened
  const dropped = erp.faults.add({ kind: 'drop-after-store', every: 20, method: 'POST', path: /salesOrders/ })
  erp.faults.add({ kind: 'drop-before-store', every: 33, method: 'POST', path: /salesOrders/ })
  const references = Array.from({ length: count }, (_, at) => `W-${at}`)
  const waiting = [...references]
  const send = async (): Promise<void> => {
    for (let reference = waiting.pop(); reference !== undefined; reference = waiting.pop()) {
      const record = sampleOrder(reference)
      while ((await sink.write(record)).kind !== 'accepted' && (await sink.find(record)) === null);
    }
  }
  await Promise.all(Array.from({ length: 4 }, send))
  expect(dropped.taken).toBeGreaterThanOrEqual(count / 20)
  expect(erp.writeLog.summary()).toMatchObject({ stored: count, duplicates: [] })
  expect(new Set(erp.writeLog.orders().map(({ reference }) => reference))).toEqual(new Set(references))
  const calls = erp.requestCount
  expect(calls).toBeLessThan(count * 1.2)
  if (count > 1000) process.stdout.write(`${count} orders out: ${calls} calls\n`)
  const { records, pages } = await opened.read('orders')
  expect(records).toHaveLength(count)
  if (count > 1000) process.stdout.write(`${count} orders in: ${erp.requestCount - calls} calls, ${pages.length} pages\n`)
})

test('what of an order is not sent is told', async () => {
  const lines = [
    { lineNumber: '1', type: 'item', sku: 'GS-1000000', quantity: '2', unitPrice: '12.50', discount: '1.00', locationId: 'M1' },
  ]
  const order = sampleOrder('A-1', { lines, data: { taxTotal: '5.00', shipTo: { city: 'Köln' } } })
  const pathsOf = async (opened: OpenedFusion) => (await opened.sink.unsent?.(order))?.map(({ path }) => path)
  await using opened = await openFusion()
  expect(await pathsOf(opened)).toEqual(['taxTotal', 'lines[].discount', 'shipTo', 'lines[].locationId'])
  await using priced = await openFusion({ settings: { prices: 'order' } })
  expect(await pathsOf(priced)).toEqual(['taxTotal', 'shipTo', 'lines[].locationId'])
  expect(opened.sink.unsent?.(sampleOrder('A-1'))).toEqual([])
})
