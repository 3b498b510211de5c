import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { type AppError, type CallAnswer, systemClock } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { logCapture, unlimited } from '../testing/open-context.ts'
import { createHttpClient, type HttpClient, type HttpClientOptions } from './http-client.ts'

interface Fixture extends AsyncDisposable {
  readonly client: HttpClient
  readonly url: string
  readonly requests: string[]
}

async function start(listener: RequestListener, options: Partial<HttpClientOptions> = {}): Promise<Fixture> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    listener(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = createHttpClient({
    origin: url,
    timeoutMs: 5000,
    maxResponseBytes: 100_000,
    outbound: { allowPrivate: true },
    clock: systemClock,
    logger: logCapture().logger,
    acquireCall: unlimited,
    onCall: () => {},
    signal: new AbortController().signal,
    ...options,
  })
  return {
    client,
    url,
    requests,
    async [Symbol.asyncDispose]() {
      await client[Symbol.asyncDispose]()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'no failure',
    (thrown: AppError) => thrown.code,
  )
const send = (response: ServerResponse, body: Buffer | string, headers: Record<string, string> = {}, status = 200) =>
  response.writeHead(status, headers).end(body)

const body = JSON.stringify({ text: 'schön '.repeat(100) })

test.each([
  ['gzip', gzipSync(body)],
  ['x-gzip', gzipSync(body)],
  ['br', brotliCompressSync(body)],
  ['deflate', deflateSync(body)],
  ['deflate', deflateRawSync(body)],
  ['gzip, br', brotliCompressSync(gzipSync(body))],
  ['identity', Buffer.from(body)],
])('reads an answer in %s', async (encoding, bytes) => {
  await using fixture = await start((_, response) => send(response, bytes, { 'content-encoding': encoding }))
  expect((await fixture.client.send({ url: '/' })).json()).toEqual(JSON.parse(body))
})

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
] as const)('a bomb in %s is not unpacked', async (encoding, compress) => {
  const bomb = compress(Buffer.alloc(50_000_000, 32))
  await using fixture = await start((_, response) => send(response, bomb, { 'content-encoding': encoding }))
  expect(await codeOf(fixture.client.send({ url: '/' }))).toBe('setup.answer-too-large')
})

test.each([
  ['a compressed answer that ends early', gzipSync(body).subarray(0, 30), { 'content-encoding': 'gzip' }, 'remote.cut-short'],
  ['an answer that is not compressed as it says', Buffer.from(body), { 'content-encoding': 'gzip' }, 'setup.answer-unexpected'],
  ['an unknown compression', Buffer.from(body), { 'content-encoding': 'zst' }, 'setup.answer-unexpected'],
  ['an announced length that is too much', Buffer.alloc(200_000), { 'content-length': '200000' }, 'setup.answer-too-large'],
] as const)('%s is %s', async (_, bytes, headers, code) => {
  await using fixture = await start((_request, response) => send(response, bytes, headers))
  expect(await codeOf(fixture.client.send({ url: '/' }))).toBe(code)
})

test('an answer shorter than announced is cut short, one that never begins is unreachable', async () => {
  await using cut = await start((_, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('{"a":', () => response.destroy())
  })
  expect(await codeOf(cut.client.send({ url: '/' }))).toBe('remote.cut-short')
  await using closed = await start((request) => request.socket.destroy())
  expect(await codeOf(closed.client.send({ url: '/' }))).toBe('remote.unreachable')
})

test.each([
  ['application/json', '{"a":1}', { a: 1 }],
  ['text/plain', '{"a":1}', { a: 1 }],
  ['application/json; charset=iso-8859-1', Buffer.from('{"a":"\u00fc"}', 'latin1'), { a: 'ü' }],
])('JSON is taken as %s', async (type, text, value) => {
  await using fixture = await start((_, response) => send(response, text, { 'content-type': type }))
  expect((await fixture.client.send({ url: '/' })).json()).toEqual(value)
})

test.each([
  ['a login page', '<!DOCTYPE html><html><title>Sign in</title></html>', 'setup.answer-unexpected'],
  ['no JSON', 'OK', 'setup.answer-unexpected'],
  ['nothing', '', 'setup.answer-unexpected'],
  ['something nested without end', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'setup.answer-unexpected'],
  ['half of it', '{"data":[{"id":"1"', 'remote.cut-short'],
])('%s in place of JSON is %s', async (_, text, code) => {
  await using fixture = await start((_request, response) => send(response, text, { 'content-length': String(text.length) }))
  const response = await fixture.client.send({ url: '/' })
  expect(() => response.json()).toThrow(expect.objectContaining({ code }))
})

