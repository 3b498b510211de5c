import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { systemClock } from '@linkspan/core'
import { afterEach, expect, test } from 'vitest'
import { createPoster, type PosterOptions } from './poster.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

async function receiver(answer: (response: ServerResponse, body: string) => void, host = '127.0.0.1'): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    answer(response, Buffer.concat(chunks).toString())
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  return `http://${host}:${(server.address() as AddressInfo).port}`
}

async function post(origin: string, options: Partial<PosterOptions> = {}, path = '/in?x=1') {
  await using poster = createPoster({ origin, outbound: { allowPrivate: true }, timeoutMs: 5000, clock: systemClock, ...options })
  const message = { url: new URL(path, origin), headers: { 'content-type': 'application/json' }, body: '{"a":"ä"}' }
  return await poster.post(message, new AbortController().signal)
}

test('the answer is given whatever its status, with the wait that it asks for', async () => {
  const origin = await receiver((response, body) => response.writeHead(429, { 'retry-after': '7' }).end(`no: ${body}`))
  expect(await post(origin)).toMatchObject({ status: 429, body: 'no: {"a":"ä"}', retryAfterMs: 7000 })
})

test('of an answer without end, only the first 4 kB are read', async () => {
  const origin = await receiver((response) => {
    response.writeHead(200)
    const more = () => {
      while (response.write('x'.repeat(65_536)));
      response.once('drain', more)
    }
    more()
  })
  const { status, body } = await post(origin)
  expect([status, body]).toEqual([200, 'x'.repeat(4096)])
})

test('an answer that breaks off counts by its status', async () => {
  const origin = await receiver((response) => {
    response.writeHead(200, { 'content-length': '100' }).write('half')
    setImmediate(() => response.destroy())
  })
  expect(await post(origin)).toMatchObject({ status: 200 })
})

test('a receiver that does not answer is given up after the deadline', async () => {
  const origin = await receiver(() => {})
  await expect(post(origin, { timeoutMs: 200 })).rejects.toMatchObject({ code: 'remote.timeout' })
})

test('a receiver that is not there is an error that names it', async () => {
  const origin = await receiver(() => {})
  servers.splice(0).forEach((server) => void server.close())
  await expect(post(origin)).rejects.toMatchObject({ code: 'remote.unreachable', message: expect.stringContaining(new URL(origin).host) })
})

test('a redirect is an answer, and nobody follows it', async () => {
  let inside = 0
  const target = await receiver((response) => {
    inside++
    response.end()
  })
  const origin = await receiver((response) => response.writeHead(307, { location: target }).end())
  expect(await post(origin)).toMatchObject({ status: 307 })
  expect(inside).toBe(0)
})

test('a private address is refused before anything is sent', async () => {
  let heard = 0
  const origin = await receiver((response) => {
    heard++
    response.end()
  })
  const { port } = new URL(origin)
  for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]'])
    await expect(post(new URL(`http://${host}:${port}`).origin, { outbound: { allowPrivate: false } })).rejects.toMatchObject({
      code: 'setup.address-forbidden',
    })
  expect(heard).toBe(0)
})
