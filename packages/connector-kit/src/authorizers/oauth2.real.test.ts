import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { Clock } from '@linkspan/core/connector'
import { decodeProtectedHeader, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { createErpHttp } from '../http/erp-http.ts'
import type { HttpContext } from '../http/http-context.ts'
import { type Answer, httpContext, type Received, serve } from '../testing/serve.ts'
import { apiKey } from './api-key.ts'
import type { Authorizer } from './authorizer.ts'
import { oauth2Assertion, oauth2ClientCredentials, oauth2Password, samlBearerGrant } from './oauth2.ts'
import { oauth2JwtBearer } from './oauth2-jwt.ts'

const formOf = ({ body }: Received) => Object.fromEntries(new URLSearchParams(body))

/** An ERP and its token server at one origin: the n-th token is `token-n`, and the ERP takes those that `accepted` says. */
async function startErp(accepted: (token: string) => boolean = () => true, token: Answer['body'] = { expires_in: 3600 }) {
  let tokens = 0
  const server = await serve(({ url, headers }) => {
    if (url.pathname === '/token') {
      tokens++
      return typeof token === 'object' ? { body: { access_token: `token-${tokens}`, token_type: 'Bearer', ...token } } : { body: token }
    }
    return { status: accepted(String(headers.authorization).replace('Bearer ', '')) ? 200 : 401 }
  })
  const asked = () => server.received.filter(({ url }) => url.pathname === '/token')
  const shown = () => server.received.filter(({ url }) => url.pathname !== '/token').map(({ headers }) => headers.authorization)
  return Object.assign(server, { tokenUrl: `${server.origin}/token`, asked, shown })
}

function open(origin: string, authorizers: readonly Authorizer[], context: HttpContext) {
  const http = createErpHttp(context, { apiUrl: origin, authorizers })
  return Object.assign(http, { get: (path = '/orders') => http.call(new URL(path, origin)) })
}

test('client credentials: the secret goes into a Basic header, and one token serves all calls', async () => {
  await using erp = await startErp()
  const context = httpContext()
  const client = { tokenUrl: erp.tokenUrl, clientId: 'id:1', clientSecret: 'se cret', scope: 'a b', audience: 'x', resource: 'y' }
  await using http = open(erp.origin, [oauth2ClientCredentials(client, context)], context)
  await Promise.all([http.get(), http.get(), http.get()])
  await http.get()
  expect(erp.asked()).toHaveLength(1)
  const [asked] = erp.asked() as [Received]
  expect(asked.headers).toMatchObject({
    'content-type': 'application/x-www-form-urlencoded',
    authorization: `Basic ${Buffer.from('id%3A1:se%20cret').toString('base64')}`,
  })
  expect(formOf(asked)).toEqual({ grant_type: 'client_credentials', scope: 'a b', audience: 'x', resource: 'y' })
  expect(erp.shown()).toEqual(Array.from({ length: 4 }, () => 'Bearer token-1'))
  expect(context.secrets).toEqual(['token-1'])
})

test('the secret goes into the form if told, and a public client shows its id alone', async () => {
  await using erp = await startErp()
  const context = httpContext()
  const client = { tokenUrl: erp.tokenUrl, clientId: 'id', form: { company_id: 'acme' } }
  for (const more of [{ clientSecret: 's', secretIn: 'body' } as const, {}]) {
    await using http = open(erp.origin, [oauth2ClientCredentials({ ...client, ...more }, context)], context)
    await http.get()
  }
  const [withSecret, open_] = erp.asked() as [Received, Received]
  expect(formOf(withSecret)).toEqual({ grant_type: 'client_credentials', client_id: 'id', client_secret: 's', company_id: 'acme' })
  expect(formOf(open_)).toEqual({ grant_type: 'client_credentials', client_id: 'id', company_id: 'acme' })
  expect([withSecret, open_].map(({ headers }) => headers.authorization)).toEqual([undefined, undefined])
})

test('the password grant', async () => {
  await using erp = await startErp()
  const context = httpContext()
  const grant = { tokenUrl: erp.tokenUrl, clientId: 'ci', clientSecret: 'cs', username: 'saak', password: 'sask' }
  await using http = open(erp.origin, [oauth2Password(grant, context)], context)
  await http.get()
  expect(formOf(erp.asked()[0] as Received)).toEqual({ grant_type: 'password', username: 'saak', password: 'sask' })
})

test('a grant by an assertion, beside the key of a gateway', async () => {
  await using erp = await startErp()
  const context = httpContext()
  let made = 0
  const assertion = async () => `saml-${++made}`
  const grant = { tokenUrl: erp.tokenUrl, grantType: samlBearerGrant, assertion, clientId: 'id', form: { company_id: 'acme' } }
  const key = apiKey({ in: 'query', name: 'key', value: 'k' })
  await using http = open(erp.origin, [oauth2Assertion(grant, context), key], context)
  await http.get()
  expect(formOf(erp.asked()[0] as Received)).toEqual({
    grant_type: 'urn:ietf:params:oauth:grant-type:saml2-bearer',
    assertion: 'saml-1',
    client_id: 'id',
    company_id: 'acme',
  })
  expect(erp.received.at(-1)?.url.search).toBe('?key=k')
  expect(http.secretParameters).toEqual(['key'])
})

const clockAt = (time: { now: number }): Clock => ({ now: () => new Date(time.now) })

test.each([
  [
    'PS256',
    () =>
      generateKeyPairSync('rsa', {
        modulusLength: 3072,
        privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
        publicKeyEncoding: { type: 'spki', format: 'pem' },
      }),
  ],
  [
    'ES384',
    () =>
      generateKeyPairSync('ec', {
        namedCurve: 'P-384',
        privateKeyEncoding: { type: 'sec1', format: 'pem' },
        publicKeyEncoding: { type: 'spki', format: 'pem' },
      }),
  ],
] as const)('a JWT proves who the client is, signed with %s', async (algorithm, generate) => {
  const { privateKey, publicKey } = generate()
  await using erp = await startErp()
  const context = httpContext()
  const jwt = { privateKey, algorithm, keyId: 'cert-1', issuer: 'client', audience: erp.tokenUrl, claims: { scope: 'rest_webservices' } }
  await using http = open(erp.origin, [oauth2JwtBearer({ use: 'client', tokenUrl: erp.tokenUrl, jwt }, context)], context)
  await http.get()
  const { client_assertion: assertion = '', ...form } = formOf(erp.asked()[0] as Received)
  expect(form).toEqual({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  })
  expect(decodeProtectedHeader(assertion)).toEqual({ typ: 'JWT', alg: algorithm, kid: 'cert-1' })
  const { payload } = await jwtVerify(assertion, createPublicKey(publicKey), { issuer: 'client', audience: erp.tokenUrl })
  expect(payload).toMatchObject({ scope: 'rest_webservices', jti: expect.any(String) })
  expect(Number(payload.exp) - Number(payload.iat)).toBe(300)
})

test('a JWT that stands for a user is the grant itself, made anew for each token', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const time = { now: Date.now() }
  await using erp = await startErp()
  const context = httpContext({ clock: clockAt(time) })
  const jwt = {
    privateKey,
    passphrase: 'open',
    algorithm: 'RS256',
    issuer: 'app',
    subject: 'user',
    audience: 'https://idp',
    lifetimeSeconds: 60,
  }
  await using http = open(erp.origin, [oauth2JwtBearer({ use: 'grant', tokenUrl: erp.tokenUrl, jwt, scope: 's' }, context)], context)
  await http.get()
  time.now += 3600_000 - 60_000
  await http.get()
  const forms = erp.asked().map(formOf)
  expect(forms.map(({ grant_type, scope }) => [grant_type, scope])).toEqual([
    ['urn:ietf:params:oauth:grant-type:jwt-bearer', 's'],
    ['urn:ietf:params:oauth:grant-type:jwt-bearer', 's'],
  ])
  const options = { issuer: 'app', subject: 'user', audience: 'https://idp', currentDate: new Date(time.now) }
  const { payload } = await jwtVerify(forms[1]?.assertion ?? '', createPublicKey(publicKey), options)
  expect(payload.exp).toBe(Math.floor(time.now / 1000) + 60)
  expect(forms[0]?.assertion).not.toBe(forms[1]?.assertion)
})

