import { type DataTypeId, nothingMerged, type PageWrite, type Reject, runIdFor } from '@linkspan/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, type Harness, startHarness, type Who } from './testing/harness.ts'

const api = '/api/v1'
let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness[Symbol.asyncDispose]())

const badId = 'P/7 ä'
const create = async (): Promise<string> =>
  (await harness.as('admin', { method: 'POST', url: `${api}/erp/connections`, payload: aConnection })).json().id
const get = (url: string, who: Who = 'viewer') => harness.as(who, { url: `${api}${url}` })
const list = async (query: string, who: Who = 'viewer') => (await get(`/erp/rejects?${query}`, who)).json()
const post = (url: string, payload: object, headers: Record<string, string> = {}, who: Who = 'operator') =>
  harness.as(who, { method: 'POST', url: `${api}${url}`, payload, headers })
const sync = async (id: string): Promise<string> => {
  const log = (await post(`/erp/connections/${id}/sync`, { dataType: 'products' }, { prefer: 'wait=60' })).json()
  expect(log).toMatchObject({ status: 'success', recordsFailed: 1 })
  return log.id
}
const reprocess = (ids: readonly string[], who: Who = 'operator') => post('/erp/rejects/reprocess', { ids }, {}, who)
const ended = (id: string) =>
  expect.poll(async () => (await get(`/erp/sync-logs/${id}`)).json().status, { timeout: 60_000 }).toBe('success')

/** Stores a run's rejects as a worker does. */
async function storeRejects(connectionId: string, dataType: DataTypeId, rejects: readonly Reject[]): Promise<string> {
  const { runs } = harness.ports
  const now = new Date()
  const model = (await runs.list({ limit: 1 })).items[0] ?? expect.unreachable()
  const id = runIdFor(connectionId, now, 'abcdef')
  await runs.create({ ...model, id, connectionId, dataType, status: 'scheduled', queuedAt: now.toISOString() })
  const outcome = await runs.claim(id, 'a-worker')
  const claim = outcome.kind === 'claimed' ? outcome.claim : expect.unreachable(outcome.kind)
  const page: PageWrite = {
    ...{ page: 1, records: [], known: [], named: null, merged: nothingMerged, rejects, unidentified: 0, read: rejects.length },
    ...{ filtered: 0, marks: false },
    ...{ cursor: null, complete: true, partial: false, total: null, highWater: null, serverTime: null, since: null },
  }
  await runs.applyPage(claim, page)
  await runs.end(claim, { status: 'success', watermark: null, pages: 1 })
  return id
}

