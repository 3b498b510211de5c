import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Redis } from 'ioredis'
import { Webhook as Verifier } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Harness, startHarness, type Who } from './testing/harness.ts'

let harness: Harness
let worker: AsyncDisposable
let server: Server
let url: string
const received: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = []
let status = 204
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`
  harness = await startHarness({ OUTBOUND_ALLOW_PRIVATE: 'true' })
  worker = harness.work()
})
afterAll(async () => {
  await worker[Symbol.asyncDispose]()
  await harness[Symbol.asyncDispose]()
  server.close()
})
beforeEach(() => {
  received.length = 0
  status = 204
})

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
const as = (who: Who, method: Method, path: string, payload?: object, headers: Record<string, string> = {}) =>
  harness.as(who, { method, url: `/api/v1/erp/webhooks${path}`, headers, ...(payload && { payload }) })
const create = async (change: object = {}) => (await as('admin', 'POST', '', { url, events: ['*'], ...change })).json()

test('a webhook is created with a secret that nothing shows again', async () => {
  const answer = await as('admin', 'POST', '', { url, events: ['sync.failed'], clientIds: ['acme'], description: 'For the shop' })
  const { secret, ...webhook } = answer.json()
  expect([answer.statusCode, answer.headers.location]).toEqual([201, `/api/v1/erp/webhooks/${webhook.id}`])
  expect(secret).toMatch(/^whsec_[a-z0-9]{32}$/)
  expect(webhook).toMatchObject({ status: 'active', enabled: true, events: ['sync.failed'], clientIds: ['acme'], createdBy: 'admin-key' })
  expect((await as('viewer', 'GET', `/${webhook.id}`)).json()).toEqual(webhook)
  expect((await as('viewer', 'GET', '?limit=1000')).json()).toContainEqual(webhook)
  expect(harness.logs.join('')).not.toContain(secret)
})

test('the secret is stored sealed, and a repeated request does not show it', async () => {
  const ask = () => as('admin', 'POST', '', { url, events: ['*'] }, { 'idempotency-key': 'make-one' })
  const [first, again] = [(await ask()).json(), (await ask()).json()]
  expect(again).toEqual({ ...first, secret: '********' })
  const redis = new Redis(harness.redis.url)
  const stored: string[] = []
  for (const key of await redis.keys('*')) {
    if ((await redis.type(key)) === 'hash') stored.push(JSON.stringify(await redis.hgetall(key)))
  }
  redis.disconnect()
  expect(stored.join()).toContain(first.id)
  expect(stored.join()).not.toContain(first.secret)
})

test.each([
  [{ url: 'ftp://example.com', events: ['*'] }],
  [{ url: 'https://user:secret@example.com/', events: ['*'] }],
  [{ url: 'https://example.com/#part', events: ['*'] }],
  [{ url: 'https://example.com/', events: [] }],
  [{ url: 'https://example.com/', events: ['no.such'] }],
  [{ url: 'https://example.com/', events: ['*'], connectionIds: ['x'] }],
  [{ url: 'https://example.com/', events: ['*'], secret: 'mine' }],
  [{ events: ['*'] }],
])('%o is refused with 422', async (payload) => {
  expect((await as('admin', 'POST', '', payload)).statusCode).toBe(422)
})

test('viewers read, operators test and send again, admins do the rest', async () => {
  const { id } = await create()
  const statuses = async (who: Who) => [
    (await as(who, 'GET', `/${id}`)).statusCode,
    (await as(who, 'GET', `/${id}/deliveries`)).statusCode,
    (await as(who, 'POST', `/${id}/test`)).statusCode,
    (await as(who, 'POST', `/${id}/replay`, { since: '2026-01-01T00:00:00Z' })).statusCode,
    (await as(who, 'PATCH', `/${id}`, { description: who })).statusCode,
    (await as(who, 'POST', `/${id}/rotate-secret`)).statusCode,
    (await as(who, 'POST', '', { url, events: ['*'] })).statusCode,
    (await as(who, 'DELETE', `/${id}`)).statusCode,
  ]
  expect(await statuses('viewer')).toEqual([200, 200, 403, 403, 403, 403, 403, 403])
  expect(await statuses('operator')).toEqual([200, 200, 200, 202, 403, 403, 403, 403])
  expect(await statuses('admin')).toEqual([200, 200, 200, 202, 200, 200, 201, 204])
  expect((await as('viewer', 'GET', `/${id}`)).statusCode).toBe(404)
  const { body } = await harness.as('admin', { url: `/api/v1/audit-logs?target=${id}` })
  for (const action of ['created', 'updated', 'deleted', 'secret_rotated', 'tested', 'replayed'])
    expect(body).toContain(`erp_webhook_${action}`)
})

test('a test event is signed, and the answer shows what came of it, also while the webhook is paused', async () => {
  const { id, secret } = await create({ enabled: false })
  const answer = await as('operator', 'POST', `/${id}/test`)
  expect(answer.json()).toMatchObject({
    webhookId: id,
    eventType: 'webhook.test',
    status: 'delivered',
    attempts: [{ status: 204, trigger: 'test', ms: expect.any(Number) }],
  })
  const [{ headers, body } = { headers: {}, body: '' }] = received
  const verified = new Verifier(secret).verify(body, headers as Record<string, string>)
  expect(verified).toMatchObject({ id: headers['webhook-id'], type: 'webhook.test', data: { webhookId: id } })
  expect(headers['content-type']).toBe('application/json')

  status = 500
  const failed = (await as('operator', 'POST', `/${id}/test`)).json()
  expect(failed).toMatchObject({ status: 'failed', attempts: [{ status: 500, error: { message: 'The receiver answered 500' } }] })
  status = 200
  const again = await as('operator', 'POST', `/${id}/deliveries/${failed.id}/resend`)
  expect(again.json()).toMatchObject({
    id: failed.id,
    status: 'delivered',
    attempts: [{ status: 500 }, { status: 200, trigger: 'resend' }],
  })
  expect(received.at(-1)?.headers['webhook-id']).toBe(failed.eventId)
  expect((await as('viewer', 'GET', `/${id}/deliveries/${failed.id}`)).json()).toEqual(again.json())
})

test('with Prefer: respond-async the answer comes at once, and the attempt at Location', async () => {
  const { id } = await create()
  const answer = await as('operator', 'POST', `/${id}/test`, undefined, { prefer: 'respond-async' })
  expect([answer.statusCode, answer.json().attempts]).toEqual([202, []])
  const location = String(answer.headers.location)
  await expect.poll(async () => (await harness.as('viewer', { url: location })).json().status).toBe('delivered')
})

test('after a rotation both secrets sign', async () => {
  const { id, secret } = await create()
  const rotated = (await as('admin', 'POST', `/${id}/rotate-secret`)).json()
  expect(rotated.secret).not.toBe(secret)
  expect(Date.parse(rotated.oldSecretUntil) - Date.now()).toBeGreaterThan(86_000_000)
  await as('operator', 'POST', `/${id}/test`)
  const [{ headers, body } = { headers: {}, body: '' }] = received
  for (const each of [secret, rotated.secret]) new Verifier(each).verify(body, headers as Record<string, string>)
})

test('an ETag guards a change, and null removes a filter', async () => {
  const { id } = await create({ clientIds: ['acme'] })
  const etag = String((await as('viewer', 'GET', `/${id}`)).headers.etag)
  const changed = await as(
    'admin',
    'PATCH',
    `/${id}`,
    { clientIds: null, events: ['sync.failed', 'conflict.opened'] },
    { 'if-match': etag },
  )
  expect(changed.json()).toMatchObject({ events: ['sync.failed', 'conflict.opened'] })
  expect(changed.json().clientIds).toBeUndefined()
  expect((await as('admin', 'PATCH', `/${id}`, { description: 'late' }, { 'if-match': etag })).statusCode).toBe(412)
  const paused = await as('admin', 'PATCH', `/${id}`, { enabled: false })
  expect(paused.json()).toMatchObject({
    enabled: false,
    status: 'paused',
    pausedBy: 'person',
    statusReason: 'admin-key has switched it off',
  })
  expect((await as('admin', 'PATCH', `/${id}`, { enabled: true })).json()).toMatchObject({ enabled: true, status: 'active' })
})

test('lists are paged, and unknown ids, ranges and methods are refused', async () => {
  const { id } = await create()
  for (let count = 0; count < 3; count += 1) await as('operator', 'POST', `/${id}/test`)
  const first = await as('viewer', 'GET', `/${id}/deliveries?limit=2&status=delivered`)
  const rest = await as('viewer', 'GET', `/${id}/deliveries?limit=2&status=delivered&cursor=${first.headers['x-next-cursor']}`)
  expect([first.json().length, rest.json().length, rest.headers['x-next-cursor']]).toEqual([2, 1, undefined])
  expect(new Set([...first.json(), ...rest.json()].map((delivery) => delivery.id)).size).toBe(3)
  expect((await as('viewer', 'GET', `/${id}/deliveries?status=lost`)).statusCode).toBe(400)
  expect((await as('viewer', 'GET', `/${id}/deliveries/dlv_0123456789abc`)).statusCode).toBe(404)
  expect((await as('viewer', 'GET', '/hook_0123456789abcdef/deliveries')).statusCode).toBe(404)
  expect((await as('operator', 'POST', '/hook_0123456789abcdef/test')).statusCode).toBe(404)
  expect((await as('operator', 'POST', `/${id}/replay`, { since: '2026-02-01T00:00:00Z', until: '2026-01-01T00:00:00Z' })).statusCode).toBe(
    422,
  )
  const wrong = await as('admin', 'DELETE', `/${id}/test`)
  expect([wrong.statusCode, wrong.headers.allow]).toEqual([405, expect.stringContaining('POST')])
})
