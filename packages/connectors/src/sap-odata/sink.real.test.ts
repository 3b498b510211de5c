import { logCapture, openFor } from '@linkspan/connector-kit/testing/open-context'
import type { OutgoingRecord, RecordSink } from '@linkspan/core/connector'
import { createDataset, startSapOData, startServer } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { sapOData } from './connector.ts'

const [{ sku }] = [...createDataset({ products: 3 }).products] as unknown as [{ sku: string }]
const salesOrder = { organization: '1710', distributionChannel: '10', division: '00', priceCondition: 'PPR0', units: { EA: 'PC' } }

const order = (reference: string, more: Partial<OutgoingRecord> = {}): OutgoingRecord => ({
  id: reference,
  erpId: null,
  reference,
  idempotencyKey: reference,
  data: {
    orderNumber: reference,
    orderDate: '2026-11-23',
    requestedDeliveryDate: '2026-12-01',
    currency: 'EUR',
    total: '25.00',
    customerId: '17100001',
    lines: [{ lineNumber: '10', type: 'item', sku, quantity: '2', uom: 'EA', unitPrice: '12.50' }],
  },
  changed: null,
  erpVersion: null,
  sentAt: new Date().toISOString(),
  ...more,
})

type Version = 'v2' | 'v4'

async function open(odataVersion: Version = 'v2', settings: Record<string, unknown> = { salesOrder }) {
  const sap = await startSapOData({ dataset: { products: 3, orders: 3 } })
  const session = await openFor(
    sapOData,
    { credentials: { apiUrl: sap.url, username: 'LINKSPAN', password: 'Geheim!1' }, settings: { odataVersion, ...settings } },
    { timeoutMs: 500 },
  )
  const sink = session.sink?.('orders') as RecordSink
  return {
    sap,
    sink,
    async [Symbol.asyncDispose]() {
      await session[Symbol.asyncDispose]()
      await sap[Symbol.asyncDispose]()
    },
  }
}

test.each(['v2', 'v4'] as const)('an order is created in one call and found by its reference (%s)', async (version) => {
  await using opened = await open(version)
  const outcome = await opened.sink.write(order("O'1"))
  expect(outcome).toMatchObject({ kind: 'accepted', record: { erpId: expect.stringMatching(/^\d+$/) } })
  const found = await opened.sink.find(order("O'1"))
  expect(found).toMatchObject({
    fields: {
      customerReference: "O'1",
      requestedDeliveryDate: '2026-12-01',
      lines: [{ lineNumber: '10', quantity: '2.000' }],
    },
  })
  expect(found?.erpId).toBe(outcome.kind === 'accepted' && outcome.record.erpId)
  expect(await opened.sink.find(order('O-2'))).toBeNull()
  expect(opened.sap.writeLog.find("O'1")).toMatchObject({ timesStored: 1 })
})

test.each([
  ['v2', { Material: sku, RequestedQuantityUnit: 'PC', ProductionPlant: '1710', StorageLocation: '171A' }, 'ConditionRateValue'],
  ['v4', { Product: sku, RequestedQuantitySAPUnit: 'PC', Plant: '1710', StorageLocation: '171A' }, 'ConditionRateAmount'],
] as const)('an order is stored with its SKU, unit, plant and price (%s)', async (version, item, rate) => {
  await using opened = await open(version)
  const { data } = order('O-1')
  const [line] = data.lines as readonly object[]
  const sent = order('O-1', { data: { ...data, lines: [{ ...line, locationId: '1710/171A' }] } })
  expect(await opened.sink.write(sent)).toMatchObject({ kind: 'accepted' })
  const post = opened.sap.requests.find(({ method }) => method === 'POST')
  const body = JSON.parse(post?.body ?? '{}') as Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
  const [written] = body[version === 'v2' ? 'to_Item' : '_Item'] ?? []
  expect(written).toMatchObject(item)
  expect(JSON.stringify(written)).toContain(`"${rate}":"12.50"`)
  expect(await opened.sink.find(sent)).toMatchObject({
    fields: { total: '29.75', lines: [{ sku, quantity: '2.000', uom: 'PCE', locationId: '1710/171A', unitPrice: '12.5' }] },
  })
})

