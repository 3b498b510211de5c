import { ApiCredentials } from '@linkspan/connector-kit/authorizers/credentials'
import { ExactDecimal } from '@linkspan/connector-kit/fields/exact-decimal'
import { createState, unlimited } from '@linkspan/connector-kit/testing/open-context'
import {
  type Cursor,
  type DataTypeId,
  dataTypes,
  type OpenContext,
  type Page,
  type SourceRecord,
  silentLogger,
  systemClock,
} from '@linkspan/core/connector'
import { type SapODataOptions, startSapOData } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { openSapSession } from './session.ts'
import { SapSettings } from './settings.ts'

const start = (options: SapODataOptions = {}) => startSapOData({ dataset: { products: 60, orders: 25 }, pageSize: 20, ...options })

interface Opening {
  readonly settings?: Record<string, unknown>
  readonly credentials?: Record<string, unknown>
  readonly context?: Partial<OpenContext>
}

const open = (apiUrl: string, { settings = {}, credentials = {}, context = {} }: Opening = {}) =>
  openSapSession({
    connectionId: 'c1',
    timeoutMs: 5000,
    pageSize: 500,
    outbound: { allowPrivate: true },
    clock: systemClock,
    logger: silentLogger,
    enabledDataTypes: ['products', 'inventory', 'orders'],
    acquireCall: unlimited,
    state: createState(),
    inbox: { read: async () => [], remove: async () => {} },
    onCall: () => {},
    onSecret: () => {},
    signal: new AbortController().signal,
    ...context,
    settings: SapSettings.parse(settings),
    credentials: ApiCredentials.parse({ apiUrl, username: 'LINKSPAN', password: 'Geheim!1', ...credentials }),
  })

/** Reads everything; with `hops` each page in a session of its own, by the cursor of the page before. */
async function readAll(
  url: string,
  dataType: DataTypeId,
  { since = null, hops = false, ...opening }: Opening & { since?: string | null; hops?: boolean } = {},
) {
  const pages: Page[] = []
  let after: Cursor | null = null
  do {
    await using session = await open(url, opening)
    for await (const page of session.source(dataType).pages({ after, since })) {
      pages.push(page)
      after = page.next
      if (hops) break
    }
  } while (hops && after !== null)
  return { pages, records: pages.flatMap((page) => page.records) }
}

const canonical = (dataType: DataTypeId, { fields }: SourceRecord) => dataTypes[dataType].schema.parse(fields) as Record<string, unknown>
const ids = (records: readonly SourceRecord[]) => records.map(({ id }) => id)

test.each([
  ['v2', {}],
  ['v4', { nextLinks: 'absolute' }],
  ['v4', { nextLinks: 'relative' }],
  ['v2', { linkOrigin: 'https://sap-internal.example:44300' }],
  ['v2', { announcesAfterFullPage: false }],
] as const)('%s gives every product once, with its values (%j)', async (odataVersion, options) => {
  await using sap = await start(options)
  const { pages, records } = await readAll(sap.url, 'products', { settings: { odataVersion, sapClient: '100' } })
  const rows = [...sap.dataset.products]
  expect(ids(records)).toEqual(rows.map(({ sku }) => sku))
  expect(pages.map(({ total }) => total)).toEqual(pages.map(() => 60))
  expect(pages.every(({ serverTime }) => Math.abs(Date.parse(serverTime ?? '') - Date.now()) < 60_000)).toBe(true)
  for (const [at, row] of rows.entries()) {
    expect(canonical('products', records[at]!)).toMatchObject({
      sku: row.sku,
      name: row.name.slice(0, 40),
      cost: row.cost,
      currency: row.currency,
      priceUnitQuantity: row.priceUnitQuantity,
      uomRaw: row.uom,
      categoryId: row.categoryId,
      weight: row.weight,
      weightUnit: odataVersion === 'v2' ? 'KG' : 'KGM',
      active: row.active,
      sourceUpdatedAt: row.updatedAt,
    })
    expect(records[at]).toMatchObject({ changedAt: row.updatedAt, raw: { Product: row.sku } })
    expect(records[at]!.fields).not.toHaveProperty('price')
    expect(records[at]!.fields.barcode).toBe(row.barcode ?? undefined)
  }
})

