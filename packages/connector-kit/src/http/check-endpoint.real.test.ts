import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { systemClock } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { createAuthority } from '../testing/certificates.ts'
import { clockCheck, endpointChecks } from './check-endpoint.ts'
import type { Endpoint } from './endpoint.ts'

const endpoint = (url: string, allowPrivate = true): Endpoint => ({
  url: new URL(url),
  timeoutMs: 5000,
  outbound: { allowPrivate },
  clock: systemClock,
  signal: new AbortController().signal,
})
const run = (name: string, of: Endpoint) =>
  endpointChecks(of)
    .find((step) => step.name === name)
    ?.run()

async function listening<Kind extends Server>(server: Kind): Promise<{ readonly port: number } & AsyncDisposable> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}

test('a name is looked up, and its addresses are judged', async () => {
  expect(await run('DNS', endpoint('http://localhost:1'))).toMatch(/^localhost is at .*127\.0\.0\.1|::1/)
  expect(await run('DNS', endpoint('http://127.0.0.1:1'))).toContain('nothing to look up')
  await expect(run('DNS', endpoint('http://localhost:1', false))).rejects.toMatchObject({ code: 'setup.address-forbidden' })
  await expect(run('TCP/TLS', endpoint('http://localhost:1', false))).rejects.toMatchObject({ code: 'setup.address-forbidden' })
  await expect(run('DNS', endpoint('http://[::1]:1', false))).rejects.toMatchObject({ code: 'setup.address-forbidden' })
})

test('a plain connection is said to be one, a closed port is unreachable', async () => {
  const server = createServer()
  const { port, ...disposable } = await listening(server)
  await using _ = disposable
  expect(await run('TCP/TLS', endpoint(`http://127.0.0.1:${port}`))).toMatch(/in \d+ ms; not encrypted/)
  await expect(run('TCP/TLS', endpoint('http://127.0.0.1:1'))).rejects.toMatchObject({ code: 'remote.unreachable' })
})

const seen = new Date('2026-03-01T10:00:00Z')
test.each([
  ['2026-03-01T10:00:01Z', 'The clocks agree to the second'],
  ['2026-03-01T10:00:30Z', "The ERP's clock is 30 s ahead of ours"],
  ['2026-03-01T09:59:00Z', "The ERP's clock is 60 s behind ours"],
])('with the date %s, %s', async (serverTime, sentence) => {
  expect(await clockCheck(systemClock, () => ({ serverTime, seen })).run()).toBe(sentence)
})

test('more than five minutes are too many, no date is no fault', async () => {
  const far = clockCheck(systemClock, () => ({ serverTime: '2026-03-01T10:06:00Z', seen }))
  await expect(far.run()).rejects.toMatchObject({ code: 'setup.clock-skewed' })
  expect(await clockCheck(systemClock, () => null).run()).toContain('not known')
})

test('what the steps find besides is kept: when a certificate ends, trusted or not, and how far the clock is off', async () => {
  using authority = createAuthority()
  const { port, ...disposable } = await listening(createSecureServer(authority.issue('localhost', 20)))
  await using _ = disposable
  const step = endpointChecks(endpoint(`https://localhost:${port}`)).find(({ name }) => name === 'TCP/TLS')
  expect(step?.facts?.()).toEqual({})
  await expect(step?.run()).rejects.toMatchObject({ code: 'setup.certificate-untrusted' })
  const leftMs = Date.parse(step?.facts?.().certificateExpiresAt ?? '') - Date.now()
  expect(leftMs / 86_400_000).toBeGreaterThan(19)
  expect(leftMs / 86_400_000).toBeLessThanOrEqual(20)
  expect(clockCheck(systemClock, () => ({ serverTime: '2026-03-01T09:59:00Z', seen })).facts?.()).toEqual({ clockOffsetMs: -60_000 })
  expect(clockCheck(systemClock, () => null).facts?.()).toEqual({})
})
