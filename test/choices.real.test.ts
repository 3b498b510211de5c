import type { ERPChoices, ERPProvider } from '@linkspan/core'
import { type BusinessCentral, startBusinessCentral } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Stack, secrets, startStack } from './stack/stack.ts'

const companies = ['CRONUS International', "O'Brien GmbH"]

let stack: Stack
let erp: BusinessCentral
let id: string
beforeAll(async () => {
  ;[stack, erp] = await Promise.all([startStack(), startBusinessCentral({ dataset: { products: 3, orders: 0 }, companies })])
})
afterAll(async () => {
  await stack[Symbol.asyncDispose]()
  await erp[Symbol.asyncDispose]()
})
beforeEach(async () => {
  erp.faults.clear()
  const { url: apiUrl, tokenUrl, tenantId, clientId, clientSecret } = erp
  const credentials = { apiUrl, tokenUrl, tenantId, clientId, clientSecret }
  id = (await stack.connect({ provider: 'Dynamics', status: 'testing', credentials, settings: { enabledDataTypes: ['products'] } })).id
})

/** Asks for choices and returns the whole answer: a list, or a problem document. */
async function ask(field: string, { role = 'operator', connectionId = id }: { role?: keyof typeof secrets; connectionId?: string } = {}) {
  const response = await fetch(`${stack.url}/api/v1/erp/connections/${connectionId}/choices/${field}`, {
    headers: { authorization: `Bearer ${secrets[role]}` },
  })
  const text = await response.text()
  return { status: response.status, text, body: JSON.parse(text) as Partial<ERPChoices> }
}

test('a form can offer what the ERP has for a setting that is not set yet, and the setting takes it', async () => {
  const { status, body, text } = await ask('company')
  expect(status, text).toBe(200)
  expect(body).toEqual({
    field: 'company',
    title: 'Companies of the environment',
    choices: companies.map((name) => ({ value: name, label: name })),
    complete: true,
  })
  await stack.client.call('PATCH', `/erp/connections/${id}`, { settings: { company: body.choices?.[1]?.value } })
  expect(await stack.client.call('POST', `/erp/connections/${id}/test`)).toMatchObject({ success: true })
  expect((await ask('company')).body).toEqual(body)
})

test('GET /erp/providers names the settings whose values are listed', async () => {
  const providers = await stack.client.call<ERPProvider[]>('GET', '/erp/providers')
  const choicesOf = (connector: string) => providers.find((one) => one.connector === connector)?.choices
  expect(choicesOf('dynamics-bc')).toEqual([{ field: 'company', title: 'Companies of the environment' }])
  expect(choicesOf('rest')).toEqual([])
})

test.each(['warehouse', 'constructor', 'clientSecret', "o'brien"])(
  'a field without a list (%s) is 404, and those with one are named',
  async (field) => {
    const calls = erp.requests.length
    expect(await ask(field)).toMatchObject({
      status: 404,
      body: {
        code: 'connection.no-choices',
        detail: expect.stringMatching(/Business Central does not list .*: it lists those of company/),
      },
    })
    expect(erp.requests.length).toBe(calls)
  },
)

test('a connector that lists nothing says so', async () => {
  const rest = await stack.connect({ credentials: { apiUrl: erp.url }, settings: { enabledDataTypes: ['products'] } })
  expect(await ask('company', { connectionId: rest.id })).toMatchObject({
    status: 404,
    body: { detail: expect.stringMatching(/: it lists the values of no setting/) },
  })
})

test('viewers cannot ask, and a connection that is not there is 404', async () => {
  expect(await ask('company', { role: 'viewer' })).toMatchObject({ status: 403 })
  expect(await ask('company', { connectionId: `erp_${'0'.repeat(16)}` })).toMatchObject({
    status: 404,
    body: { code: 'request.not-found' },
  })
})

test.each([
  ['forbidden', 409, 'setup.permission-missing'],
  ['unauthorized', 409, 'setup.credentials-rejected'],
  ['unavailable', 503, 'remote.unavailable'],
] as const)(
  'an ERP that answers "%s" is reported in its words, without secrets, and nothing is left behind',
  async (kind, status, code) => {
    erp.faults.add({ kind, path: /companies/, times: 'always' })
    const answer = await ask('company')
    expect(answer).toMatchObject({ status, body: { code, detail: expect.stringContaining('companies') } })
    for (const secret of [erp.clientSecret, ...erp.auth.issued]) expect(answer.text).not.toContain(secret)
    const redis = new Redis(stack.redis.url)
    expect(await redis.keys('*}:preview_*')).toEqual([])
    redis.disconnect()
  },
)

test('an ERP that does not answer within the timeout is 504', async () => {
  await stack.client.call('PATCH', `/erp/connections/${id}`, { settings: { timeout: 500 } })
  erp.faults.add({ kind: 'hang', path: /companies/ })
  expect(await ask('company')).toMatchObject({ status: 504, body: { code: 'remote.timeout' } })
})

test('asking is recorded in the audit trail', async () => {
  await ask('company')
  expect(await stack.client.call('GET', `/audit-logs?action=erp_preview_requested&target=${id}`)).toMatchObject([
    { actor: { id: 'operator' }, outcome: 'ok', changes: { choices: 'company' } },
  ])
})
