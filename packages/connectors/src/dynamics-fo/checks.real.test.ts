import { openFor } from '@linkspan/connector-kit/testing/open-context'
import { type AppError, type Session, toAppError } from '@linkspan/core/connector'
import { type FinanceOperationsOptions, startFinanceOperations } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { dynamicsFo } from './connector.ts'
import { credentialsOf } from './testing/open-fo.ts'

const dataset = { products: 12, orders: 0 }

const check = (session: Session, name: string): Promise<string | AppError> =>
  session
    .checks()
    .find((step) => step.name === name)!
    .run()
    .catch(toAppError)

const openAt = async (settings: Readonly<Record<string, unknown>>, options: FinanceOperationsOptions = {}) => {
  const erp = await startFinanceOperations({ dataset, ...options })
  const session = await openFor(dynamicsFo, { credentials: credentialsOf(erp), settings }, { pageSize: 5 })
  return Object.assign(erp, { session })
}

test('a legal entity is found in whatever case it is written, and the others are named', async () => {
  await using erp = await openAt({ legalEntity: 'USMF' })
  expect(await check(erp.session, 'Legal entity')).toMatch(/^The legal entity "usmf" is there\. Others are .*demf \(O'Brien GmbH\)/)
  const pages = erp.session.source('products').pages({ after: null, since: null })
  for await (const { records } of pages) for (const { fields } of records) expect(fields.companyId).toBe('usmf')
})

test.each([
  [{}, /There are 3 legal entities: set settings\.legalEntity to one of .*usmf \(Contoso Entertainment\)/],
  [{ legalEntity: 'xx' }, /There is no legal entity "xx": set settings\.legalEntity to one of/],
])('legal entities are offered if none is chosen, or one that is not there: %j', async (settings, words) => {
  await using erp = await openAt(settings)
  expect(await check(erp.session, 'Legal entity')).toMatchObject({ code: 'setup.settings-invalid', message: expect.stringMatching(words) })
})

test('the only legal entity need not be named', async () => {
  await using erp = await openAt({})
  for (const id of ['dat', 'demf']) erp.store.LegalEntities.remove(id)
  expect(await check(erp.session, 'Legal entity')).toMatch(/"usmf" is there\. It is the only one/)
})

test('an environment that does not list its legal entities must be told which', async () => {
  await using told = await openAt({ legalEntity: 'usmf' }, { hides: ['LegalEntities'] })
  expect(await check(told.session, 'Legal entity')).toMatch(/"usmf" is asked for; the environment does not list/)
  await using silent = await openAt({}, { hides: ['LegalEntities'] })
  expect(await check(silent.session, 'Legal entity')).toMatchObject({ code: 'setup.settings-invalid' })
  await expect(silent.session.choices?.('legalEntity')).rejects.toMatchObject({ code: 'setup.resource-missing' })
})

test('legal entities and warehouses are listed; warehouses are those of the legal entity', async () => {
  await using erp = await openAt({ legalEntity: 'usmf' })
  expect(await erp.session.choices?.('legalEntity')).toContainEqual({ value: 'demf', label: "demf (O'Brien GmbH)" })
  expect(await erp.session.choices?.('warehouse')).toEqual([
    { value: '1010/usmf-A', label: 'usmf-A (Store A)' },
    { value: '1010/usmf-B', label: 'usmf-B (Store B)' },
  ])
})

test.each([
  ['unauthorized', 'setup.credentials-rejected'],
  ['forbidden', 'setup.permission-missing'],
] as const)('a token of Entra that the environment does not take ("%s") is explained', async (kind, code) => {
  await using erp = await openAt({ legalEntity: 'usmf' })
  erp.faults.add({ kind, path: /\$metadata/, times: 'always' })
  expect(await check(erp.session, 'Authentication')).toMatchObject({
    code,
    message: expect.stringContaining('Microsoft Entra ID applications'),
  })
})

test('a page that is no metadata is not taken for a login', async () => {
  await using erp = await openAt({ legalEntity: 'usmf' })
  erp.faults.add({ kind: 'html', path: /\$metadata/, times: 'always' })
  expect(await check(erp.session, 'Authentication')).toMatchObject({ code: 'setup.answer-unexpected' })
})

test('one token serves many calls, another one is asked for when it ends, and its scope is the environment', async () => {
  await using erp = await openAt({ legalEntity: 'usmf' })
  let pages = 0
  for await (const page of erp.session.source('products').pages({ after: null, since: null })) {
    if (++pages === 2) erp.auth.revokeAll()
    expect(page.records.length).toBeGreaterThan(0)
  }
  expect([pages, erp.auth.issued.length]).toEqual([3, 2])
  const [token] = erp.requests.filter(({ path }) => path.endsWith('/token'))
  expect(new URLSearchParams(token?.body).get('scope')).toBe(`${erp.url}/.default`)
})

test('an address may be given with or without /data', async () => {
  await using erp = await startFinanceOperations({ dataset })
  for (const path of ['', '/', '/data', '/data/']) {
    const credentials = { ...credentialsOf(erp), apiUrl: `${erp.url}${path}` }
    await using session = await openFor(dynamicsFo, { credentials, settings: { legalEntity: 'usmf' } })
    expect(await check(session, 'Authentication'), path).toMatch(/accepts the credentials at .*\/data$/)
  }
})
