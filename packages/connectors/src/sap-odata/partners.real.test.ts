import { canonical } from '@linkspan/connector-kit/testing/opened'
import { sampleOrder } from '@linkspan/connector-kit/testing/sample-order'
import { expect, test } from 'vitest'
import { openSap } from './testing/open-sap.ts'

const salesOrder = { organization: '1710', distributionChannel: '10', division: '00', units: { EA: 'PC' } }
const shipTo = { name: 'Ada Example', line1: 'Musterstraße 1', city: 'Köln', postalCode: '50667', country: 'DE', email: 'ada@example.com' }
const billTo = { name: 'Accounts', line1: 'Postweg 2', line2: 'Building 7', city: 'Bonn', postalCode: '53111', country: 'DE' }

test('an order shows the addresses of its partners, not their international versions', async () => {
  await using opened = await openSap()
  const { records } = await opened.read('orders')
  const orders = [...opened.sap.dataset.orders]
  expect(records.length).toBe(orders.length)
  for (const [at, record] of records.entries()) {
    const { customerName, shipTo: theirs } = orders[at]!
    expect(canonical('orders', record)).toMatchObject({ customerName, shipTo: theirs, billTo: { ...theirs, name: customerName } })
  }
})

test('changes show the addresses too, and V4, whose names are not known, shows none', async () => {
  await using opened = await openSap()
  const changed = await opened.read('orders', '2020-01-01T00:00:00.000Z')
  expect(changed.records.every(({ fields }) => fields.shipTo !== undefined)).toBe(true)
  await using v4 = await openSap({ settings: { odataVersion: 'v4' } })
  const { records } = await v4.read('orders')
  expect(records.map(({ fields }) => fields.shipTo)).toEqual(records.map(() => undefined))
})

test('a service without addresses is asked for the items alone', async () => {
  await using opened = await openSap()
  opened.sap.faults.add({ kind: 'forbidden', method: 'GET', path: /metadata/ })
  const { records } = await opened.read('orders')
  expect(records.length).toBe(20)
  expect(opened.sap.requests.at(-1)?.query.$expand).toBe('to_Item')
})

test('the functions of partners are those of the settings', async () => {
  await using opened = await openSap({ settings: { partners: { shipTo: ['PY'], billTo: ['ZZ'] } } })
  const [record] = (await opened.read('orders')).records
  expect(record?.fields).toMatchObject({ shipTo: { name: record?.fields.customerName } })
  expect(record?.fields.billTo).toBeUndefined()
})

test('addresses are sent with the partners that the settings name, and come back as they were sent', async () => {
  const settings = {
    salesOrder: { ...salesOrder, partners: { SH: '17100003', PY: '17100002' }, addressFunctions: { shipTo: 'SH', billTo: 'BP' } },
  }
  await using opened = await openSap({ settings })
  const order = sampleOrder('A-1', { data: { shipTo, billTo } })
  expect(opened.sink.unsent?.(order)).toEqual([])
  const outcome = await opened.sink.write(order)
  expect(outcome).toMatchObject({ kind: 'accepted' })
  const body = JSON.parse(opened.sap.requests.findLast(({ method }) => method === 'POST')?.body ?? '') as { to_Partner: unknown }
  expect(body.to_Partner).toMatchObject([
    { PartnerFunction: 'SH', Customer: '17100003', to_Address: [{ OrganizationName1: 'Ada Example', StreetName: 'Musterstraße 1' }] },
    { PartnerFunction: 'PY', Customer: '17100002' },
    { PartnerFunction: 'BP', Customer: '17100001', to_Address: [{ CityName: 'Bonn', StreetSuffixName1: 'Building 7' }] },
  ])
  const erpId = outcome.kind === 'accepted' ? outcome.record.erpId : ''
  const pulled = (await opened.read('orders')).records.find(({ id }) => id === erpId)
  expect(pulled?.fields).toMatchObject({ shipTo, billTo })
})

test('without these settings, and by V4, addresses are not sent, and runs say so', async () => {
  for (const settings of [{ salesOrder }, { odataVersion: 'v4', salesOrder: { ...salesOrder, addressFunctions: { shipTo: 'SH' } } }]) {
    await using opened = await openSap({ settings })
    const order = sampleOrder('A-2', { data: { shipTo } })
    expect(opened.sink.unsent?.(order)).toMatchObject([{ path: 'shipTo', message: expect.stringContaining('addressFunctions.shipTo') }])
    expect(await opened.sink.write(order)).toMatchObject({ kind: 'accepted' })
    expect(opened.sap.requests.findLast(({ method }) => method === 'POST')?.body).not.toContain('Köln')
  }
})

test('comments are a text of the header if the settings name one, and are refused otherwise', async () => {
  const lines = [
    { lineNumber: '10', type: 'item', sku: 'GS-1000000', quantity: '2', unitPrice: '12.50' },
    { lineNumber: '20', type: 'comment', description: 'Ring twice', quantity: '0' },
    { lineNumber: '30', type: 'comment', description: 'Mind the dog', quantity: '0' },
  ]
  await using opened = await openSap({ settings: { salesOrder: { ...salesOrder, commentText: 'TX01' } } })
  expect(await opened.sink.write(sampleOrder('A-3', { lines }))).toMatchObject({ kind: 'accepted' })
  const stored = [...opened.sap.dataset.orders].at(-1)
  expect(stored?.texts).toEqual([{ Language: 'EN', LongTextID: 'TX01', LongText: 'Ring twice\nMind the dog' }])
  expect(stored?.lines.map(({ sku }) => sku)).toEqual(['GS-1000000'])
  const charge = sampleOrder('A-4', { lines: [{ lineNumber: '10', type: 'charge', description: 'Freight', quantity: '1' }] })
  expect(await opened.sink.write(charge)).toMatchObject({ kind: 'refused' })
  await using other = await openSap({ settings: { salesOrder } })
  expect(await other.sink.write(sampleOrder('A-3', { lines }))).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('comment'),
  })
})
