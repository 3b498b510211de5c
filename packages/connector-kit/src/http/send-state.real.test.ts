import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError, systemClock, systemStopwatch } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import type { Authorizer } from '../authorizers/authorizer.ts'
import { logCapture, unlimited } from '../testing/open-context.ts'
import { createHttpClient, type HttpClientOptions } from './http-client.ts'
import { notSentYet } from './send-state.ts'

async function serve(listener: RequestListener) {
  const posts: string[] = []
  const server = createServer((request, response) => {
    posts.push(`${request.method} ${request.url}`)
    listener(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    posts,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Posts once. Tells how it ended and whether it may have arrived. */
async function post(origin: string, options: Partial<HttpClientOptions> = {}, before: string[] = []) {
  await using client = createHttpClient({
    origin,
    timeoutMs: 2000,
    maxResponseBytes: 1000,
    outbound: { allowPrivate: true },
    clock: systemClock,
    logger: logCapture().logger,
    acquireCall: unlimited,
    onCall: () => {},
    signal: new AbortController().signal,
    ...options,
  })
  for (const url of before) await client.exchange({ url })
  const reach = notSentYet()
  const begun = systemStopwatch()
  const ended = await client.exchange({ method: 'POST', url: '/', body: '{"a":1}', reach }).then(
    ({ status }) => status,
    (thrown: AppError) => thrown.code,
  )
  const { mayHaveArrived, leftAt } = reach
  return { state: { ended, mayHaveArrived }, leftAfterMs: leftAt === null ? null : leftAt - begun }
}

const answerWell: RequestListener = (_, response) => response.end('{}')
const refuseSlot = () => Promise.reject(new AppError('store.unavailable', 'No Redis'))
const withoutToken: Authorizer = {
  secretParameters: [],
  authorize: () => Promise.reject(new AppError('remote.timeout', 'The token server did not answer')),
}

test.each([
  ['a host that nobody knows', { origin: 'http://no-such-host.invalid' }],
  ['a closed port', { origin: 'http://127.0.0.1:1' }],
  ['a certificate that does not come', { tls: true }],
  ['an address that is closed to us', { outbound: { allowPrivate: false } }],
  ['a permit that is not given', { acquireCall: refuseSlot }],
  ['a token that cannot be had', { authorizer: withoutToken }],
  ['a run that was stopped before', { signal: AbortSignal.abort(new AppError('run.cancelled', 'Stopped')) }],
  ['a header that HTTP does not allow', { headers: { 'x-a': 'a\nb' } }],
] as const)('%s keeps a request from leaving', async (_, more) => {
  await using server = await serve(answerWell)
  const { tls = false, ...options } = { tls: false, ...more }
  const { state, leftAfterMs } = await post(tls ? server.origin.replace('http:', 'https:') : server.origin, options)
  expect(state).toEqual({ ended: expect.stringContaining('.'), mayHaveArrived: false })
  expect(leftAfterMs).toBeNull()
  expect(server.posts).toEqual([])
})

test.each([
  ['an answer', answerWell, 200],
  ['a refusal', (_, response) => response.writeHead(500).end(), 500],
  ['a broken connection', (request) => request.socket.destroy(), 'remote.unreachable'],
  ['no answer', () => {}, 'remote.timeout'],
  [
    'half an answer',
    (_, response) => response.writeHead(200, { 'content-length': '9' }).write('{', () => response.destroy()),
    'remote.cut-short',
  ],
  ['an answer that is too long', (_, response) => response.end('x'.repeat(2000)), 'setup.answer-too-large'],
] as readonly (readonly [string, RequestListener, unknown])[])('%s means that a request may have arrived', async (_, listener, ended) => {
  await using server = await serve(listener)
  expect((await post(server.origin, { timeoutMs: 300 })).state).toEqual({ ended, mayHaveArrived: true })
  expect(server.posts).toEqual(['POST /'])
})

test('a connection that is kept open is no proof: what breaks on it may have arrived, and is sent once', async () => {
  await using server = await serve((request, response) => (request.method === 'POST' ? request.socket.destroy() : response.end('{}')))
  expect((await post(server.origin, {}, ['/first'])).state).toEqual({ ended: 'remote.unreachable', mayHaveArrived: true })
  expect(server.posts).toEqual(['GET /first', 'POST /'])
})

test('what was sent away with 401 has not arrived, if the new token cannot be had', async () => {
  const authorizer: Authorizer = {
    secretParameters: [],
    authorize: async () => {},
    renew: () => Promise.reject(new AppError('remote.unavailable', 'The token server is down')),
  }
  await using server = await serve((_, response) => response.writeHead(401).end())
  expect((await post(server.origin, { authorizer })).state).toEqual({ ended: 'remote.unavailable', mayHaveArrived: false })
})

test('a request leaves when it has its permit, and not before', async () => {
  const permitMs = 300
  await using server = await serve(answerWell)
  const acquireCall = async () => {
    const from = systemStopwatch()
    while (systemStopwatch() - from < permitMs) await new Promise((resolve) => setTimeout(resolve, 10))
    return unlimited()
  }
  expect((await post(server.origin, { acquireCall })).leftAfterMs).toBeGreaterThanOrEqual(permitMs)
})
