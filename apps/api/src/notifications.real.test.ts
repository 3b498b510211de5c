import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, compat, type Harness, startHarness } from './testing/harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness[Symbol.asyncDispose]())

const base = `${compat}/erp/notification-routes`
const post = (payload: object, who: 'admin' | 'operator' | 'viewer' = 'admin') => harness.as(who, { method: 'POST', url: base, payload })
const patch = (id: string, payload: object) => harness.as('admin', { method: 'PATCH', url: `${base}/${id}`, payload })
const get = (path = '') => harness.as('viewer', { url: `${base}${path}` })

test('a mail route is created with defaults, changed by merge patch, and deleted', async () => {
  const made = await post({ channel: 'email', target: 'mia@ops.example, tom@ops.example' })
  expect(made.statusCode).toBe(201)
  const { id } = made.json()
  expect(made.headers.location).toBe(`${base}/${id}`)
  expect(made.json()).toMatchObject({
    channel: 'email',
    target: ['mia@ops.example', 'tom@ops.example'],
    scope: {},
    minSeverity: 'warning',
    digest: 'off',
    language: 'en',
    pauseMinutes: 60,
    enabled: true,
  })
  const quietHours = { from: '22:00', to: '06:00', timezone: 'Europe/Berlin' }
  const changed = await patch(id, { quietHours, scope: { clientIds: ['acme'] }, minSeverity: 'critical', target: ['mia@ops.example'] })
  expect(changed.json()).toMatchObject({ quietHours, scope: { clientIds: ['acme'] }, minSeverity: 'critical', target: ['mia@ops.example'] })
  const back = (await patch(id, { quietHours: null, scope: { clientIds: null }, minSeverity: null })).json()
  expect(back).toMatchObject({ scope: {}, minSeverity: 'warning' })
  expect(back).not.toHaveProperty('quietHours')
  expect((await get(`/${id}`)).json()).toEqual(back)
  expect((await get()).json()).toContainEqual(back)
  expect((await harness.as('admin', { method: 'DELETE', url: `${base}/${id}` })).statusCode).toBe(204)
  expect((await get(`/${id}`)).statusCode).toBe(404)
})

test('a URL is a secret, and the secret that signs is shown once', async () => {
  const url = 'https://receiver.example/hooks/very-secret'
  const made = (await post({ channel: 'webhook', target: url })).json()
  expect(made).toMatchObject({ target: '********', secret: expect.stringMatching(/^whsec_/) })
  const { secret: _, ...shown } = made
  expect((await get(`/${made.id}`)).json()).toEqual(shown)
  expect((await patch(made.id, { target: '********', digest: 'daily' })).json()).toMatchObject({ target: '********', digest: 'daily' })
  const slack = (await post({ channel: 'slack', target: 'https://hooks.slack.example/services/very-secret' })).json()
  expect(slack).not.toHaveProperty('secret')
  const trail = (await harness.as('admin', { url: `${compat}/audit-logs?target=${made.id}` })).body
  expect((await get()).body + trail + JSON.stringify(harness.logs)).not.toContain('very-secret')
  expect(trail).toContain('erp_notification_route_created')
})

test.each([
  [{ channel: 'email', target: 'nobody' }, 'target'],
  [{ channel: 'email', target: [] }, 'target'],
  [{ channel: 'slack', target: 'ftp://hooks.example' }, 'target'],
  [{ channel: 'teams', target: ['mia@ops.example'] }, 'target'],
  [{ channel: 'pager', target: 'x' }, 'channel'],
  [{ channel: 'email', target: 'a@b.example', minSeverity: 'low' }, 'minSeverity'],
  [{ channel: 'email', target: 'a@b.example', quietHours: { from: '22:00', to: '22:00', timezone: 'UTC' } }, 'quietHours.to'],
  [{ channel: 'email', target: 'a@b.example', quietHours: { from: '25:00', to: '06:00', timezone: 'UTC' } }, 'quietHours.from'],
  [{ channel: 'email', target: 'a@b.example', quietHours: { from: '22:00', to: '06:00', timezone: 'Mars' } }, 'quietHours.timezone'],
  [{ channel: 'email', target: 'a@b.example', scope: { connectionIds: [] } }, 'scope.connectionIds'],
  [{ channel: 'webhook', target: 'https://x.example', secret: 'short' }, 'secret'],
] as const)('%j is refused, and the answer says why', async (route, path) => {
  const answer = await post(route)
  expect(answer.statusCode).toBe(422)
  expect(answer.json().errors.map((issue: { path: string }) => issue.path)).toContain(path)
})