test('a full last page leads to an empty one, an ERP without records gives one', async () => {
  await using sap = await start()
  expect((await readAll(sap.url, 'products')).pages.map(({ records }) => records.length)).toEqual([20, 20, 20, 0])
  await using empty = await start({ dataset: { products: 0, orders: 0 } })
  expect((await readAll(empty.url, 'products')).pages).toMatchObject([{ records: [], next: null, total: 0 }])
  expect((await readAll(empty.url, 'inventory')).pages).toMatchObject([{ records: [], next: null }])
})

test.each(['products', 'inventory', 'orders'] as const)('%s can be read on after any page, in another process', async (dataType) => {
  await using sap = await start({ pageSize: 7, nextLinks: 'relative' })
  for (const odataVersion of ['v2', 'v4']) {
    const whole = await readAll(sap.url, dataType, { settings: { odataVersion } })
    const hopped = await readAll(sap.url, dataType, { settings: { odataVersion }, hops: true })
    const content = ({ records }: { readonly records: readonly SourceRecord[] }) => records.map(({ id, raw }) => ({ id, raw }))
    expect(content(hopped)).toEqual(content(whole))
    expect(hopped.pages.map(({ total }) => total)).toEqual(whole.pages.map(({ total }) => total))
  }
})

test.each(['v2', 'v4'])('%s asks for what changed at a time or later', async (odataVersion) => {
  await using sap = await start()
  for (const dataType of ['products', 'orders'] as const) {
    const since = sap.dataset[dataType].at(10, 'time')!.updatedAt
    const expected = [...sap.dataset[dataType]].filter(({ updatedAt }) => updatedAt >= since).length
    const { records, pages } = await readAll(sap.url, dataType, { since, settings: { odataVersion } })
    expect(new Set(ids(records)).size).toBe(expected)
    expect(pages[0]?.total).toBe(expected)
    expect(records.map(({ changedAt }) => changedAt)).toEqual(records.map(({ changedAt }) => changedAt).sort())
    expect(records[0]?.changedAt).toBe(since)
    const more = await readAll(sap.url, dataType, { since, settings: { odataVersion, deltaByCreationToo: true } })
    expect(ids(more.records)).toEqual(expect.arrayContaining(ids(records)))
  }
})

test.each(['v2', 'v4'])('%s: of what changes while it is read nothing is lost, and it comes again at the end', async (odataVersion) => {
  for (const hops of [false, true]) {
    await using sap = await start({ pageSize: 10 })
    const moving = sap.faults.add({ kind: 'moving-rows', times: 3 })
    const { records, pages } = await readAll(sap.url, 'products', { since: '2000-01-01T00:00:00.000Z', settings: { odataVersion }, hops })
    expect(moving.taken).toBe(3)
    expect(new Set(ids(records)).size).toBe(60)
    expect(records.slice(-3).map(({ changedAt }) => changedAt! > '2025-01-01')).toEqual([true, true, true])
    expect(Math.min(...pages.map(({ total }) => total!))).toBe(60)
  }
})

test('a delta gets beyond many rows of one time', async () => {
  await using sap = await start({ pageSize: 3, dataset: { products: 60, orders: 0, bulkShare: 0.5, tieSize: 7 } })
  const { records } = await readAll(sap.url, 'products', { since: '2000-01-01T00:00:00.000Z', hops: true })
  expect(new Set(ids(records)).size).toBe(60)
})

test.each([1, 2, 7, 20, 60, 1000])('stock comes whole and once with pages of %i rows', async (pageSize) => {
  await using sap = await start({ pageSize, dataset: { products: 20, orders: 0 } })
  const sums = new Map<string, { hand: ExactDecimal; free: ExactDecimal; uom: string }>()
  for (const row of sap.dataset.inventory) {
    const id = `${row.sku}|${row.locationId}|${row.storageLocation}`
    const { hand, free } = sums.get(id) ?? { hand: new ExactDecimal(0), free: new ExactDecimal(0) }
    const more = row.stockType === 'unrestricted' ? row.quantityOnHand : 0
    sums.set(id, { hand: hand.plus(row.quantityOnHand), free: free.plus(more), uom: row.uom })
  }
  await using session = await open(sap.url)
  expect(session.source('inventory').incremental).toBe(false)
  const { records, pages } = await readAll(sap.url, 'inventory', { since: '2024-01-01T00:00:00.000Z' })
  expect(ids(records)).toEqual([...sums.keys()])
  expect(pages.every(({ total }) => total === undefined)).toBe(true)
  for (const record of records) {
    const { hand, free, uom } = sums.get(record.id)!
    const stock = canonical('inventory', record)
    expect(stock).toMatchObject({ uom, locationId: record.id.split('|').slice(1).join('/'), asOf: expect.stringMatching(/Z$/) })
    expect([
      new ExactDecimal(stock.quantityOnHand as string).eq(hand),
      new ExactDecimal(stock.quantityAvailable as string).eq(free),
    ]).toEqual([true, true])
  }
})