test('redirects are followed within the origin only, and not without end', async () => {
  await using fixture = await start((request, response) => {
    const target = new URL(request.url ?? '/', 'http://x').searchParams.get('to')
    if (target === null) send(response, '{}')
    else send(response, '', { location: target }, 302)
  })
  const to = (target: string) => ({ url: `/?to=${encodeURIComponent(target)}` })
  expect((await fixture.client.send(to('/there'))).url.pathname).toBe('/there')
  expect(await codeOf(fixture.client.send(to('https://evil.example.com/')))).toBe('setup.redirect-refused')
  expect(await codeOf(fixture.client.send(to(fixture.url.replace('http:', 'https:'))))).toBe('setup.redirect-refused')
  expect(await codeOf(fixture.client.send({ ...to('/there'), method: 'POST' }))).toBe('setup.redirect-refused')
  await using loop = await start((_, response) => send(response, '', { location: '/' }, 302))
  expect(await codeOf(loop.client.send({ url: '/' }))).toBe('setup.redirect-refused')
  expect(loop.requests).toHaveLength(6)
})

test('an unknown host, a closed port and another origin have names', async () => {
  const unknown = 'http://no-such-host.invalid'
  await using fixture = await start((_, response) => send(response, '{}'), { origin: unknown })
  expect(['setup.host-unknown', 'remote.unreachable']).toContain(await codeOf(fixture.client.send({ url: '/' })))
  expect(await codeOf(fixture.client.send({ url: 'http://elsewhere.invalid/' }))).toBe('setup.redirect-refused')
  await using closed = await start((_, response) => send(response, '{}'), { origin: 'http://127.0.0.1:1' })
  expect(await codeOf(closed.client.send({ url: '/' }))).toBe('remote.unreachable')
  await using tls = await start((_, response) => send(response, '{}'))
  await using wrong = await start((_, response) => send(response, '{}'), { origin: tls.url.replace('http:', 'https:') })
  expect(await codeOf(wrong.client.send({ url: '/' }))).toBe('setup.answer-unexpected')
})

test('a name that leads to a private address is refused when the socket is opened', async () => {
  await using fixture = await start((_, response) => send(response, '{}'))
  const origin = fixture.url.replace('127.0.0.1', 'localhost')
  await using closed = await start((_, response) => send(response, '{}'), { origin, outbound: { allowPrivate: false } })
  expect(await codeOf(closed.client.send({ url: '/' }))).toBe('setup.address-forbidden')
  expect(fixture.requests).toHaveLength(0)
})

test('the deadline holds for headers and body alike, and an aborted signal ends all', async () => {
  for (const hang of [(_response: ServerResponse) => {}, (response: ServerResponse) => void response.writeHead(200).write('{')]) {
    await using fixture = await start((_, response) => hang(response), { timeoutMs: 100 })
    expect(await codeOf(fixture.client.send({ url: '/' }))).toBe('remote.timeout')
  }
  await using fixture = await start(() => {}, { signal: AbortSignal.timeout(50) })
  expect(await codeOf(fixture.client.send({ url: '/' }))).toBe('remote.timeout')
  expect(await codeOf(fixture.client.send({ url: '/' }))).toBe('remote.timeout')
})

test('a call that gets no answer in time tells the pace that the ERP is overloaded; one that is stopped from outside says nothing', async () => {
  const told: CallAnswer[] = []
  const acquireCall = async () => ({ answered: (answer: CallAnswer) => void told.push(answer), [Symbol.dispose]() {} })
  for (const signal of [AbortSignal.timeout(50), AbortSignal.abort()]) {
    await using stopped = await start(() => {}, { acquireCall, signal })
    await codeOf(stopped.client.send({ url: '/' }))
  }
  expect(told).toEqual([])
  await using silent = await start(() => {}, { acquireCall, timeoutMs: 100 })
  expect(await codeOf(silent.client.send({ url: '/orders/17' }))).toBe('remote.timeout')
  expect(told).toEqual([{ kind: 'GET /orders/', ms: expect.any(Number), verdict: 'overloaded' }])
})

test('a status is classified by send, and handed over by exchange', async () => {
  await using fixture = await start((_, response) => send(response, '{"message":"No"}', { 'retry-after': '3' }, 429))
  expect((await fixture.client.exchange({ url: '/' })).status).toBe(429)
  await expect(fixture.client.send({ url: '/a?secret=1' })).rejects.toMatchObject({
    code: 'remote.throttled',
    retryAfterMs: 3000,
    message: 'GET /a: HTTP 429',
    details: { status: 429, path: '/a', answer: 'No' },
  })
})