test('a half of quiet hours can be changed, but not left alone', async () => {
  const { id } = (await post({ channel: 'email', target: 'a@b.example' })).json()
  expect((await patch(id, { quietHours: { from: '22:00' } })).statusCode).toBe(422)
  await patch(id, { quietHours: { from: '22:00', to: '06:00', timezone: 'UTC' } })
  expect((await patch(id, { quietHours: { from: '20:00' } })).json().quietHours).toEqual({ from: '20:00', to: '06:00', timezone: 'UTC' })
  expect((await patch(id, { quietHours: { from: '06:00' } })).statusCode).toBe(422)
})

test('viewers read, operators test, admins change', async () => {
  const { id } = (await post({ channel: 'email', target: 'a@b.example' })).json()
  expect((await post({ channel: 'email', target: 'a@b.example' }, 'operator')).statusCode).toBe(403)
  const ask = (who: 'viewer' | 'operator') =>
    harness.as(who, { method: 'POST', url: `${base}/${id}/test`, headers: { prefer: 'respond-async' } })
  expect((await ask('viewer')).statusCode).toBe(403)
  const answer = await ask('operator')
  expect(answer.statusCode).toBe(202)
  expect((await harness.as('viewer', { url: String(answer.headers.location) })).json()).toMatchObject({ kind: 'test', status: 'pending' })
})

test('a test waits for what becomes of it', async () => {
  await using _ = harness.work()
  const { id } = (await post({ channel: 'email', target: 'a@b.example' })).json()
  const answer = await harness.as('operator', { method: 'POST', url: `${base}/${id}/test` })
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({ kind: 'test', status: 'failed', attempts: [{ ok: false, code: 'channel.unset' }] })
  expect((await get(`/${id}/deliveries`)).json()).toEqual([answer.json()])
})

test('deliveries are paged, newest first', async () => {
  const { id } = (await post({ channel: 'email', target: 'a@b.example' })).json()
  for (let round = 0; round < 3; round += 1)
    await harness.as('operator', { method: 'POST', url: `${base}/${id}/test`, headers: { prefer: 'respond-async' } })
  const first = await get(`/${id}/deliveries?limit=2`)
  expect(first.json()).toHaveLength(2)
  const second = await get(`/${id}/deliveries?limit=2&cursor=${first.headers['x-next-cursor']}`)
  expect(second.json()).toHaveLength(1)
  const ids = [...first.json(), ...second.json()].map((delivery) => delivery.id)
  expect(new Set(ids).size).toBe(3)
  expect((await get(`/${id}/deliveries/${ids[0]}`)).json()).toEqual(first.json()[0])
})

test('the preview lists who would be told, and when', async () => {
  const connection = (await harness.as('admin', { method: 'POST', url: `${compat}/erp/connections`, payload: aConnection })).json().id
  const scope = { connectionIds: [connection] }
  const always = (await post({ channel: 'email', target: 'a@b.example', scope })).json().id
  const later = (await post({ channel: 'email', target: 'a@b.example', scope, digest: 'daily' })).json().id
  const critical = (await post({ channel: 'email', target: 'a@b.example', scope, minSeverity: 'critical' })).json().id
  const off = (await post({ channel: 'email', target: 'a@b.example', scope, enabled: false })).json().id
  const preview = async (severity: string) =>
    (await harness.as('viewer', { method: 'POST', url: `${base}/preview`, payload: { connectionId: connection, severity } })).json()
  const warned = await preview('warning')
  expect(warned.map((route: { id: string }) => route.id)).toEqual(expect.arrayContaining([always, later]))
  expect(warned.map((route: { id: string }) => route.id)).not.toContain(critical)
  expect(warned.find((route: { id: string }) => route.id === later)).toMatchObject({
    waitsFor: 'digest',
    at: expect.stringMatching(/T08:00/),
  })
  const told = (await preview('critical')).map((route: { id: string }) => route.id)
  expect(told).toContain(critical)
  expect(told).not.toContain(off)
  const unknown = { connectionId: 'erp_0000000000000000', severity: 'warning' }
  expect((await harness.as('viewer', { method: 'POST', url: `${base}/preview`, payload: unknown })).statusCode).toBe(404)
})

test('the manners of all routes hold for these', async () => {
  expect((await get('?colour=red')).statusCode).toBe(400)
  const put = await harness.as('admin', { method: 'PUT', url: `${base}/route_0000000000000000`, payload: {} })
  expect([put.statusCode, put.headers.allow]).toEqual([405, expect.stringContaining('PATCH')])
  expect((await get('/route_0000000000000000/deliveries')).statusCode).toBe(404)
  expect((await patch('route_0000000000000000', { enabled: false })).statusCode).toBe(404)
})
