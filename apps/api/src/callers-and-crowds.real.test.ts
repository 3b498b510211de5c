import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { type Harness, secretsOf, startHarness } from './testing/harness.ts'

const url = '/api/v1/erp/providers'

test.each([
  ['no proxy', '', '127.0.0.1'],
  ['one hop', '1', '203.0.113.9'],
  ['two hops', '2', '198.51.100.7'],
  ['a range that contains the proxy', '127.0.0.0/8', '203.0.113.9'],
  ['a range that does not', '10.0.0.0/8', '127.0.0.1'],
])('a failed login is audited with the right address if TRUST_PROXY trusts %s', async (_, trusted, address) => {
  await using harness = await startHarness({ TRUST_PROXY: trusted })
  const forwarded = { 'x-forwarded-for': '198.51.100.7, 203.0.113.9' }
  await harness.app.inject({ url, headers: { ...forwarded, authorization: 'Bearer wrong-secret' } })
  const [event] = (await harness.as('viewer', { url: '/api/v1/audit-logs?limit=1' })).json()
  expect(event).toMatchObject({ action: 'login_failed', ipAddress: address })
})

test('callers without credentials behind a proxy are counted by their own addresses', async () => {
  await using harness = await startHarness({ TRUST_PROXY: '1', RATE_LIMIT: '100' })
  const from = async (address: string) => (await harness.app.inject({ url, headers: { 'x-forwarded-for': address } })).statusCode
  expect([await from('203.0.113.1'), await from('203.0.113.1'), await from('203.0.113.2')]).toEqual([401, 429, 401])
})

const listening = async ({ app }: Harness): Promise<number> => {
  await app.listen({ host: '127.0.0.1', port: 0 })
  return (app.server.address() as AddressInfo).port
}

test('a client that sends headers or a body too slowly is cut off, and others are served meanwhile', async () => {
  await using harness = await startHarness()
  const port = await listening(harness)
  expect(harness.app.server.headersTimeout).toBeLessThanOrEqual(20_000)
  expect(harness.app.server.requestTimeout).toBeLessThanOrEqual(60_000)
  Object.assign(harness.app.server, { headersTimeout: 200, requestTimeout: 400 })
  const slow = [
    `GET ${url} HTTP/1.1\r\nhost: x\r\nx-slow: `,
    `POST /api/v1/erp/connections HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${secretsOf.admin}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{`,
  ]
  const answers = slow
    .flatMap((begin) => Array.from({ length: 100 }, () => begin))
    .map(async (begin) => {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => {})
      socket.write(begin)
      const drops = setInterval(() => socket.write('a'), 50)
      return text(socket).finally(() => clearInterval(drops))
    })
  expect((await fetch(`http://127.0.0.1:${port}${url}`, { headers: { authorization: `Bearer ${secretsOf.viewer}` } })).status).toBe(200)
  for (const answer of await Promise.all(answers)) expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*application\/problem\+json/)
})

test('a body over the limit is refused, by its content-length or, without one, by its real length', async () => {
  await using harness = await startHarness()
  const port = await listening(harness)
  const head = `POST /api/v1/erp/connections HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${secretsOf.admin}\r\ncontent-type: application/json\r\n`
  const ask = async (rest: string) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write(`${head}${rest}`)
    return text(socket)
  }
  expect(await ask('content-length: 999999999999\r\n\r\n{')).toMatch(/^HTTP\/1\.1 413 /)
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
  expect(await ask(`transfer-encoding: chunked\r\n\r\n${chunk.repeat(20)}0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /)
})
