import type { ERPSyncLog, ERPSyncTimeline, RunEntry } from '@linkspan/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, type Harness, startHarness } from './testing/harness.ts'

/** What a run tells of itself: its balance, its timeline, its entries; and how runs are found. */
let harness: Harness
let id: string
let ended: ERPSyncLog
let cancelled: ERPSyncLog
const get = async (url: string) => harness.as('viewer', { url: `/api/v1${url}` })
const read = async <Body>(url: string): Promise<Body> => (await get(url)).json()
const create = async (name: string): Promise<string> =>
  (await harness.as('admin', { method: 'POST', url: '/api/v1/erp/connections', payload: { ...aConnection, name } })).json().id
const post = async (url: string, payload?: object, headers = {}): Promise<ERPSyncLog> =>
  (await harness.as('operator', { method: 'POST', url: `/api/v1${url}`, headers, ...(payload && { payload }) })).json()

beforeAll(async () => {
  harness = await startHarness()
  id = await create('Facts')
  const waiting = await post(`/erp/connections/${id}/sync`, { dataType: 'inventory' })
  cancelled = await post(`/erp/sync-logs/${waiting.id}/cancel`)
  await using _ = harness.work()
  ended = await post(`/erp/connections/${id}/sync`, { dataType: 'products' }, { prefer: 'wait=60' })
})
afterAll(() => harness[Symbol.asyncDispose]())

test('the balance of a run adds up, and says what was decided about it', async () => {
  expect(ended.status).toBe('success')
  const { balance } = await read<ERPSyncLog>(`/erp/sync-logs/${ended.id}`)
  expect(balance).toMatchObject({ distinct: 25, complete: true, closes: true, missing: 0 })
  const line = balance?.lines.find(({ name }) => name === 'read')
  expect(line?.parts?.reduce((sum, { count = 0 }) => sum + count, 0)).toBe(line?.count)
  expect(line).toMatchObject({ count: 25, closes: true })
})

test('a run that was cancelled before it began is not balanced, and misses nothing that anybody knows of', () => {
  expect(cancelled.balance).toMatchObject({ complete: false, closes: false })
  expect(cancelled.balance).not.toHaveProperty('missing')
})

test('while a run is open its balance has no verdict, and its timeline no end', async () => {
  harness.gate.close()
  await using _ = harness.work()
  const { id: runId } = await post(`/erp/connections/${await create('Open')}/sync`, { dataType: 'products' })
  await expect.poll(async () => (await read<ERPSyncLog>(`/erp/sync-logs/${runId}`)).status).toBe('syncing')
  const open = await read<ERPSyncLog>(`/erp/sync-logs/${runId}`)
  expect(open.balance).toBeDefined()
  expect(open.balance).not.toHaveProperty('closes')
  const { to, segments } = await read<ERPSyncTimeline>(`/erp/sync-logs/${runId}/timeline`)
  expect(to).toBeUndefined()
  expect(segments.at(-1)).toMatchObject({ kind: 'working', worker: 'test-worker', attempt: 1 })
  harness.gate.open()
  await expect.poll(async () => (await read<ERPSyncLog>(`/erp/sync-logs/${runId}`)).status).toBe('success')
})

test('a log from before balances were kept has none', async () => {
  const { id: runId } = await post(`/erp/connections/${await create('Old')}/sync`, { dataType: 'products' })
  const old = await post(`/erp/sync-logs/${runId}/cancel`)
  const { Redis } = await import('ioredis')
  const redis = new Redis(harness.redis.url)
  const connectionId = old.erpConnectionId
  await redis.hdel(`erp_sync_log:{${connectionId}}:${runId}`, 'verdict')
  await redis.del(`erp_sync_log:{${connectionId}}:${runId}:phases`)
  redis.disconnect()
  expect(await read<ERPSyncLog>(`/erp/sync-logs/${runId}`)).not.toHaveProperty('balance')
  const { segments } = await read<ERPSyncTimeline>(`/erp/sync-logs/${runId}/timeline`)
  expect(segments.map(({ kind }) => kind)).toEqual(['queued', 'unknown'])
})

