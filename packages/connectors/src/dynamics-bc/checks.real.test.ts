import { openFor } from '@linkspan/connector-kit/testing/open-context'
import { type AppError, type Session, toAppError } from '@linkspan/core/connector'
import { startBusinessCentral } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { dynamicsBc } from './connector.ts'
import { credentialsOf } from './testing/open-bc.ts'

const companies = ['CRONUS International', "O'Brien GmbH"]

async function check(session: Session, name: string): Promise<string | AppError> {
  return session
    .checks()
    .find((step) => step.name === name)!
    .run()
    .catch(toAppError)
}

const openAt = async (settings: object, names: readonly string[] = companies) => {
  const erp = await startBusinessCentral({ dataset: { products: 3, orders: 0 }, companies: names })
  return { erp, session: await openFor(dynamicsBc, { credentials: credentialsOf(erp), settings: settings as Record<string, unknown> }) }
}

test.each([
  [{ company: 'CRONUS International' }, /^The company "CRONUS International" \(c0+-.*1\) is there\. Others are "O'Brien GmbH"$/],
  [{ company: "o'brien gmbh" }, /^The company "O'Brien GmbH"/],
  [{ company: 'C0000000-0000-4000-8000-000000000002' }, /^The company "O'Brien GmbH"/],
])('the company is found by name or id: %j', async (settings, words) => {
  const { erp, session } = await openAt(settings)
  await using _ = erp
  expect(await check(session, 'Company')).toMatch(words)
  await session[Symbol.asyncDispose]()
})

test.each([
  [{}, /There are 2 companies: set settings\.company to one of "CRONUS International", "O'Brien GmbH"/],
  [{ company: 'Contoso' }, /There is no company "Contoso": set settings\.company to one of "CRONUS International"/],
])('companies are offered if none is chosen, or one that is not there: %j', async (settings, words) => {
  const { erp, session } = await openAt(settings)
  await using _ = erp
  expect(await check(session, 'Company')).toMatchObject({ code: 'setup.settings-invalid', message: expect.stringMatching(words) })
  await session[Symbol.asyncDispose]()
})

test('the only company need not be named', async () => {
  const { erp, session } = await openAt({}, ['CRONUS International'])
  await using _ = erp
  expect(await check(session, 'Company')).toMatch(/It is the only one/)
  await session[Symbol.asyncDispose]()
})

test('a token that Business Central does not take is explained', async () => {
  const { erp, session } = await openAt({})
  await using _ = erp
  erp.faults.add({ kind: 'unauthorized', path: /\/companies/, times: 'always' })
  expect(await check(session, 'Authentication')).toMatchObject({
    code: 'setup.credentials-rejected',
    message: expect.stringContaining('Microsoft Entra Applications'),
  })
  await session[Symbol.asyncDispose]()
})

test('one token serves many calls, and another one is asked for when it ends', async () => {
  const erp = await startBusinessCentral({ dataset: { products: 30, orders: 0 } })
  await using _ = erp
  await using session = await openFor(dynamicsBc, { credentials: credentialsOf(erp) }, { pageSize: 5 })
  let pages = 0
  for await (const page of session.source('products').pages({ after: null, since: null })) {
    if (++pages === 2) erp.auth.revokeAll()
    expect(page.records.length).toBeGreaterThan(0)
  }
  expect([pages, erp.auth.issued.length]).toEqual([6, 2])
})

test('an address that is the service root itself is found out', async () => {
  const erp = await startBusinessCentral({ dataset: { products: 3, orders: 0 } })
  await using _ = erp
  for (const path of ['', '/v2.0', '/v2.0/contoso.example/production', '/v2.0/contoso.example/production/api/v2.0/', '/BC']) {
    const credentials = { ...credentialsOf(erp), apiUrl: `${erp.url}${path}` }
    await using session = await openFor(dynamicsBc, { credentials })
    expect(await check(session, 'Authentication'), path).toMatch(/accepts the credentials at .*\/api\/v2\.0$/)
  }
})
