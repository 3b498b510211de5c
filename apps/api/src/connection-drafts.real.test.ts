import { setTimeout as delay } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, startHarness } from './testing/harness.ts'

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

const url = '/api/v1/erp/connection-tests'
const secret = 'a-secret-of-a-draft'
const draft = {
  provider: 'custom',
  method: 'api',
  credentials: { apiUrl: 'https://erp.example.com', apiKey: secret },
  settings: { enabledDataTypes: ['products', 'inventory'] },
}
const start = async (payload: object = draft): Promise<string> => {
  const response = await harness.as('admin', { method: 'POST', url, payload })
  expect(response.statusCode).toBe(202)
  expect(response.headers.location).toBe(`${url}/${response.json().id}`)
  return response.json().id
}
const resultOf = (id: string) => harness.as('viewer', { url: `${url}/${id}` })

/** The events of a test until its stream closes. */
async function eventsAt(path: string): Promise<{ event: string; data: Record<string, unknown> }[]> {
  const { statusCode, headers, body } = await harness.as('viewer', { url: path })
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8'])
  return [...body.matchAll(/event: (\w+)\ndata: (.*)\n/g)].map(([, event = '', data = '{}']) => ({ event, data: JSON.parse(data) }))
}

/** Every text that Redis holds, the queues included. */
async function everythingIn(client: Redis): Promise<string> {
  const texts: unknown[] = []
  for (const key of await client.keys('*')) {
    const type = await client.type(key)
    if (type === 'string') texts.push(key, await client.get(key))
    if (type === 'hash') texts.push(key, await client.hgetall(key))
    if (type === 'list') texts.push(key, await client.lrange(key, 0, -1))
    if (type === 'stream') texts.push(key, await client.xrange(key, '-', '+'))
    if (type === 'zset') texts.push(key, await client.zrange(key, '0', '-1'))
  }
  return JSON.stringify(texts)
}

test('a draft waits sealed and for a while only, is tested without being stored, and is gone after its test', async () => {
  const id = await start()
  const pending = await resultOf(id)
  expect([pending.statusCode, pending.json()]).toEqual([202, { id, status: 'pending' }])
  const [key = ''] = await redis.keys(`*${id}:draft`)
  expect(await redis.pttl(key)).toBeGreaterThan(0)
  expect(await redis.pttl(key)).toBeLessThanOrEqual(900_000)
  const waiting = await everythingIn(redis)
  expect(waiting).not.toContain(secret)
  expect(waiting).not.toContain('erp.example.com')

  const reading = eventsAt(`${url}/${id}/events`)
  await using _ = harness.work()
  const events = await reading
  const names = ['Authentication', 'products', 'inventory']
  expect(events[0]).toMatchObject({ event: 'planned', data: { checks: names.map((name) => ({ name })) } })
  expect(events.slice(1, -1)).toMatchObject(names.map((name) => ({ event: 'check', data: { name, ok: true } })))
  const { statusCode, body } = await resultOf(id)
  expect(statusCode).toBe(200)
  expect(events.at(-1)).toEqual({ event: 'end', data: JSON.parse(body) })
  expect(JSON.parse(body)).toMatchObject({ success: true })

  expect(await redis.keys(`*${id}:draft`)).toEqual([])
  expect(await everythingIn(redis)).not.toContain(secret)
  expect((await harness.as('viewer', { url: '/api/v1/erp/connections' })).json()).toEqual([])
  expect(await eventsAt(`${url}/${id}/events`)).toEqual(events)
})

test('a draft that is not valid is refused as its creation would be, at its fields', async () => {
  const refused = async (payload: object) => {
    const response = await harness.as('admin', { method: 'POST', url, payload })
    return { status: response.statusCode, paths: response.json().errors.map(({ path }: { path: string }) => path) }
  }
  expect(await refused({ ...draft, credentials: {} })).toEqual({ status: 422, paths: ['credentials.apiUrl'] })
  expect(await refused({ ...draft, settings: { batchSize: 'many' } })).toEqual({ status: 422, paths: ['settings.batchSize'] })
  expect(await refused({ ...draft, credentials: { ...draft.credentials, apiKey: '********' } })).toEqual({
    status: 422,
    paths: ['credentials.apiKey'],
  })
  expect(await refused({ ...draft, method: 'fax' })).toMatchObject({ status: 422, paths: ['method'] })
})

test('only admins test drafts, and each test is in the audit trail without its secrets', async () => {
  const response = await harness.as('operator', { method: 'POST', url, payload: draft })
  expect([response.statusCode, response.json().code]).toEqual([403, 'request.forbidden'])
  const id = await start()
  const [event] = (await harness.as('viewer', { url: '/api/v1/audit-logs?limit=1&action=erp_connection_tested' })).json()
  expect(event).toMatchObject({
    actor: { id: 'admin-key' },
    target: id,
    outcome: 'ok',
    changes: { draft: true, provider: 'Custom', connectionMethod: 'api' },
  })
  expect(JSON.stringify(event)).not.toContain(secret)
})

test('a test that nobody has started is not found, nor are its events', async () => {
  for (const path of ['test_k3v9q0x7m2p5r8t10mjx3c5wqa1b2c3', 'test_k3v9q0x7m2p5r8t10mjx3c5wqa1b2c3/events', 'unknown'])
    expect((await harness.as('viewer', { url: `${url}/${path}` })).statusCode).toBe(404)
})

test('a draft that is no longer kept when a worker comes to it has a result that says so', async () => {
  const id = await start()
  await redis.del(...(await redis.keys(`*${id}:draft`)))
  await using _ = harness.work()
  while ((await resultOf(id)).statusCode === 202) await delay(20)
  expect((await resultOf(id)).json()).toMatchObject({ success: false, message: expect.stringContaining('no longer kept') })
})

test('the test of a stored connection has the same events', async () => {
  const { connectionMethod, ...rest } = { ...draft, connectionMethod: draft.method, name: 'Stored' }
  const payload = { ...rest, connectionMethod, method: undefined }
  const { id } = (await harness.as('admin', { method: 'POST', url: '/api/v1/erp/connections', payload })).json()
  const started = await harness.as('operator', {
    method: 'POST',
    url: `/api/v1/erp/connections/${id}/test`,
    headers: { prefer: 'respond-async' },
  })
  await using _ = harness.work()
  const events = await eventsAt(`${started.headers.location}/events`)
  expect(events.map(({ event }) => event)).toEqual(['planned', 'check', 'check', 'check', 'end'])
  expect((await harness.as('viewer', { url: '/api/v1/erp/connections/erp_0000000000000000/tests/test_x/events' })).statusCode).toBe(404)
})