test('the timeline goes from the request to the end without gaps, and the shares are the whole', async () => {
  const timeline = await read<ERPSyncTimeline>(`/erp/sync-logs/${ended.id}/timeline`)
  expect(timeline.segments.map(({ kind }) => kind)).toEqual(['queued', 'working'])
  expect(timeline.segments.at(-1)).toMatchObject({ pages: 3, to: timeline.to })
  for (const [at, { from }] of timeline.segments.entries()) if (at > 0) expect(timeline.segments[at - 1]?.to).toBe(from)
  expect(Object.values(timeline.shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2)
  expect((await get(`/erp/sync-logs/${ended.id.slice(0, -4)}zzzz/timeline`)).statusCode).toBe(404)
})

test('runs are found by trigger, id, error code and words of the message', async () => {
  const ids = async (query: string) => (await read<ERPSyncLog[]>(`/erp/sync-logs?${query}`)).map((log) => log.id)
  expect(await ids(`q=${cancelled.id}`)).toEqual([cancelled.id])
  expect(await ids(`q=${cancelled.id}&erpConnectionId=erp_0000000000000000`)).toEqual([])
  expect(await ids(`q=RUN.cancelled&erpConnectionId=${id}`)).toEqual([cancelled.id])
  expect(await ids(`q=operator-key%20cancelled&erpConnectionId=${id}`)).toEqual([cancelled.id])
  expect(await ids(`q=never-said&erpConnectionId=${id}`)).toEqual([])
  expect(await ids(`trigger=retry&erpConnectionId=${id}`)).toEqual([])
  expect(await ids(`trigger=manual&erpConnectionId=${id}`)).toHaveLength(2)
  expect(await ids(`since=${ended.startedAt}&until=${ended.completedAt}&q=${ended.id}`)).toEqual([ended.id])
})

test('runs are found by the client that uses their connection', async () => {
  const assignment = { erpConnectionId: id, isDefault: true, settings: {} }
  const url = '/api/v1/clients/acme/erp-assignments'
  const assigned = await harness.as('admin', { method: 'POST', url, payload: assignment })
  expect(assigned.statusCode).toBe(201)
  const found = await read<ERPSyncLog[]>('/erp/sync-logs?clientId=acme')
  expect(new Set(found.map(({ erpConnectionId }) => erpConnectionId))).toEqual(new Set([id]))
  expect(await read('/erp/sync-logs?clientId=nobody')).toEqual([])
})

test('lists say how many items they have, if that is known', async () => {
  const total = async (url: string) => (await get(url)).headers['x-total-count']
  expect(await total(`/erp/sync-logs?erpConnectionId=${id}&limit=1`)).toBe('2')
  expect(await total(`/erp/sync-logs?erpConnectionId=${id}&status=error`)).toBe('1')
  expect(await total(`/erp/sync-logs?erpConnectionId=${id}&dataType=products`)).toBe('1')
  expect(await total(`/erp/sync-logs?erpConnectionId=${id}&dataType=products&status=error`)).toBeUndefined()
  expect(await total(`/erp/sync-logs?erpConnectionId=${id}&q=cancelled`)).toBeUndefined()
  expect(await total(`/erp/connections/${id}/records/products?limit=1`)).toBe('24')
  expect(await total(`/erp/connections/${id}/records/products?q=P`)).toBeUndefined()
  expect(await total(`/erp/sync-logs/${ended.id}/rejects`)).toBe('1')
  expect(await total(`/erp/connections/${id}/conflicts`)).toBe('0')
  const connections = await read<unknown[]>('/erp/connections?limit=1000')
  expect(await total('/erp/connections?limit=1')).toBe(String(connections.length))
})

test('entries are read by level and from a time on', async () => {
  const url = `/erp/sync-logs/${ended.id}/entries`
  const all = await read<RunEntry[]>(url)
  expect((await get(`${url}?limit=1`)).headers['x-total-count']).toBe(String(all.length))
  const of = async (query: string) => read<RunEntry[]>(`${url}?${query}`)
  expect(await of('level=warn')).toEqual(all.filter(({ level }) => level === 'warn'))
  expect(await of('level=info,warn')).toEqual(all)
  expect(await of('level=error')).toEqual([])
  const last = all.at(-1)
  expect(await of(`from=${last?.at}`)).toEqual(all.filter(({ at }) => at >= (last?.at ?? '')))
  expect((await get(`${url}?level=loud`)).statusCode).toBe(400)
  const page = await get(`${url}?level=info,warn&limit=1`)
  expect(page.json()).toEqual(all.slice(0, 1))
  expect(await of(`level=info,warn&limit=1&cursor=${page.headers['x-next-cursor']}`)).toEqual(all.slice(1, 2))
})