test('a key that cannot be read is a fault of the settings, and is not told', async () => {
  const context = httpContext()
  const jwt = { privateKey: 'no key', algorithm: 'RS256', issuer: 'i', audience: 'a' }
  await using http = open(
    'http://127.0.0.1:1',
    [oauth2JwtBearer({ use: 'client', tokenUrl: 'http://127.0.0.1:1/t', jwt }, context)],
    context,
  )
  await expect(http.get()).rejects.toMatchObject({ code: 'setup.settings-invalid', message: expect.not.stringContaining('no key') })
})

test('a token is renewed a minute before it ends, and once after a 401', async () => {
  const time = { now: Date.now() }
  await using erp = await startErp((token) => token !== 'token-2')
  const context = httpContext({ clock: clockAt(time) })
  await using http = open(erp.origin, [oauth2ClientCredentials({ tokenUrl: erp.tokenUrl, clientId: 'i' }, context)], context)
  await http.get()
  time.now += 3600_000 - 60_001
  await http.get()
  expect(erp.asked()).toHaveLength(1)
  time.now += 1
  await http.get()
  expect(erp.shown().slice(-2)).toEqual(['Bearer token-2', 'Bearer token-3'])
  expect(erp.asked()).toHaveLength(3)
})

test.each([
  [{ status: 401, body: { error: 'invalid_client', error_description: 'Who?' } }, 'setup.credentials-rejected'],
  [{ status: 400, body: { error: 'invalid_grant' } }, 'setup.credentials-rejected'],
  [{ status: 400, body: { error: 'invalid_scope' } }, 'setup.request-refused'],
  [{ status: 503, headers: { 'retry-after': '7' } }, 'remote.throttled'],
  [{ status: 500 }, 'remote.unavailable'],
  [{ body: { token: 'elsewhere' } }, 'setup.answer-unexpected'],
  [{ body: '<html>' }, 'setup.answer-unexpected'],
  [{ body: { error: 'invalid_client' } }, 'setup.credentials-rejected'],
  [{ body: { success: false, message: 'Database timeout' } }, 'remote.unavailable'],
] as const)('a token server that answers %j is %s, and the ERP is not called', async (answer, code) => {
  await using server = await serve(() => answer)
  const context = httpContext()
  await using http = open(server.origin, [oauth2ClientCredentials({ tokenUrl: `${server.origin}/token`, clientId: 'i' }, context)], context)
  await expect(http.get()).rejects.toMatchObject({ code })
  expect(server.received.map(({ url }) => url.pathname)).toEqual(['/token'])
})

