import { generateKeyPairSync } from 'node:crypto'
import { openFor, readPages } from '@linkspan/connector-kit/testing/open-context'
import { type AppError, type Session, toAppError } from '@linkspan/core/connector'
import { type NetSuite, type NetSuiteOptions, startNetSuite } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { netSuite } from './connector.ts'
import { certificateOf, tokenOf } from './testing/open-netsuite.ts'

const start = (options: NetSuiteOptions = {}) => startNetSuite({ dataset: { products: 30, orders: 0 }, ...options })

async function check(session: Session, name: string): Promise<string | AppError> {
  return session
    .checks()
    .find((step) => step.name === name)!
    .run()
    .catch(toAppError)
}

const spki = { type: 'spki', format: 'pem' } as const
const pkcs8 = { type: 'pkcs8', format: 'pem' } as const
const onCurve = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve, publicKeyEncoding: spki, privateKeyEncoding: pkcs8 })

test.each([
  ['RSA', () => generateKeyPairSync('rsa', { modulusLength: 3072, publicKeyEncoding: spki, privateKeyEncoding: pkcs8 })],
  ['P-384', () => onCurve('P-384')],
  ['P-521', () => onCurve('P-521')],
] as const)('a key of the kind %s signs in', async (_, generate) => {
  const { publicKey, privateKey } = generate()
  await using erp = await start({ certificates: { 'cert-2': publicKey } })
  await using session = await openFor(netSuite, { credentials: { ...certificateOf(erp, erp.url), certificateId: 'cert-2', privateKey } })
  expect(await check(session, 'Authentication')).toContain('NetSuite accepts the credentials')
  const [{ body = '' } = {}] = erp.requests.filter(({ path }) => path.endsWith('/token'))
  expect([...new URLSearchParams(body).keys()].sort()).toEqual(['client_assertion', 'client_assertion_type', 'grant_type'])
})

test('one token serves many calls, and another one is asked for when it ends', async () => {
  await using erp = await start()
  await using session = await openFor(netSuite, { credentials: certificateOf(erp, erp.url) }, { pageSize: 5 })
  let pages = 0
  for await (const page of session.source('products').pages({ after: null, since: null })) {
    if (++pages === 2) erp.auth.revokeAll()
    expect(page.records.length).toBeGreaterThan(0)
  }
  expect([pages, erp.auth.issued.length]).toEqual([6, 2])
})

test.each(['certificate', 'token'] as const)('a clock that differs is found out, by a %s', async (login) => {
  for (const clockOffsetMs of [3_600_000, -3_600_000]) {
    await using erp = await start({ clockOffsetMs })
    const credentials = login === 'token' ? tokenOf(erp, erp.url) : certificateOf(erp, erp.url)
    await using session = await openFor(netSuite, { credentials })
    expect((await readPages(session, 'products')).flatMap(({ records }) => records)).toHaveLength(30)
    expect(erp.auth.auditTrail).toHaveLength(1)
    expect(await check(session, 'Clock')).toMatchObject({ code: 'setup.clock-skewed' })
  }
})

test('each call by a token has a nonce of its own, and the account may be written as its host is', async () => {
  await using erp = await start()
  const credentials = { ...tokenOf(erp, erp.url), accountId: '1234567-sb1' }
  await using session = await openFor(netSuite, { credentials }, { pageSize: 5 })
  expect(await readPages(session, 'products')).toHaveLength(6)
  const nonces = erp.requests.map(({ headers }) => /oauth_nonce="(\w+)"/.exec(headers.authorization ?? '')?.[1])
  expect([new Set(nonces).size, erp.auth.auditTrail]).toEqual([6, []])
})

test.each([
  [(erp: NetSuite) => ({ ...certificateOf(erp, erp.url), clientId: 'other' }), /Check the certificate and its id/],
  [(erp: NetSuite) => ({ ...tokenOf(erp, erp.url), accountId: '999' }), /the realm is 999.*login audit trail/],
] as const)('a refused login is explained', async (credentialsFor, words) => {
  await using erp = await start()
  await using session = await openFor(netSuite, { credentials: credentialsFor(erp) })
  expect(await check(session, 'Authentication')).toMatchObject({
    code: 'setup.credentials-rejected',
    message: expect.stringMatching(words),
  })
})

test.each([
  [{ clientId: undefined }, /No complete credentials/],
  [{ privateKey: '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----' }, /privateKey cannot be read/],
] as const)('credentials that are not complete, or no key, are named: %j', async (more, words) => {
  await using erp = await start()
  await expect(openFor(netSuite, { credentials: { ...certificateOf(erp, erp.url), ...more } })).rejects.toThrow(words)
})

test.each([
  [{}, /settings\.subsidiary can be one of "Gift Shop GmbH" \(1\), "O'Brien Gifts Inc\." \(2\)$/],
  [{ subsidiary: '2' }, /^The subsidiary "O'Brien Gifts Inc\." \(2\) is there/],
  [{ subsidiary: 'gift shop gmbh' }, /^The subsidiary "Gift Shop GmbH" \(1\) is there/],
] as const)('the subsidiary is found by name or id, and others are offered: %j', async (settings, words) => {
  await using erp = await start()
  await using session = await openFor(netSuite, { credentials: certificateOf(erp, erp.url), settings })
  expect(await check(session, 'Subsidiary')).toMatch(words)
})

test('a subsidiary that is not there is named, with those that are', async () => {
  await using erp = await start()
  await using session = await openFor(netSuite, { credentials: certificateOf(erp, erp.url), settings: { subsidiary: 'Contoso' } })
  expect(await check(session, 'Subsidiary')).toMatchObject({
    code: 'setup.settings-invalid',
    message: expect.stringMatching(/There is no subsidiary "Contoso": set settings\.subsidiary to one of "Gift Shop GmbH" \(1\)/),
  })
})

test('subsidiaries and locations are offered, even if the one that is set is not there', async () => {
  await using erp = await start()
  await using session = await openFor(netSuite, { credentials: certificateOf(erp, erp.url), settings: { subsidiary: 'Contoso' } })
  expect(await session.choices?.('subsidiary')).toEqual([
    { value: '1', label: 'Gift Shop GmbH (1)' },
    { value: '2', label: "O'Brien Gifts Inc. (2)" },
  ])
  expect(await session.choices?.('location')).toContainEqual({ value: '1', label: 'Lager Köln (1)' })
})

test('the time zone is told, and what it means if it is not set', async () => {
  await using erp = await start()
  for (const [settings, words] of [
    [{ accountTimeZone: 'America/Los_Angeles' }, /time zone, America\/Los_Angeles, it is \d/],
    [{}, /accountTimeZone is not set/],
  ] as const) {
    await using session = await openFor(netSuite, { credentials: certificateOf(erp, erp.url), settings })
    expect(await check(session, 'Time zone')).toMatch(words)
  }
})
