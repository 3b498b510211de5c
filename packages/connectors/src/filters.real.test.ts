import { everything, idsOf, openFor, readPages } from '@linkspan/connector-kit/testing/open-context'
import type { PullFilter } from '@linkspan/core/connector'
import { startRestErp, startSapOData } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { rest } from './rest/connector.ts'
import { sapOData } from './sap-odata/connector.ts'

const one: readonly PullFilter[] = [{ field: 'brand', values: ["O'Neill & Söhne"] }]

test('a REST API is asked for no more than what is wanted, if the settings say how', async () => {
  await using erp = await startRestErp({ dataset: { products: 20 }, pageSize: 5 })
  const settings = { resources: { products: { filters: { brand: 'maker' } } } }
  await using session = await openFor(rest, { credentials: { apiUrl: erp.url }, settings })
  await readPages(session, 'products', { ...everything, filters: one })
  expect(erp.requests.map(({ query }) => query.maker)).toEqual(erp.requests.map(() => "O'Neill & Söhne"))
  const asked = erp.requestCount
  await readPages(session, 'products', {
    ...everything,
    filters: [{ field: 'brand', values: ['A', 'B'] }, ...one.map((filter) => ({ ...filter, field: 'category' }))],
  })
  expect(erp.requests.slice(asked).every(({ query }) => query.maker === undefined)).toBe(true)
})

test.each(['v2', 'v4'] as const)('SAP is asked for no more than what is wanted, also of what changed (%s)', async (odataVersion) => {
  await using sap = await startSapOData({ dataset: { products: 40 }, pageSize: 7 })
  await using session = await openFor(sapOData, {
    credentials: { apiUrl: sap.url, username: 'LINKSPAN', password: 'Geheim!1' },
    settings: { odataVersion },
  })
  const all = (await readPages(session, 'products')).flatMap(({ records }) => records)
  const [first, second] = [...new Set(all.map(({ fields }) => String(fields.categoryId)))]
  const wanted = all.filter(({ fields }) => [first, second].includes(String(fields.categoryId)))
  expect(wanted.length).toBeLessThan(all.length)
  for (const since of [null, '2000-01-01T00:00:00.000Z']) {
    const filters = [{ field: 'categoryId', values: [String(first), String(second)] }]
    const pages = await readPages(session, 'products', { after: null, since, filters })
    expect(new Set(idsOf(pages))).toEqual(new Set(idsOf([{ records: wanted, next: null }])))
    if (since === null) expect(pages[0]?.total).toBe(wanted.length)
  }
  const none = [{ field: 'categoryId', values: ["O'Neill & Söhne"] }]
  expect(idsOf(await readPages(session, 'products', { ...everything, filters: none }))).toEqual([])
  expect((await readPages(session, 'products', { ...everything, filters: one }))[0]?.total).toBe(all.length)
})
