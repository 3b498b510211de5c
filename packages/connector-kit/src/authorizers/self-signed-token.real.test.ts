import { createHash, X509Certificate } from 'node:crypto'
import { decodeProtectedHeader, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { createErpHttp } from '../http/erp-http.ts'
import { createAuthority } from '../testing/certificates.ts'
import { httpContext, type Received, serve } from '../testing/serve.ts'
import { oauth2JwtBearer } from './oauth2-jwt.ts'
import { selfSignedToken } from './self-signed-token.ts'

test('a JWT that we sign is the bearer token itself, shows its certificate, and is signed anew before it ends', async () => {
  using authority = createAuthority()
  const { key, cert } = authority.selfSigned('linkspan')
  await using erp = await serve(() => ({}))
  const time = { now: Date.now() }
  const context = httpContext({ clock: { now: () => new Date(time.now) } })
  const certificate = cert.toString()
  const jwt = { privateKey: key.toString(), certificate, algorithm: 'ES256', issuer: 'trusted', subject: 'user', audience: 'erp' }
  await using http = createErpHttp(context, { apiUrl: erp.origin, authorizers: [selfSignedToken(jwt, context)] })
  for (const wait of [0, 0, 250_000]) {
    time.now += wait
    await http.call(new URL('/orders', erp.origin))
  }
  const tokens = erp.received.map(({ headers }) => String(headers.authorization).replace('Bearer ', ''))
  expect(tokens[1]).toBe(tokens[0])
  expect(tokens[2]).not.toBe(tokens[0])
  expect(context.secrets).toEqual([tokens[0], tokens[2]])
  const { raw, publicKey } = new X509Certificate(certificate)
  const x5t = createHash('sha1').update(raw).digest('base64url')
  expect(decodeProtectedHeader(tokens[0] ?? '')).toEqual({ typ: 'JWT', alg: 'ES256', x5t })
  await jwtVerify(tokens[2] ?? '', publicKey, { issuer: 'trusted', subject: 'user', audience: 'erp', currentDate: new Date(time.now) })
})

test('a user assertion may come with an assertion of the client, and a certificate that cannot be read is a fault of the settings', async () => {
  using authority = createAuthority()
  const privateKey = authority.selfSigned('linkspan').key.toString()
  await using erp = await serve(() => ({ body: { access_token: 'token-1' } }))
  const context = httpContext()
  const jwt = { privateKey, algorithm: 'ES256', issuer: 'client', subject: 'user', audience: 'idp' }
  const tokenUrl = `${erp.origin}/token`
  const open = (more: object) => {
    const authorizer = oauth2JwtBearer(
      { use: 'grant', tokenUrl, jwt: { ...jwt, ...more }, clientJwt: { ...jwt, subject: 'client' } },
      context,
    )
    return createErpHttp(context, { apiUrl: erp.origin, authorizers: [authorizer] })
  }
  await using http = open({})
  await http.call(new URL('/orders', erp.origin))
  const form = Object.fromEntries(new URLSearchParams((erp.received[0] as Received).body))
  const subjectIn = (token = '') => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sub
  expect(form.grant_type).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer')
  expect([subjectIn(form.assertion), subjectIn(form.client_assertion)]).toEqual(['user', 'client'])
  await using wrong = open({ certificate: 'none' })
  await expect(wrong.call(new URL('/orders', erp.origin))).rejects.toMatchObject({ code: 'setup.settings-invalid' })
})
