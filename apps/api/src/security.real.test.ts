import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenApi } from './testing/fuzz/requests.ts'
import { aConnection, type Harness, secretsOf, startHarness, type Who } from './testing/harness.ts'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

let harness: Harness
let operations: { readonly method: Method; readonly path: string; readonly description: string }[]
beforeAll(async () => {
  harness = await startHarness()
  const { paths } = harness.app.swagger() as unknown as OpenApi
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { description = '' }]) => ({ method: method.toUpperCase() as Method, path, description })),
  )
})
afterAll(() => harness[Symbol.asyncDispose]())

const connections = '/api/v1/erp/connections'
const create = (payload: object | string, headers: Record<string, string> = {}) =>
  harness.as('admin', { method: 'POST', url: connections, payload, headers: { 'content-type': 'application/json', ...headers } })

const ids = {
  erp: 'erp_0000000000000000',
  log: `log_${'0'.repeat(31)}`,
  test: `test_${'0'.repeat(31)}`,
  sync: `sync_${'0'.repeat(24)}`,
  assign: 'assign_0000000000000000',
}

/** Fills the parameters of a path with well-formed ids of items that do not exist. */
const fill = (path: string, fit: (name: string, at: string) => string): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string, at: number) => encodeURIComponent(fit(name, path.slice(0, at))))

function fitting(name: string, before: string): string {
  if (name === 'testId') return ids.test
  if (name === 'assignmentId') return ids.assign
  if (name === 'dataType') return 'products'
  if (name !== 'id') return 'someone'
  if (before.includes('/sync-logs/')) return ids.log
  return before.includes('/erp/sync-configs/') ? ids.sync : ids.erp
}

/** Routes without API credentials; partners and ERPs prove themselves with the credentials of their connection. */
const isPublic = (path: string) => path === '/healthz' || path === '/readyz' || path.includes('/doi/') || path.includes('/webhooks/erp/')
/** Everybody may sign in, and may end sessions of their own. */
const isOwnSession = ({ path }: { path: string }) => /\/sessions?(\/|$)/.test(path)
const isSignIn = ({ method, path }: { method: Method; path: string }) => method === 'POST' && path.endsWith('/session')
/** Whether the operation changes nothing: some only read their body. */
const isReading = ({ method, path }: { method: Method; path: string }) =>
  method === 'GET' ||
  path.endsWith('/validate-cron') ||
  path.endsWith('/notification-routes/preview') ||
  path.endsWith('/assignments/preview')

test('every route needs credentials, and every change its role, before the input is checked', async () => {
  const statusFor = async (who: Who | null, { method, path }: { method: Method; path: string }) => {
    const headers: Record<string, string> = who ? { authorization: `Bearer ${secretsOf[who]}` } : {}
    const url = fill(path, fitting) + (path.endsWith('/erp/events') ? '?topics=none' : '') // a stream would not end
    const answer = await harness.app.inject({ method, url, headers, ...(method !== 'GET' && { payload: {} }) })
    return answer.statusCode
  }
  for (const operation of operations.filter((one) => !isPublic(one.path) && !isSignIn(one))) {
    const { method, path, description } = operation
    const place = `${method} ${path}`
    expect(await statusFor(null, operation), place).toBe(401)
    const [viewer, operator, admin] = [
      await statusFor('viewer', operation),
      await statusFor('operator', operation),
      await statusFor('admin', operation),
    ]
    if (isReading(operation) || isOwnSession(operation)) expect([viewer, operator, admin], place).not.toContain(403)
    else {
      expect(description, place).toMatch(/^For (admins|operators)\./)
      expect([viewer, operator === 403, admin === 403], place).toEqual([403, description.startsWith('For admins.'), false])
    }
  }
})

test('an id of another kind or of a missing item is not found, for every role and route', async () => {
  for (const { method, path } of operations.filter((operation) => operation.path.includes('{') && isReading(operation))) {
    for (const id of Object.values(ids)) {
      if (!/\{(id|testId|assignmentId)\}/.test(path)) continue
      const { statusCode } = await harness.as('admin', {
        method,
        url: fill(path, (name, before) => (name.toLowerCase().endsWith('id') ? id : fitting(name, before))),
      })
      expect(statusCode, `${method} ${path} with ${id}`).toBe(404)
    }
  }
})

