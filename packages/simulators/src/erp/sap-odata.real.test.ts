import { expect, test } from 'vitest'
import { type SapOData, startSapOData } from './sap-odata.ts'

const paths = {
  products: '/sap/opu/odata/sap/API_PRODUCT_SRV/A_Product',
  stock: '/sap/opu/odata/sap/API_MATERIAL_STOCK_SRV/A_MatlStkInAcctMod',
  orders: '/sap/opu/odata/sap/API_SALES_ORDER_SRV/A_SalesOrder',
  productsV4: '/sap/opu/odata4/sap/api_product/srvd_a2x/sap/product/0002/Product',
  ordersV4: '/sap/opu/odata4/sap/api_salesorder/srvd_a2x/sap/salesorder/0001/SalesOrder',
}
// biome-ignore lint/suspicious/noExplicitAny: the shape of the answers is what these tests are about
type Json = Record<string, any>

const authorization = `Basic ${Buffer.from('LINKSPAN:Geheim!1').toString('base64')}`
const ask = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(url, { method, headers: { authorization, accept: 'application/json', ...headers } })
const read = async (url: string, headers: Record<string, string> = {}): Promise<Json> => (await ask(url, headers)).json() as Promise<Json>

async function readAllV2(url: string): Promise<{ rows: Json[]; pages: number }> {
  const rows: Json[] = []
  let pages = 0
  for (let next: string | undefined = url; next; pages++) {
    const { d }: Json = await read(next)
    rows.push(...d.results)
    next = d.__next
  }
  return { rows, pages }
}

async function readAllV4(url: string, headers: Record<string, string> = {}): Promise<Json[]> {
  const rows: Json[] = []
  for (let next: string | undefined = url; next; ) {
    const page: Json = await read(next, headers)
    rows.push(...page.value)
    const link = page['@odata.nextLink'] as string | undefined
    next = link === undefined ? undefined : new URL(link, page['@odata.context']).href
  }
  return rows
}

const start = (options: Parameters<typeof startSapOData>[0] = {}): Promise<SapOData> =>
  startSapOData({ dataset: { products: 60, orders: 25 }, pageSize: 20, ...options })

test('V2 returns every row once, and a full last page is followed by an empty one', async () => {
  await using sap = await start()
  const { rows, pages } = await readAllV2(sap.url + paths.products)
  expect(new Set(rows.map((row) => row.Product)).size).toBe(60)
  expect([rows.length, pages]).toEqual([60, 4])
  expect((await readAllV2(sap.url + paths.stock)).rows).toHaveLength(180)
})

test('V2 writes times as ticks, decimals as strings, and links as deferred', async () => {
  await using sap = await start()
  const { d } = await read(`${sap.url}${paths.products}?$top=1`)
  const row = sap.dataset.products.at(0)!
  expect(d.results[0]).toMatchObject({
    __metadata: { uri: `${sap.url}${paths.products}('${row.sku}')`, type: 'API_PRODUCT_SRV.A_ProductType' },
    Product: row.sku,
    BaseUnit: row.uom,
    ProductGroup: row.categoryId,
    NetWeight: row.weight,
    LastChangeDateTime: `/Date(${Date.parse(row.updatedAt)}+0000)/`,
    CreationDate: `/Date(${Date.parse(row.createdOn)})/`,
    to_Description: { __deferred: { uri: expect.stringMatching(/\/to_Description$/) } },
  })
  expect(d.__next).toBeUndefined()
  const stock = await read(`${sap.url}${paths.stock}?$top=1`)
  expect(stock.d.results[0].MatlWrhsStkQtyInMatlBaseUnit).toMatch(/^-?\d+\.\d{14}$/)
})