test.each([
  ['Zentrallager Nord', undefined],
  ['1010', '1010'],
])('of the location %j SAP is told the plant %j', async (locationId, plant) => {
  await using opened = await open('v4')
  const { data } = order('O-1')
  const [line] = data.lines as readonly object[]
  expect(await opened.sink.write(order('O-1', { data: { ...data, lines: [{ ...line, locationId }] } }))).toMatchObject({ kind: 'accepted' })
  const post = opened.sap.requests.find(({ method }) => method === 'POST')
  expect(JSON.parse(post?.body ?? '{}')._Item[0].Plant).toBe(plant)
})

test.each(['drop-after-store', 'drop-before-store', '500-after-store', '500-before-store', 'late', 'truncated', 'unavailable'] as const)(
  'after "%s" nobody knows, and a look-up tells',
  async (kind) => {
    await using opened = await open()
    opened.sap.faults.add({ kind, method: 'POST', delayMs: 1500 })
    expect(await opened.sink.write(order('O-1'))).toMatchObject({ kind: 'unknown' })
    const found = await opened.sink.find(order('O-1'))
    expect(found === null ? 0 : 1).toBe(opened.sap.writeLog.find('O-1')?.timesStored ?? 0)
  },
)

test('SAP says in its own words what it refuses', async () => {
  await using opened = await open()
  const { data } = order('O-1')
  const wrong = order('O-1', { data: { ...data, lines: [{ lineNumber: '10', type: 'item', sku: 'NOTHING', quantity: '2' }] } })
  expect(await opened.sink.write(wrong)).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('Material NOTHING is not defined'),
  })
  const charged = order('O-1', { data: { ...data, lines: [{ lineNumber: '10', type: 'charge', quantity: '1' }] } })
  expect(await opened.sink.write(charged)).toMatchObject({ kind: 'refused', reason: expect.stringContaining('is a charge') })
})

test.each([
  ['lock', 'remote.unavailable'],
  ['throttled', 'remote.throttled'],
  ['forbidden', 'setup.permission-missing'],
  ['unauthorized', 'setup.credentials-rejected'],
] as const)('"%s": SAP took nothing, and the record waits', async (kind, code) => {
  await using opened = await open()
  opened.sap.faults.add({ kind, method: 'POST' })
  await expect(opened.sink.write(order('O-1'))).rejects.toMatchObject({ code })
  expect(opened.sap.writeLog.find('O-1')?.timesStored ?? 0).toBe(0)
})

test('without a sales area nothing is sent', async () => {
  await using opened = await open('v2', {})
  await expect(opened.sink.write(order('O-1'))).rejects.toMatchObject({ code: 'setup.settings-invalid' })
  expect(opened.sap.requestCount).toBe(0)
})

test('a token that cannot be had means that no order has left', async () => {
  await using opened = await open()
  opened.sap.faults.add({ kind: 'hang', method: 'GET' })
  await expect(opened.sink.write(order('O-1'))).rejects.toMatchObject({ code: 'remote.timeout' })
  expect(opened.sap.requests.filter(({ method }) => method === 'POST')).toEqual([])
})

test('the delivery date of an order can be changed, against its version', async () => {
  await using opened = await open()
  await opened.sink.write(order('O-1'))
  const known = await opened.sink.find(order('O-1'))
  const update = order('O-1', { erpId: known?.erpId ?? '', changed: ['requestedDeliveryDate'], erpVersion: known?.erpVersion ?? null })
  const later = { ...update, data: { ...update.data, requestedDeliveryDate: '2026-12-24' } }
  expect(await opened.sink.write(later)).toMatchObject({ kind: 'accepted' })
  expect(await opened.sink.find(later)).toMatchObject({ fields: { requestedDeliveryDate: '2026-12-24' } })
  expect(await opened.sink.write(later)).toEqual({ kind: 'stale' })
  expect(await opened.sink.write({ ...update, changed: ['lines'] })).toMatchObject({ kind: 'refused' })
})

