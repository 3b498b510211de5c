import { expect, test } from 'vitest'
import { type SapOData, type SapODataOptions, startSapOData } from './sap-odata.ts'

const v2 = '/sap/opu/odata/sap/API_SALES_ORDER_SRV'
const v4 = '/sap/opu/odata4/sap/api_salesorder/srvd_a2x/sap/salesorder/0001'
// biome-ignore lint/suspicious/noExplicitAny: the shape of the answers is what these tests are about
type Json = Record<string, any>
type Send = (path: string, body: unknown, method?: string, headers?: Record<string, string>) => Promise<Response>

const authorization = `Basic ${Buffer.from('LINKSPAN:Geheim!1').toString('base64')}`

/** Opens a session with a CSRF token, which every client needs before it writes. */
async function logOn(sap: SapOData): Promise<Send> {
  const fetched = await fetch(`${sap.url}${v2}/`, { method: 'HEAD', headers: { authorization, 'x-csrf-token': 'Fetch' } })
  const cookie = fetched.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const common = { authorization, cookie, accept: 'application/json', 'content-type': 'application/json' }
  const token = fetched.headers.get('x-csrf-token')!
  return (path, body, method = 'POST', headers = {}) =>
    fetch(`${sap.url}${path}`, { method, body: JSON.stringify(body), headers: { ...common, 'x-csrf-token': token, ...headers } })
}

const read = async (sap: SapOData, path: string): Promise<Json> =>
  (await (await fetch(`${sap.url}${path}`, { headers: { authorization, accept: 'application/json' } })).json()) as Json

const start = (options: SapODataOptions = {}): Promise<SapOData> => startSapOData({ dataset: { products: 60, orders: 20 }, ...options })

function order(reference: string, more: Json = {}): Json {
  return {
    SalesOrderType: 'OR',
    SalesOrganization: '1710',
    DistributionChannel: '10',
    OrganizationDivision: '00',
    SoldToParty: '17100002',
    PurchaseOrderByCustomer: reference,
    TransactionCurrency: 'EUR',
    RequestedDeliveryDate: '/Date(1767139200000)/',
    to_Partner: [{ PartnerFunction: 'SH', Customer: '0017100003' }],
    to_Item: { results: [item('GS-1000007', '3')] },
    ...more,
  }
}

function item(Material: string, RequestedQuantity: unknown): Json {
  return {
    Material,
    RequestedQuantity,
    RequestedQuantityUnit: 'PC',
    UnderlyingPurchaseOrderItem: '1',
    to_PricingElement: [{ ConditionType: 'PPR0', ConditionRateValue: '2.50', ConditionCurrency: 'EUR', ConditionQuantity: '1' }],
  }
}

const lookUp = (reference: string, more = ''): string =>
  `${v2}/A_SalesOrder?$filter=${encodeURIComponent(`PurchaseOrderByCustomer eq '${reference}'${more}`)}`

test('V2 creates an order with its items, prices and partners, and returns them', async () => {
  await using sap = await start()
  const send = await logOn(sap)
  const response = await send(`${v2}/A_SalesOrder`, order("W'1"))
  expect(response.status).toBe(201)
  const { d } = (await response.json()) as Json
  expect(d).toMatchObject({
    __metadata: { uri: `${sap.url}${v2}/A_SalesOrder('4000020')`, etag: response.headers.get('etag') },
    SalesOrder: '4000020',
    SalesOrderType: 'OR',
    SoldToParty: '17100002',
    PurchaseOrderByCustomer: "W'1",
    RequestedDeliveryDate: '/Date(1767139200000)/',
    TotalNetAmount: '7.50',
    OverallSDProcessStatus: 'A',
  })
  expect(d.to_Item.results[0]).toMatchObject({
    SalesOrderItem: '10',
    Material: 'GS-1000007',
    RequestedQuantity: '3.000',
    NetAmount: '7.50',
    UnderlyingPurchaseOrderItem: '1',
    to_PricingElement: { results: [{ ConditionRateValue: '2.500000000' }] },
  })
  expect(d.to_Partner.results.map((each: Json) => [each.PartnerFunction, each.Customer])).toContainEqual(['SH', '17100003'])
  expect(response.headers.get('location')).toBe(d.__metadata.uri)
  const found = await read(sap, lookUp("W''1", " and SoldToParty eq '17100002'"))
  expect(found.d.results.map((each: Json) => each.SalesOrder)).toEqual(['4000020'])
  expect((await read(sap, lookUp("W''1", " and SoldToParty eq '17100001'"))).d.results).toEqual([])
  const since = encodeURIComponent(`LastChangeDateTime ge datetimeoffset'${sap.dataset.orders.get('4000020')!.updatedAt}'`)
  expect((await read(sap, `${v2}/A_SalesOrder?$filter=${since}`)).d.results).toHaveLength(1)
})

