import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { createErpHttp } from '../http/erp-http.ts'
import { httpContext, type Received, serve } from '../testing/serve.ts'
import { oauth1 } from './oauth1.ts'

const keys = { consumerKey: 'ck', consumerSecret: 'c&s ü', tokenId: 'tk', tokenSecret: 't/s' }
const realm = '1234567_SB1'

const encode = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** The fields of an OAuth header. */
const fieldsOf = (header = '') =>
  new Map([...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decodeURIComponent(value)]))

/** Signs a request as RFC 5849, 3.4 says, beginning with what the server has received. */
function signatureOf({ method, url, headers, body }: Received): string {
  const fields = [...fieldsOf(headers.authorization)].filter(([name]) => name !== 'realm' && name !== 'oauth_signature')
  const isForm = headers['content-type'] === 'application/x-www-form-urlencoded'
  const parameters = [...fields, ...url.searchParams, ...(isForm ? new URLSearchParams(body) : [])]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
  const base = [method, `http://${headers.host}${url.pathname}`, parameters.join('&')].map(encode).join('&')
  return createHmac('sha256', `${encode(keys.consumerSecret)}&${encode(keys.tokenSecret)}`)
    .update(base)
    .digest('base64')
}

const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: "a=1&b=x+y&a=(*')" } as const
test.each([
  ['/record/v1/salesOrder?limit=1000&offset=0', {}],
  ["/query?q=a%20b%26c+d'!*()&$expand=x%2Fy", {}],
  ['/query?id=2&id=10&id=1&empty=', {}],
  ['/query?q=a?b&na%20me=ü', {}],
  ['/form?z=1', form],
  ['/json', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"a":1}' }],
] as const)('%s is signed so that the server can check it', async (path, request) => {
  await using server = await serve(() => ({}))
  const context = httpContext()
  const http = createErpHttp(context, { apiUrl: server.origin, authorizers: [oauth1({ ...keys, realm }, context.clock)] })
  await using _ = http
  await http.call(new URL(path, server.origin), request)
  const received = server.received[0] as Received
  const fields = fieldsOf(received.headers.authorization)
  expect(received.headers.authorization).toMatch(/^OAuth realm="1234567_SB1"/)
  expect(fields.get('oauth_signature')).toBe(signatureOf(received))
  expect(Object.fromEntries(fields)).toMatchObject({
    oauth_consumer_key: 'ck',
    oauth_token: 'tk',
    oauth_signature_method: 'HMAC-SHA256',
    oauth_version: '1.0',
  })
  expect(Math.abs(Number(fields.get('oauth_timestamp')) - Date.now() / 1000)).toBeLessThan(10)
})

test('no nonce is used twice', async () => {
  await using server = await serve(() => ({}))
  const context = httpContext()
  await using http = createErpHttp(context, { apiUrl: server.origin, authorizers: [oauth1(keys, context.clock)] })
  for (let call = 0; call < 20; call++) await http.call(new URL(server.origin))
  const nonces = server.received.map(({ headers }) => fieldsOf(headers.authorization).get('oauth_nonce'))
  expect(new Set(nonces).size).toBe(20)
  expect(server.received[0]?.headers.authorization).not.toContain('realm')
})
