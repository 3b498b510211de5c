import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { version } from '@linkspan/core'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, compat, type Harness, jwtSecret, secretsOf, startHarness } from './testing/harness.ts'

let harness: Harness
let id: string
beforeAll(async () => {
  harness = await startHarness()
  id = (await harness.as('admin', { method: 'POST', url: '/api/v1/erp/connections', payload: aConnection })).json().id
})
afterAll(() => harness[Symbol.asyncDispose]())

const json = { 'content-type': 'application/json' }
const create = { method: 'POST', url: '/api/v1/erp/connections' } as const

test('answers health checks without credentials, and says that no worker is running', async () => {
  expect((await harness.app.inject('/healthz')).json()).toEqual({ status: 'ok' })
  expect((await harness.app.inject('/readyz')).json()).toEqual({
    status: 'degraded',
    redis: 'ok',
    workers: 0,
    version,
    warnings: [expect.stringMatching(/^No worker has run yet, so syncs and tests wait/)],
  })
  await harness.ports.workers.beat('one')
  expect((await harness.app.inject('/readyz')).json()).toEqual({ status: 'ok', redis: 'ok', workers: 1, version })
})

test.each(['/api/v1', compat])('needs credentials under %s', async (mount) => {
  const anonymous = await harness.app.inject(`${mount}/erp/connections`)
  expect(anonymous.statusCode).toBe(401)
  expect(anonymous.headers['www-authenticate']).toBe('Bearer realm="Linkspan"')
  const wrong = await harness.app.inject({ url: `${mount}/erp/connections`, headers: { authorization: 'Bearer wrong-secret' } })
  expect(wrong.statusCode).toBe(401)
  expect(wrong.headers['www-authenticate']).toContain('invalid_token')
  const basic = `Basic ${Buffer.from(`viewer-key:${secretsOf.viewer}`).toString('base64')}`
  expect((await harness.app.inject({ url: `${mount}/erp/connections`, headers: { authorization: basic } })).statusCode).toBe(401)
  expect((await harness.as('viewer', { url: `${mount}/erp/connections` })).statusCode).toBe(200)
})

test('accepts a JWT, and forbids one without a role', async () => {
  const ask = async (claims: Record<string, unknown>) => {
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('ann')
      .setExpirationTime('1m')
      .sign(new TextEncoder().encode(jwtSecret))
    return harness.app.inject({ url: '/api/v1/erp/connections', headers: { authorization: `Bearer ${token}` } })
  }
  expect((await ask({ role: 'viewer' })).statusCode).toBe(200)
  expect((await ask({})).statusCode).toBe(403)
})

test('writes failed logins to the audit trail without the secret, and only if credentials were sent', async () => {
  await harness.app.inject({ url: '/api/v1/erp/providers', headers: { authorization: 'Bearer guess-1234', 'user-agent': 'x'.repeat(300) } })
  await harness.app.inject('/api/v1/erp/statistics')
  const [event] = (await harness.as('viewer', { url: '/api/v1/audit-logs' })).json()
  expect(event).toMatchObject({
    action: 'login_failed',
    target: '/api/v1/erp/providers',
    outcome: 'request.unauthenticated',
    ipAddress: '127.0.0.1',
    userAgent: 'x'.repeat(256),
    actor: { id: 'unknown', role: null, authentication: 'bearer' },
  })
  expect(JSON.stringify(event)).not.toContain('guess-1234')
})

test('lets a viewer only read, whatever the body is, and writes the refusal to the audit trail', async () => {
  for (const payload of [aConnection, {}, { name: 7 }]) {
    expect((await harness.as('viewer', { ...create, payload })).statusCode).toBe(403)
    expect((await harness.as('operator', { ...create, payload })).statusCode).toBe(403)
  }
  expect((await harness.as('operator', { method: 'DELETE', url: `/api/v1/erp/connections/${id}` })).statusCode).toBe(403)
  expect((await harness.as('viewer', { method: 'POST', url: `/api/v1/erp/connections/${id}/test` })).statusCode).toBe(403)
  const refused = await harness.as('viewer', { method: 'POST', url: `/api/v1/erp/connections/${id}/sync`, payload: {} })
  expect(refused.statusCode).toBe(403)
  const [event] = (await harness.as('viewer', { url: '/api/v1/audit-logs?limit=1' })).json()
  expect(event).toMatchObject({ action: 'erp_manual_sync_triggered', outcome: 'request.forbidden', actor: { id: 'viewer-key' } })
  const find = async (query: string) => (await harness.as('viewer', { url: `/api/v1/audit-logs?${query}` })).json()
  expect(await find('actor=viewer-key&action=erp_manual_sync_triggered&limit=1')).toEqual([event])
  expect(await find(`actor=viewer-key&action=erp_manual_sync_triggered&until=${event.at.slice(0, 4) - 1}-01-01`)).toEqual([])
  expect((await harness.as('viewer', { url: '/api/v1/audit-logs?action=erp_gone' })).statusCode).toBe(400)
})

test('answers failures as problem documents', async () => {
  const response = await harness.as('admin', {
    ...create,
    payload: { ...aConnection, name: '', provider: 'Abacus' },
    headers: { 'x-request-id': 'my-id' },
  })
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(response.headers['x-request-id']).toBe('my-id')
  const problem = response.json()
  expect(problem).toMatchObject({
    type: 'urn:linkspan:error:request.invalid',
    title: 'Invalid input',
    status: 422,
    instance: '/api/v1/erp/connections',
    requestId: 'my-id',
    code: 'request.invalid',
    hint: expect.any(String),
    error: problem.detail,
  })
  expect(problem.errors.map(({ path }: { path: string }) => path)).toEqual(['name', 'provider'])
})

