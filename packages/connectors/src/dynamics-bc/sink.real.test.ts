import { openFor } from '@linkspan/connector-kit/testing/open-context'
import { sampleOrder } from '@linkspan/connector-kit/testing/sample-order'
import { startServer } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { dynamicsBc } from './connector.ts'
import { openBc } from './testing/open-bc.ts'

const start = (options: Parameters<typeof openBc>[0] = {}) => openBc({ dataset: { products: 10, orders: 5 }, ...options })
const line = (more: object = {}) => ({ lineNumber: '1', type: 'item', sku: 'GS-1000000', quantity: '2', unitPrice: '12.50', ...more })

test('an order is created by one deep insert, without numbers of lines and without the local currency', async () => {
  await using opened = await start()
  const shipTo = { name: 'Shop', line1: 'Hohe Straße 1', city: 'Köln', postalCode: '50667', country: 'DE' }
  const outcome = await opened.sink.write(sampleOrder('w-1', { data: { shipTo }, lines: [line({ discount: '0.10' })] }))
  expect(outcome).toMatchObject({
    kind: 'accepted',
    record: { erpVersion: expect.stringMatching(/^W\//), fields: { ourReference: 'W-1', status: 'pending' } },
  })
  const posts = opened.erp.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/salesOrders'))
  expect(posts.map(({ body }) => JSON.parse(body))).toEqual([
    {
      externalDocumentNumber: 'W-1',
      customerNumber: '17100001',
      orderDate: '2026-11-23',
      requestedDeliveryDate: '2026-12-01',
      shipToName: 'Shop',
      shipToAddressLine1: 'Hohe Straße 1',
      shipToCity: 'Köln',
      shipToPostCode: '50667',
      shipToCountry: 'DE',
      salesOrderLines: [{ lineType: 'Item', lineObjectNumber: 'GS-1000000', quantity: 2, unitPrice: 12.5, discountAmount: 0.1 }],
    },
  ])
})

test('no digit of a quantity or price is lost', async () => {
  await using opened = await start()
  await opened.sink.write(sampleOrder('W-1', { lines: [line({ quantity: '12345678901234.56789', unitPrice: '0.10000001' })] }))
  const { body = '' } = opened.erp.requests.find(({ method, path }) => method === 'POST' && path.endsWith('/salesOrders')) ?? {}
  expect(body).toContain('"quantity":12345678901234.56789,"unitPrice":0.10000001')
})

test('a foreign currency is named, a customer may be named by id, and units by their names there', async () => {
  await using opened = await start({ settings: { units: { EA: 'PC' } } })
  const [item] = opened.erp.store.items.sorted('id')
  opened.erp.store.items.put({ ...item!, fields: { ...item!.fields, baseUnitOfMeasureCode: 'PC' } })
  const customerId = opened.erp.store.customers.sorted('id')[1]?.id
  const record = sampleOrder('W-1', { data: { currency: 'USD', customerId }, lines: [line({ uom: 'EA' })] })
  expect(await opened.sink.write(record)).toMatchObject({
    kind: 'accepted',
    record: { fields: { currency: 'USD', customerId: '17100002' } },
  })
})

test('an order is found in whatever case its reference is, and the oldest counts', async () => {
  await using opened = await start()
  const first = await opened.sink.write(sampleOrder('web o-1'))
  await opened.sink.write(sampleOrder('WEB O-1'))
  const found = await opened.sink.find(sampleOrder('web o-1'))
  expect(found).toMatchObject({ fields: { customerReference: 'WEB O-1', lines: [{ lineNumber: '10000', quantity: '2' }] } })
  expect(found?.erpId).toBe(first.kind === 'accepted' && first.record.erpId)
  expect(await opened.sink.find(sampleOrder('web o-2'))).toBeNull()
})

test("another customer's order is another order, even if it has the same reference", async () => {
  await using opened = await start()
  await opened.sink.write(sampleOrder('4711', { data: { customerId: '17100002' } }))
  expect(await opened.sink.find(sampleOrder('4711'))).toBeNull()
})

test('a finished order is found by its invoice, or its shipment', async () => {
  await using opened = await start()
  const outcome = await opened.sink.write(sampleOrder('W-1'))
  const { erpId, fields } = outcome.kind === 'accepted' ? outcome.record : { erpId: '', fields: null }
  opened.erp.shipOrder(erpId)
  expect(await opened.sink.find(sampleOrder('w-1'))).toMatchObject({
    erpId,
    fields: { orderNumber: fields?.orderNumber, ourReference: 'W-1' },
  })
  for (const { id } of opened.erp.store.salesInvoices.sorted('id')) opened.erp.store.salesInvoices.remove(id)
  expect(await opened.sink.find(sampleOrder('w-1'))).toMatchObject({ fields: { orderNumber: fields?.orderNumber } })
})

test('a blank reference is neither sent nor looked for', async () => {
  await using opened = await start()
  expect(await opened.sink.write(sampleOrder(' '))).toMatchObject({ kind: 'refused' })
  expect(await opened.sink.find(sampleOrder(' '))).toBeNull()
  expect(opened.erp.requests.some(({ query }) => /externalDocumentNumber/.test(query.$filter ?? ''))).toBe(false)
})

test.each([
  ['x'.repeat(36), {}, /36 characters/],
  ['W-1', { lines: [line({ type: 'charge' })] }, /is a charge/],
  ['W-1', { data: { customerId: '999' } }, /Sell-to Customer No\. .*\(999\)/],
  ['W-1', { data: { customerId: undefined } }, /A "customerNumber" or a "customerId" must be provided\./],
  ['W-1', { data: { currency: 'XXX' } }, /Currency Code "XXX" does not exist/],
] as const)('order %s is refused in words that say why (%j)', async (reference, more, reason) => {
  await using opened = await start()
  const outcome = await opened.sink.write(sampleOrder(reference, more as object))
  expect(outcome).toMatchObject({ kind: 'refused', reason: expect.stringMatching(reason) })
  expect(outcome.kind === 'refused' && outcome.reason).not.toMatch(/CorrelationId|Application_/)
})

test('what is left of a refused order is taken back', async () => {
  await using opened = await start({ leavesHalves: true })
  const before = opened.erp.store.salesOrders.size
  const record = sampleOrder('W-1', { lines: [line(), line({ lineNumber: '2', sku: 'NOTHING' })] })
  expect(await opened.sink.write(record)).toMatchObject({ kind: 'refused', reason: expect.stringContaining('NOTHING') })
  expect(opened.erp.store.salesOrders.size).toBe(before)
})

test.each([
  ['GET', 1],
  ['DELETE', 1],
  ['GET', 5],
  ['DELETE', 5],
] as const)(
  'if what is left of a refused order cannot be taken back (%s, batches of %i), nobody knows, and the look-up takes it back',
  async (method, orderBatchSize) => {
    await using opened = await start({ leavesHalves: true, settings: { orderBatchSize } })
    const record = sampleOrder('W-1', { lines: [line(), line({ lineNumber: '2', sku: 'NOTHING' })] })
    opened.erp.faults.add({ kind: 'throttled', method, path: /salesOrders/, times: 1 })
    const outcomes = await (opened.sink.batches?.write([record, sampleOrder('W-2')]) ?? opened.sink.write(record))
    expect([outcomes].flat()[0]).toMatchObject({ kind: 'unknown', error: { code: 'remote.throttled' } })
    expect(opened.erp.store.salesOrders.with('externalDocumentNumber', 'W-1')).toHaveLength(1)
    expect(await opened.sink.find(record)).toBeNull()
    expect(opened.erp.store.salesOrders.with('externalDocumentNumber', 'W-1')).toEqual([])
  },
)

test('a half that somebody works on is left alone, and is not taken for the order', async () => {
  await using opened = await start()
  const whole = sampleOrder('W-1', { lines: [line(), line({ lineNumber: '2' })] })
  const half = await opened.sink.write(sampleOrder('W-1'))
  const erpId = half.kind === 'accepted' ? half.record.erpId : ''
  opened.erp.releaseOrder(erpId)
  expect(await opened.sink.find(whole)).toMatchObject({ erpId })
  expect(opened.erp.store.salesOrders.get(erpId)).toBeDefined()
})

test('a half that was not answered is taken back before the order is sent again', async () => {
  await using opened = await start()
  const whole = sampleOrder('W-1', { lines: [line(), line({ lineNumber: '2' })] })
  const half = await opened.sink.write(sampleOrder('W-1'))
  expect(await opened.sink.find(whole)).toBeNull()
  expect(opened.erp.store.salesOrders.get(half.kind === 'accepted' ? half.record.erpId : '')).toBeUndefined()
  expect(opened.erp.requests.find(({ method }) => method === 'DELETE')?.headers['if-match']).toMatch(/^W\//)
})

test.each([
  [500, 'Internal_ServerError', 'An error occurred.', 'unknown'],
  [400, 'Internal_ServerError', 'An error occurred.', 'unknown'],
  [500, 'Internal_ServerError', 'You cannot change the value of the SystemId field', 'refused'],
  [400, 'Application_DialogException', 'The customer is blocked.', 'refused'],
  [409, 'Request_EntityChanged', 'Another user has already changed the record.', 'unknown'],
  [409, 'Internal_EntityWithSameKeyExists', 'It exists.', 'refused'],
  [504, 'Unknown', 'Timeout', 'unknown'],
] as const)('a creation that is answered with %i %s (%s) is %s', async (status, code, message, kind) => {
  const error = JSON.stringify({ error: { code, message: `${message}  CorrelationId:  1.` } })
  await using server = await startServer({
    routes: [
      {
        path: /\/companies$/,
        answer: () => ({ status: 200, headers: {}, body: '{"value":[{"id":"c0000000-0000-4000-8000-000000000001","name":"C"}]}' }),
      },
      { method: 'POST', path: /./, answer: () => ({ status, headers: {}, body: error }) },
      { path: /./, answer: () => ({ status: 200, headers: {}, body: '{"value":[]}' }) },
    ],
  })
  const credentials = { apiUrl: `${server.url}/BC`, username: 'u', password: 'p' }
  await using session = await openFor(dynamicsBc, { credentials, settings: { localCurrency: 'EUR' } })
  expect(await session.sink?.('orders').write(sampleOrder('W-1'))).toMatchObject({ kind })
})

test.each([
  ['throttled', 'remote.throttled'],
  ['forbidden', 'setup.permission-missing'],
  ['unauthorized', 'setup.credentials-rejected'],
] as const)('"%s": nothing was taken, and the record waits', async (kind, code) => {
  await using opened = await start()
  opened.erp.faults.add({ kind, method: 'POST', path: /salesOrders/, times: 'always' })
  await expect(opened.sink.write(sampleOrder('W-1'))).rejects.toMatchObject({ code })
  expect(opened.erp.writeLog.summary()).toMatchObject({ stored: 0 })
})

test('the delivery date and the address of an order can be changed, against its version', async () => {
  await using opened = await start()
  const outcome = await opened.sink.write(sampleOrder('W-1'))
  const { erpId, erpVersion } = outcome.kind === 'accepted' ? outcome.record : { erpId: '', erpVersion: null }
  const data = { requestedDeliveryDate: '2026-12-24', shipTo: { city: 'Bonn' } }
  const change = sampleOrder('W-1', { erpId, erpVersion, changed: ['requestedDeliveryDate', 'shipTo'], data })
  const changed = await opened.sink.write(change)
  expect(changed).toMatchObject({ kind: 'accepted', record: { fields: { requestedDeliveryDate: '2026-12-24', shipTo: { city: 'Bonn' } } } })
  expect(changed.kind === 'accepted' && changed.record.fields).not.toHaveProperty('lines')
  expect(await opened.sink.write(change)).toEqual({ kind: 'stale' })
  expect(await opened.sink.write({ ...change, changed: ['lines'] })).toMatchObject({ kind: 'refused' })
  const cleared = {
    ...change,
    erpVersion: null,
    changed: ['requestedDeliveryDate'],
    data: { ...change.data, requestedDeliveryDate: undefined },
  }
  expect(await opened.sink.write(cleared)).toMatchObject({ kind: 'accepted' })
  expect((await opened.sink.find(change))?.fields).not.toHaveProperty('requestedDeliveryDate')
})

test('a change of an order that is gone is refused', async () => {
  await using opened = await start()
  const outcome = await opened.sink.write(sampleOrder('W-1'))
  const { erpId, erpVersion } = outcome.kind === 'accepted' ? outcome.record : { erpId: '', erpVersion: null }
  opened.erp.shipOrder(erpId)
  expect(await opened.sink.write(sampleOrder('W-1', { erpId, erpVersion, changed: ['requestedDeliveryDate'] }))).toMatchObject({
    kind: 'refused',
  })
  expect(await opened.sink.find(sampleOrder('W-1', { erpId }))).toBeNull()
})

test('only orders can be written', async () => {
  await using opened = await start()
  expect(() => opened.session.sink?.('products')).toThrow(expect.objectContaining({ code: 'connection.not-capable' }))
})

test('500 orders are there once each, although every 20th answer is lost', async () => {
  await using opened = await openBc({ dataset: { products: 5, orders: 0 } })
  const { erp, sink } = opened
  const dropped = erp.faults.add({ kind: 'drop-after-store', every: 20, method: 'POST', path: /salesOrders/ })
  erp.faults.add({ kind: 'drop-before-store', every: 33, method: 'POST', path: /salesOrders/ })
  const references = Array.from({ length: 500 }, (_, at) => `w-${at}`)
  const waiting = [...references]
  const send = async (): Promise<void> => {
    for (let reference = waiting.pop(); reference !== undefined; reference = waiting.pop()) {
      const record = sampleOrder(reference)
      while ((await sink.write(record)).kind !== 'accepted' && (await sink.find(record)) === null);
    }
  }
  await Promise.all(Array.from({ length: 4 }, send))
  expect(dropped.taken).toBeGreaterThan(20)
  expect(erp.writeLog.summary()).toMatchObject({ stored: 500, duplicates: [] })
  expect(new Set(erp.writeLog.orders().map(({ reference }) => reference))).toEqual(new Set(references.map((each) => each.toUpperCase())))
})

const amounts = { shippingTotal: '4.90', discountTotal: '5.00', taxTotal: '4.75' }

test('shipping cost and discounts of a whole order are not sent without lines for them, and told by name', async () => {
  await using opened = await start()
  const record = sampleOrder('W-1', { data: amounts })
  expect(await opened.sink.unsent?.(record)).toMatchObject([
    { path: 'shippingTotal', value: '4.90', message: expect.stringContaining('the setting shippingLine') },
    { path: 'discountTotal', value: '5.00', message: expect.stringContaining('the setting discountLine') },
    { path: 'taxTotal', value: '4.75', isHarmless: true },
  ])
  expect(await opened.sink.write(record)).toMatchObject({ kind: 'accepted' })
})

const lines = { shippingLine: { type: 'Charge', number: 'S-FREIGHT' }, discountLine: { type: 'Account', number: '6910' } }

test('with lines for them they are sent, and an order without them is half of one', async () => {
  await using opened = await start({ settings: lines, leavesHalves: true })
  const record = sampleOrder('W-1', { data: amounts })
  expect((await opened.sink.unsent?.(record))?.map(({ path }) => path)).toEqual(['taxTotal'])
  expect(await opened.sink.write(record)).toMatchObject({ kind: 'accepted' })
  const { body = '' } = opened.erp.requests.find(({ method, path }) => method === 'POST' && path.endsWith('/salesOrders')) ?? {}
  expect(JSON.parse(body).salesOrderLines).toEqual([
    { lineType: 'Item', lineObjectNumber: 'GS-1000000', quantity: 2, unitPrice: 12.5 },
    { lineType: 'Charge', lineObjectNumber: 'S-FREIGHT', quantity: 1, unitPrice: 4.9 },
    { lineType: 'Account', lineObjectNumber: '6910', quantity: 1, unitPrice: -5 },
  ])
  expect((await opened.sink.find(record))?.fields).toMatchObject({ subtotal: '24.9', lines: [{}, { type: 'charge' }, { type: 'charge' }] })
  const [order] = opened.erp.store.salesOrders.with('externalDocumentNumber', 'W-1')
  opened.erp.store.salesOrders.put({ ...order!, lines: order!.lines.slice(0, 2) })
  expect(await opened.sink.find(record)).toBeNull()
  expect(opened.erp.store.salesOrders.with('externalDocumentNumber', 'W-1')).toEqual([])
})
