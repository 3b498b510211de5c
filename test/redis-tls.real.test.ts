import { type AddressInfo, connect } from 'node:net'
import { createServer, type TLSSocket } from 'node:tls'
import { type Authority, type Certificate, createAuthority } from '@linkspan/connector-kit/testing/certificates'
import { type Logger, loadConfig, silentLogger, systemClock } from '@linkspan/core'
import { createRedisPorts } from '@linkspan/redis'
import { startRedis } from '@linkspan/simulators'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startStack } from './stack/stack.ts'

let authority: Authority
beforeAll(() => {
  authority = createAuthority()
})
afterAll(() => authority[Symbol.dispose]())

test.each([
  ['nobody vouches for', () => authority.selfSigned('localhost'), 'is signed by nobody but itself'],
  ['an unknown authority has signed', () => authority.issue('localhost', 10), 'is from an issuer that is not known here'],
])('a Redis whose certificate %s gets no password and no command, and the log says why', async (_, certificate, words) => {
  await using redis = await startRedis()
  const received: Buffer[] = []
  const front = createServer(certificate(), (socket: TLSSocket) => {
    socket.on('data', (bytes) => received.push(bytes)).on('error', () => {})
    socket.pipe(connect(redis.port, '127.0.0.1')).pipe(socket)
  })
  front.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
  const { port } = front.address() as AddressInfo
  const said: string[] = []
  const write = (fields: object, message: string) => void said.push(`${message} ${JSON.stringify(fields)}`)
  const logger: Logger = { ...silentLogger, warn: write, error: write, child: () => logger }
  const config = loadConfig({ REDIS_URL: `rediss://:password-9@localhost:${port}` }, 'worker')
  const ports = createRedisPorts({ config, offlinePolicy: 'fail', clock: systemClock, logger })
  try {
    await expect.poll(() => said.join('\n')).toContain(`The certificate of Redis ${words}`)
    await expect(ports.ping()).rejects.toMatchObject({ code: 'store.unavailable' })
    expect(Buffer.concat(received)).toHaveLength(0)
    expect(said.join('\n')).not.toContain('password-9')
  } finally {
    await ports[Symbol.asyncDispose]()
    front.close()
  }
})

test('a Redis with a good certificate for another host is told as that, and one for its own host is used', async () => {
  await using redis = await startRedis()
  const relay = async (certificate: Certificate) => {
    const server = createServer(certificate, (socket: TLSSocket) => {
      socket.on('error', () => {})
      socket.pipe(connect(redis.port, '127.0.0.1').on('error', () => {})).pipe(socket)
    })
    server.on('tlsClientError', () => {})
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return server
  }
  const [right, wrong] = await Promise.all([relay(authority.issue('localhost', 10)), relay(authority.issue('redis.example.com', 10))])
  const urlOf = (server: typeof right) => `rediss://localhost:${(server.address() as AddressInfo).port}`
  try {
    await using stack = await startStack({ redis, workers: 0, env: { REDIS_URL: urlOf(right), NODE_EXTRA_CA_CERTS: authority.file } })
    await stack.startWorker()
    expect(stack.output()).not.toContain('certificate of Redis')
    stack.startWorker({ REDIS_URL: urlOf(wrong) }).catch(() => {}) // it never becomes ready
    await expect.poll(() => stack.output()).toContain('The certificate of Redis is for another host')
  } finally {
    right.close()
    wrong.close()
  }
})
