import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, type Harness, startHarness } from './testing/harness.ts'

let harness: Harness
let id: string
const api = '/api/v1'
beforeAll(async () => {
  harness = await startHarness()
  id = (await create({ ...aConnection, settings: { rateLimit: { max: 7, perMs: 1000 }, retryAttempts: 1 } })).json().id
})
afterAll(() => harness[Symbol.asyncDispose]())

const create = (payload: object, headers: Record<string, string> = {}) =>
  harness.as('admin', { method: 'POST', url: `${api}/erp/connections`, payload, headers })
const read = (url: string, headers: Record<string, string> = {}) => harness.as('viewer', { url: `${api}${url}`, headers })

test('a patch changes what is deep inside and leaves the rest, and null deletes', async () => {
  const patch = async (payload: object) =>
    (
      await harness.as('admin', {
        method: 'PATCH',
        url: `${api}/erp/connections/${id}`,
        payload,
        headers: { 'content-type': 'application/merge-patch+json' },
      })
    ).json().settings
  expect(await patch({ settings: { rateLimit: { max: 5 } } })).toMatchObject({ rateLimit: { max: 5, perMs: 1000 }, retryAttempts: 1 })
  const without = await patch({ settings: { rateLimit: null, retryAttempts: null } })
  expect(without.rateLimit).toBeUndefined()
  expect(without.retryAttempts).toBe(3)
})

test('a patch of a sync configuration merges its mapping field by field', async () => {
  const settings = { fieldMapping: { name: 'title', brand: 'maker' }, autoSync: false, filters: { brand: 'ACME' } }
  const payload = { erpConnectionId: id, dataType: 'products', schedule: '0 2 * * *', settings }
  const { id: configId } = (await harness.as('admin', { method: 'POST', url: `${api}/erp/sync-configs`, payload })).json()
  const patch = (change: object) =>
    harness.as('admin', { method: 'PATCH', url: `${api}/erp/sync-configs/${configId}`, payload: { settings: change } })
  const changed = await patch({ fieldMapping: { name: 'texts[0].name', brand: null }, autoSync: null })
  expect(changed.json().settings).toMatchObject({ fieldMapping: { name: 'texts[0].name' }, autoSync: true })
  expect(changed.json().settings.fieldMapping.brand).toBeUndefined()
  expect(changed.json().settings.filters).toEqual([{ field: 'brand', operator: 'eq', value: 'ACME' }])
  expect((await patch({ fieldMapping: { nmae: 'title' } })).statusCode).toBe(422)
  expect((await patch({ filters: null })).json().settings.filters).toBeUndefined()
})

test('unknown parameters of a query are refused, with the known ones', async () => {
  const answer = await read(`/erp/sync-logs?erp_connection_id=${id}&limit=5`)
  expect(answer.statusCode).toBe(400)
  expect(answer.json().detail).toContain('it knows limit, cursor, erpConnectionId, dataType, status, since, until')
  expect(answer.json().errors).toEqual([
    { path: 'erp_connection_id', message: 'is not a parameter of this route; did you mean "erpConnectionId"?' },
  ])
  expect((await read(`/erp/connections/${id}?fields=name`)).json().detail).toContain('it has none')
  const start = { method: 'POST', url: `${api}/erp/connections/${id}/sync?wait=5`, payload: { dataType: 'products' } } as const
  expect((await harness.as('operator', start)).statusCode).toBe(400)
  expect((await harness.as('viewer', start)).statusCode).toBe(403)
})

test('a sync configuration without a next time says why', async () => {
  const { id: other } = (await create({ ...aConnection, settings: { enabledDataTypes: ['products'] } })).json()
  const make = async (dataType: string) =>
    (
      await harness.as('admin', {
        method: 'POST',
        url: `${api}/erp/sync-configs`,
        payload: { erpConnectionId: other, dataType, direction: 'pull', schedule: '0 3 * * *' },
      })
    ).json()
  const [inventory, products] = [await make('inventory'), await make('products')]
  expect(inventory.notScheduledBecause).toBe('"inventory" is not enabled for the connection: add it to settings.enabledDataTypes')
  expect([inventory.nextSyncAt, products.notScheduledBecause]).toEqual([undefined, undefined])
  await harness.as('admin', { method: 'PATCH', url: `${api}/erp/connections/${other}`, payload: { status: 'inactive' } })
  const paused = (await read(`/erp/sync-configs/${products.id}`)).json()
  expect(paused.notScheduledBecause).toContain('has the status "inactive"')
  expect(paused.nextSyncAt).toBeUndefined()
})