test("another customer's order is another order, even if it has the same reference", async () => {
  await using opened = await open()
  const theirs = order('4711')
  await opened.sink.write({ ...theirs, data: { ...theirs.data, customerId: '17100002' } })
  expect(await opened.sink.find(order('4711'))).toBeNull()
  expect(await opened.sink.find({ ...theirs, data: { ...theirs.data, customerId: '0017100002' } })).not.toBeNull()
})

test('the oldest order with a reference counts', async () => {
  await using opened = await open()
  const first = await opened.sink.write(order('O-1'))
  await opened.sink.write(order('O-1'))
  expect((await opened.sink.find(order('O-1')))?.erpId).toBe(first.kind === 'accepted' && first.record.erpId)
})

test('a reference that SAP would cut off is not sent', async () => {
  await using opened = await open()
  expect(await opened.sink.write(order('x'.repeat(36)))).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('36 characters'),
  })
  expect(await opened.sink.write(order('x'.repeat(35)))).toMatchObject({ kind: 'accepted' })
  expect(opened.sap.writeLog.summary()).toMatchObject({ received: 1, stored: 1 })
})

test('a session that SAP has ended is begun anew, and the order is there once', async () => {
  await using opened = await open()
  await opened.sink.write(order('O-1'))
  opened.sap.csrf.expireAll()
  expect(await opened.sink.write(order('O-2'))).toMatchObject({ kind: 'accepted' })
  opened.sap.csrf.expireAll()
  opened.sap.faults.add({ kind: 'hang', method: 'GET' })
  await expect(opened.sink.write(order('O-3'))).rejects.toMatchObject({ code: 'remote.timeout' })
  expect(opened.sap.writeLog.summary()).toMatchObject({ received: 2, stored: 2 })
})

test.each(['v2', 'v4'] as const)('a change brings the next version (%s)', async (version) => {
  await using opened = await open(version)
  await opened.sink.write(order('O-1'))
  const { erpId = '', erpVersion = null } = (await opened.sink.find(order('O-1'))) ?? {}
  const change = (day: string, known: string | null) => {
    const { data } = order('O-1')
    return order('O-1', { erpId, erpVersion: known, changed: ['requestedDeliveryDate'], data: { ...data, requestedDeliveryDate: day } })
  }
  const first = await opened.sink.write(change('2026-12-23', erpVersion))
  const next = first.kind === 'accepted' ? first.record.erpVersion : null
  expect(next).not.toBeNull()
  expect(await opened.sink.write(change('2026-12-24', next))).toMatchObject({ kind: 'accepted' })
  expect(await opened.sink.write(change('2026-12-25', next))).toEqual({ kind: 'stale' })
})

test('only orders can be written', async () => {
  await using sap = await startSapOData({ dataset: { products: 3 } })
  await using session = await openFor(sapOData, { credentials: { apiUrl: sap.url, username: 'LINKSPAN', password: 'Geheim!1' } })
  expect(() => session.sink?.('products')).toThrow(expect.objectContaining({ code: 'connection.not-capable' }))
})

test("SAP's remarks on an order that it took are in the log, and secrets are not", async () => {
  const heard = logCapture()
  const remark = JSON.stringify({ code: 'V1/555', message: 'The order is incomplete', severity: 'warning' })
  const token = { status: 200, headers: { 'x-csrf-token': 'tok-123456', 'set-cookie': 'SID=cookie-123456' }, body: '{}' }
  const created = { status: 201, headers: { 'sap-message': remark }, body: '{"d":{"SalesOrder":"77"}}' }
  const answer = ({ method }: { readonly method: string }) => (method === 'POST' ? created : token)
  await using server = await startServer({ routes: [{ path: /./, answer }] })
  const credentials = { apiUrl: server.url, username: 'LINKSPAN', password: 'Geheim!1' }
  await using session = await openFor(sapOData, { credentials, settings: { salesOrder } }, { logger: heard.logger })
  expect(await session.sink?.('orders').write(order('O-1'))).toMatchObject({ kind: 'accepted', record: { erpId: '77' } })
  const log = heard.lines.join('\n')
  expect(log).toContain('The order is incomplete')
  expect(log).not.toMatch(/Geheim|tok-123456|cookie-123456|Basic /)
})