test('V4 creates an order with its own names, with numbers, or with strings if the request says so', async () => {
  await using sap = await start()
  const send = await logOn(sap)
  const { to_Partner, to_Item, ...header } = order('W-1', { RequestedDeliveryDate: '2025-12-31' })
  const element = { ConditionType: 'PPR0', ConditionRateAmount: 2.5, ConditionQuantitySAPUnit: 'PC' }
  const line = { Product: 'GS-1000007', RequestedQuantity: 3, RequestedQuantitySAPUnit: 'PC', Plant: '1710' }
  const body = { ...header, _Item: [{ ...line, _ItemPricingElement: [element] }] }
  const response = await send(`${v4}/SalesOrder`, body)
  expect([response.status, response.headers.get('odata-version')]).toEqual([201, '4.0'])
  expect(await response.json()).toMatchObject({
    '@odata.context': `${sap.url}${v4}/$metadata#SalesOrder/$entity`,
    '@odata.etag': response.headers.get('etag'),
    SalesOrder: '4000020',
    TotalNetAmount: 7.5,
    RequestedDeliveryDate: '2025-12-31',
    _Item: [
      {
        Product: 'GS-1000007',
        RequestedQuantity: 3,
        RequestedQuantitySAPUnit: 'PC',
        RequestedQuantityISOUnit: 'PCE',
        Plant: '1710',
        _ItemPricingElement: [{ ConditionRateAmount: 2.5, ConditionQuantitySAPUnit: 'PC' }],
      },
    ],
  })
  const text = { ...header, _Item: [{ Product: 'GS-1000007', RequestedQuantity: '3', RequestedQuantityISOUnit: 'PCE' }] }
  expect((await send(`${v4}/SalesOrder`, text)).status).toBe(400)
  const compatible = { 'content-type': 'application/json;IEEE754Compatible=true' }
  expect((await send(`${v4}/SalesOrder`, text, 'POST', compatible)).status).toBe(201)
  expect((await send(`${v4}/SalesOrder`, body, 'POST', compatible)).status).toBe(400)
  expect((await send(`${v4}/SalesOrder`, { ...header, to_Item })).status).toBe(400)
  expect(sap.writeLog.find('W-1')).toMatchObject({ erpIds: ['4000020', '4000021'], timesReceived: 2, timesStored: 2 })
  expect(sap.writeLog.summary().duplicates).toEqual(['W-1'])
})

test('SAP does not check for duplicates: an order that is sent twice is stored twice', async () => {
  await using sap = await start()
  const send = await logOn(sap)
  for (let i = 0; i < 2; i++) expect((await send(`${v2}/A_SalesOrder`, order('W-1'))).status).toBe(201)
  expect((await read(sap, lookUp('W-1'))).d.results).toHaveLength(2)
  expect(sap.writeLog.summary()).toMatchObject({ received: 2, stored: 2, duplicates: ['W-1'] })
})

