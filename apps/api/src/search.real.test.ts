import type { ERPDeletedRecord, ERPJourney, ERPRecord, ERPSearchHit } from '@linkspan/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, type Harness, startHarness, type Who } from './testing/harness.ts'

const api = '/api/v1'
let harness: Harness
let worker: AsyncDisposable
let id: string
beforeAll(async () => {
  harness = await startHarness()
  worker = harness.work()
  id = (await harness.as('admin', { method: 'POST', url: `${api}/erp/connections`, payload: aConnection })).json().id
  const sync = { method: 'POST', url: `${api}/erp/connections/${id}/sync`, headers: { prefer: 'wait=30' } } as const
  expect((await harness.as('operator', { ...sync, payload: { dataType: 'products' } })).json()).toMatchObject({ recordsCreated: 24 })
})
afterAll(async () => {
  await worker[Symbol.asyncDispose]()
  await harness[Symbol.asyncDispose]()
})

const search = (query: string, who: Who = 'viewer') => harness.as(who, { url: `${api}/erp/search?${query}` })
const journey = (dataType: string, recordId: string, headers = {}) =>
  harness.as('viewer', { url: `${api}/erp/connections/${id}/records/${dataType}/${encodeURIComponent(recordId)}/journey`, headers })

test('a search finds records by their keys in any case, exact ones first, each record once', async () => {
  const answer = await search(`q=${encodeURIComponent('p/1')}&limit=100`)
  const hits: ERPSearchHit[] = answer.json()
  expect(hits.map(({ key }) => key).sort()).toEqual(['P/1 ä', ...Array.from({ length: 10 }, (_, at) => `P/${at + 10} ä`)].sort())
  const [exact, ...others] = (await search(`q=${encodeURIComponent('P/1 ä')}`)).json()
  expect(others).toEqual([])
  expect(exact).toMatchObject({
    dataType: 'products',
    field: 'sku',
    exact: true,
    erpConnectionId: id,
    connectionName: aConnection.name,
    syncStatus: 'synced',
  })
  expect((await search('q=nothing-has-this-key')).json()).toEqual([])
  expect((await search('q=')).statusCode).toBe(400)
  expect((await search('q=a&limit=101')).statusCode).toBe(400)
  expect((await search('q=a&cursor=abc')).statusCode).toBe(400)
})

test('pages of a search lead to each record once', async () => {
  const found: string[] = []
  for (let url: string | null = `${api}/erp/search?q=${encodeURIComponent('p/')}&limit=5`; url !== null; ) {
    const answer: Awaited<ReturnType<typeof search>> = await harness.as('viewer', { url })
    found.push(...answer.json().map(({ key }: ERPSearchHit) => key))
    url = /<(.+)>/.exec(String(answer.headers.link ?? ''))?.[1] ?? null
  }
  expect(found).toHaveLength(24)
  expect(new Set(found).size).toBe(24)
})

test('a product tells when it was read and by which run, in the language of who asks', async () => {
  const [hit] = (await search(`q=${encodeURIComponent('P/2 ä')}`)).json()
  const english: ERPJourney = (await journey('products', hit.recordId)).json()
  expect(english).toMatchObject({ name: 'P/2 ä', complete: true, state: { status: 'synced' }, record: { data: { sku: 'P/2 ä' } } })
  expect(english.events).toMatchObject([{ kind: 'read', syncLogId: expect.stringMatching(/^log_/) }])
  expect(english.customer).toHaveLength(3)
  expect(english.customer[0]).toMatch(/^We have had your product P\/2 ä since .* UTC\.$/)
  const german: ERPJourney = (await journey('products', hit.recordId, { 'accept-language': 'de-AT,en;q=0.5' })).json()
  expect(german.events[0]?.words).toBe('Zum ersten Mal aus dem ERP gelesen.')
  expect((await journey('products', 'no-such-record')).statusCode).toBe(404)
})

test('a record that is deleted leaves the search, and stays in the list of deleted records and in its journey', async () => {
  const [{ recordId }] = (await search(`q=${encodeURIComponent('P/3 ä')}`)).json()
  const records = `${api}/erp/connections/${id}/records/products`
  const deleted = async () => (await harness.as('viewer', { url: `${records}?deleted=true` })).json()
  expect(await deleted()).toEqual([])
  expect((await harness.as('admin', { method: 'DELETE', url: `${records}/${encodeURIComponent(recordId)}` })).statusCode).toBe(204)
  expect((await search(`q=${encodeURIComponent('P/3 ä')}`)).json()).toEqual([])
  const [gone] = (await deleted()) as ERPDeletedRecord[]
  expect(gone).toEqual({ id: recordId, dataType: 'products', deleted: true, deletedAt: expect.any(String) })
  expect(Date.parse(gone?.deletedAt ?? '')).toBeGreaterThan(Date.now() - 600_000)
  const told: ERPJourney = (await journey('products', recordId)).json()
  expect(told).toMatchObject({ state: { status: 'deleted', since: gone?.deletedAt }, events: [{ kind: 'deleted' }] })
  expect(told.record).toBeUndefined()
})

test('a list takes the beginning of a key, in the order of the keys', async () => {
  const url = `${api}/erp/connections/${id}/records/products?q=${encodeURIComponent('p/2')}&limit=3`
  const first = await harness.as('viewer', { url })
  expect(first.json().map(({ data }: ERPRecord) => data.sku)).toEqual(['P/2 ä', 'P/20 ä', 'P/21 ä'])
  const rest = await harness.as('viewer', { url: /<(.+)>/.exec(String(first.headers.link))?.[1] ?? '' })
  expect(rest.json().map(({ data }: ERPRecord) => data.sku)).toEqual(['P/22 ä', 'P/23 ä', 'P/24 ä'])
  expect(rest.headers.link).toBeUndefined()
})
