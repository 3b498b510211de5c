import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, type Harness, startHarness } from '../testing/harness.ts'
import { everyPart, isPart, operationsOf, type Part, partOf } from './document.ts'
import { responseHeaders } from './response-headers.ts'

let harness: Harness
let document: Part
beforeAll(async () => {
  harness = await startHarness({ RATE_LIMIT: '6000' })
  document = (await harness.app.inject('/openapi.json')).json()
})
afterAll(() => harness[Symbol.asyncDispose]())

test('every property and every parameter is described', () => {
  const undescribed = [...everyPart(document.components)].flatMap(({ properties }) =>
    Object.entries(partOf(properties)).filter(([, one]) => isPart(one) && one.description === undefined && one.$ref === undefined),
  )
  expect(undescribed.map(([name]) => name)).toEqual([])
  const parameters = operationsOf(document).flatMap(({ operation }) => (operation.parameters as Part[] | undefined) ?? [])
  expect(parameters.length).toBeGreaterThan(50)
  expect(parameters.filter(({ description }) => typeof description !== 'string').map(({ name }) => name)).toEqual([])
})

test('every request with a body has an example, and every example is taken', async () => {
  const withBody = operationsOf(document).filter(({ operation }) => operation.requestBody !== undefined)
  expect(withBody.length).toBeGreaterThan(10)
  for (const { operation } of withBody) {
    const json = partOf(partOf(partOf(operation.requestBody).content)['application/json'])
    expect(json.example ?? json.examples, String(operation.operationId)).toBeDefined()
  }
})

test('no schema is unused, and aliases are deprecated', () => {
  const text = JSON.stringify(document)
  const names = Object.keys(partOf(partOf(document.components).schemas))
  expect(names.filter((name) => !text.includes(`"#/components/schemas/${name}"`))).toEqual([])
  const aliases = operationsOf(document).filter(({ path }) => path.includes('enhanced'))
  expect(aliases.map(({ operation }) => operation.deprecated)).toEqual([true, true])
})

test('answers have the headers that the document promises', async () => {
  const post = (url: string, payload: object) => harness.as('admin', { method: 'POST', url, payload })
  const created = await post('/api/v1/erp/connections', aConnection)
  const { id } = created.json<{ id: string }>()
  await post('/api/v1/erp/connections', aConnection)
  const etag = String((await harness.as('viewer', { url: `/api/v1/erp/connections/${id}` })).headers.etag)
  const answers = [
    ['/api/v1/erp/connections', 'post', created],
    ['/api/v1/erp/connections', 'get', await harness.as('viewer', { url: '/api/v1/erp/connections?limit=1' })],
    ['/api/v1/erp/connections/{id}', 'get', await harness.as('viewer', { url: `/api/v1/erp/connections/${id}` })],
    [
      '/api/v1/erp/connections/{id}',
      'get',
      await harness.as('viewer', { url: `/api/v1/erp/connections/${id}`, headers: { 'if-none-match': etag } }),
    ],
    ['/api/v1/erp/connections/{id}/sync', 'post', await post(`/api/v1/erp/connections/${id}/sync`, { dataType: 'products' })],
    ['/api/v1/erp/overview', 'get', await harness.as('viewer', { url: '/api/v1/erp/overview' })],
    ['/readyz', 'get', await harness.app.inject('/readyz')],
  ] as const
  const ours = Object.keys(responseHeaders).map((name) => name.toLowerCase())
  for (const [path, method, answer] of answers) {
    const response = partOf(partOf(partOf(partOf(partOf(document.paths)[path])[method]).responses)[answer.statusCode])
    const promised = Object.keys(partOf(response.headers)).map((name) => name.toLowerCase())
    const sent = Object.keys(answer.headers).filter((name) => ours.includes(name))
    expect(sent.sort(), `${method} ${path} ${answer.statusCode}`).toEqual(promised.sort())
  }
})

test('routes that heed an Idempotency-Key say so', () => {
  const heeding = operationsOf(document).filter(({ operation }) => JSON.stringify(operation.parameters ?? []).includes('"Idempotency-Key"'))
  expect(heeding.map(({ operation }) => operation.operationId)).toEqual(
    expect.arrayContaining(['createConnection', 'startSync', 'assignToSite']),
  )
})

test('the page of the documentation shows our own name', async () => {
  const script = (await harness.app.inject('/docs/static/swagger-initializer.js')).body
  expect(script).toContain('data:image/svg+xml;base64,')
  const page = (await harness.app.inject('/docs/')).body
  expect(page).toContain('favicon.svg')
  expect(page).not.toMatch(/fastify/i)
})