test('V2 expands links, including nested ones, and selects properties', async () => {
  await using sap = await start()
  const orders = await read(`${sap.url}${paths.orders}?$top=1&$expand=to_Item/to_PricingElement,to_Partner`)
  const order = orders.d.results[0]
  const line = sap.dataset.orders.at(0)!.lines[0]!
  expect(order.to_Item.results[0]).toMatchObject({ SalesOrderItem: '10', Material: line.sku, NetAmount: line.lineTotal })
  expect(order.to_Item.results[0].to_PricingElement.results[0]).toMatchObject({ ConditionType: 'PPR0' })
  expect(order.to_Partner.results.map((each: Json) => each.PartnerFunction)).toEqual(['SP', 'SH', 'BP', 'PY'])
  const products = await read(
    `${sap.url}${paths.products}?$top=1&$expand=to_Description,to_Valuation&$select=Product,to_Description/ProductDescription`,
  )
  const product = products.d.results[0]
  expect(Object.keys(product)).toEqual(['__metadata', 'Product', 'to_Description', 'to_Valuation'])
  expect(Object.keys(product.to_Description.results[0])).toEqual(['__metadata', 'ProductDescription'])
  expect((await ask(`${sap.url}${paths.products}?$expand=to_Nothing`)).status).toBe(400)
})

test('V2 filters by change time and by keys, orders, counts and skips', async () => {
  await using sap = await start({ pageSize: 1_000 })
  const { products } = sap.dataset
  const since = products.at(30, 'time')!.updatedAt
  const filter = encodeURIComponent(`LastChangeDateTime ge datetimeoffset'${since}'`)
  const expected = [...products].filter((row) => row.updatedAt >= since).map((row) => row.sku)
  const { d } = await read(`${sap.url}${paths.products}?$filter=${filter}&$orderby=LastChangeDateTime,Product&$inlinecount=allpages&$top=5`)
  expect(d.__count).toBe(String(expected.length))
  const first = products.size - expected.length
  expect(d.results.map((row: Json) => row.Product)).toEqual([0, 1, 2, 3, 4].map((i) => products.at(first + i, 'time')!.sku))
  expect(await (await ask(`${sap.url}${paths.products}/$count?$filter=${filter}`)).text()).toBe(String(expected.length))
  const last = await read(`${sap.url}${paths.products}?$orderby=Product%20desc&$skip=1&$top=1`)
  expect(last.d.results[0].Product).toBe(products.at(58)!.sku)
  const free = await read(`${sap.url}${paths.stock}?$filter=InventoryStockType%20eq%20'01'%20and%20InventorySpecialStockType%20eq%20''`)
  expect(free.d.results).toHaveLength(120)
  const heaviest = await read(`${sap.url}${paths.products}?$orderby=NetWeight%20desc&$top=1`)
  expect(Number(heaviest.d.results[0].NetWeight)).toBe(Math.max(...[...products].map((row) => Number(row.weight))))
})

test('one entity and its links can be read by key, even if the key has a slash', async () => {
  await using sap = await start()
  const sku = sap.dataset.products.at(49)!.sku
  expect(sku).toContain('/')
  const url = `${sap.url}${paths.products}('${encodeURIComponent(sku)}')`
  expect((await read(url)).d.Product).toBe(sku)
  expect((await read(`${url}/to_Description`)).d.results).toHaveLength(2)
  expect((await ask(`${sap.url}${paths.products}('nothing')`)).status).toBe(404)
  const { d } = await read(`${sap.url}${paths.stock}?$top=1`)
  expect((await read(d.results[0].__metadata.uri)).d).toEqual(d.results[0])
})

test('V2 answers with Atom unless JSON is requested', async () => {
  await using sap = await start()
  const atom = await ask(`${sap.url}${paths.products}?$top=1`, { accept: '*/*' })
  expect(atom.headers.get('content-type')).toContain('application/atom+xml')
  expect(await atom.text()).toContain('<d:Product>GS-1000000</d:Product>')
  expect((await ask(`${sap.url}${paths.products}?$top=1&$format=json`, { accept: '*/*' })).headers.get('content-type')).toContain('json')
})