test('a rejected record is listed with its row, reprocessed with the mended mapping, and closed', async () => {
  await using _worker = harness.work()
  const connectionId = await create()
  const first = await sync(connectionId)
  const open = await list(`connectionId=${connectionId}`)
  expect(open).toEqual([
    {
      id: expect.stringMatching(/^reject_[a-z0-9]{16}_products_/),
      connectionId,
      dataType: 'products',
      recordId: badId,
      page: 1,
      row: 8,
      errors: [{ path: 'name', message: expect.any(String), value: '' }],
      raw: { sku: badId, name: '' },
      syncLogId: first,
      rejectedAt: expect.any(String),
      firstRejectedAt: expect.any(String),
      times: 1,
    },
  ])
  const [{ id }] = open
  expect((await get(`/erp/sync-logs/${first}/rejects`)).json()).toMatchObject([{ recordId: badId, state: 'open', id, raw: { name: '' } }])
  const german = { 'accept-language': 'de' }
  const inGerman = async (path: string) => (await harness.as('viewer', { url: `${api}${path}`, headers: german })).json()
  const told = [{ errors: [{ path: 'name', message: 'darf nicht leer sein', value: '' }] }]
  expect(await inGerman(`/erp/rejects?connectionId=${connectionId}`)).toMatchObject(told)
  expect(await inGerman(`/erp/sync-logs/${first}/rejects`)).toMatchObject(told)
  expect(await inGerman(`/erp/sync-logs/${first}/reject-groups`)).toMatchObject([{ path: 'name', reason: 'darf nicht leer sein' }])
  expect((await get('/erp/overview')).json().records.openRejects).toBe(1)

  const again = (await reprocess([id])).json()
  expect(again).toEqual([{ id, outcome: 'started', syncLogId: expect.stringMatching(/^log_/) }])
  await ended(again[0].syncLogId)
  expect(await list(`connectionId=${connectionId}`)).toMatchObject([{ id, times: 2, syncLogId: again[0].syncLogId }])

  const settings = { fieldMapping: { name: 'sku' } }
  const config = { erpConnectionId: connectionId, dataType: 'products', direction: 'pull', enabled: false, settings }
  expect((await post('/erp/sync-configs', config, {}, 'admin')).statusCode).toBe(201)
  const [mended] = (await reprocess([id])).json()
  await ended(mended.syncLogId)
  expect(await list(`connectionId=${connectionId}`)).toEqual([])
  const groups = await get(`/erp/sync-logs/${first}/reject-groups`)
  expect(groups.json()).toEqual([
    {
      path: 'name',
      reason: expect.any(String),
      count: 1,
      open: 0,
      accepted: [{ syncLogId: mended.syncLogId, count: 1 }],
      values: [{ value: '', count: 1 }],
    },
  ])
  expect(groups.headers).toMatchObject({ 'x-rejected-count': '1', 'x-open-count': '0' })
  expect((await get(`/erp/sync-logs/${first}/rejects`)).json()).toMatchObject([{ state: 'accepted', closedBy: mended.syncLogId }])
  expect((await reprocess([id])).json()).toEqual([{ id, outcome: 'closed', syncLogId: mended.syncLogId }])
  const audit = (await get(`/audit-logs?action=erp_rejects_reprocessed&target=${connectionId}`, 'admin')).json()
  expect(audit[0]).toMatchObject({ outcome: 'ok', changes: { rejects: 1, ids: [id] } })
})

test('several rejects of a stream are read by one run; one that waits is joined, one that works is not', async () => {
  const connectionId = await create()
  await storeRejects(connectionId, 'products', ['A', 'B'].map(rejectOf))
  const ids = (await list(`connectionId=${connectionId}`)).map(({ id }: { id: string }) => id)
  const started = (await reprocess(ids)).json()
  const [{ syncLogId }] = started
  expect(started).toMatchObject(ids.map((id: string) => ({ id, outcome: 'started', syncLogId })))
  expect((await reprocess([ids[0]])).json()).toEqual([{ id: ids[0], outcome: 'joined', syncLogId }])
  harness.gate.close()
  await using _worker = harness.work()
  await expect.poll(async () => (await get(`/erp/sync-logs/${syncLogId}`)).json().status).toBe('syncing')
  expect((await reprocess([ids[0]])).json()).toMatchObject([{ outcome: 'refused', code: 'request.conflict', syncLogId }])
  harness.gate.open()
  await ended(syncLogId)
})

test('what cannot be reprocessed is refused one by one', async () => {
  const connectionId = await create()
  await storeRejects(connectionId, 'products', [rejectOf('A')])
  const [{ id }] = await list(`connectionId=${connectionId}`)
  await harness.as('admin', { method: 'PATCH', url: `${api}/erp/connections/${connectionId}`, payload: { status: 'inactive' } })
  const unknown = ['nonsense', id.replace(/_[^_]+$/, '_QkFE')]
  expect((await reprocess([id, ...unknown])).json()).toMatchObject([
    { id, outcome: 'refused', code: 'connection.not-active', message: expect.any(String) },
    { id: unknown[0], outcome: 'refused', code: 'request.not-found' },
    { id: unknown[1], outcome: 'refused', code: 'request.not-found' },
  ])
  expect((await reprocess([])).statusCode).toBe(422)
  expect((await reprocess(Array.from({ length: 1001 }, (_, at) => `${at}`))).statusCode).toBe(422)
  expect((await reprocess([id], 'viewer')).statusCode).toBe(403)
})

