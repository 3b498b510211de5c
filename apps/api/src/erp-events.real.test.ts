import { createHmac, randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { randomIds, syncMarkedStreams, systemClock } from '@linkspan/core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testConnectors } from './testing/connectors.ts'
import { aConnection, compat, type Harness, startHarness } from './testing/harness.ts'

let harness: Harness
let id: string
let secret: string
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness[Symbol.asyncDispose]())
beforeEach(async () => {
  const webhook = { path: 'type', map: { item: 'products', stock: 'inventory', order: 'orders' } }
  const payload = { ...aConnection, settings: { enabledDataTypes: ['products', 'inventory'], webhook } }
  id = (await as('POST', '/erp/connections', payload)).json().id
  secret = (await as('POST', `/erp/connections/${id}/webhook-secret`)).json().webhookSecret
})

const as = (method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) =>
  harness.as('admin', { method, url: `/api/v1${url}`, ...(payload && { payload }) })
const send = (url: string, payload: string, headers: Record<string, string> = {}) =>
  harness.app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers } })

function standard(payload: string, { eventId = randomUUID() as string, by = secret } = {}) {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const key = Buffer.from(by.slice('whsec_'.length), 'base64')
  const signature = createHmac('sha256', key).update(`${eventId}.${timestamp}.${payload}`).digest('base64')
  return { 'webhook-id': eventId, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
const event = (payload = '{"type":"item"}', headers = standard(payload), mount = '') =>
  send(`${mount}/webhooks/erp/${id}`, payload, headers)

const logsOf = async () =>
  (await as('GET', `/erp/sync-logs?erpConnectionId=${id}`)).json() as { id: string; status: string; trigger: string }[]
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await delay(20)
}
const ended = () => until(async () => (await logsOf()).every(({ status }) => status === 'success' || status === 'error'))
const sweep = () => syncMarkedStreams({ ...harness.ports, connectors: testConnectors(async () => {}), clock: systemClock, ids: randomIds })

test('a secret is made, shown once, and reads back masked', async () => {
  expect(secret).toMatch(/^whsec_[a-z0-9]{32}$/)
  const connection = (await as('GET', `/erp/connections/${id}`)).json()
  expect(connection.credentials.webhookSecret).toBe('********')
  const again = (await as('POST', `/erp/connections/${id}/webhook-secret`)).json().webhookSecret
  expect(again).not.toBe(secret)
  expect((await event()).statusCode).toBe(401)
  const viewer = await harness.as('viewer', { method: 'POST', url: `/api/v1/erp/connections/${id}/webhook-secret` })
  expect(viewer.statusCode).toBe(403)
})

test.each([
  ['the root', ''],
  ['the API', '/api/v1'],
  ['the mount of older clients', compat],
])('an event starts one sync at %s', async (_, mount) => {
  const answer = await event(undefined, undefined, mount)
  expect(answer.json()).toEqual({ accepted: true, syncLogId: expect.stringMatching(/^log_/) })
  expect(answer.statusCode).toBe(202)
  expect(await logsOf()).toMatchObject([{ id: answer.json().syncLogId, status: 'scheduled', trigger: 'webhook' }])
})

test('a hundred events make one run, and one more if something came while it worked', async () => {
  await using _ = harness.work()
  harness.gate.close()
  const answers = await Promise.all(Array.from({ length: 100 }, () => event()))
  expect(new Set(answers.map((answer) => answer.json().syncLogId)).size).toBe(1)
  await until(async () => (await logsOf())[0]?.status === 'syncing')
  await until(async () => (await harness.ports.erpEvents.marked()).every(({ connectionId }) => connectionId !== id))
  expect((await event()).json().syncLogId).toBe(answers[0]?.json().syncLogId)
  harness.gate.open()
  await ended()
  expect(await logsOf()).toHaveLength(1)
  await sweep()
  await ended()
  expect(await logsOf()).toMatchObject([{ trigger: 'webhook', status: 'success' }, { trigger: 'webhook' }])
  await sweep()
  expect(await logsOf()).toHaveLength(2)
})

test('an event is taken once, also by another mount', async () => {
  const headers = standard('{"type":"item"}', { eventId: 'evt_7' })
  expect((await event(undefined, headers)).statusCode).toBe(202)
  const replayed = await event(undefined, headers, '/api/v1')
  expect(replayed.json()).toMatchObject({ status: 409, code: 'webhook.replayed' })
})

test('an event that could not start a sync may come again', async () => {
  await as('PATCH', `/erp/connections/${id}`, { status: 'inactive' })
  const headers = standard('{"type":"item"}', { eventId: 'evt_8' })
  expect((await event(undefined, headers)).json()).toMatchObject({ status: 409, code: 'connection.not-active' })
  await as('PATCH', `/erp/connections/${id}`, { status: 'active' })
  expect((await event(undefined, headers)).statusCode).toBe(202)
})

test.each([
  ['no proof', {}, 401],
  ['a proof by another secret', { by: `whsec_${Buffer.alloc(24).toString('base64')}` }, 401],
])('%s is refused, and audited', async (_, options, status) => {
  const headers = 'by' in options ? standard('{"type":"item"}', options) : ({} as ReturnType<typeof standard>)
  expect((await event(undefined, headers)).statusCode).toBe(status)
  const [latest] = (await as('GET', '/audit-logs?action=login_failed&limit=1')).json()
  expect(latest).toMatchObject({ target: `/webhooks/erp/${id}`, actor: { authentication: 'webhook' } })
  expect(await logsOf()).toEqual([])
})

test('what an event cannot start is told', async () => {
  expect((await event('{"type":"car"}')).json()).toMatchObject({
    status: 422,
    code: 'webhook.unknown-type',
    detail: expect.stringContaining('"car"'),
  })
  expect((await event('{"type":"order"}')).json()).toMatchObject({ status: 422, code: 'connection.data-type-disabled' })
  expect((await send('/webhooks/erp/erp_unknown', '{}')).statusCode).toBe(404)
  expect((await event(`{"type":"item","more":"${'x'.repeat(1_100_000)}"}`)).statusCode).toBe(413)
  expect(await logsOf()).toEqual([])
})

test('handshakes of Business Central and of CloudEvents are answered', async () => {
  const answer = await send(`/webhooks/erp/${id}?validationToken=a%20b%3Cc`, '')
  expect(answer).toMatchObject({ statusCode: 200, body: 'a b<c' })
  expect(answer.headers['content-type']).toMatch(/^text\/plain/)
  const headers = { 'webhook-request-origin': 'eventemitter.example.com' }
  const allowed = await harness.app.inject({ method: 'OPTIONS', url: `/webhooks/erp/${id}`, headers })
  expect(allowed.headers).toMatchObject({ 'webhook-allowed-origin': 'eventemitter.example.com' })
  expect(await logsOf()).toEqual([])
})

test("Shopify's signature and Business Central's client state prove events", async () => {
  await as('PATCH', `/erp/connections/${id}`, {
    credentials: { webhookSecret: 'a-secret-of-the-shop' },
    settings: {
      webhook: { scheme: 'hmac', header: 'X-Shopify-Hmac-Sha256', encoding: 'base64', path: null, map: null, dataType: 'products' },
    },
  })
  const payload = '{"id": 1}'
  const signature = createHmac('sha256', 'a-secret-of-the-shop').update(payload).digest('base64')
  const shopify = () => send(`/webhooks/erp/${id}`, payload, { 'x-shopify-hmac-sha256': signature })
  expect((await shopify()).statusCode).toBe(202)
  expect((await shopify()).statusCode).toBe(409)
  const webhook = { scheme: 'token', tokenPath: 'value[].clientState', header: null, encoding: null, algorithm: null }
  await as('PATCH', `/erp/connections/${id}`, {
    settings: { webhook: { ...webhook, dataType: { path: 'value[].resource', map: { items: 'products' } } } },
  })
  const notified = JSON.stringify({ value: [{ clientState: 'a-secret-of-the-shop', resource: 'api/v2.0/companies(1)/items(2)' }] })
  expect((await send(`/webhooks/erp/${id}`, notified)).statusCode).toBe(202)
  expect((await send(`/webhooks/erp/${id}`, notified.replace('shop"', 'shep"'))).statusCode).toBe(401)
})
