import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, compat, type Harness, startHarness } from './testing/harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness[Symbol.asyncDispose]())

const url = '/api/v1/erp/connections'
const create = (path = url) => harness.as('admin', { method: 'POST', url: path, payload: aConnection })

test.each([url, `${url}/enhanced`, `${compat}/erp/connections`, `${compat}/erp/connections/enhanced`])(
  'creates a connection at %s',
  async (path) => {
    const response = await create(path)
    expect(response.statusCode).toBe(201)
    const connection = response.json()
    expect(connection).toMatchObject({
      id: expect.stringMatching(/^erp_[a-z0-9]{16}$/),
      provider: 'Custom',
      status: 'active',
      credentials: { apiUrl: aConnection.credentials.apiUrl, apiKey: '********' },
      createdBy: 'admin-key',
    })
    expect(response.headers.location).toBe(`${path.replace('/enhanced', '')}/${connection.id}`)
    const read = await harness.as('viewer', { url: String(response.headers.location) })
    expect(read.json()).toEqual(connection)
    expect(read.headers.etag).toBe(response.headers.etag)
  },
)

test('guards changes with the ETag, and keeps a masked secret as it is', async () => {
  const created = await create()
  const { id, credentials } = created.json()
  const change = (payload: object, headers = {}) => harness.as('admin', { method: 'PATCH', url: `${url}/${id}`, payload, headers })

  const first = await change({ name: 'Second', credentials }, { 'if-match': created.headers.etag })
  expect(first.statusCode).toBe(200)
  expect(first.json()).toMatchObject({ name: 'Second', credentials: { apiKey: '********' } })
  expect(first.headers.etag).not.toBe(created.headers.etag)
  expect((await change({ name: 'Third' }, { 'if-match': created.headers.etag })).statusCode).toBe(412)
  expect((await change({ name: 'Third' })).statusCode).toBe(200)
  expect((await change({ settings: { batchSize: 'many' } })).json()).toMatchObject({
    status: 422,
    errors: [{ path: 'settings.batchSize' }],
  })

  const [event] = (await harness.as('viewer', { url: '/api/v1/audit-logs?limit=1' })).json()
  expect(event).toMatchObject({ action: 'erp_connection_updated', target: id, changes: { name: 'Third' } })
})

test('deletes a connection, and then answers 404', async () => {
  const { id } = (await create()).json()
  const remove = () => harness.as('admin', { method: 'DELETE', url: `${url}/${id}` })
  const removed = await remove()
  expect([removed.statusCode, removed.body]).toEqual([204, ''])
  expect((await remove()).statusCode).toBe(404)
  expect((await harness.as('viewer', { url: `${url}/${id}` })).statusCode).toBe(404)
})

test.each(['/api/v1', compat])('pages and filters lists under %s, without losing or repeating an item', async (mount) => {
  for (let made = 0; made < 3; made += 1) await create()
  const all = (await harness.as('viewer', { url: `${mount}/erp/connections?limit=1000` })).json()
  const seen: string[] = []
  let next: string | undefined = `${mount}/erp/connections?provider=custom&limit=2`
  while (next) {
    const response = await harness.as('viewer', { url: next })
    const items: { id: string }[] = response.json()
    expect(items.length).toBeLessThanOrEqual(2)
    seen.push(...items.map(({ id }) => id))
    const link = /^<([^>]+)>; rel="next"$/.exec(String(response.headers.link ?? ''))?.[1]
    expect(link === undefined).toBe(response.headers['x-next-cursor'] === undefined)
    if (link) expect(link).toMatch(new RegExp(`^${mount}/erp/connections\\?provider=custom&limit=2&cursor=`))
    next = link
  }
  expect(seen).toEqual(all.map(({ id }: { id: string }) => id))
  expect((await harness.as('viewer', { url: `${mount}/erp/connections?provider=sap` })).json()).toEqual([])
})

test('an unknown product of a provider is refused, and named', async () => {
  const payload = { ...aConnection, settings: { product: 'rest' } }
  const refused = await harness.as('admin', { method: 'POST', url, payload })
  expect([refused.statusCode, refused.json().errors]).toEqual([
    422,
    [{ path: 'settings.product', message: '"rest" is no product of provider Custom by method api: leave it out' }],
  ])
})

test('lists the providers that can be connected', async () => {
  expect((await harness.as('viewer', { url: '/api/v1/erp/providers' })).json()).toMatchObject([
    { provider: 'Custom', connectionMethod: 'api', secretFields: ['apiKey', 'webhookSecret'], credentials: { type: 'object' } },
  ])
})

test('shows no secret in any answer, log line or stored value', async () => {
  const { id } = (await create()).json()
  await harness.as('admin', { method: 'PATCH', url: `${url}/${id}`, payload: { credentials: { apiKey: 'another-secret-value' } } })
  const bodies = [
    await harness.as('viewer', { url: `${url}/${id}` }),
    await harness.as('viewer', { url }),
    await harness.as('viewer', { url: '/api/v1/audit-logs?limit=1000' }),
    await harness.as('admin', {
      method: 'POST',
      url,
      payload: { ...aConnection, credentials: { apiKey: aConnection.credentials.apiKey } },
    }),
  ].map(({ body }) => body)
  const text = [...bodies, ...harness.logs].join('\n')
  expect(harness.logs.length).toBeGreaterThan(10)
  for (const secret of [aConnection.credentials.apiKey, 'another-secret-value', 'admin-secret-1', 'viewer-secret-1']) {
    expect(text).not.toContain(secret)
  }
})