test('an invalid property is refused by name', async () => {
  await using sap = await start()
  const send = await logOn(sap)
  const cases: [Json, string][] = [
    [order('W'.repeat(36)), 'PurchaseOrderByCustomer'],
    [order('W-1', { OurReference: 'x' }), 'OurReference'],
    [order('W-1', { to_Item: [item('GS-1000007', 3)] }), 'RequestedQuantity'],
    [order('W-1', { RequestedDeliveryDate: '31.12.2025' }), 'RequestedDeliveryDate'],
    [order('W-1', { RequestedDeliveryDate: '2025-12-31' }), 'RequestedDeliveryDate'],
    [order('W-1', { RequestedDeliveryDate: '/Date(9999999999999999)/' }), 'RequestedDeliveryDate'],
    [order('W-1', { to_Item: 'none' }), 'to_Item'],
  ]
  for (const [body, name] of cases) {
    const response = await send(`${v2}/A_SalesOrder`, body)
    expect(response.status).toBe(400)
    expect(((await response.json()) as Json).error.message.value).toContain(name)
  }
  expect((await send(`${v2}/A_SalesOrder`, order('W'.repeat(35)))).status).toBe(201)
  expect((await send(`${v2}/A_SalesOrder('4000000')`, {}, 'DELETE')).status).toBe(501)
  expect((await send('/sap/opu/odata/sap/API_PRODUCT_SRV/A_Product', {})).status).toBe(501)
  expect(sap.dataset.orders.size).toBe(21)
})

test.each([
  { Material: 'GS-1000007', RequestedQuantity: 1 },
  { Product: 'GS-1000007', RequestedQuantity: 1, RequestedQuantityUnit: 'PC' },
  { Product: 'GS-1000007', RequestedQuantity: 1, ProductionPlant: '1010' },
  { Product: 'GS-1000007', RequestedQuantity: 1, _ItemPricingElement: [{ ConditionType: 'PPR0', ConditionRateValue: 2.5 }] },
])('V4 knows no property of V2: %j', async (line) => {
  await using sap = await start()
  const send = await logOn(sap)
  const { to_Partner, to_Item, ...header } = order('W-1', { RequestedDeliveryDate: '2025-12-31' })
  const response = await send(`${v4}/SalesOrder`, { ...header, _Item: [line] })
  expect(response.status).toBe(400)
  expect(await response.text()).toMatch(/Property \w+ was not found/)
  const read = await (await fetch(`${sap.url}${v4}/SalesOrder?$top=1&$expand=_Item`, { headers: { authorization } })).json()
  const [first] = (read as Json).value
  expect(first).not.toHaveProperty('ExternalDocumentID')
  expect(first).not.toHaveProperty('LastChangeDate')
  expect(Object.keys(first._Item[0])).toEqual(expect.arrayContaining(['Product', 'RequestedQuantitySAPUnit', 'Plant']))
  expect(Object.keys(first._Item[0])).not.toEqual(expect.arrayContaining(['Material']))
})

test('all business errors are reported at once, in the form of the OData version, and nothing is stored', async () => {
  await using sap = await start()
  const send = await logOn(sap)
  const bad = order('W-1', { SoldToParty: '4711', to_Item: [item('TG11', '1'), item('GS-1000007', '0')] })
  const response = await send(`${v2}/A_SalesOrder`, bad)
  expect(response.status).toBe(400)
  const { error } = (await response.json()) as Json
  expect(error).toMatchObject({ code: 'VP/204', message: { value: 'Sold-to party 4711 not maintained for sales area 1710 10 00' } })
  expect(error.innererror.errordetails.map((each: Json) => [each.code, each.message])).toEqual([
    ['VP/204', 'Sold-to party 4711 not maintained for sales area 1710 10 00'],
    ['V1/302', 'Material TG11 is not defined for sales org.1710, distr.chan.10, language EN'],
    ['/IWBEP/CX_MGW_BUSI_EXCEPTION', 'Enter a quantity greater than zero for item 20'],
  ])
  const { to_Item, to_Partner, ...header } = order('W-2', { SalesOrderType: 'XX', RequestedDeliveryDate: '2025-12-31' })
  const inV4 = await send(`${v4}/SalesOrder`, { ...header, _Item: [{ Product: 'TG11', RequestedQuantity: 1 }] })
  expect(await inV4.json()).toMatchObject({ error: { code: 'V1/301', details: [{ code: 'V1/302' }] } })
  expect(sap.dataset.orders.size).toBe(20)
  expect(sap.writeLog.summary()).toMatchObject({ received: 2, stored: 0, refused: 2 })
})

