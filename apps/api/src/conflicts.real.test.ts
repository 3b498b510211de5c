import type { ERPConflict } from '@linkspan/core'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aConnection, type Harness, startHarness, type Who } from './testing/harness.ts'
import { type OpenedConflict, openConflict } from './testing/open-conflict.ts'

const api = '/api/v1'
let harness: Harness
let connectionId: string
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness[Symbol.asyncDispose]())
beforeEach(async () => {
  connectionId = await connect()
})

const connect = async (): Promise<string> => {
  const payload = { ...aConnection, settings: { enabledDataTypes: ['products', 'inventory'] } }
  return (await harness.as('admin', { method: 'POST', url: `${api}/erp/connections`, payload })).json().id
}
const open = (recordId: string, more: Partial<OpenedConflict> = {}) => openConflict(harness, { connectionId, recordId, ...more })
const list = async (query: string): Promise<ERPConflict[]> => (await harness.as('viewer', { url: `${api}/erp/conflicts?${query}` })).json()
const resolveAll = (payload: object, who: Who = 'operator') =>
  harness.as(who, { method: 'POST', url: `${api}/erp/conflicts/resolve`, payload })
const resolve = (id: string, payload: object) =>
  harness.as('operator', { method: 'POST', url: `${api}/erp/conflicts/${id}/resolve`, payload })
const priceOf = async (recordId: string): Promise<string> =>
  (await harness.as('viewer', { url: `${api}/erp/connections/${connectionId}/records/products/${recordId}` })).json().data.price
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

test('the open conflicts of all connections are listed oldest first, by connection, data type, reason and field', async () => {
  const first = connectionId
  const late = await open('A', { foundAt: hoursAgo(1) })
  connectionId = await connect()
  const early = await open('B', { foundAt: hoursAgo(3) })
  const named = await open('C', { foundAt: hoursAgo(2), erp: { name: 'Bolt' }, system: { name: 'Screw' } })
  const all = (await list('limit=1000')).map(({ id }) => id)
  expect(all.filter((id) => [late, early, named].includes(id))).toEqual([early, named, late])
  const idsOf = async (query: string) => (await list(query)).map(({ id }) => id)
  expect(await idsOf(`connectionId=${connectionId}`)).toEqual([early, named])
  expect(await idsOf(`connectionId=${first}`)).toEqual([late])
  expect(await idsOf(`connectionId=${connectionId}&field=name`)).toEqual([named])
  expect(await idsOf(`connectionId=${connectionId}&dataType=inventory`)).toEqual([])
  expect(await idsOf(`connectionId=${connectionId}&reason=back_and_forth`)).toEqual([])
  expect((await list(`connectionId=${connectionId}`))[0]).toMatchObject({ status: 'open', fields: [{ path: 'price', system: '12.90' }] })

  const pages: string[] = []
  for (let url: string | undefined = `${api}/erp/conflicts?limit=1&field=price`; url !== undefined; ) {
    const answer = await harness.as('viewer', { url })
    pages.push(...answer.json().map(({ id }: ERPConflict) => id))
    url = /<([^>]+)>/.exec(String(answer.headers.link ?? ''))?.[1]
  }
  expect(pages.filter((id) => [late, early, named].includes(id))).toEqual([early, late])
  expect((await harness.as('viewer', { url: `${api}/erp/conflicts?cursor=nonsense!` })).statusCode).toBe(400)
})

test('who has decided what and when is listed for 30 days, and a second decision is 409 with exactly that', async () => {
  const id = await open('A', { erp: { price: '13.00', name: 'Bolt' }, system: { price: '12.90', name: 'Screw' } })
  expect((await resolve(id, { winner: 'erp', fields: { name: 'system' } })).json()).toMatchObject({
    syncStatus: 'pending',
    data: { price: '13.00', name: 'Screw' },
  })
  const [resolved] = await list(`status=resolved&connectionId=${connectionId}`)
  expect(resolved).toMatchObject({
    id,
    status: 'resolved',
    decision: { how: 'person', by: 'operator-key', winner: 'erp', fields: { name: 'system' }, at: expect.any(String) },
    fields: [{ path: 'price', erp: '13.00', system: '12.90' }, { path: 'name' }],
  })
  expect((await list('status=resolved'))[0]).toEqual(resolved)
  expect(await list(`connectionId=${connectionId}`)).toEqual([])

  const second = await resolve(id, { winner: 'system' })
  expect(second.statusCode).toBe(409)
  expect(second.json().detail).toMatch(/operator-key decided at .* for the ERP's values, except name \(the system's\)/)
  const reading = await harness.as('viewer', { url: `${api}/erp/conflicts/${id}` })
  expect([reading.statusCode, reading.json().detail]).toEqual([404, second.json().detail])
})

