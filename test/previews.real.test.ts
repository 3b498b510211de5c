import type { ERPPreview, ERPProvider, ERPRecord } from '@linkspan/core'
import { type RestErp, startRestErp } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Stack, secrets, startStack } from './stack/stack.ts'
import { storedIn } from './stack/stored.ts'

const token = 'erp-token-of-previews'
/** Odd content of rows: the connection's own secret, a text of 100,000 characters, a list of 10,000 items. */
const oddities = { echoed: `Bearer ${token}`, long: 'l'.repeat(100_000), list: Array.from({ length: 10_000 }, (_, at) => at) }

let stack: Stack
let erp: RestErp
let id: string
beforeAll(async () => {
  ;[stack, erp] = await Promise.all([
    startStack(),
    startRestErp({
      dataset: { products: 60 },
      paging: 'next',
      pageSize: 20,
      total: 'header',
      auth: { kind: 'bearer', token },
      shape: (row) => ({ ...row, odd: oddities, texts: [{ lang: 'de', text: `Unverkennbar ${row.id}` }] }),
    }),
  ])
})
afterAll(async () => {
  await stack[Symbol.asyncDispose]()
  await erp[Symbol.asyncDispose]()
})
beforeEach(async () => {
  erp.faults.clear()
  const connection = await stack.connect({
    status: 'testing',
    credentials: { apiUrl: erp.url, oauthToken: token },
    settings: { enabledDataTypes: ['inventory'], timeout: 20_000, batchSize: 20 },
  })
  id = connection.id
})

