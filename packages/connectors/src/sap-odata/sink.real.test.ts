import type { OutgoingRecord, RecordSink } from '@linkspan/core'
import { createDataset, startSapOData } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { openFor } from '../testing/open-context.ts'
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
  expect(outcome).toMatchObject({ kind: 'taken', record: { erpId: expect.stringMatching(/^\d+$/) } })
  const found = await opened.sink.find(order("O'1"))
  expect(found).toMatchObject({
    fields: {
      customerReference: "O'1",
      requestedDeliveryDate: '2026-12-01',
      lines: [{ lineNumber: '10', quantity: '2.000' }],
    },
  })
  expect(found?.erpId).toBe(outcome.kind === 'taken' && outcome.record.erpId)
  expect(await opened.sink.find(order('O-2'))).toBeNull()
  expect(opened.sap.ledger.find("O'1")).toMatchObject({ timesStored: 1 })
})

test.each(['drop-after-store', 'drop-before-store', '500-after-store', '500-before-store', 'late', 'truncated', 'unavailable'] as const)(
  'after "%s" nobody knows, and a look-up tells',
  async (kind) => {
    await using opened = await open()
    opened.sap.faults.add({ kind, method: 'POST', delayMs: 1500 })
    expect(await opened.sink.write(order('O-1'))).toMatchObject({ kind: 'unknown' })
    const found = await opened.sink.find(order('O-1'))
    expect(found === null ? 0 : 1).toBe(opened.sap.ledger.find('O-1')?.timesStored ?? 0)
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
  expect(opened.sap.ledger.find('O-1')?.timesStored ?? 0).toBe(0)
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
  expect(await opened.sink.write(later)).toMatchObject({ kind: 'taken' })
  expect(await opened.sink.find(later)).toMatchObject({ fields: { requestedDeliveryDate: '2026-12-24' } })
  expect(await opened.sink.write(later)).toEqual({ kind: 'stale' })
  expect(await opened.sink.write({ ...update, changed: ['lines'] })).toMatchObject({ kind: 'refused' })
})