test('the list is filtered, and paged over connections without loss', async () => {
  const [one, other] = [await create(), await create()]
  await storeRejects(one, 'products', ['A', 'B', 'C'].map(rejectOf))
  await storeRejects(one, 'inventory', ['S'].map(rejectOf))
  await storeRejects(other, 'products', ['D'].map(rejectOf))
  await post(`/clients/client-7/erp-assignments`, { erpConnectionId: one }, {}, 'admin')
  const idsOf = (rejects: readonly { recordId: string }[]) => rejects.map(({ recordId }) => recordId)
  expect(idsOf(await list(`connectionId=${one}&dataType=inventory`))).toEqual(['S'])
  expect(idsOf(await list('clientId=client-7')).sort()).toEqual(['A', 'B', 'C', 'S'])
  const found: string[] = []
  for (let url: string | undefined = `${api}/erp/rejects?limit=2`; url !== undefined; ) {
    const answer = await harness.as('viewer', { url })
    expect(answer.json().length).toBeLessThanOrEqual(2)
    found.push(...idsOf(answer.json().filter(({ connectionId }: { connectionId: string }) => [one, other].includes(connectionId))))
    url = /<(.+)>; rel="next"/.exec(String(answer.headers.link ?? ''))?.[1]
  }
  expect(found).toEqual(['D', 'C', 'B', 'A', 'S'])
  expect((await get('/erp/rejects?cursor=nonsense')).statusCode).toBe(400)
})

test('values of employees are masked for viewers wherever rejects are shown', async () => {
  const connectionId = await create()
  const runId = await storeRejects(connectionId, 'employees', [
    {
      recordId: 'E1',
      page: 1,
      errors: [{ path: 'email', message: '"mia@example" is no address', value: 'mia@example' }],
      raw: { employeeId: 'E1', name: { first: 'Mia', last: '' }, phones: ['0123 45'] },
      found: {
        id: 'E1',
        fields: { email: 'mia@example', firstName: 'Mia' },
        changedAt: null,
        rejection: { path: 'email', message: 'Mia has two addresses' },
      },
    },
  ])
  const urls = [`/erp/rejects?connectionId=${connectionId}`, `/erp/sync-logs/${runId}/rejects`, `/erp/sync-logs/${runId}/reject-groups`]
  for (const url of urls) {
    expect((await get(url, 'operator')).body).toContain('mia@example')
    expect((await get(url)).body).not.toMatch(/mia@example|Mia|0123/)
  }
  expect(await list(`connectionId=${connectionId}`)).toMatchObject([
    { recordId: 'E1', raw: { name: { first: '********', last: '' } }, errors: [{ path: 'email', value: '********' }] },
  ])
})

test('groups of a run are counted by path and reason, and paged', async () => {
  const connectionId = await create()
  const fault = (path: string, value: unknown) => ({ path, message: 'is wrong', value })
  const runId = await storeRejects(connectionId, 'products', [
    { ...rejectOf('A'), errors: [fault('price', ''), fault('currency', '€')] },
    { ...rejectOf('B'), errors: [fault('price', '')] },
    { ...rejectOf('C'), errors: [fault('price', 'n/a')] },
  ])
  const url = `/erp/sync-logs/${runId}/reject-groups`
  const first = await get(`${url}?limit=1`)
  const values = [
    { value: '', count: 2 },
    { value: 'n/a', count: 1 },
  ]
  expect(first.json()).toEqual([{ path: 'price', reason: 'is wrong', count: 3, open: 3, accepted: [], values }])
  expect((await get(`${url}?limit=1&cursor=${first.headers['x-next-cursor']}`)).json()).toMatchObject([{ path: 'currency', count: 1 }])
  expect((await get(`${url}?cursor=nonsense`)).statusCode).toBe(400)
  expect((await get(`/erp/sync-logs/log_${'0'.repeat(31)}/reject-groups`)).statusCode).toBe(404)
})

function rejectOf(recordId: string): Reject {
  return { recordId, page: 1, row: 1, errors: [{ path: 'name', message: 'must not be empty', value: '' }], raw: { sku: recordId } }
}