test.each([
  ['malformed JSON', { ...create, payload: '{"name": "secret-text', headers: json }, 400],
  ['no body', { ...create, headers: json }, 400],
  ['a body that is not an object', { ...create, payload: '[]', headers: json }, 422],
  ['a body that would change prototypes', { ...create, payload: '{"__proto__": {}}', headers: json }, 400],
  ['another media type', { ...create, payload: 'name=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
  ['a body without a media type', { ...create, payload: 'x' }, 415],
  ['a body over 1 MiB', { ...create, payload: { name: 'x'.repeat(1024 * 1024) } }, 413],
  [
    'an unknown credential field',
    { ...create, payload: { ...aConnection, credentials: { apiUrl: 'https://x.example', apiKee: '1' } } },
    422,
  ],
  [
    'a masked secret that was never stored',
    { ...create, payload: { ...aConnection, credentials: { apiUrl: 'https://x.example', apiKey: '********' } } },
    422,
  ],
  ['a limit over 1000', { url: '/api/v1/erp/connections?limit=1001' }, 400],
  ['an unknown filter value', { url: '/api/v1/erp/sync-logs?status=done' }, 400],
  ['a text that is not a time', { url: '/api/v1/erp/sync-logs?since=yesterday' }, 400],
  ['a cursor that was never given out', { url: '/api/v1/erp/connections?cursor=%F0%9F%A6%84' }, 400],
  ['a broken escape in the path', { url: '/api/v1/erp/connections/%zz' }, 400],
  ['an id of another form', { url: '/api/v1/erp/connections/nonsense' }, 404],
  ['an id that does not exist', { url: '/api/v1/erp/connections/erp_0000000000000000' }, 404],
  ['a path that no file of the documentation can have', { url: '/docs/static/%00' }, 404],
  ['a query that the board cannot read', { url: '/admin/queues/api/queues?status=%00' }, 400],
  ['a very long id', { url: `/api/v1/erp/sync-logs/${'x'.repeat(5000)}` }, 404],
  ['an unknown route', { url: '/api/v1/nothing' }, 404],
  ['an unknown data type in a path', { url: '/api/v1/erp/connections/erp_0000000000000000/records/cars' }, 404],
  ['an unknown sync log', { url: `/api/v1/erp/sync-logs/log_${'0'.repeat(31)}/events` }, 404],
  ['an unknown test', { url: `/api/v1/erp/connections/erp_0000000000000000/tests/test_${'0'.repeat(31)}` }, 404],
  ['stock without a connection', { url: '/api/v1/erp/inventory/A' }, 400],
] as const)('answers %s with its status', async (_, options, status) => {
  const response = await harness.as('admin', options)
  expect(response.statusCode).toBe(status)
  expect(response.headers['content-type']).toContain('application/problem+json')
  expect(response.headers['x-request-id']).toBe(response.json().requestId)
  expect(response.json()).toMatchObject({ status, error: response.json().detail })
  expect(response.body).not.toContain('secret-text')
})

test.each(['bad id', 'a'.repeat(129), 'ä', '<x>'])('makes a new request id if the given one is %j', async (given) => {
  const response = await harness.app.inject({ url: '/healthz', headers: { 'x-request-id': given } })
  expect(response.headers['x-request-id']).toMatch(/^req_[a-z0-9]{16}$/)
})

test('sends security headers, and keeps API answers out of caches', async () => {
  const { headers } = await harness.as('viewer', { url: '/api/v1/erp/connections' })
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
  expect(headers['content-security-policy']).toContain("default-src 'none'")
})

test('answers a message that is not HTTP, or has too large headers, with a problem too', async () => {
  await harness.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = harness.app.server.address() as AddressInfo
  const ask = async (request: string) => {
    const socket = connect(port, '127.0.0.1')
    socket.write(request)
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
    return { head, problem: JSON.parse(body) }
  }
  const garbage = await ask('GARBAGE\r\n\r\n')
  expect(garbage.head).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/problem\+json/)
  expect(garbage.problem).toMatchObject({ status: 400, code: 'request.malformed' })
  const large = await ask(`GET /healthz HTTP/1.1\r\nhost: x\r\nx-large: ${'a'.repeat(20_000)}\r\n\r\n`)
  expect(large.head).toMatch(/^HTTP\/1\.1 431 /)
  expect(large.problem).toMatchObject({ status: 431 })
})

test('hides the details of an internal error, and logs them', async () => {
  const { audit } = harness.ports
  const { list } = audit
  const fail = () => Promise.reject(new Error('the inner workings'))
  Object.assign(audit, { list: fail })
  const response = await harness.as('viewer', { url: '/api/v1/audit-logs' })
  Object.assign(audit, { list })
  expect(response.statusCode).toBe(500)
  expect(response.body).not.toContain('inner workings')
  expect(response.json().detail).toContain(response.headers['x-request-id'])
  expect(
    harness.logs.filter((line) => line.includes('the inner workings') && line.includes(String(response.headers['x-request-id']))),
  ).toHaveLength(1)
})

test('a body that is nested deeper than any code could follow is malformed', async () => {
  const payload = `{"name":${'['.repeat(20_000)}${']'.repeat(20_000)}}`
  const headers = { 'content-type': 'application/json' }
  const deep = await harness.as('admin', { method: 'POST', url: `/api/v1/erp/connections/${id}/preview`, payload, headers })
  expect([deep.statusCode, deep.json().code]).toEqual([400, 'request.malformed'])
  const name = '['.repeat(1000)
  expect((await harness.as('admin', { ...create, payload: { ...aConnection, name: name.slice(0, 200) } })).statusCode).toBe(201)
})