const amounts = { discountTotal: '5.00', shippingTotal: '4.90', taxTotal: '4.75' }
const discounted = { lineNumber: '10', type: 'item', sku, quantity: '2', uom: 'EA', unitPrice: '12.50', discount: '1.00', tax: '4.75' }

test('amounts that have no condition type are not sent, and told by name', async () => {
  await using opened = await open()
  const { data } = order('O-1')
  const record = order('O-1', { data: { ...data, ...amounts, lines: [discounted] } })
  expect(await opened.sink.unsent?.(record)).toMatchObject([
    { path: 'discountTotal', value: '5.00', message: expect.stringContaining('salesOrder.discountCondition') },
    { path: 'shippingTotal', value: '4.90', message: expect.stringContaining('salesOrder.freightCondition') },
    { path: 'taxTotal', value: '4.75', message: expect.stringContaining('works taxes out itself'), isHarmless: true },
    { path: 'lines[].discount', value: '1.00', message: expect.stringContaining('salesOrder.lineDiscountCondition') },
    { path: 'lines[].tax', value: '4.75', isHarmless: true },
  ])
  expect(await opened.sink.write(record)).toMatchObject({ kind: 'accepted', record: { fields: { total: '29.75' } } })
  expect(await opened.sink.unsent?.(order('O-2', { data: { ...data, discountTotal: '0.00' } }))).toEqual([])
})

test.each([
  ['v2', 'to_PricingElement', 'to_Item', 'to_PricingElement', 'ConditionRateValue'],
  ['v4', '_PricingElement', '_Item', '_ItemPricingElement', 'ConditionRateAmount'],
] as const)('with condition types they are price elements of header and item (%s)', async (version, header, items, prices, rate) => {
  const conditions = { discountCondition: 'HB00', freightCondition: 'HD00', taxCondition: 'ZTAX', lineDiscountCondition: 'RB00' }
  await using opened = await open(version, { salesOrder: { ...salesOrder, ...conditions, partners: { SH: '17100003' } } })
  const { data } = order('O-1')
  const record = order('O-1', { data: { ...data, discountTotal: '5.00', shippingTotal: '4.90', lines: [discounted] } })
  expect(await opened.sink.unsent?.(record)).toEqual([])
  const outcome = await opened.sink.write(record)
  const body = JSON.parse(opened.sap.requests.find(({ method }) => method === 'POST')?.body ?? '{}')
  const element = (type: string, amount: string) => ({ ConditionType: type, [rate]: amount, ConditionCurrency: 'EUR' })
  expect(body[header]).toEqual([element('HB00', '-5'), element('HD00', '4.9')])
  expect(body[items][0][prices]).toEqual([{ ...element('PPR0', '12.50'), ConditionQuantity: '1' }, element('RB00', '-1')])
  expect(body[version === 'v2' ? 'to_Partner' : '_Partner']).toEqual([{ PartnerFunction: 'SH', Customer: '17100003' }])
  expect(outcome).toMatchObject({ kind: 'accepted', record: { fields: { subtotal: '23.90' } } })
})

test('an address and the dates of lines are not sent, and told', async () => {
  await using opened = await open()
  const { data } = order('O-1')
  const [line] = data.lines as readonly object[]
  const record = order('O-1', { data: { ...data, shipTo: { city: 'Köln' }, lines: [{ ...line, requestedDate: '2026-12-02' }] } })
  expect((await opened.sink.unsent?.(record))?.map(({ path }) => path)).toEqual(['shipTo', 'lines[].requestedDate'])
  const placed = { ...record, targets: { 'shipTo.city': 'YY1_City_SDH' } }
  expect((await opened.sink.unsent?.(placed))?.map(({ path }) => path)).toEqual(['lines[].requestedDate'])
})