test('a token server that does not answer meets the deadline', async () => {
  await using server = await serve(() => new Promise(() => {}))
  const context = httpContext({ timeoutMs: 200 })
  await using http = open(server.origin, [oauth2ClientCredentials({ tokenUrl: `${server.origin}/token`, clientId: 'i' }, context)], context)
  await expect(http.get()).rejects.toMatchObject({ code: 'remote.timeout' })
})

test.each([null, 0, '', 'soon'])('a token whose life is %j is a token', async (expires_in) => {
  await using erp = await startErp(() => true, { expires_in })
  const context = httpContext()
  await using http = open(erp.origin, [oauth2ClientCredentials({ tokenUrl: erp.tokenUrl, clientId: 'id' }, context)], context)
  await http.get()
  await http.get()
  expect(erp.shown()).toEqual(['Bearer token-1', 'Bearer token-1'])
})

test('a token server that does not decode the secret is suspected only if there is something to decode', async () => {
  const refusal = { status: 401, body: { error: 'invalid_client' } }
  await using server = await serve(() => refusal)
  for (const [clientSecret, hint] of [
    ['pa/ss+word=', true],
    ['password', false],
  ] as const) {
    const context = httpContext()
    const client = { tokenUrl: `${server.origin}/token`, clientId: 'id', clientSecret }
    await using http = open(server.origin, [oauth2ClientCredentials(client, context)], context)
    const error = await http.get().catch((thrown: Error) => thrown)
    expect((error as Error).message.includes('secretIn')).toBe(hint)
  }
})

test('a 403 that says invalid_token renews the token', async () => {
  await using erp = await serve(({ url, headers }) => {
    if (url.pathname === '/token') return { body: { access_token: `token-${erp.received.length}` } }
    return headers.authorization === 'Bearer token-1'
      ? { status: 403, headers: { 'www-authenticate': 'Bearer error="invalid_token"' }, body: {} }
      : { body: { ok: true } }
  })
  const context = httpContext()
  await using http = open(erp.origin, [oauth2ClientCredentials({ tokenUrl: `${erp.origin}/token`, clientId: 'id' }, context)], context)
  expect((await http.get()).json()).toEqual({ ok: true })
})

test('a JWT that is refused for the time in it is signed once more, by the clock of the token server', async () => {
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const expiryOf = (body: string): number => {
    const assertion = new URLSearchParams(body).get('client_assertion') ?? ''
    return (JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString()) as { exp: number }).exp
  }
  await using server = await serve(({ url, body }) => {
    if (url.pathname !== '/token') return { status: 200 }
    return expiryOf(body) * 1000 > Date.now()
      ? { body: { access_token: 'token-1', expires_in: 3600 } }
      : { status: 401, body: { error: 'invalid_client' } }
  })
  const late: Clock = { now: () => new Date(Date.now() - 3_600_000) }
  const tokenUrl = `${server.origin}/token`
  const jwt = { privateKey, algorithm: 'ES256', issuer: 'client', audience: tokenUrl }
  for (const [clock, calls] of [
    [late, 2],
    [{ now: () => new Date() }, 1],
  ] as const) {
    const context = httpContext({ clock })
    const before = server.received.length
    await using http = open(server.origin, [oauth2JwtBearer({ use: 'client', tokenUrl, jwt }, context)], context)
    await http.get()
    expect(server.received.slice(before).filter(({ url }) => url.pathname === '/token')).toHaveLength(calls)
  }
})
