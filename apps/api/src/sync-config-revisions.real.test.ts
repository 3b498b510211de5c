import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, type Harness, startHarness } from './testing/harness.ts'

const api = '/api/v1'

let harness: Harness
let redis: Redis
beforeAll(async () => {
  harness = await startHarness()
  redis = new Redis(harness.redis.url)
})
afterAll(async () => {
  redis.disconnect()
  await harness[Symbol.asyncDispose]()
})

async function configured(settings: object = {}) {
  const { id: erpConnectionId } = (
    await harness.as('admin', { method: 'POST', url: `${api}/erp/connections`, payload: aConnection })
  ).json()
  const created = await harness.as('admin', {
    method: 'POST',
    url: `${api}/erp/sync-configs`,
    payload: { erpConnectionId, dataType: 'products', settings },
  })
  const { id } = created.json()
  const url = `${api}/erp/sync-configs/${id}`
  const send = (method: 'PATCH' | 'PUT', payload: object, etag?: string) =>
    harness.as('admin', { method, url, payload, headers: etag === undefined ? {} : { 'if-match': etag } })
  const revisions = async () => (await harness.as('viewer', { url: `${url}/revisions` })).json()
  return { erpConnectionId, id, url, etag: String(created.headers.etag), send, revisions }
}

const historyOf = (erpConnectionId: string) => `erp_sync_config:{${erpConnectionId}}:revisions`

test('each change of a configuration is kept with who made it, and is taken back by a PUT of the old content', async () => {
  const { send, revisions, etag } = await configured({ fieldMapping: { name: 'title' } })
  const changed = await send('PATCH', { settings: { fieldMapping: { name: 'texts[0].text' } }, schedule: '0 2 * * *' }, etag)
  expect(changed.statusCode).toBe(200)
  const [now, before] = await revisions()
  expect(now).toMatchObject({
    revision: 2,
    by: 'admin-key',
    at: expect.any(String),
    isCurrent: true,
    content: { schedule: '0 2 * * *', settings: { fieldMapping: { name: 'texts[0].text' } } },
  })
  expect(before).toMatchObject({
    revision: 1,
    by: 'admin-key',
    isCurrent: false,
    content: { settings: { fieldMapping: { name: 'title' } } },
  })
  const back = await send('PUT', before.content, String(changed.headers.etag))
  expect(back.json()).toMatchObject({ revision: 3, updatedBy: 'admin-key', settings: { fieldMapping: { name: 'title' } } })
  expect(back.json()).not.toHaveProperty('schedule')
  expect((await revisions()).map(({ revision }: { revision: number }) => revision)).toEqual([3, 2, 1])
})

test('a change that was made on an older state is refused, and leaves nothing in the history', async () => {
  const { send, revisions, etag, url } = await configured()
  expect((await send('PATCH', { enabled: false }, etag)).statusCode).toBe(200)
  for (const method of ['PATCH', 'PUT'] as const) {
    const late = await send(method, { enabled: true }, etag)
    expect(late.statusCode).toBe(412)
    expect(late.json()).toMatchObject({ code: 'request.stale', kind: 'request' })
  }
  expect(await revisions()).toHaveLength(2)
  const shown = await harness.as('viewer', { url })
  expect((await send('PUT', { enabled: true }, String(shown.headers.etag))).statusCode).toBe(200)
  expect((await send('PATCH', { enabled: false })).statusCode).toBe(200)
})

test('fifty states are kept, and none of a configuration or a connection that is deleted', async () => {
  const { send, revisions, erpConnectionId, id, url } = await configured()
  for (let at = 0; at < 55; at += 1) await send('PATCH', { settings: { syncInterval: at + 1 } })
  const kept = await revisions()
  expect(kept).toHaveLength(50)
  expect(kept.at(-1)).toMatchObject({ revision: 7 })
  expect(await redis.hlen(historyOf(erpConnectionId))).toBe(49)
  expect((await harness.as('admin', { method: 'DELETE', url })).statusCode).toBe(204)
  expect(await redis.exists(historyOf(erpConnectionId))).toBe(0)
  expect((await harness.as('viewer', { url: `${url}/revisions` })).statusCode).toBe(404)
  const other = await configured()
  await other.send('PATCH', { enabled: false })
  await harness.as('admin', { method: 'DELETE', url: `${api}/erp/connections/${other.erpConnectionId}` })
  expect(await redis.exists(historyOf(other.erpConnectionId))).toBe(0)
  expect(id).not.toBe(other.id)
})

test('a configuration from before revisions were kept is revision 0, and its first change keeps it', async () => {
  const { send, revisions, erpConnectionId } = await configured({ fieldMapping: { name: 'title' } })
  const key = `erp_sync_config:{${erpConnectionId}}:all`
  const [config] = JSON.parse((await redis.hget(key, 'list')) ?? '[]')
  const { revision: _, updatedBy: __, ...old } = config
  await redis.hset(key, 'list', JSON.stringify([old]))
  expect(await revisions()).toEqual([expect.objectContaining({ revision: 0, isCurrent: true })])
  await send('PATCH', { settings: { fieldMapping: { name: 'texts' } } })
  expect(await revisions()).toMatchObject([
    { revision: 1, by: 'admin-key' },
    { revision: 0, content: { settings: { fieldMapping: { name: 'title' } } } },
  ])
})

test('only an admin changes a configuration, and unknown fields are refused', async () => {
  const { url, send } = await configured()
  expect((await harness.as('operator', { method: 'PUT', url, payload: {} })).statusCode).toBe(403)
  expect((await send('PUT', { settings: { fieldMapping: { preis: 'price' } } })).json()).toMatchObject({
    code: 'request.invalid',
    errors: [{ path: 'settings.fieldMapping.preis' }],
  })
  expect((await send('PUT', { shedule: '0 2 * * *' })).statusCode).toBe(422)
})
