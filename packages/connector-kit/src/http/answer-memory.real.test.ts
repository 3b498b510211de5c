import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { createByteBudget } from '@linkspan/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { httpContext, serve, type TestServer } from '../testing/serve.ts'
import { createAnswerMemory } from './answer-memory.ts'
import { createHttpClient } from './http-client.ts'

const body = 'x'.repeat(700_000)
let erp: TestServer
beforeAll(async () => {
  erp = await serve(({ url }) => (url.pathname === '/small' ? { body: '{}' } : { body }))
})
afterAll(() => erp[Symbol.asyncDispose]())

const clientOf = (answerBytes: ReturnType<typeof createByteBudget>, timeoutMs = 20_000, origin = erp.origin) =>
  createHttpClient({
    ...httpContext({ timeoutMs, outbound: { allowPrivate: true, answerBytes } }),
    origin,
    maxResponseBytes: 10_000_000,
  })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('an answer waits until the answers of others leave room for it, and its time limit does not run meanwhile', async () => {
  const budget = createByteBudget(1_000_000)
  const first = clientOf(budget)
  await using second = clientOf(budget, 1500)
  expect((await first.send({ url: '/large' })).body).toHaveLength(body.length)
  let isThere = false
  const waiting = second.send({ url: '/large' }).then((response) => {
    isThere = true
    return response
  })
  await pause(2500)
  expect(isThere).toBe(false)
  await using third = clientOf(budget)
  expect((await third.send({ url: '/small' })).text).toBe('{}')
  await first[Symbol.asyncDispose]()
  expect((await waiting).body).toHaveLength(body.length)
})

test('the page before is counted until the next answer is there, so a session that reads on does not wait for itself', async () => {
  await using client = clientOf(createByteBudget(1_000_000))
  for (let page = 0; page < 3; page += 1) expect((await client.send({ url: '/large' })).body).toHaveLength(body.length)
})

test('an answer that is larger than all there is, announced or packed, is refused with what to do', async () => {
  const packed = createServer((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(body)))
  await new Promise<void>((resolve) => packed.listen(0, '127.0.0.1', resolve))
  const { port } = packed.address() as AddressInfo
  for (const origin of [erp.origin, `http://127.0.0.1:${port}`]) {
    await using client = clientOf(createByteBudget(600_000), 20_000, origin)
    const refused = await client.send({ url: '/large' }).catch((thrown) => thrown)
    expect(refused).toMatchObject({ code: 'setup.answer-too-large', message: expect.stringContaining('ANSWER_MEMORY_MB') })
  }
  packed.close()
})

test('a session reads one large answer at a time, and small ones meanwhile', async () => {
  const { signal } = new AbortController()
  using memory = createAnswerMemory(createByteBudget(10_000_000))
  const first = memory.begin('first')
  await first.reserve(1_000_000, signal)
  const second = memory.begin('second')
  let isLet = false
  const waiting = second.reserve(1_000_000, signal)?.then(() => {
    isLet = true
  })
  expect(memory.begin('small').reserve(1000, signal)).toBeUndefined()
  await pause(0)
  expect(isLet).toBe(false)
  first[Symbol.dispose]()
  await waiting
  expect(isLet).toBe(true)
})
