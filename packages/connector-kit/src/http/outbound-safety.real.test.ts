import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type AppError, systemClock } from '@linkspan/core/connector'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { apiKey } from '../authorizers/api-key.ts'
import { type Authorizer, noAuthorization } from '../authorizers/authorizer.ts'
import { basic } from '../authorizers/basic.ts'
import { bearer } from '../authorizers/bearer.ts'
import { oauth2ClientCredentials } from '../authorizers/oauth2.ts'
import { logCapture, unlimited } from '../testing/open-context.ts'
import { createHttpClient, type HttpClientOptions } from './http-client.ts'

/** Something inside our network that no connection may reach. */
let port = 0
let heard: string[] = []
const inside = createServer((request, response) => {
  heard.push(`${request.method} ${request.url}`)
  response.end('{"access_token":"t"}')
})
beforeAll(async () => {
  await new Promise<void>((resolve) => inside.listen(0, '::', resolve))
  port = (inside.address() as AddressInfo).port
})
afterAll(() => inside.close())
beforeEach(() => {
  heard = []
})

const optionsFor = (allowPrivate: boolean): Omit<HttpClientOptions, 'origin'> => ({
  timeoutMs: 5000,
  maxResponseBytes: 10_000,
  outbound: { allowPrivate },
  clock: systemClock,
  logger: logCapture().logger,
  acquireCall: unlimited,
  onCall: () => {},
  signal: new AbortController().signal,
})

async function codeOfCall(origin: string, authorizer: Authorizer = noAuthorization, allowPrivate = false): Promise<string> {
  const options = optionsFor(allowPrivate)
  const client = createHttpClient({ ...options, origin: new URL(origin).origin, authorizer })
  try {
    await client.send({ url: '/' })
    return 'reached'
  } catch (thrown) {
    return (thrown as AppError).code
  } finally {
    await client[Symbol.asyncDispose]()
  }
}

const spellings = [
  'localhost',
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '0',
  '0.0.0.0',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '①②⑦.0.0.1',
]

test.each(spellings)('an ERP said to be at %s is not called while private addresses are closed', async (host) => {
  expect(await codeOfCall(`http://${host}:${port}`)).toBe('setup.address-forbidden')
  expect(heard).toEqual([])
})

test.each(spellings)('a token server said to be at %s is not called either', async (host) => {
  const tokenUrl = `http://${host}:${port}/token`
  const context = { ...optionsFor(false), onSecret() {} }
  await using proof = {
    [Symbol.asyncDispose]: async () => {},
    ...oauth2ClientCredentials({ tokenUrl, clientId: 'i', clientSecret: 's' }, context),
  }
  expect(await codeOfCall('http://erp.invalid', proof)).toBe('setup.address-forbidden')
  expect(heard).toEqual([])
})

test.each(['169.254.169.254', '[fd00:ec2::254]', '100.100.100.200', '192.168.0.1', '10.0.0.1', '172.16.0.1'])(
  'the metadata and private address %s is refused without a packet',
  async (host) => {
    expect(await codeOfCall(`http://${host}`)).toBe('setup.address-forbidden')
  },
)

test.each<[string, Authorizer]>([
  ['a line break in a token', bearer('a\r\nx-injected: 1')],
  ['a line break in a key', apiKey({ in: 'header', name: 'X-Key', value: 'a\r\nx-injected: 1' })],
  ['a line break in the name of a header', apiKey({ in: 'header', name: 'X-Key\r\nX-Injected', value: 'a' })],
  ['a header of HTTP itself', apiKey({ in: 'header', name: 'Transfer-Encoding', value: 'chunked' })],
])('%s is refused before anything is sent', async (_, proof) => {
  expect(await codeOfCall(`http://127.0.0.1:${port}`, proof, true)).toBe('setup.settings-invalid')
  expect(heard).toEqual([])
})

test('a line break in a user name, a password or a key of the query is only data', async () => {
  for (const proof of [
    basic('a\r\nb', 'c\r\nx-injected: 1'),
    apiKey({ in: 'query', name: 'key', value: 'a\r\nx-injected: 1 HTTP/1.1\r\n' }),
  ])
    expect(await codeOfCall(`http://127.0.0.1:${port}`, proof, true)).toBe('reached')
  expect(heard).toEqual(['GET /', 'GET /?key=a%0D%0Ax-injected%3A%201%20HTTP%2F1.1%0D%0A'])
})