test('V2 links may name another host', async () => {
  await using sap = await start({ linkOrigin: 'https://sap-internal.example:44300' })
  const { d } = await read(`${sap.url}${paths.products}?$format=json`)
  expect(d.__next).toBe(`https://sap-internal.example:44300${paths.products}?$format=json&$skiptoken=20`)
})

test('V4 returns every row once, with absolute and with relative links', async () => {
  for (const nextLinks of ['absolute', 'relative'] as const) {
    await using sap = await start({ nextLinks })
    const rows = await readAllV4(`${sap.url}${paths.productsV4}?$orderby=LastChangeDateTime,Product`)
    expect(rows).toHaveLength(60)
    expect(new Set(rows.map((row) => row.Product)).size).toBe(60)
    expect(rows.map((row) => row.LastChangeDateTime)).toEqual(rows.map((row) => row.LastChangeDateTime).sort())
  }
})

test('V4 writes ISO times and numbers, or strings if requested', async () => {
  await using sap = await start()
  const row = sap.dataset.products.at(0)!
  const url = `${sap.url}${paths.productsV4}?$top=1&$count=true&$expand=_ProductDescription,_ProductValuation($select=Currency)`
  const page = await read(url)
  expect(page['@odata.count']).toBe(60)
  expect(page['@odata.context']).toBe(`${sap.url}${paths.productsV4.replace('Product', '$metadata#Product')}`)
  expect(page.value[0]).toMatchObject({ NetWeight: Number(row.weight), LastChangeDateTime: row.updatedAt, CreationDate: row.createdOn })
  expect(page.value[0]._ProductDescription).toHaveLength(2)
  expect(page.value[0]._ProductValuation[0]).toHaveProperty('ProductPriceUnitQuantity')
  const strings = await read(url, { accept: 'application/json;IEEE754Compatible=true' })
  expect(strings.value[0].NetWeight).toBe(row.weight)
  const order = await read(`${sap.url}${paths.ordersV4}/4000000?$expand=_Item`)
  expect(order.error.code).toBeTruthy()
  expect((await read(`${sap.url}${paths.ordersV4}('4000000')?$expand=_Item`))._Item.length).toBeGreaterThan(0)
})

test('V4 honours a preferred page size up to its own', async () => {
  await using sap = await start()
  const response = await ask(sap.url + paths.productsV4, { prefer: 'odata.maxpagesize=7' })
  expect(response.headers.get('preference-applied')).toBe('odata.maxpagesize=7')
  expect(((await response.json()) as Json).value).toHaveLength(7)
  expect((await read(sap.url + paths.productsV4, { prefer: 'odata.maxpagesize=5000' })).value).toHaveLength(20)
})

test('a space written as "+" is refused in a filter, with an error in the form of the OData version', async () => {
  await using sap = await start()
  const v2 = await ask(`${sap.url}${paths.products}?$filter=Product+eq+'x'`)
  expect(v2.status).toBe(400)
  expect(await v2.json()).toMatchObject({
    error: { message: { lang: 'en', value: expect.stringContaining("'+'") }, innererror: { errordetails: [{}] } },
  })
  const v4 = await ask(`${sap.url}${paths.productsV4}?$filter=Product+eq+'x'`)
  expect(await v4.json()).toMatchObject({ error: { message: expect.stringContaining("'+'"), details: [] } })
  expect((await ask(`${sap.url}${paths.products}?$nonsense=1`)).status).toBe(400)
  sap.faults.add({ kind: 'throttled', retryAfterSeconds: 60 })
  const throttled = await ask(sap.url + paths.products)
  expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '60'])
  expect(await throttled.json()).toMatchObject({ error: { message: { value: 'Too many requests.' } } })
})

