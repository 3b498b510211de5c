import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, jwtSecret, secretsOf, startHarness } from './testing/harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness({ TRUST_PROXY: '127.0.0.1' }, { redisOptions: { aof: true } })
})
afterAll(() => harness[Symbol.asyncDispose]())

const own = { 'sec-fetch-site': 'same-origin', 'x-linkspan-admin': '1' }
const https = { host: 'linkspan.example.com', 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.7' }
const call = (options: InjectOptions, app = harness.app) =>
  app.inject({ ...options, url: `/api/v1${String(options.url)}`, headers: { host: 'localhost:3000', ...options.headers } })

/** Everything that Redis has written to its files. */
const storedBytes = (): string =>
  readdirSync(harness.redis.dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join()

/** Signs in, and returns what a browser sends from then on. */
async function signIn(key: string, headers: Record<string, string> = {}) {
  const answer = await call({ method: 'POST', url: '/session', payload: { key }, headers })
  expect(answer.statusCode).toBe(200)
  const [cookie] = answer.cookies
  return { answer, cookie, headers: { ...headers, cookie: `${cookie?.name}=${cookie?.value}` } }
}

test('a key is exchanged for a cookie that a page cannot read, and the key is not needed any more', async () => {
  const { answer, cookie, headers } = await signIn(secretsOf.operator)
  expect(answer.json()).toEqual({ name: 'operator-key', role: 'operator', expiresAt: expect.any(String) })
  expect(cookie).toMatchObject({ name: 'linkspan', httpOnly: true, sameSite: 'Strict', path: '/', maxAge: expect.any(Number) })
  expect(cookie).not.toHaveProperty('expires') // a browser with another clock would drop it
  expect((await call({ url: '/session', headers })).json()).toMatchObject({ name: 'operator-key', role: 'operator' })
  expect((await call({ url: '/erp/connections', headers })).statusCode).toBe(200)
  expect((await harness.app.inject({ url: '/admin/queues', headers: { host: 'localhost', ...headers } })).statusCode).toBe(200)
  const stored = storedBytes()
  expect(stored).toContain('operator-key')
  expect(stored).not.toContain(cookie?.value)
  expect(stored).not.toContain(secretsOf.operator)
})

test('over HTTPS the cookie has the prefix that binds it to the host; over plain HTTP from elsewhere nobody signs in', async () => {
  const { cookie, headers } = await signIn(secretsOf.viewer, https)
  expect(cookie).toMatchObject({ name: '__Host-linkspan', secure: true, path: '/' })
  expect((await call({ url: '/session', headers })).json()).toMatchObject({ name: 'viewer-key' })
  const plain = await call({
    method: 'POST',
    url: '/session',
    payload: { key: secretsOf.viewer },
    headers: { host: 'linkspan.example.com' },
  })
  expect(plain.statusCode).toBe(403)
  expect(plain.json().detail).toContain('HTTPS')
})

test('a request with a cookie that changes something must come from a page of this server', async () => {
  const { headers } = await signIn(secretsOf.admin)
  const create = (more: Record<string, string>) =>
    call({ method: 'POST', url: '/erp/schedules/validate-cron', payload: { schedule: '* * * * *' }, headers: { ...headers, ...more } })
  expect((await create({})).statusCode).toBe(403)
  expect((await create({ 'sec-fetch-site': 'cross-site', 'x-linkspan-admin': '1' })).statusCode).toBe(403)
  expect((await create({ 'sec-fetch-site': 'same-site', 'x-linkspan-admin': '1' })).statusCode).toBe(403)
  expect((await create({ origin: 'https://evil.example', 'x-linkspan-admin': '1' })).statusCode).toBe(403)
  expect((await create({ 'sec-fetch-site': 'same-origin' })).json().detail).toContain('X-Linkspan-Admin')
  expect((await create(own)).statusCode).toBe(200)
  expect((await create({ origin: 'http://localhost:3000', 'x-linkspan-admin': '1' })).statusCode).toBe(200)
  const board = (more: Record<string, string>) =>
    harness.app.inject({
      method: 'PUT',
      url: '/admin/queues/api/queues/erp-test/pause',
      headers: { host: 'localhost', ...headers, ...more },
    })
  expect((await board({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  expect((await board({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200)
  await board({ 'sec-fetch-site': 'same-origin' })
})

test('a role means the same with a cookie', async () => {
  const { headers } = await signIn(secretsOf.viewer)
  const answer = await call({ method: 'POST', url: '/erp/connections', payload: {}, headers: { ...headers, ...own } })
  expect(answer.statusCode).toBe(403)
  expect(answer.json().detail).toContain('viewer')
})

test('signing in and out is audited, and afterwards the cookie is worth nothing', async () => {
  const { headers } = await signIn(secretsOf.operator)
  expect((await call({ method: 'DELETE', url: '/session', headers: { ...headers, ...own } })).statusCode).toBe(204)
  expect((await call({ url: '/session', headers })).statusCode).toBe(401)
  const events = (await harness.as('admin', { url: '/api/v1/audit-logs?limit=2' })).json()
  expect(events).toMatchObject([
    { action: 'session_ended', actor: { id: 'operator-key', authentication: 'session' }, outcome: 'ok' },
    { action: 'session_started', actor: { id: 'operator-key', authentication: 'api-key' }, outcome: 'ok' },
  ])
})

test('a wrong key is 401, and audited as a failed login', async () => {
  expect((await call({ method: 'POST', url: '/session', payload: { key: 'a-wrong-key' } })).statusCode).toBe(401)
  const [event] = (await harness.as('admin', { url: '/api/v1/audit-logs?limit=1' })).json()
  expect(event).toMatchObject({ action: 'login_failed', target: '/api/v1/session' })
  for (const payload of [{}, { key: '' }, { key: 'a', more: 1 }])
    expect((await call({ method: 'POST', url: '/session', payload })).statusCode).toBe(422)
})

test('everybody sees and ends their own sessions, an admin all', async () => {
  const operator = await signIn(secretsOf.operator)
  const viewer = await signIn(secretsOf.viewer)
  const list = async (who: { headers: Record<string, string> }) => (await call({ url: '/sessions', headers: who.headers })).json()
  const [mine] = await list(viewer)
  expect((await list(viewer)).every(({ name }: { name: string }) => name === 'viewer-key')).toBe(true)
  const end = (id: string, who: { headers: Record<string, string> }) =>
    call({ method: 'DELETE', url: `/sessions/${id}`, headers: { ...who.headers, ...own } })
  expect((await end(mine.id, operator)).statusCode).toBe(404)
  const admin = await signIn(secretsOf.admin)
  expect((await list(admin)).map(({ name }: { name: string }) => name)).toContain('viewer-key')
  expect((await end(mine.id, admin)).statusCode).toBe(204)
  expect((await call({ url: '/session', headers: viewer.headers })).statusCode).toBe(401)
})

test('a token signs in too, and the session does not outlive it', async () => {
  const exp = Math.floor(Date.now() / 1000) + 600
  const token = await new SignJWT({ sub: 'ann', role: 'operator', exp })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(jwtSecret))
  const { answer } = await signIn(token)
  expect(answer.json()).toEqual({ name: 'ann', role: 'operator', expiresAt: new Date(exp * 1000).toISOString() })
})

test('a session ends with the key that it was opened with, or with its role', async () => {
  await using before = await startHarness({ API_KEYS: 'ann:operator:the-secret-of-ann,bob:viewer:the-secret-of-bob' })
  const start = async (key: string) => {
    const answer = await call({ method: 'POST', url: '/session', payload: { key } }, before.app)
    return `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`
  }
  const [ann, bob] = [await start('the-secret-of-ann'), await start('the-secret-of-bob')]
  await using after = await startHarness({
    API_KEYS: 'ann:viewer:the-secret-of-ann,cid:admin:the-secret-of-cid',
    REDIS_URL: before.redis.url,
  })
  for (const cookie of [ann, bob]) expect((await call({ url: '/session', headers: { cookie } }, after.app)).statusCode).toBe(401)
})
