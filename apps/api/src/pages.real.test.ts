import { afterAll, beforeAll, expect, test } from 'vitest'
import { compat, type Harness, secretsOf, startHarness, type Who } from './testing/harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness[Symbol.asyncDispose]())

const basic = (who: Who, secret: string = secretsOf[who]) => ({
  authorization: `Basic ${Buffer.from(`${who}-key:${secret}`).toString('base64')}`,
})
const pause = '/admin/queues/api/queues/erp-sync/pause'

test('shows the board to callers with a key, in a browser or with a token', async () => {
  for (const path of ['/admin/queues', '/admin/queues/', '/admin/queues/api/queues', '/admin/queues/static/images/logo.svg']) {
    const anonymous = await harness.app.inject(path)
    expect(anonymous.statusCode).toBe(401)
    expect(anonymous.headers['www-authenticate']).toContain('Basic')
    expect((await harness.app.inject({ url: path, headers: basic('viewer', 'wrong') })).statusCode).toBe(401)
    expect((await harness.app.inject({ url: path, headers: basic('viewer') })).statusCode).toBe(200)
    expect((await harness.as('viewer', { url: path })).statusCode).toBe(200)
  }
  const { queues } = (await harness.as('viewer', { url: '/admin/queues/api/queues' })).json()
  expect(queues).toMatchObject([
    { name: 'erp-sync', description: expect.any(String) },
    { name: 'erp-test', description: expect.any(String) },
    { name: 'erp-preview', description: expect.any(String) },
    { name: 'erp-schedule', description: expect.any(String) },
    { name: 'erp-delivery', description: expect.any(String) },
    { name: 'erp-watch', description: expect.any(String) },
    { name: 'erp-circuit', description: expect.any(String) },
    { name: 'erp-notification', description: expect.any(String) },
  ])
  expect((await harness.as('viewer', { url: '/admin/queues' })).body).toContain('<title>Linkspan</title>')
})

test('lets viewers only look at the board', async () => {
  const headers = { ...basic('viewer'), 'sec-fetch-site': 'same-origin' }
  const refused = await harness.app.inject({ method: 'PUT', url: pause, headers })
  expect(refused.statusCode).toBe(403)
  expect(refused.headers['content-type']).toContain('application/problem+json')
})

test.each([
  ['its own page', { 'sec-fetch-site': 'same-origin' }, 200],
  ['its own origin', { origin: 'http://localhost:80', host: 'localhost' }, 200],
  ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a sibling site', { 'sec-fetch-site': 'same-site' }, 403],
  ['another origin', { origin: 'https://evil.example' }, 403],
  ['a sandboxed page', { origin: 'null' }, 403],
  ['an unknown origin', {}, 403],
])('answers an action with browser credentials from %s with the right status', async (_, headers, status) => {
  expect((await harness.app.inject({ method: 'PUT', url: pause, headers: { ...basic('admin'), ...headers } })).statusCode).toBe(status)
})

test('accepts an action with a token from a program', async () => {
  expect((await harness.as('admin', { method: 'PUT', url: '/admin/queues/api/queues/erp-sync/resume' })).statusCode).toBe(200)
})

interface Operation {
  readonly summary?: string
  readonly description?: string
  readonly operationId?: string
  readonly tags?: readonly string[]
  readonly responses?: Readonly<Record<string, { readonly content?: object }>>
  readonly security?: readonly object[]
}

test('documents every route, once, with its failures', async () => {
  const response = await harness.app.inject('/openapi.json')
  expect(response.statusCode).toBe(200)
  const document = response.json() as { openapi: string; paths: Record<string, Record<string, Operation>>; components: { schemas: object } }
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths).some((path) => path.startsWith(compat))).toBe(false)

  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, path, operation })),
  )
  expect(operations.map(({ name }) => name).sort()).toMatchSnapshot()
  for (const { name, path, operation } of operations) {
    expect(operation, name).toMatchObject({ summary: expect.any(String), description: expect.any(String), operationId: expect.any(String) })
    expect(operation.tags, name).toHaveLength(1)
    expect(Object.keys(operation.responses?.['500']?.content ?? {}), name).toEqual(['application/problem+json'])
    if (path.includes('{id}')) expect(Object.keys(operation.responses ?? {}), name).toContain('404')
  }
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length)

  const refs = [...response.body.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name)
  expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining([...new Set(refs)]))
  expect(refs).toEqual(expect.arrayContaining(['ERPConnection', 'ERPSyncLog', 'Problem', 'ERPConnectionTestResult', 'ERPSyncStatistics']))
})

test('serves metrics by route, without ids', async () => {
  await harness.as('viewer', { url: '/api/v1/erp/connections/erp_0000000000000000' })
  await harness.app.inject('/no/such/path')
  const { statusCode, headers, body } = await harness.app.inject('/metrics')
  expect([statusCode, headers['content-type']]).toEqual([200, expect.stringContaining('text/plain')])
  expect(body).toMatch(
    /linkspan_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/erp\/connections\/:id",status="404"\} 1/,
  )
  expect(body).toContain('linkspan_jobs{queue="erp-sync",state="waiting"} 0')
  expect(body).toContain('linkspan_workers 0')
  expect(body).toContain('process_cpu_user_seconds_total')
  expect(body).not.toMatch(/erp_0000000000000000|no\/such/)
})

test('shows the documentation to anyone, and redirects the root to it', async () => {
  expect((await harness.app.inject('/docs')).statusCode).toBe(200)
  expect((await harness.app.inject('/docs/json')).json().openapi).toBe('3.1.0')
  expect((await harness.app.inject('/')).headers.location).toBe('/docs')
})
