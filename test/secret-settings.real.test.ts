import { serve } from '@linkspan/connector-kit/testing/serve'
import type { ERPConnection, ERPConnectionTestResult } from '@linkspan/core'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, startStack } from './stack/stack.ts'

let stack: Stack
let erp: Awaited<ReturnType<typeof serve>>
let redis: Redis
beforeAll(async () => {
  erp = await serve(() => ({ body: '[{"id":"P1","sku":"P1","name":"Pen"}]' }))
  stack = await startStack()
  redis = new Redis(stack.redis.url)
})
afterAll(async () => {
  redis?.disconnect()
  await stack?.[Symbol.asyncDispose]()
  await erp?.[Symbol.asyncDispose]()
})

const settings = { enabledDataTypes: ['products'], retryAttempts: 0 }
const create = (more: { readonly credentials?: object; readonly settings?: object }) =>
  fetch(`${stack.url}/api/v1/erp/connections`, {
    method: 'POST',
    headers: { ...stack.headers, 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Keys',
      provider: 'Custom',
      connectionMethod: 'api',
      credentials: { apiUrl: erp.origin, ...more.credentials },
      settings: { ...settings, ...more.settings },
    }),
  })

test.each([
  [
    'the query of apiUrl',
    { credentials: { apiUrl: 'https://erp.example/v1?tenant=7&api_key=plain-key-1' } },
    'credentials.apiUrl',
    'secretQuery',
  ],
  ['a header', { settings: { headers: { 'X-API-Key': 'plain-key-1' } } }, 'settings.headers.X-API-Key', 'secretHeaders'],
  [
    'the header of a resource',
    { settings: { resources: { products: { headers: { 'X-Proof': 'Bearer plain-key-1' } } } } },
    'settings.resources.products.headers.X-Proof',
    'secretHeaders',
  ],
  [
    'the query of a resource',
    { settings: { resources: { products: { query: { access_token: 'plain-key-1' } } } } },
    'settings.resources.products.query.access_token',
    'secretQuery',
  ],
  [
    'the path of a resource',
    { settings: { resources: { products: { push: { path: '/new?apikey=plain-key-1' } } } } },
    'settings.resources.products.push.path',
    'secretQuery',
  ],
])('a secret in %s is refused, with the field to use instead', async (_, fields, path, instead) => {
  const response = await create(fields)
  const text = await response.text()
  expect(response.status).toBe(422)
  expect(JSON.parse(text).errors).toEqual([{ path, message: expect.stringContaining(`settings.${instead}`) }])
  expect(text).not.toContain('plain-key-1')
})

test.each([
  ['the URL', { credentials: { apiUrl: 'https://erp.example/v1#access_token=plain-key-1' } }, 'credentials.apiUrl'],
  ['a page of the URL', { credentials: { apiUrl: 'https://erp.example/v1#/start?api_key=plain-key-1' } }, 'credentials.apiUrl'],
  ['the URL, alone', { credentials: { apiUrl: 'https://erp.example/v1#eyJhbGciOiJub25lIn0.plain-key-1.' } }, 'credentials.apiUrl'],
  ['the token URL', { credentials: { tokenUrl: 'https://login.example/token#client_secret=plain-key-1' } }, 'credentials.tokenUrl'],
  ['a path', { settings: { resources: { products: { path: '/list#apikey=plain-key-1' } } } }, 'settings.resources.products.path'],
])('a secret behind the # of %s is refused', async (_, fields, path) => {
  const response = await create(fields)
  const text = await response.text()
  expect(response.status).toBe(422)
  expect(JSON.parse(text).errors).toEqual([{ path, message: expect.stringContaining('behind its #') }])
  expect(text).not.toContain('plain-key-1')
})

test('a URL with a plain fragment is taken', async () => {
  expect((await create({ credentials: { apiUrl: `${erp.origin}/#/shop?tab=orders&sort_key=changed_at_2020` } })).status).toBe(201)
})

test('secret headers and query parameters are sealed, masked, sent, redacted, and kept when sent back masked', async () => {
  const [header, query] = ['header-secret-c0ffee', 'query-secret-abad1dea']
  const response = await create({ settings: { secretHeaders: { 'X.Key': header }, secretQuery: { sig: query } } })
  const created = (await response.json()) as ERPConnection
  const masked = { secretHeaders: { 'X.Key': '********' }, secretQuery: { sig: '********' } }
  expect([response.status, created.settings]).toEqual([201, expect.objectContaining(masked)])
  const sent = () => erp.received.slice(-1).map(({ url, headers }) => [headers['x.key'], url.searchParams.get('sig')])[0]
  expect(await stack.sync(created.id)).toMatchObject({ status: 'success' })
  expect(sent()).toEqual([header, query])

  const path = `/erp/connections/${created.id}`
  const patch = (change: object) => stack.client.call<ERPConnection>('PATCH', path, { settings: change })
  expect((await patch({ ...created.settings, batchSize: 7 })).settings).toMatchObject({ ...masked, batchSize: 7 })
  expect((await patch({ secretHeaders: { 'X.Key': `${header}-2` } })).settings).toMatchObject(masked)
  await stack.client.call('POST', `${path}/test`)
  expect(sent()).toEqual([`${header}-2`, query])
  const { settings: left } = await patch({ secretQuery: { sig: null } })
  expect([left.secretHeaders, left.secretQuery]).toEqual([masked.secretHeaders, undefined])
  await expect(patch({ secretQuery: { sig: '********' } })).rejects.toThrow(/no such secret is stored/)
  await stack.client.call('POST', `${path}/test`)
  expect(sent()).toEqual([`${header}-2`, null])

  const stored = await redis.hgetall(`erp_connection:{${created.id}}`)
  const audit = await stack.client.call('GET', '/audit-logs')
  for (const text of [JSON.stringify(stored), JSON.stringify(audit), stack.output()]) {
    expect(text).not.toContain(header)
    expect(text).not.toContain(query)
  }
  expect(Object.keys(JSON.parse(stored.sealed ?? ''))).toEqual(['settings.secretHeaders.X.Key'])
})

test('a connection that was stored with a plain secret goes on working, and its test warns of it', async () => {
  const created = (await (await create({})).json()) as ERPConnection
  const key = `erp_connection:{${created.id}}`
  const doc = JSON.parse((await redis.hget(key, 'doc')) ?? '')
  const plain = { headers: { 'X-API-Key': 'stored-plain-key' }, resources: { products: { query: { api_key: 'stored-plain-query' } } } }
  await redis.hset(key, 'doc', JSON.stringify({ ...doc, settings: { ...doc.settings, ...plain } }))

  expect(await stack.sync(created.id)).toMatchObject({ status: 'success' })
  expect(erp.received.at(-1)?.headers['x-api-key']).toBe('stored-plain-key')
  const path = `/erp/connections/${created.id}`
  await stack.client.call('PATCH', path, { name: 'Renamed', settings: { batchSize: 50 } })
  const { success, details } = await stack.client.call<ERPConnectionTestResult>('POST', `${path}/test`)
  expect(success).toBe(true)
  const [warning] = details.checks
  expect(warning?.name).toBe('Secrets')
  expect(warning?.detail).toMatch(/^Warning: .*settings\.headers\.X-API-Key [^;]*settings\.secretHeaders/)
  expect(warning?.detail).toMatch(/settings\.resources\.products\.query\.api_key [^;]*settings\.secretQuery/)
  expect(stack.output()).not.toMatch(/stored-plain-(?:key|query)/)
  await expect(stack.client.call('PATCH', path, { settings: { headers: { 'X-API-Key': 'another-key' } } })).rejects.toThrow(/secretHeaders/)
})
