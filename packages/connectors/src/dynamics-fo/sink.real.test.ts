import { openFor } from '@linkspan/connector-kit/testing/open-context'
import type { RecordSink } from '@linkspan/core/connector'
import { startServer } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { dynamicsFo } from './connector.ts'
import { type OpenedFo, openFo } from './testing/open-fo.ts'
import { sampleOrder } from './testing/sample-order.ts'

const start = (options: Parameters<typeof openFo>[0] = {}) => openFo({ dataset: { products: 10, orders: 5 }, ...options })
const line = (more: object = {}) => ({ lineNumber: '1', type: 'item', sku: 'GS-1000000', quantity: '2', unitPrice: '12.50', ...more })
const writes = ({ erp }: OpenedFo) => erp.requests.filter(({ method, path }) => method !== 'GET' && path.startsWith('/data'))
const linesIn = (body: string) => body.split('\r\n').flatMap((each) => (each.startsWith('{') ? [JSON.parse(each)] : []))

test('an order is created by its header, then by all its lines in one changeset', async () => {
  await using opened = await start({ settings: { warehouse: '1010/usmf-A', units: { EA: 'ea' } } })
  const shipTo = { name: 'Shop', line1: 'Hohe Straße 1', city: 'Köln', postalCode: '50667', country: 'DE' }
  const lines = [line({ discount: '0.10', uom: 'EA' }), line({ lineNumber: '7', locationId: 'B' })]
  const outcome = await opened.sink.write(sampleOrder('W-1', { data: { shipTo }, lines }))
  expect(outcome).toMatchObject({
    kind: 'accepted',
    record: { erpId: expect.stringMatching(/^usmf\|SO-/), erpVersion: expect.stringMatching(/^W\//), fields: { ourReference: 'W-1' } },
  })
  const [header, batch, ...more] = writes(opened)
  expect(more).toEqual([])
  expect([header?.target, batch?.target]).toEqual(['/data/SalesOrderHeadersV2?cross-company=true', '/data/$batch'])
  expect(JSON.parse(header?.body ?? '')).toEqual({
    dataAreaId: 'usmf',
    CustomersOrderReference: 'W-1',
    OrderingCustomerAccountNumber: '17100001',
    InvoiceCustomerAccountNumber: '17100001',
    CurrencyCode: 'EUR',
    LanguageId: 'en-us',
    RequestedReceiptDate: '2026-12-01T12:00:00Z',
    RequestedShippingDate: '2026-12-01T12:00:00Z',
    DeliveryAddressName: 'Shop',
    DeliveryAddressStreet: 'Hohe Straße 1',
    DeliveryAddressCity: 'Köln',
    DeliveryAddressZipCode: '50667',
    DeliveryAddressCountryRegionISOCode: 'DE',
  })
  const number = outcome.kind === 'accepted' ? outcome.record.erpId.split('|')[1] : ''
  const common = { dataAreaId: 'usmf', SalesOrderNumber: number, ItemNumber: 'GS-1000000', OrderedSalesQuantity: 2, SalesPrice: 12.5 }
  expect(linesIn(batch?.body ?? '')).toEqual([
    {
      ...common,
      SalesUnitSymbol: 'ea',
      LineDiscountAmount: 0.1,
      CustomersLineNumber: 1,
      ShippingSiteId: '1010',
      ShippingWarehouseId: 'usmf-A',
    },
    { ...common, CustomersLineNumber: 7, ShippingWarehouseId: 'B' },
  ])
})

test('no digit of a quantity or price is lost', async () => {
  await using opened = await start()
  await opened.sink.write(sampleOrder('W-1', { lines: [line({ quantity: '12345678901234.56789', unitPrice: '0.10000001' })] }))
  expect(writes(opened).at(-1)?.body).toContain('"OrderedSalesQuantity":12345678901234.56789')
})

test('with numbers of ours header and lines are one changeset', async () => {
  await using opened = await start({ hasManualNumbers: true, settings: { orderNumbers: 'manual' } })
  expect(await opened.sink.write(sampleOrder('W-1'))).toMatchObject({
    kind: 'accepted',
    record: { erpId: 'usmf|W-1', fields: { orderNumber: 'W-1', lines: [{ quantity: '2' }, { quantity: '1' }] } },
  })
  expect(writes(opened).map(({ path }) => path)).toEqual(['/data/$batch'])
  const refused = await opened.sink.write(sampleOrder('W-2', { lines: [line(), line({ sku: 'NOTHING' })] }))
  expect(refused).toMatchObject({ kind: 'refused', reason: expect.stringContaining('NOTHING') })
  expect(opened.erp.ordersWith('W-2')).toEqual([])
})

test('the reference and properties of the customer go where the settings say', async () => {
  const settings = {
    referenceField: 'CustomerRequisitionNumber',
    orderDefaults: { SalesOrderPoolId: 'WEB', InvoiceCustomerAccountNumber: '17100002' },
  }
  await using opened = await start({ settings })
  const record = sampleOrder('W-1', { data: { customerReference: 'PO-7' } })
  expect(await opened.sink.write(record)).toMatchObject({
    record: { fields: { ourReference: 'W-1', customerReference: 'PO-7' } },
  })
  expect(opened.erp.ordersWith('W-1')[0]?.fields).toMatchObject({
    CustomersOrderReference: 'PO-7',
    SalesOrderPoolId: 'WEB',
    InvoiceCustomerAccountNumber: '17100002',
  })
  expect(await opened.sink.find(record)).toMatchObject({ erpId: expect.stringMatching(/^usmf\|/) })
})

test('a header whose lines are refused is deleted, and the refusal is that of the line', async () => {
  await using opened = await start()
  const record = sampleOrder('W-1', { lines: [line(), line({ lineNumber: '2', sku: "O'NOTHING" })] })
  expect(await opened.sink.write(record)).toEqual({
    kind: 'refused',
    reason: expect.stringMatching(/^Warning: The value 'O'NOTHING' in field 'Item number' is not found in the related table 'Items'/),
    details: expect.any(Object),
  })
  expect(opened.erp.ordersWith('W-1')).toEqual([])
  expect(writes(opened).map(({ method }) => method)).toEqual(['POST', 'POST', 'DELETE'])
})

test('if the header cannot be deleted nobody knows, and the look-up takes it back before the order is sent again', async () => {
  await using opened = await start()
  const record = sampleOrder('W-1', { lines: [line({ sku: 'NOTHING' })] })
  opened.erp.faults.add({ kind: 'server-error', method: 'DELETE', path: /SalesOrderHeaders/ })
  expect((await opened.sink.write(record)).kind).toBe('unknown')
  expect(opened.erp.ordersWith('W-1')).toHaveLength(1)
  expect(await opened.sink.find(record)).toBeNull()
  expect(opened.erp.ordersWith('W-1')).toEqual([])
  expect((await opened.sink.write(record)).kind).toBe('refused')
})

test.each([
  ['drop-after-store', 0],
  ['drop-before-store', 0],
  ['500-before-store', 0],
  ['throttled', 0],
  ['forbidden', 0],
  ['truncated', 2],
] as const)('a changeset that meets "%s" leaves an order to be completed, never a second one', async (kind, _) => {
  await using opened = await start()
  opened.erp.faults.add({ kind, method: 'POST', path: /\$batch/, times: 1 })
  const record = sampleOrder('W-1')
  expect((await opened.sink.write(record)).kind).toBe('unknown')
  const found = await opened.sink.find(record)
  expect(found).toMatchObject({ fields: { lines: [{ quantity: '2' }, { quantity: '1' }] } })
  const [order, ...others] = opened.erp.ordersWith('W-1')
  expect(others).toEqual([])
  expect(opened.erp.linesOf(String(order?.fields.SalesOrderNumber))).toHaveLength(2)
})

test('only the lines that are missing are added, and none to an order of which something has left', async () => {
  await using opened = await start()
  const half = sampleOrder('W-1', { lines: [line({ lineNumber: '2' })] })
  await opened.sink.write(half)
  const whole = sampleOrder('W-1', { lines: [line(), line({ lineNumber: '2' }), line({ lineNumber: '3' })] })
  const number = String(opened.erp.ordersWith('W-1')[0]?.fields.SalesOrderNumber)
  await opened.sink.find(whole)
  expect(opened.erp.linesOf(number).map(({ fields }) => fields.CustomersLineNumber)).toEqual([2, 1, 3])
  await opened.sink.write(sampleOrder('W-2', { lines: [line()] }))
  const packed = String(opened.erp.ordersWith('W-2')[0]?.fields.SalesOrderNumber)
  opened.erp.packOrder(packed)
  await opened.sink.find({ ...whole, reference: 'W-2' })
  expect(opened.erp.linesOf(packed)).toHaveLength(1)
})

test('an order is found by exactly its reference and its customer, and the oldest counts', async () => {
  await using opened = await start()
  const first = await opened.sink.write(sampleOrder('W-1'))
  await opened.sink.write(sampleOrder('W-1'))
  await opened.sink.write(sampleOrder('w-1'))
  await opened.sink.write(sampleOrder('W-2', { data: { customerId: '17100002' } }))
  expect((await opened.sink.find(sampleOrder('W-1')))?.erpId).toBe(first.kind === 'accepted' && first.record.erpId)
  expect(await opened.sink.find(sampleOrder('W*'))).toBeNull()
  expect(await opened.sink.find(sampleOrder('W-2'))).toBeNull()
  expect(await opened.sink.find(sampleOrder("W'2"))).toBeNull()
})

test('a blank reference is neither sent nor looked for', async () => {
  await using opened = await start()
  expect(await opened.sink.write(sampleOrder(' '))).toMatchObject({ kind: 'refused' })
  expect(await opened.sink.find(sampleOrder(' '))).toBeNull()
  expect(writes(opened)).toEqual([])
})

test.each([
  [{ lines: [line({ type: 'charge' })] }, /is a charge/],
  [{ data: { customerId: '999' } }, /The value '999' in field 'Customer account' is not found/],
  [{ data: { currency: 'XXX' } }, /The value 'XXX' in field 'Currency' is not found/],
  [{ lines: [line({ quantity: '0' })] }, /Quantity must be greater than zero/],
] as const)('an order is refused in words that say why (%j)', async (more, reason) => {
  await using opened = await start()
  const outcome = await opened.sink.write(sampleOrder('W-1', more as object))
  expect(outcome).toMatchObject({ kind: 'refused', reason: expect.stringMatching(reason) })
  expect(outcome.kind === 'refused' && outcome.reason).not.toMatch(/Infolog:|stacktrace|at Microsoft|An error has occurred/)
  expect(opened.erp.ordersWith('W-1')).toEqual([])
})

test('the receipt date and the address of an order can be changed, against its version', async () => {
  await using opened = await start()
  const outcome = await opened.sink.write(sampleOrder('W-1'))
  const { erpId, erpVersion } = outcome.kind === 'accepted' ? outcome.record : { erpId: '', erpVersion: null }
  const data = { requestedDeliveryDate: '2026-12-24', shipTo: { city: 'Bonn' } }
  const change = sampleOrder('W-1', { erpId, erpVersion, changed: ['requestedDeliveryDate', 'shipTo'], data })
  expect(await opened.sink.write(change)).toMatchObject({ kind: 'accepted', record: { erpId } })
  const patch = writes(opened).at(-1)
  expect(patch?.target).toMatch(/^\/data\/SalesOrderHeadersV2\(dataAreaId='usmf',SalesOrderNumber='SO-\d+'\)\?cross-company=true$/)
  expect(await opened.sink.find(change)).toMatchObject({ fields: { requestedDeliveryDate: '2026-12-24', shipTo: { city: 'Bonn' } } })
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

test('an order of another legal entity is neither changed nor found', async () => {
  await using opened = await start()
  const foreign = sampleOrder('W-1', { erpId: 'demf|4000000', changed: ['requestedDeliveryDate'] })
  expect(await opened.sink.write(foreign)).toMatchObject({ kind: 'refused', reason: expect.stringContaining('usmf') })
  expect(await opened.sink.find(foreign)).toBeNull()
  expect(writes(opened)).toEqual([])
})

const failure = (message: string, type = 'System.Exception') =>
  JSON.stringify({ error: { code: '', message: 'An error has occurred.', innererror: { message, type } } })

test.each([
  [500, failure('Out of memory'), 'unknown', 'unknown'],
  [500, failure("Write failed for table row of type 'X'. Infolog: Error: No.", 'X.AxODataWriteException'), 'refused', 'refused'],
  [400, failure('Write failed. Infolog: validateField failed on field X'), 'refused', 'refused'],
  [409, failure('Another user has changed the record'), 'unknown', 'stale'],
  [409, failure('Conflict'), 'unknown', 'stale'],
  [412, failure('Changed'), 'unknown', 'stale'],
  [500, failure('You cannot edit a record in X. An update conflict occurred.'), 'unknown', 'stale'],
  [502, '<html>Bad gateway</html>', 'unknown', 'unknown'],
  [503, '', 'unknown', 'unknown'],
  [504, '', 'unknown', 'unknown'],
] as const)('an answer %i with %s: a creation is %s, a change is %s', async (status, body, created, changed) => {
  await using server = await startServer({
    routes: [
      { method: 'GET', path: '/data/$metadata', answer: () => ({ status: 404, headers: {}, body: '' }) },
      { method: 'GET', path: /./, answer: () => ({ status: 200, headers: {}, body: '{"value":[]}' }) },
      { path: /./, answer: () => ({ status, headers: {}, body }) },
    ],
  })
  const credentials = { apiUrl: server.url, oauthToken: 'a-token' }
  await using session = await openFor(dynamicsFo, { credentials, settings: { legalEntity: 'usmf' } })
  const sink = session.sink?.('orders') as RecordSink
  expect(await sink.write(sampleOrder('W-1'))).toMatchObject({ kind: created })
  const change = sampleOrder('W-1', { erpId: 'usmf|SO-1', erpVersion: 'W/"1"', changed: ['requestedDeliveryDate'] })
  expect(await sink.write(change)).toMatchObject({ kind: changed })
})

test('only orders can be written', async () => {
  await using opened = await start()
  expect(() => opened.session.sink?.('products')).toThrow(expect.objectContaining({ code: 'connection.not-capable' }))
})

const orders = Number(process.env.FO_ORDERS ?? 500)

test(`${orders} orders are there once each, with all their lines, although every 20th answer is lost`, async () => {
  await using opened = await openFo({ dataset: { products: 5, orders: 0 } })
  const { erp, sink } = opened
  const dropped = erp.faults.add({ kind: 'drop-after-store', every: 20, method: 'POST', path: /SalesOrderHeaders|\$batch/ })
  erp.faults.add({ kind: 'drop-before-store', every: 33, method: 'POST', path: /SalesOrderHeaders|\$batch/ })
  const references = Array.from({ length: orders }, (_, at) => `W-${at}`)
  const waiting = [...references]
  const send = async (): Promise<void> => {
    for (let reference = waiting.pop(); reference !== undefined; reference = waiting.pop()) {
      const record = sampleOrder(reference)
      for (let isThere = false; !isThere; ) {
        isThere = (await sink.write(record)).kind === 'accepted'
        while (!isThere) {
          const found = await sink.find(record).catch(() => undefined)
          if (found === null) break
          isThere = found !== undefined
        }
      }
    }
  }
  await Promise.all(Array.from({ length: 8 }, send))
  expect(dropped.taken).toBeGreaterThan(orders / 20)
  for (const reference of references) {
    const found = erp.ordersWith(reference)
    expect(
      found.map(({ fields }) => erp.linesOf(String(fields.SalesOrderNumber)).length),
      reference,
    ).toEqual([2])
  }
  if (process.env.FO_ORDERS !== undefined)
    process.stdout.write(`${orders} orders, ${erp.requestCount} calls, ${dropped.taken} answers lost\n`)
}, 600_000)

test('what of an order is not sent is told', async () => {
  await using opened = await openFo()
  const data = { discountTotal: '1.00', shippingTotal: '4.90', taxTotal: '5.00', shipTo: { city: 'Köln' }, billTo: { city: 'Bonn' } }
  const remarks = (await opened.sink.unsent?.(sampleOrder('A-1', { data }))) ?? []
  expect(remarks.map(({ path, isHarmless = false }) => [path, isHarmless])).toEqual([
    ['discountTotal', false],
    ['shippingTotal', false],
    ['taxTotal', true],
    ['billTo', false],
  ])
  expect(opened.sink.unsent?.(sampleOrder('A-1'))).toEqual([])
})
