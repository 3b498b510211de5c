import type { ERPRecord } from '@linkspan/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, type Harness, startHarness } from './testing/harness.ts'

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

const changes = (query: string) => harness.as('viewer', { url: `${api}/erp/connections/${id}/changes/products?${query}` })
const list = (query: string) => harness.as('viewer', { url: `${api}/erp/connections/${id}/records/products?${query}` })
const skus = async (query: string): Promise<string[]> => (await list(query)).json().map(({ data }: ERPRecord) => data.sku)

test('a consumer goes on at the cursor of its last answer, and still at a bare position', async () => {
  const first = (await changes('limit=10')).json()
  expect(first).toMatchObject({ next: 10, cursor: `${first.epoch}.10`, epoch: expect.stringMatching(/^[a-z0-9]{8}$/) })
  const rest = (await changes(`after=${first.cursor}`)).json()
  expect(rest.changes).toHaveLength(14)
  expect((await changes('after=10')).json()).toEqual(rest)
  const end = (await changes(`after=${rest.cursor}`)).json()
  expect(end).toEqual({ changes: [], next: 24, cursor: rest.cursor, epoch: first.epoch })
})

test('a position of another life of the feed, or beyond its end, is gone, and the answer says how to start again', async () => {
  for (const after of ['500000', '25', 'aaaaaaaa.10']) {
    const answer = await changes(`after=${after}`)
    expect([answer.statusCode, answer.json().code]).toEqual([410, 'feed.position-unknown'])
    expect(answer.json().detail).toContain('after=0')
  }
  expect((await changes('after=aaaaaaaa.0')).json().changes).toHaveLength(24)
  for (const after of ['-1', 'x', '1.2.3', 'aaaaaaaa.']) expect((await changes(`after=${after}`)).statusCode).toBe(400)
})

test('records are found by state, time and text', async () => {
  expect(await skus('syncStatus=synced&limit=1000')).toHaveLength(24)
  expect(await skus('syncStatus=error')).toEqual([])
  expect(await skus('q=p/12')).toEqual(['P/12 ä'])
  expect(await skus('q=PRODUCT 23&syncStatus=synced')).toEqual(['P/23 ä'])
  expect(await skus('q=nowhere')).toEqual([])
  const hourAgo = new Date(Date.now() - 3_600_000).toISOString()
  expect(await skus(`updatedSince=${hourAgo}&limit=100`)).toHaveLength(24)
  expect(await skus(`updatedSince=${new Date(Date.now() + 60_000).toISOString()}`)).toEqual([])
  expect((await list('syncStatus=done')).statusCode).toBe(400)
})

test('filtered pages lead to each record once', async () => {
  const found: string[] = []
  for (let url: string | null = `${api}/erp/connections/${id}/records/products?q=product 1&limit=3`; url !== null; ) {
    const answer: Awaited<ReturnType<typeof list>> = await harness.as('viewer', { url })
    found.push(...answer.json().map(({ data }: ERPRecord) => data.name))
    url = /<(.+)>/.exec(String(answer.headers.link ?? ''))?.[1] ?? null
  }
  expect(found.sort()).toEqual(['Product 1', ...Array.from({ length: 10 }, (_, at) => `Product ${at + 10}`)])
})