/** Requests a preview and returns the whole answer: a preview, or a problem document. */
async function ask(body: Record<string, unknown>, role: keyof typeof secrets = 'operator', connectionId = id) {
  const response = await fetch(`${stack.url}/api/v1/erp/connections/${connectionId}/preview`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secrets[role]}`, 'content-type': 'application/json' },
    body: JSON.stringify({ dataType: 'products', ...body }),
  })
  return {
    status: response.status,
    text: await response.clone().text(),
    body: (await response.json()) as Partial<ERPPreview>,
    headers: response.headers,
  }
}
const preview = async (body: Record<string, unknown>): Promise<ERPPreview> => {
  const { status, body: answer, text } = await ask(body)
  expect(status, text.slice(0, 1000)).toBe(200)
  return answer as ERPPreview
}

/** All that Redis holds, with the names of its keys. */
async function everything(): Promise<string> {
  const redis = new Redis(stack.redis.url)
  const dumps = await Promise.all((await redis.keys('*')).map(async (key) => `${key} ${await redis.dump(key)}`))
  redis.disconnect()
  return dumps.join('\n')
}
/** The keys of previews that somebody waits for, without their jobs. */
async function waitingPreviews(): Promise<readonly string[]> {
  const redis = new Redis(stack.redis.url)
  const found = await redis.keys('erp_connection:*:preview_*')
  redis.disconnect()
  return found
}

test('a preview shows raw, mapped and validated rows, and stores nothing', async () => {
  const before = await storedIn(stack.redis.url)
  const { records, remarks, ...about } = await preview({
    limit: 3,
    fieldMapping: { name: 'texts[0].text', brand: 'category' },
    transformations: [
      { field: 'name', operation: 'upper' },
      { field: 'description', operation: 'jsonata', value: 'texts[lang="de"].text & " / " & $fields.name' },
    ],
  })
  expect(about).toEqual({ dataType: 'products', mapping: 'request', files: [], total: 60 })
  expect(remarks?.map(({ field, kind }) => `${field}: ${kind}`)).toEqual(['name: warning', 'brand: note', 'description: warning'])
  expect(records).toHaveLength(3)
  const [first] = records as { raw: Record<string, unknown>; mapped: Record<string, unknown>; record: Record<string, unknown> }[]
  const name = `Unverkennbar ${first?.raw.id}`
  expect(first).toMatchObject({
    status: 'accepted',
    errors: [],
    raw: { id: expect.any(String), texts: [{ lang: 'de', text: name }] },
    mapped: { name: name.toUpperCase(), description: `${name} / ${name.toUpperCase()}` },
    record: { name: name.toUpperCase(), uom: 'EA' },
  })
  expect(await storedIn(stack.redis.url)).toEqual(before)
  expect(await waitingPreviews()).toEqual([])
  expect(await everything()).not.toContain('Unverkennbar')
})

test('reads no more pages than it needs', async () => {
  const pages = () => erp.requests.filter(({ path }) => path.startsWith('/products')).length
  let before = pages()
  expect((await preview({ limit: 5 })).records).toHaveLength(5)
  expect(pages() - before).toBe(1)
  before = pages()
  expect((await preview({ limit: 30 })).records).toHaveLength(30)
  expect(pages() - before).toBe(2)
})

test('filtered and rejected rows are marked, with path, reason and value', async () => {
  const { records } = await preview({
    transformations: [{ field: 'price', operation: 'jsonata', value: '"dear"' }],
    filters: [{ field: 'raw.texts[0].lang', value: 'de' }],
  })
  expect(records).toHaveLength(10)
  for (const record of records)
    expect(record).toMatchObject({
      status: 'rejected',
      record: null,
      mapped: { price: 'dear' },
      errors: [{ path: 'price', message: expect.any(String), value: 'dear' }],
    })
  const { records: none } = await preview({ filters: { sku: 'nobody' } })
  expect(none.map(({ status, mapped, record }) => ({ status, mapped, record }))).toEqual(
    Array.from({ length: 10 }, () => ({ status: 'filtered', mapped: null, record: null })),
  )
})

test('without a mapping in the body, the stored one is used', async () => {
  expect(await preview({ limit: 1 })).toMatchObject({ mapping: 'none' })
  await stack.client.call('POST', '/erp/sync-configs', {
    erpConnectionId: id,
    dataType: 'products',
    settings: { fieldMapping: { name: 'texts[0].text' }, syncOnDemand: true },
  })
  expect(await preview({ limit: 1 })).toMatchObject({
    mapping: 'stored',
    records: [{ record: { name: expect.stringContaining('Unverkennbar') } }],
  })
  const { mapping, records } = await preview({ limit: 1, fieldMapping: {} })
  expect(mapping).toBe('request')
  expect(JSON.stringify(records[0]?.record)).not.toContain('Unverkennbar')
})

test('what a preview shows is what a sync stores', async () => {
  const transformations = [{ field: 'name', operation: 'jsonata', value: '$uppercase(texts[0].text)' }]
  const { records } = await preview({ limit: 50, transformations })
  await stack.client.call('PATCH', `/erp/connections/${id}`, { status: 'active', settings: { enabledDataTypes: ['products'] } })
  const config = await stack.client.call<{ id: string }>('POST', '/erp/sync-configs', {
    erpConnectionId: id,
    dataType: 'products',
    settings: { transformations },
  })
  expect(await stack.sync(id)).toMatchObject({ status: 'success', recordsCreated: 60, recordsFailed: 0 })
  const stored = await stack.client.call<ERPRecord[]>('GET', `/erp/connections/${id}/records/products?limit=60`)
  for (const { id: recordId, record } of records) expect(stored.find((one) => one.id === recordId)?.data).toEqual(record)

  const exhausting = [{ field: 'name', operation: 'jsonata', value: '$uppercase($pad("x", 500000000))' }]
  await stack.client.call('PATCH', `/erp/sync-configs/${config.id}`, { settings: { transformations: exhausting } })
  const ended = await stack.sync(id, 'products', { mode: 'full' })
  expect(ended).toMatchObject({ status: 'error', attempts: 1, errorDetails: { code: 'setup.mapping-exhausting' } })
})

test('the providers list the source names that a connector reads, so that a mapping can replace them', async () => {
  const providers = await stack.client.call<ERPProvider[]>('GET', '/erp/providers')
  const sap = providers.find(({ provider }) => provider === 'SAP')?.dataTypes ?? []
  expect(sap.map(({ dataType, directions }) => [dataType, directions])).toEqual([
    ['products', ['pull']],
    ['inventory', ['pull']],
    ['orders', ['pull', 'push', 'bidirectional']],
    ['order_status', ['pull']],
    ['invoices', ['pull']],
  ])
  const sourcesOf = (provider: string, field: string) =>
    providers
      .find((one) => one.provider === provider)
      ?.dataTypes.find(({ dataType }) => dataType === 'products')
      ?.fieldSources.find((one) => one.field === field)
  expect(sourcesOf('Custom', 'name')?.sources).toEqual(expect.arrayContaining(['name', 'title', 'bezeichnung']))
  expect(sourcesOf('SAP', 'brand')).toEqual({ field: 'brand', sources: ['Brand'] })
})

test('large values are shortened, and the secrets of the connection are redacted', async () => {
  const { text, body } = await ask({ limit: 50, fieldMapping: { description: 'odd.echoed' } })
  expect(text).not.toContain(token)
  expect(text).toContain('Bearer [redacted]')
  expect(text.length).toBeLessThan(50 * 30_000)
  expect(body.records).toHaveLength(50)
  for (const record of body.records ?? [])
    expect(record).toMatchObject({ shortened: true, raw: { odd: { long: expect.stringMatching(/^l{2000}…$/) } } })
})

test('an endless expression blocks neither the worker nor the answer', async () => {
  const endless = preview({
    limit: 2,
    transformations: [{ field: 'name', operation: 'jsonata', value: '$match(odd.long & "!", /^(l+)+$/)' }],
  })
  const quick = await preview({ limit: 1 })
  expect(quick.records).toHaveLength(1)
  expect((await endless).records.every(({ status }) => status === 'rejected')).toBe(true)
})

test.each([
  ['unauthorized', 409, 'setup.credentials-rejected'],
  ['html', 409, 'setup.answer-unexpected'],
  ['unavailable', 503, 'remote.unavailable'],
  ['throttled', 503, 'remote.throttled'],
] as const)('an ERP that answers "%s" is reported as such, and nothing is left behind', async (kind, status, code) => {
  erp.faults.add({ kind, times: 'always', path: '/products' })
  const answer = await ask({})
  expect(answer.status).toBe(status)
  expect(answer.body).toMatchObject({ code, status, type: `urn:linkspan:error:${code}`, hint: expect.any(String) })
  expect(answer.headers.get('retry-after') !== null).toBe(status === 503)
  expect(answer.text).not.toContain(token)
  expect(await waitingPreviews()).toEqual([])
})

test('an ERP that is down or does not answer in time is reported as such', async () => {
  const nobody = await stack.connect({ credentials: { apiUrl: 'http://127.0.0.1:9' }, settings: { enabledDataTypes: ['products'] } })
  expect(await ask({}, 'operator', nobody.id)).toMatchObject({ status: 503, body: { code: 'remote.unreachable' } })
  await stack.client.call('PATCH', `/erp/connections/${id}`, { settings: { timeout: 500 } })
  erp.faults.add({ kind: 'hang', path: '/products' })
  expect(await ask({})).toMatchObject({ status: 504, body: { code: 'remote.timeout' } })
})

test('an invalid request is refused before the ERP is called', async () => {
  expect(await ask({}, 'viewer')).toMatchObject({ status: 403 })
  expect(await ask({}, 'operator', `erp_${'0'.repeat(16)}`)).toMatchObject({ status: 404 })
  const refused = [
    [{ limit: 51 }, 'limit'],
    [{ limit: 0 }, 'limit'],
    [{ dataType: 'nonsense' }, 'dataType'],
    [{ fieldMapping: { naem: 'x' } }, 'fieldMapping.naem'],
    [{ transformations: [{ field: 'name', operation: 'jsonata', value: 'a[' }] }, 'transformations.0.value'],
  ] as const
  for (const [body, path] of refused) expect(await ask(body)).toMatchObject({ status: 422, body: { errors: [{ path }] } })
  const events = await stack.client.call<{ action: string; target: string }[]>(
    'GET',
    `/audit-logs?action=erp_preview_requested&target=${id}`,
  )
  expect(events).toEqual([])
})

test('a preview of an inactive connection is possible, and is recorded in the audit trail', async () => {
  await stack.client.call('PATCH', `/erp/connections/${id}`, { status: 'inactive' })
  expect((await preview({ limit: 1 })).records).toHaveLength(1)
  expect(await stack.client.call('GET', `/audit-logs?action=erp_preview_requested&target=${id}`)).toMatchObject([
    { actor: { id: 'operator' }, outcome: 'ok', changes: { dataType: 'products', limit: 1 } },
  ])
})

test('if no worker is free, the caller gets an error, and no job is left in the queue', async () => {
  await using idle = await startStack({ workers: 0 })
  const { id: connectionId } = await idle.connect({
    credentials: { apiUrl: erp.url },
    settings: { enabledDataTypes: ['products'], timeout: 300 },
  })
  const failed = await idle.client
    .call('POST', `/erp/connections/${connectionId}/preview`, { dataType: 'products' })
    .catch(({ message }: Error) => message)
  expect(failed).toContain('No worker answered')
  const redis = new Redis(idle.redis.url)
  expect((await redis.keys('*')).filter((key) => key.includes('preview_'))).toEqual([])
  redis.disconnect()
})
