import { openFor } from '@linkspan/connector-kit/testing/open-context'
import { type AppError, type Session, toAppError } from '@linkspan/core/connector'
import { startOracleFusion } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { oracleFusion } from './connector.ts'
import { credentialsOf, type Way } from './testing/fusion-fixture.ts'
import { openFusion } from './testing/open-fusion.ts'

const check = async (session: Session, name: string): Promise<string | AppError> =>
  session
    .checks()
    .find((step) => step.name === name)!
    .run()
    .catch(toAppError)

const ways: readonly Way[] = ['password', 'client', 'user assertion', 'client assertion', 'own token']

test.each(ways)('one token serves many calls, and another one is asked for when it ends (%s)', async (way) => {
  await using opened = await openFusion({ way, dataset: { products: 30, orders: 0 }, context: { pageSize: 5 } })
  let pages = 0
  for await (const page of opened.session.source('products').pages({ after: null, since: null })) {
    if (++pages === 2) opened.erp.auth.revokeAll()
    expect(page.records.length).toBeGreaterThan(0)
  }
  expect(pages).toBeGreaterThan(5)
  expect(opened.erp.auth.issued).toHaveLength(way === 'password' || way === 'own token' ? 0 : 2)
})

test('many calls at once ask for one token', async () => {
  await using opened = await openFusion({ way: 'client' })
  await Promise.all((['products', 'orders', 'invoices', 'employees'] as const).map((dataType) => opened.read(dataType)))
  expect(opened.erp.auth.issued).toHaveLength(1)
})

test.each([
  [{}, /No complete credentials/],
  [{ clientId: 'x', clientSecret: 'y' }, /tokenUrl, clientId and clientSecret/],
  [
    { privateKey: '-----BEGIN PRIVATE KEY-----\nx', username: 'u' },
    /A privateKey needs clientId and tokenUrl of the identity domain, or issuer/,
  ],
])('credentials that are not complete are named: %j', async (credentials, words) => {
  const opening = (async () => openFor(oracleFusion, { credentials: { apiUrl: 'http://127.0.0.1:1', ...credentials } }))()
  await expect(opening).rejects.toMatchObject({ code: 'setup.settings-invalid', message: expect.stringMatching(words) })
})

test('a scope that the identity domain does not know is told in its words', async () => {
  await using erp = await startOracleFusion({ dataset: { products: 1, orders: 0 } })
  await using session = await openFor(oracleFusion, { credentials: { ...credentialsOf(erp, erp.url, 'client'), scope: 'x' } })
  expect(await check(session, 'Authentication')).toMatchObject({
    details: { answer: expect.stringContaining('The requested scope is not valid') },
  })
})

const openAt = async (settings: object, products = 3) => {
  const erp = await startOracleFusion({ dataset: { products, orders: 5 } })
  const session = await openFor(oracleFusion, {
    credentials: credentialsOf(erp, erp.url, 'password'),
    settings: settings as Record<string, unknown>,
  })
  return { erp, session }
}

test.each([
  [{ organizationCode: 'V1' }, /^Items of the organization "V1" are there\. Items were found in "M1", "V1"$/],
  [
    { organizationCode: 'V9' },
    /^No item of the organization "V9" was seen\. Items were found in "M1", "V1"\. Set settings\.organizationCode/,
  ],
  [{}, /^Set settings\.organizationCode to the item master organization\. Items were found in "M1", "V1"$/],
])('organizations are offered if none is chosen, or one that is not there: %j', async (settings, words) => {
  const { erp, session } = await openAt(settings)
  await using _ = erp
  const found = await check(session, 'Organization')
  expect(typeof found === 'string' ? found : found.message).toMatch(words)
  await session[Symbol.asyncDispose]()
})

test('the only organization need not be named, and its stock is read', async () => {
  const { erp, session } = await openAt({})
  await using _ = erp
  for (const row of [...erp.store.itemsV2.all()]) if (row.fields.OrganizationCode !== 'M1') erp.store.itemsV2.remove(row.key)
  for (const dataType of ['products', 'inventory'] as const) {
    const ids: string[] = []
    for await (const page of session.source(dataType).pages({ after: null, since: null })) ids.push(...page.records.map(({ id }) => id))
    expect(ids.length).toBeGreaterThan(2)
  }
  await session[Symbol.asyncDispose]()
})

test('a tenant without items that the user may see says so', async () => {
  const { erp, session } = await openAt({}, 0)
  await using _ = erp
  expect(await check(session, 'Organization')).toMatchObject({ message: expect.stringContaining('Fusion shows this user no items') })
  await session[Symbol.asyncDispose]()
})

test.each([
  [
    {},
    /the business units "US1 Business Unit" \(300000046987012\) and the source systems "GPR"\. To write orders, set settings\.sourceSystem and settings\.businessUnitId$/,
  ],
  [{ sourceSystem: 'WEB', businessUnitName: 'US1 Business Unit' }, /the source systems "GPR"$/],
])('business units and source systems are offered: %j', async (settings, words) => {
  const { erp, session } = await openAt(settings)
  await using _ = erp
  expect(await check(session, 'Business unit')).toMatch(words)
  await session[Symbol.asyncDispose]()
})

test('a user who may not see a resource is signed in all the same', async () => {
  const { erp, session } = await openAt({ organizationCode: 'V1' })
  await using _ = erp
  erp.faults.add({ kind: 'forbidden', path: /\/resources/, times: 1 })
  expect(await check(session, 'Authentication')).toMatch(
    /accepts the credentials, but not the call for itemsV2|accepts the credentials, but not the call for salesOrders/,
  )
  await session[Symbol.asyncDispose]()
})
