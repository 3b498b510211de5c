import { createHmac, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { type NetSuite, startNetSuite } from './netsuite.ts'

type Json = Readonly<Record<string, unknown>>

const start = () => startNetSuite({ dataset: { products: 12, orders: 5, employees: 3 } })
const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')
const now = () => Math.floor(Date.now() / 1000)

function assertionOf(erp: NetSuite, claims: Json = {}, header: Json = {}): string {
  const aud = `${erp.url}/services/rest/auth/oauth2/v1/token`
  const payload = { iss: erp.clientId, aud, scope: 'rest_webservices', iat: now(), exp: now() + 600, ...claims }
  const text = `${encoded({ alg: 'ES256', typ: 'JWT', kid: erp.certificateId, ...header })}.${encoded(payload)}`
  const signature = sign('sha256', Buffer.from(text), { key: erp.privateKey, dsaEncoding: 'ieee-p1363' })
  return `${text}.${signature.toString('base64url')}`
}

async function askToken(erp: NetSuite, assertion: string): Promise<{ readonly status: number; readonly token: string }> {
  const form = {
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  }
  const response = await fetch(`${erp.url}/services/rest/auth/oauth2/v1/token`, { method: 'POST', body: new URLSearchParams(form) })
  const { access_token: token = '' } = (await response.json()) as { access_token?: string }
  return { status: response.status, token }
}

test('a JWT is verified: its signature, its certificate, its audience, its scope and its times', async () => {
  await using erp = await start()
  expect((await askToken(erp, assertionOf(erp))).status).toBe(200)
  const valid = assertionOf(erp)
  const wrong = [
    `${valid.slice(0, -8)}AAAAAAAA`,
    assertionOf(erp, {}, { kid: 'other' }),
    assertionOf(erp, {}, { alg: 'RS256' }),
    assertionOf(erp, { aud: 'https://example.com' }),
    assertionOf(erp, { scope: 'restlets' }),
    assertionOf(erp, { exp: now() + 3600 }),
    assertionOf(erp, { iat: now() - 900, exp: now() - 300 }),
  ]
  for (const assertion of wrong) expect((await askToken(erp, assertion)).status).toBe(401)
  expect(erp.auth.auditTrail).toHaveLength(wrong.length)
})

test('an OAuth 1.0a signature is verified, and its nonce is taken once', async () => {
  await using erp = await start()
  const { consumerKey, consumerSecret, tokenId, tokenSecret, realm } = erp.tba
  const strict = (text: string) =>
    encodeURIComponent(text).replace(/[!*'()]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  const url = `${erp.url}/services/rest/query/v1/suiteql`
  const own = {
    oauth_consumer_key: consumerKey,
    oauth_nonce: 'abcdef123456',
    oauth_signature_method: 'HMAC-SHA256',
    oauth_timestamp: String(now()),
    oauth_token: tokenId,
    oauth_version: '1.0',
  }
  const parameters = Object.entries({ limit: '2', ...own })
    .map(([name, value]) => `${strict(name)}=${strict(value)}`)
    .sort()
  const base = ['POST', strict(url), strict(parameters.join('&'))].join('&')
  const signature = createHmac('sha256', `${strict(consumerSecret)}&${strict(tokenSecret)}`)
    .update(base)
    .digest('base64')
  const ask = async (given: string, from = realm) => {
    const parts = Object.entries({ realm: from, ...own, oauth_signature: given }).map(([name, value]) => `${name}="${strict(value)}"`)
    const headers = { authorization: `OAuth ${parts.join(', ')}`, prefer: 'transient' }
    return (
      await fetch(`${url}?limit=2`, { method: 'POST', headers, body: JSON.stringify({ q: 'SELECT i.id FROM item i ORDER BY i.id' }) })
    ).status
  }
  expect([await ask(signature, 'other'), await ask('AAAA'), await ask(signature), await ask(signature)]).toEqual([401, 401, 200, 401])
})

async function openQueries(erp: NetSuite) {
  const { token } = await askToken(erp, assertionOf(erp))
  return async (q: string, { search = '', prefer = 'transient' } = {}) => {
    const headers = { authorization: `Bearer ${token}`, prefer }
    const response = await fetch(`${erp.url}/services/rest/query/v1/suiteql${search}`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ q }),
    })
    return { status: response.status, body: (await response.json()) as Json }
  }
}

test('queries are run: texts, dates of the account, absent nulls, names behind ids', async () => {
  await using erp = await start()
  const ask = await openQueries(erp)
  const { body } = await ask(
    `SELECT t.id, t.trandate, TO_CHAR(t.trandate, 'YYYY-MM-DD') AS Day, BUILTIN.DF(t.currency) AS currency, t.externalid FROM transaction t
     WHERE t.type = 'SalesOrd' AND t.lastmodifieddate >= TO_DATE('2020-01-31 10:00:00', 'YYYY-MM-DD HH24:MI:SS') ORDER BY t.id`,
    { search: '?limit=2&offset=2' },
  )
  expect(body).toMatchObject({ count: 2, offset: 2, totalResults: 5, hasMore: true })
  const [row] = body.items as readonly Json[]
  expect(row).toEqual({
    links: [],
    id: '4000002',
    trandate: expect.stringMatching(/^\d{1,2}\/\d{1,2}\/20\d\d$/),
    day: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
    currency: 'Euro',
  })
})

test.each([
  ['SELECT t.createdfrom FROM transaction t', 400, /Unknown identifier 'createdfrom'/],
  ['SELECT t.shipstatus FROM transaction t', 500, /unexpected error/],
  ['SELECT i.id FROM items i', 400, /Record 'items' was not found/],
  ['SELECT i.id FROM item i WHERE i.id > ?', 400, /Unexpected/],
  ['SELECT i.id FROM item i;', 400, /Unexpected/],
  ['SELECT i.id FROM item i LIMIT 5', 400, /./],
  ['SELECT printf(i.id) FROM item i', 400, /Unknown function/],
  ['SELECT i._updated FROM item i', 400, /Unknown identifier/],
  ['DELETE FROM item', 400, /unsupported/],
])('%s is answered with %i', async (query, status, words) => {
  await using erp = await start()
  const ask = await openQueries(erp)
  const answer = await ask(query)
  expect([answer.status, JSON.stringify(answer.body['o:errorDetails'])]).toEqual([status, expect.stringMatching(words)])
})

test.each([['?limit=1001'], ['?limit=0'], ['?limit=10&offset=5'], ['?limit=1000&offset=100000'], ['?limit=10&offset=10000']])(
  'a page %s is refused',
  async (search) => {
    await using erp = await start()
    const ask = await openQueries(erp)
    expect((await ask('SELECT i.id FROM item i', { search })).status).toBe(400)
    expect((await ask('SELECT i.id FROM item i', { prefer: 'return=minimal' })).status).toBe(400)
  },
)