test('several are resolved at once, each with its own fate, and a dry run tells them before', async () => {
  const ids = await Promise.all(['A', 'B', 'C'].map((recordId) => open(recordId)))
  const [a = '', b = '', c = ''] = ids
  const unknown = `conflict_${connectionId.slice(4)}0mjx3c5wqzzzzzz`
  const request = { ids: [a, b, unknown, a, 'nonsense'], winner: 'erp' }

  const dry = (await resolveAll({ ...request, dryRun: true })).json()
  expect(dry).toMatchObject({
    dryRun: true,
    resolved: 2,
    results: [
      { id: a, fate: 'resolved', status: 200, record: { id: 'A', syncStatus: 'synced', data: { price: '13.00' } } },
      { id: b, fate: 'resolved' },
      { id: unknown, fate: 'gone', status: 404, record: null },
      { id: 'nonsense', fate: 'gone', status: 404 },
    ],
  })
  expect(await priceOf('A')).toBe('12.90')

  await resolve(b, { winner: 'system' })
  const { results, ...summary } = (await resolveAll(request)).json()
  expect(summary).toEqual({ dryRun: false, resolved: 1 })
  expect(results[0]).toMatchObject({ ...dry.results[0], record: { data: dry.results[0].record.data } })
  expect(results[1]).toMatchObject({ id: b, fate: 'decided', status: 409, decision: { by: 'operator-key', winner: 'system' } })
  expect([await priceOf('A'), await priceOf('B'), await priceOf('C')]).toEqual(['13.00', '12.90', '12.90'])
  const invalid = (await resolveAll({ ids: [c], winner: 'erp', fields: { brand: 'erp' } })).json()
  expect(invalid.results).toMatchObject([{ id: c, fate: 'invalid', status: 422, detail: expect.any(String) }])

  const audited = (await harness.as('viewer', { url: `${api}/audit-logs?action=erp_conflict_resolved` })).json()
  expect(audited.slice(0, 2).map(({ target }: { target: string }) => target)).toEqual([a, b])
})

test('viewers decide nothing, not even on trial, and a request names 1 to 1000 conflicts', async () => {
  const id = await open('A')
  for (const dryRun of [true, false]) expect((await resolveAll({ ids: [id], winner: 'erp', dryRun }, 'viewer')).statusCode).toBe(403)
  expect((await resolveAll({ ids: [], winner: 'erp' })).statusCode).toBe(422)
  expect((await resolveAll({ ids: Array.from({ length: 1001 }, (_, at) => `conflict_${at}`), winner: 'erp' })).statusCode).toBe(422)
  expect((await resolveAll({ ids: [id] })).statusCode).toBe(422)
})

test('what a version stored that had no common list is found by the recount, and what is gone leaves the list', async () => {
  const id = await open('A')
  const index = 'erp_connections:{index}:open_conflicts'
  const redis = new Redis(harness.redis.url)
  await redis.del(index)
  expect((await list('limit=1000')).map((one) => one.id)).not.toContain(id)
  await harness.ports.outbox.recountBacklog(connectionId)
  expect((await list('limit=1000')).map((one) => one.id)).toContain(id)

  const old = await open('B', { foundAt: hoursAgo(2) })
  await harness.as('admin', { method: 'DELETE', url: `${api}/erp/connections/${connectionId}` })
  expect((await list('limit=1000')).map((one) => one.id)).not.toContain(old)
  expect(String(await redis.zrange(index, '0', '-1'))).not.toContain(old)
  redis.disconnect()
  expect(await list('status=resolved')).not.toContainEqual(expect.objectContaining({ erpConnectionId: connectionId }))
})
