import { type AddressInfo, connect } from 'node:net'
import { createServer, type TLSSocket } from 'node:tls'
import { createAuthority } from '@linkspan/connector-kit/testing/certificates'
import { type Logger, loadConfig, silentLogger, systemClock } from '@linkspan/core'
import { createRedisPorts } from '@linkspan/redis'
import { startRedis } from '@linkspan/simulators'
import { expect, test } from 'vitest'

test('a Redis whose certificate nobody vouches for gets no password and no command, and the log says why', async () => {
  await using redis = await startRedis()
  using authority = createAuthority()
  const received: Buffer[] = []
  const front = createServer(authority.issue('localhost', 10), (socket: TLSSocket) => {
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
    await expect.poll(() => said.join('\n')).toMatch(/self-signed|unable to (?:verify|get)|issuer/i)
    await expect(ports.ping()).rejects.toMatchObject({ code: 'store.unavailable' })
    expect(Buffer.concat(received)).toHaveLength(0)
    expect(said.join('\n')).not.toContain('password-9')
  } finally {
    await ports[Symbol.asyncDispose]()
    front.close()
  }
})