test('a misspelt field of a body is refused, and what was read may be sent back', async () => {
  const post = (url: string, payload: object) => harness.as('admin', { method: 'POST', url: `${api}${url}`, payload })
  const misspelt = await post(`/erp/connections/${id}/sync`, { dataType: 'products', mod: 'full' })
  expect(misspelt.statusCode).toBe(422)
  expect(misspelt.json().errors).toEqual([{ path: 'mod', message: 'is not a field; did you mean "mode"?' }])
  const inside = await post('/clients/client-1/erp-assignments', { erpConnectionId: id, settings: { syncOrder: false } })
  expect(inside.json().errors).toEqual([{ path: 'settings.syncOrder', message: 'is not a field; did you mean "syncOrders"?' }])
  expect((await post('/erp/schedules/validate-cron', { shedule: '0 2 * * *' })).json().detail).toContain('did you mean "schedule"?')

  const connection = (await read(`/erp/connections/${id}`)).json()
  expect((await harness.as('admin', { method: 'PATCH', url: `${api}/erp/connections/${id}`, payload: connection })).statusCode).toBe(200)
  const assigned = await post('/clients/client-1/erp-assignments', { erpConnectionId: id })
  expect((await post('/clients/client-1/erp-assignments', assigned.json())).statusCode).toBe(201)
  const site = await post('/sites/site-1/erp-assignments', { erpConnectionId: id, clientId: 'client-1', overridesClient: true })
  expect((await post('/sites/site-1/erp-assignments', site.json())).statusCode).toBe(201)
  expect((await post(`/erp/connections/${id}/sync`, { dataType: 'products', reason: 'by phone' })).statusCode).toBe(202)
})

test('what is wrong with a body is said in plain words', async () => {
  const { errors } = (await create({ provider: 'SAPP', connectionMethod: 7, credentials: 'none' })).json()
  expect(errors).toEqual([
    { path: 'name', message: 'is missing' },
    { path: 'provider', message: expect.stringMatching(/^must be one of "SAP", "Oracle", /) },
    { path: 'connectionMethod', message: 'must be one of "api", "doi", "sftp"' },
    { path: 'credentials', message: 'must be an object, not text' },
  ])
  const settings = await create({ ...aConnection, settings: { timeout: '30s', batchSize: 0 } })
  expect(settings.json().errors).toEqual([
    { path: 'settings.timeout', message: 'must be a number, not text' },
    { path: 'settings.batchSize', message: 'must be at least 1' },
  ])
})

test('a wrong method is 405 with those that the path takes; a wrong path stays 404', async () => {
  const put = await harness.as('admin', { method: 'PUT', url: `${api}/erp/connections/${id}`, payload: aConnection })
  expect([put.statusCode, put.headers.allow, put.json().code]).toEqual([405, 'GET, HEAD, PATCH, DELETE', 'request.method-not-allowed'])
  const get = await read('/erp/connections/enhanced')
  expect([get.statusCode, get.headers.allow]).toEqual([405, 'POST'])
  expect((await harness.app.inject({ method: 'POST', url: '/healthz' })).headers.allow).toBe('GET, HEAD')
  expect((await harness.as('admin', { method: 'PUT', url: `${api}/erp/nothing` })).statusCode).toBe(404)
})

test('what the caller has already is not sent again', async () => {
  for (const url of ['/erp/providers', `/erp/connections/${id}`, '/erp/connections']) {
    const first = await read(url)
    const etag = String(first.headers.etag)
    expect(first.statusCode).toBe(200)
    const again = await read(url, { 'if-none-match': `"other", ${etag}` })
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag])
    expect((await read(url, { 'if-none-match': '"other"' })).body).toBe(first.body)
  }
})

test('the ETag of a connection follows all that is shown, and If-Match only what people change', async () => {
  const etag = String((await read(`/erp/connections/${id}`)).headers.etag)
  await harness.ports.connections.note(id, { lastTestedAt: '2026-11-01T00:00:00.000Z' })
  expect((await read(`/erp/connections/${id}`, { 'if-none-match': etag })).statusCode).toBe(200)
  const change = (name: string) =>
    harness.as('admin', { method: 'PATCH', url: `${api}/erp/connections/${id}`, payload: { name }, headers: { 'if-match': etag } })
  expect((await change('Renamed')).statusCode).toBe(200)
  expect((await change('Renamed again')).statusCode).toBe(412)
})