test('no id from outside reaches another Redis key than its own', async () => {
  const redis = new Redis(harness.redis.url)
  const { id } = (await create(aConnection)).json()
  const before = (await redis.keys('*')).sort()
  const tricks = ['a}:b', '{a}', '*', 'a\nb', 'a\r\nDEL x', 'a b', '../a', '\0', 'a%00', '__proto__ ', 'é', 'a'.repeat(200)]
  for (const trick of tricks) {
    const name = encodeURIComponent(trick)
    const body = { erpConnectionId: id, clientId: 'acme' }
    const answers = [
      await harness.as('admin', { method: 'POST', url: `/api/v1/clients/${name}/erp-assignments`, payload: body }),
      await harness.as('admin', { method: 'POST', url: `/api/v1/sites/${name}/erp-assignments`, payload: body }),
      await harness.as('admin', { method: 'POST', url: '/api/v1/sites/one/erp-assignments', payload: { ...body, clientId: trick } }),
      await harness.as('admin', { method: 'POST', url: '/api/v1/sites/one/erp-assignments', payload: { ...body, erpConnectionId: trick } }),
      await harness.as('admin', {
        method: 'POST',
        url: '/api/v1/erp/sync-configs',
        payload: { erpConnectionId: trick, dataType: 'products' },
      }),
      await harness.as('viewer', { url: `${connections}/${id}/records/products/${name}` }),
      await harness.as('viewer', { url: `/api/v1/erp/inventory/${name}?erpConnectionId=${id}` }),
    ]
    for (const { statusCode } of answers) expect([400, 404, 422], trick).toContain(statusCode)
  }
  const audit = /erp_audit_log$/
  expect((await redis.keys('*')).filter((key) => !audit.test(key)).sort()).toEqual(before.filter((key) => !audit.test(key)))
  redis.disconnect()
})

test('no body can change a prototype', async () => {
  const evil = '{"polluted":true}'
  for (const body of [
    `{"__proto__":${evil}}`,
    `{"settings":{"__proto__":${evil}}}`,
    `{"credentials":{"constructor":{"prototype":${evil}}}}`,
    JSON.stringify(aConnection).replace('}}', `,"__proto__":${evil}}}`),
    JSON.stringify(aConnection).replace('}}', `,"constructor":${evil}}}`),
    JSON.stringify({ ...aConnection, settings: { toString: 'x', resources: { hasOwnProperty: 1 } } }),
  ]) {
    expect([400, 422], body).toContain((await create(body)).statusCode)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  }
})

test('no input can forge a log line or a header of an answer', async () => {
  const forged = '\r\nx-forged: 1\n{"level":"error","msg":"forged"}'
  const asked = harness.logs.length
  await harness.as('viewer', { url: `${connections}/${encodeURIComponent(forged)}`, headers: { 'user-agent': 'curl" \\n forged' } })
  const { statusCode, body } = await create({ ...aConnection, name: `Shop${forged}` })
  expect([statusCode, body]).toEqual([422, expect.stringContaining('name')])
  const { headers } = await harness.as('viewer', { url: `/api/v1/nothing/${encodeURIComponent(forged)}?${encodeURIComponent(forged)}` })
  expect(headers['x-forged']).toBeUndefined()
  for (const line of harness.logs.slice(asked)) {
    expect(line.trimEnd()).not.toContain('\n')
    expect(JSON.parse(line).msg).not.toBe('forged')
  }
})

test('method overrides, cookies and keys in the query are ignored', async () => {
  const { id } = (await create(aConnection)).json()
  const override = { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' }
  await harness.as('admin', { method: 'GET', url: `${connections}/${id}`, headers: override })
  expect((await harness.as('viewer', { url: `${connections}/${id}` })).statusCode).toBe(200)
  const key = secretsOf.admin
  expect(
    (await harness.app.inject({ url: `${connections}?api_key=${key}&access_token=${key}`, headers: { cookie: `token=${key}` } }))
      .statusCode,
  ).toBe(401)
})

test('no other site may read answers (no CORS headers)', async () => {
  const origin = 'https://evil.example'
  const preflight = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' }
  for (const answer of [
    await harness.app.inject({ method: 'OPTIONS', url: connections, headers: preflight }),
    await harness.as('admin', { url: connections, headers: { origin } }),
  ]) {
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
  }
})