test('wrong credentials and a wrong client get a 401 in HTML', async () => {
  await using sap = await start()
  const wrong = await fetch(sap.url + paths.products, { headers: { authorization: 'Basic eDp5' } })
  expect([wrong.status, wrong.headers.get('content-type')]).toEqual([401, 'text/html; charset=utf-8'])
  expect((await ask(`${sap.url}${paths.products}?sap-client=200`)).status).toBe(401)
  expect((await ask(sap.url + paths.products, { 'sap-client': '200' })).status).toBe(401)
  expect((await ask(`${sap.url}${paths.products}?sap-client=100`)).status).toBe(200)
})

test('a write needs a token and the cookies it came with, until the session ends', async () => {
  await using sap = await start()
  const root = `${sap.url}/sap/opu/odata/sap/API_SALES_ORDER_SRV/`
  const refused = await ask(sap.url + paths.orders, {}, 'POST')
  expect([refused.status, refused.headers.get('x-csrf-token')]).toEqual([403, 'Required'])

  const fetched = await ask(root, { 'x-csrf-token': 'Fetch' }, 'HEAD')
  const token = fetched.headers.get('x-csrf-token')!
  const cookies = fetched.headers.getSetCookie()
  const cookie = cookies.map((each) => each.split(';')[0]).join('; ')
  expect(cookies).toHaveLength(2)
  expect((await ask(sap.url + paths.orders, { 'x-csrf-token': token }, 'POST')).status).toBe(403)
  expect((await ask(sap.url + paths.orders, { cookie, 'x-csrf-token': 'x' }, 'POST')).status).toBe(403)
  expect((await ask(sap.url + paths.orders, { cookie, 'x-csrf-token': token }, 'POST')).status).toBe(400)
  const other = await ask(root, { 'x-csrf-token': 'fetch' })
  expect(other.headers.getSetCookie()[1]?.split('=')[0]).not.toBe(cookies[1]?.split('=')[0])
  expect((await ask(root, { cookie, 'x-csrf-token': 'Fetch' })).headers.get('x-csrf-token')).toBe(token)
  sap.csrf.expireAll()
  expect((await ask(sap.url + paths.orders, { cookie, 'x-csrf-token': token }, 'POST')).headers.get('x-csrf-token')).toBe('Required')
})

test('SAP can repeat a page, move a row between two pages, and return invalid records', async () => {
  await using sap = await start()
  sap.faults.add({ kind: 'repeat-cursor', times: 1 })
  const first = await read(`${sap.url}${paths.products}?$orderby=LastChangeDateTime`)
  expect(first.d.__next).toContain('$skiptoken=0')
  sap.faults.add({ kind: 'moving-rows' })
  const page = await read(`${sap.url}${paths.products}?$orderby=LastChangeDateTime`)
  const { rows } = await readAllV2(page.d.__next)
  expect(rows.at(-1)?.Product).toBe(page.d.results[0].Product)
  expect(rows).toHaveLength(40)
  sap.faults.add({ kind: 'invalid-records', records: 2 })
  const { d } = await read(sap.url + paths.products)
  expect(d.results[0]).not.toHaveProperty('Product')
  expect(d.results[1].NetWeight).toBe('abc')
})

test('a service describes itself, and an unknown service is refused', async () => {
  await using sap = await start()
  expect(await read(`${sap.url}/sap/opu/odata/sap/API_PRODUCT_SRV/`)).toEqual({ d: { EntitySets: ['A_Product'] } })
  const metadata = await (await ask(`${sap.url}/sap/opu/odata/sap/API_PRODUCT_SRV;v=0001/$metadata`)).text()
  expect(metadata).toContain('<Property Name="LastChangeDateTime" Type="Edm.DateTimeOffset"/>')
  expect((await ask(`${sap.url}/sap/opu/odata/sap/API_NOTHING_SRV/X`)).status).toBe(403)
  expect((await ask(`${sap.url}/sap/opu/odata/sap/API_PRODUCT_SRV/A_Nothing`)).status).toBe(404)
})