test('a request that is repeated with its Idempotency-Key is answered as the first time, and creates nothing', async () => {
  const key = { 'idempotency-key': 'one intention' }
  const first = await create({ ...aConnection, name: 'Once' }, key)
  const again = await create({ ...aConnection, name: 'Once' }, key)
  expect([again.statusCode, again.body, again.headers.location]).toEqual([201, first.body, first.headers.location])
  expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed']]).toEqual([undefined, 'true'])
  expect((await read('/erp/connections')).json().filter(({ name }: { name: string }) => name === 'Once')).toHaveLength(1)

  const other = await create({ ...aConnection, name: 'Another' }, key)
  expect([other.statusCode, other.json().errors]).toEqual([
    422,
    [{ path: 'Idempotency-Key', message: 'belongs to another request; use a new one' }],
  ])
  expect((await create(aConnection, { 'idempotency-key': 'ä' })).statusCode).toBe(400)
})

test('two requests at once with one key create one thing; one that failed may be corrected under its key', async () => {
  const key = { 'idempotency-key': 'at once' }
  const answers = await Promise.all(Array.from({ length: 5 }, () => create({ ...aConnection, name: 'Race' }, key)))
  expect(answers.filter(({ statusCode }) => statusCode === 201).length).toBeGreaterThan(0)
  expect(answers.every(({ statusCode }) => statusCode === 201 || statusCode === 409)).toBe(true)
  expect((await read('/erp/connections?limit=1000')).json().filter(({ name }: { name: string }) => name === 'Race')).toHaveLength(1)

  const retry = { 'idempotency-key': 'corrected' }
  expect((await create({ ...aConnection, credentials: { apiUrl: 'nonsense' } }, retry)).statusCode).toBe(422)
  expect((await create({ ...aConnection, name: 'Corrected' }, retry)).statusCode).toBe(201)
})

test('a run, a configuration and an assignment are started once for each key', async () => {
  const once = async (url: string, payload: object) => {
    const send = () => harness.as('admin', { method: 'POST', url: `${api}${url}`, payload, headers: { 'idempotency-key': `once ${url}` } })
    const [first, again] = [await send(), await send()]
    expect(again.headers['idempotency-replayed'], url).toBe('true')
    expect(again.body).toBe(first.body)
  }
  await once(`/erp/connections/${id}/sync`, { dataType: 'products' })
  await once('/erp/sync-configs', { erpConnectionId: id, dataType: 'inventory', schedule: '0 3 * * *' })
  await once('/clients/client-1/erp-assignments', { erpConnectionId: id })
  await once('/sites/site-1/erp-assignments', { erpConnectionId: id, clientId: 'client-1' })
})

test('answers that count against the limit say how much of it is left', async () => {
  await using limited = await startHarness({ RATE_LIMIT: '300' })
  const first = await limited.as('viewer', { url: `${api}/erp/providers` })
  expect(first.headers['ratelimit-policy']).toBe('"default";q=300;w=60')
  expect(first.headers.ratelimit).toMatch(/^"default";r=299;t=\d+$/)
  const stranger = await limited.app.inject(`${api}/erp/providers`)
  expect([stranger.statusCode, stranger.headers['ratelimit-policy']]).toEqual([401, '"default";q=3;w=60'])
})

test('the log line of a request names the request and the connection or the run that its path is about', async () => {
  const before = harness.logs.length
  await harness.as('viewer', { url: '/api/v1/erp/connections/erp_0000000000000000?q=log_1', headers: { 'x-request-id': 'asked-1' } })
  await harness.as('viewer', { url: '/api/v1/erp/sync-logs/log_0000000000000000000000000000000/rejects' })
  await harness.as('viewer', { url: '/api/v1/erp/connections?q=erp_0000000000000000' })
  const lines = harness.logs.slice(before).map((line) => JSON.parse(line))
  const answered = lines.filter(({ msg }) => msg === 'Request answered')
  expect(answered.map(({ connectionId, runId }) => [connectionId, runId])).toEqual([
    ['erp_0000000000000000', undefined],
    [undefined, 'log_0000000000000000000000000000000'],
    [undefined, undefined],
  ])
  expect(answered[0].requestId).toBe('asked-1')
})