test('a header can be changed only with its current version', async () => {
  await using sap = await start()
  const send = await logOn(sap)
  const path = `${v2}/A_SalesOrder('4000003')`
  const before = sap.dataset.orders.get('4000003')!
  const etag = (await read(sap, path)).d.__metadata.etag as string
  const change = { PurchaseOrderByCustomer: 'W-1', DeliveryBlockReason: '01', CustomerPaymentTerms: '0002' }
  expect((await send(path, change, 'PATCH')).status).toBe(428)
  const changed = await send(path, change, 'POST', { 'if-match': etag, 'x-http-method': 'MERGE' })
  expect([changed.status, await changed.text()]).toEqual([204, ''])
  expect((await send(path, change, 'PATCH', { 'if-match': '"%"' })).status).toBe(412)
  const stale = await send(path, change, 'PATCH', { 'if-match': etag })
  expect(stale.status).toBe(412)
  expect(await stale.json()).toMatchObject({ error: { message: { value: expect.stringContaining('changed') } } })
  expect((await send(path, { DeliveryBlockReason: '' }, 'MERGE', { 'if-match': changed.headers.get('etag')! })).status).toBe(204)
  const { d } = await read(sap, path)
  expect(d).toMatchObject({
    PurchaseOrderByCustomer: 'W-1',
    DeliveryBlockReason: '',
    CustomerPaymentTerms: '0002',
    SoldToParty: before.customerId,
  })
  expect(sap.dataset.orders.get('4000003')!.updatedAt > before.updatedAt).toBe(true)

  const inV4 = `${v4}/SalesOrder('4000003')`
  const version = (await read(sap, inV4))['@odata.etag'] as string
  const answered = await send(inV4, { PurchaseOrderByCustomer: 'W-2' }, 'PATCH', { 'if-match': version })
  expect([answered.status, ((await answered.json()) as Json).PurchaseOrderByCustomer]).toEqual([200, 'W-2'])
  expect((await send(inV4, {}, 'PATCH', { 'if-match': '*', prefer: 'return=minimal' })).status).toBe(204)
  expect((await send(`${v2}/A_SalesOrder('1')`, {}, 'PATCH', { 'if-match': '*' })).status).toBe(404)
  expect((await send(path, { SoldToParty: '4711' }, 'PATCH', { 'if-match': '*' })).status).toBe(400)
  const { updates, timesReceived } = sap.writeLog.find('4000003')!
  expect(updates.map(({ refused }) => refused !== undefined)).toEqual([true, false, true, true, false, false, false, true])
  expect(timesReceived).toBe(0)
  expect((await read(sap, lookUp('W-2'))).d.results).toHaveLength(1)
  expect((await read(sap, lookUp(before.customerReference ?? ''))).d.results).toHaveLength(0)
})

test("a change of an order that a user has open is refused with SAP's message", async () => {
  await using sap = await start()
  const send = await logOn(sap)
  sap.faults.add({ kind: 'lock', times: 2 })
  const refused = await send(`${v2}/A_SalesOrder('4000003')`, {}, 'PATCH', { 'if-match': '*' })
  expect(refused.status).toBe(500)
  expect(await refused.json()).toMatchObject({
    error: { code: 'V1/042', message: { value: 'Sales document 4000003 is currently being processed (by user MUELLER)' } },
  })
  expect((await send(`${v4}/SalesOrder`, {})).status).toBe(500)
  expect(sap.writeLog.orders()).toEqual([])
})

test('a user of SAP changes, adds and removes orders', async () => {
  await using sap = await start()
  const { id } = sap.add('orders', { customerReference: 'Phone call' })
  expect((await read(sap, lookUp('Phone call'))).d.results[0].SalesOrder).toBe(id)
  const before = (await read(sap, `${v2}/A_SalesOrder('${id}')`)).d.__metadata.etag
  sap.change('orders', id, { status: 'cancelled' })
  const { d } = await read(sap, `${v2}/A_SalesOrder('${id}')`)
  expect(d.OverallSDDocumentRejectionSts).toBe('C')
  expect(d.__metadata.etag).not.toBe(before)
  expect(sap.remove('orders', id)).toBe(true)
  expect((await read(sap, lookUp('Phone call'))).d.results).toEqual([])
})
