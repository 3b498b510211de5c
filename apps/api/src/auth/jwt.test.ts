import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { JwtConfig } from '@linkspan/core'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createJwtVerifier } from './jwt.ts'
import { roleFrom } from './role-claim.ts'

const secret = 'a-shared-secret-of-at-least-32-characters'
const clock = { now: () => new Date('2026-01-01T00:00:00Z') }
const none: JwtConfig = { secret: null, jwksUrl: null, issuer: null, audience: null, roleClaim: 'role' }
const now = clock.now().getTime() / 1000

const token = (claims: Record<string, unknown>, key = secret, alg = 'HS256') =>
  new SignJWT({ sub: 'ann', role: 'operator', exp: now + 60, ...claims }).setProtectedHeader({ alg }).sign(new TextEncoder().encode(key))

let pair: Awaited<ReturnType<typeof generateKeyPair>>
let jwksUrl: string
const server = createServer(async (_, response) => {
  response.end(JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256' }] }))
})
beforeAll(async () => {
  pair = await generateKeyPair('RS256')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterAll(() => server.close())

test('accepts a token signed with the shared secret', async () => {
  const verify = createJwtVerifier({ ...none, secret }, clock)
  expect(await verify(await token({}))).toEqual({ id: 'ann', role: 'operator', authentication: 'jwt' })
})

test.each([
  ['is expired', { exp: now - 60 }],
  ['is not valid yet', { nbf: now + 60 }],
  ['has another issuer', { iss: 'elsewhere', aud: 'linkspan' }],
  ['is for another audience', { iss: 'home', aud: 'other' }],
  ['has no subject', { sub: undefined }],
  ['has a number as its subject', { sub: 42 }],
  ['has a list as its subject', { sub: ['ann'] }],
  ['has an empty subject', { sub: '' }],
  ['has a subject that is too long', { sub: 'a'.repeat(257) }],
  ['has a subject with a line break', { sub: 'ann\nadmin' }],
  ['has a subject with half a character', { sub: 'ann\ud800' }],
  ['never expires', { exp: undefined }],
])('refuses a token that %s', async (_, claims) => {
  const verify = createJwtVerifier({ ...none, secret, issuer: 'home', audience: 'linkspan' }, clock)
  expect(await verify(await token({ iss: 'home', aud: 'linkspan' }))).not.toBeNull()
  expect(await verify(await token({ iss: 'home', aud: 'linkspan', ...claims }))).toBeNull()
})

test('refuses other secrets, other algorithms, missing signatures and nonsense', async () => {
  const verify = createJwtVerifier({ ...none, secret, jwksUrl }, clock)
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  expect(await verify(await token({}, `${secret}!`))).toBeNull()
  expect(await verify(await token({}, secret.repeat(2), 'HS512'))).toBeNull()
  expect(await verify(`${part({ alg: 'none' })}.${part({ sub: 'ann', role: 'admin' })}.`)).toBeNull()
  for (const text of ['', 'a.b.c', '..', 'no-token']) expect(await verify(text)).toBeNull()
})

test('accepts a token signed with a key of the JWKS, but not one signed with its public key as a secret', async () => {
  const verify = createJwtVerifier({ ...none, jwksUrl }, clock)
  const claims = { sub: 'bob', role: 'viewer', exp: now + 60 }
  const signed = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(pair.privateKey)
  expect(await verify(signed)).toEqual({ id: 'bob', role: 'viewer', authentication: 'jwt' })
  const foreign = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'two' }).sign(pair.privateKey)
  expect(await verify(foreign)).toBeNull()
  expect(await verify(await token({}, JSON.stringify(await exportJWK(pair.publicKey))))).toBeNull()
})

test('reports identity.unavailable if the keys cannot be fetched', async () => {
  const verify = createJwtVerifier({ ...none, jwksUrl: 'http://127.0.0.1:1/' }, clock)
  const signed = await new SignJWT({ sub: 'bob', role: 'viewer' }).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(pair.privateKey)
  await expect(verify(signed)).rejects.toMatchObject({ code: 'identity.unavailable' })
})

test('while the keys cannot be fetched, they are asked for once in ten seconds, not for each token', async () => {
  let [asked, passed] = [0, 0]
  const failing = createServer((_, response) => {
    asked += 1
    response.writeHead(500).end()
  })
  await new Promise<void>((resolve) => failing.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(failing.address() as AddressInfo).port}/`
  const verify = createJwtVerifier({ ...none, jwksUrl: url }, clock, () => passed)
  const signed = await new SignJWT({ sub: 'bob', exp: now + 60 }).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(pair.privateKey)
  for (let count = 0; count < 5; count += 1) await expect(verify(signed)).rejects.toMatchObject({ code: 'identity.unavailable' })
  expect(asked).toBe(1)
  passed = 10_001
  await expect(verify(signed)).rejects.toMatchObject({ code: 'identity.unavailable' })
  expect(asked).toBe(2)
  failing.close()
})

test('forbids a token without a known role', async () => {
  const verify = createJwtVerifier({ ...none, secret }, clock)
  await expect(verify(await token({ role: 'king' }))).rejects.toMatchObject({ code: 'request.forbidden' })
})

test('finds the role under a name or a path, and the highest in a list', () => {
  expect(roleFrom({ role: 'viewer' }, 'role')).toBe('viewer')
  expect(roleFrom({ realm: { roles: ['viewer', 'x', 'operator'] } }, 'realm.roles')).toBe('operator')
  expect(roleFrom({ 'https://example.com/role': 'admin' }, 'https://example.com/role')).toBe('admin')
  for (const role of [undefined, null, 7, 'Admin', ['x'], { admin: true }]) expect(roleFrom({ role }, 'role')).toBeNull()
  expect(roleFrom({ role: 'admin' }, 'role.length')).toBeNull()
})