test.each(['v2', 'v4'])('%s orders come with lines, totals and status', async (odataVersion) => {
  await using sap = await start()
  const { records } = await readAll(sap.url, 'orders', { settings: { odataVersion } })
  const rows = [...sap.dataset.orders]
  expect(ids(records)).toEqual(rows.map(({ id }) => id))
  const statuses: Readonly<Record<string, string>> = { partially_shipped: 'processing', shipped: 'processing', delivered: 'processing' }
  for (const [at, row] of rows.entries()) {
    const order = canonical('orders', records[at]!) as { lines: unknown[]; total: string }
    expect(order).toMatchObject({
      orderNumber: row.orderNumber,
      customerId: row.customerId,
      orderDate: row.orderDate,
      requestedDeliveryDate: row.requestedDeliveryDate,
      currency: 'EUR',
      subtotal: row.subtotal,
      status: statuses[row.status] ?? row.status,
      statusRaw: expect.stringContaining('OverallSDProcessStatus='),
    })
    expect(new ExactDecimal(order.total).eq(row.total)).toBe(true)
    expect(records[at]!.fields.customerReference).toBe(row.customerReference ?? undefined)
    expect(order.lines).toHaveLength(row.lines.length)
    const [line] = row.lines
    const isoUnit: Readonly<Record<string, string>> = { PC: 'PCE', ST: 'PCE', KG: 'KGM', M: 'MTR', KAR: 'CT' }
    expect(order.lines[0]).toMatchObject({
      lineNumber: '10',
      sku: line!.sku,
      uom: isoUnit[line!.uom] ?? line!.uom,
      lineTotal: line!.lineTotal,
      tax: line!.tax,
      locationId: '1010/101A',
    })
  }
})

test('every request names client and language, also those by links of the server', async () => {
  await using sap = await start()
  await readAll(`${sap.url}/sap/opu/odata/sap/`, 'products', { settings: { sapClient: '100', sapLanguage: 'de' } })
  expect(sap.requests.map(({ query }) => [query['sap-client'], query['sap-language']])).toEqual(sap.requests.map(() => ['100', 'DE']))
  expect(sap.requests.some(({ target }) => target.includes('+'))).toBe(false)
})

test('we page ourselves if that is wanted', async () => {
  await using sap = await start({ pageSize: 1000 })
  const { pages, records } = await readAll(sap.url, 'products', { settings: { clientPaging: true }, context: { pageSize: 25 }, hops: true })
  expect(pages.map((page) => page.records.length)).toEqual([25, 25, 10])
  expect(new Set(ids(records)).size).toBe(60)
})

test('paths can be set', async () => {
  await using sap = await start()
  const path = '/sap/opu/odata/sap/API_PRODUCT_SRV;v=0001/A_Product'
  await readAll(sap.url, 'products', { settings: { resources: { products: { path } } } })
  await readAll(`${sap.url}/sap/opu/odata/sap`, 'products', {
    settings: { resources: { products: { path: path.slice('/sap/opu/odata/sap/'.length) } } },
  })
  expect(new Set(sap.requests.map((request) => request.path))).toEqual(new Set([path]))
})

test('spoiled rows are passed on, for the run to reject', async () => {
  await using sap = await start()
  sap.faults.add({ kind: 'invalid-records', times: 'always' })
  for (const dataType of ['products', 'inventory', 'orders'] as const) {
    const { records } = await readAll(sap.url, dataType)
    expect(records[0]?.id).toBe('')
    expect(() => canonical(dataType, records[1]!)).toThrow()
  }
})
