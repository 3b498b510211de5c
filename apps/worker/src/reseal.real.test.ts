import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createConnectorRegistry } from '@linkspan/connectors'
import {
  type Caller,
  createCore,
  createSecretBox,
  loadConfig,
  randomIds,
  resealConnections,
  silentLogger,
  systemClock,
} from '@linkspan/core'
import { createRedisPorts } from '@linkspan/redis'
import { findFreePort, startRedis, startRestErp } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import { Webhook as Verifier } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { startWorker } from './worker.ts'

const caller: Caller = { id: 'tester', role: 'admin', authentication: 'test', ipAddress: null, userAgent: null, requestId: null }
const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString('base64')}`
const [old, young] = [key('old', 1), key('young', 2)]

/** The platform's ports and core with these keys, on this Redis. */
function platform(redisUrl: string, keys: string) {
  const config = loadConfig({ REDIS_URL: redisUrl, ENCRYPTION_KEYS: keys, WORKER_PORT: '0' }, 'worker')
  const ports = createRedisPorts({ config, offlinePolicy: 'wait', clock: systemClock, logger: silentLogger })
  const shared = {
    clock: systemClock,
    ids: randomIds,
    connectors: createConnectorRegistry(),
    secrets: createSecretBox(config.encryptionKeys),
  }
  const core = createCore({ ...ports, ...shared })
  const connect = async (apiKey: string, more: Readonly<Record<string, string>> = {}) => {
    const name = `ERP number ${apiKey.at(-1)}`
    const credentials = { apiUrl: 'https://erp.example', apiKey, ...more }
    const { connection } = await core.connections.create(caller, { name, provider: 'Custom', connectionMethod: 'api', credentials })
    return connection.id
  }
  const opened = async (id: string) => {
    const connection = await ports.connections.get(id)
    const sealed = connection?.sealed.apiKey
    return sealed && shared.secrets.open(sealed, `${id}/apiKey`)
  }
  return { ...ports, ...shared, config, core, connect, opened }
}

const command = (redisUrl: string, keys: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, '../dist/reseal.js'), ...args], {
    env: { ...process.env, REDIS_URL: redisUrl, ENCRYPTION_KEYS: keys },
    cwd: join(import.meta.dirname, '../../..'),
  }).then(
    (output) => ({ code: 0, ...output }),
    (error) => error,
  )

test('after a rotation the old key is no longer needed', async () => {
  await using redis = await startRedis()
  await using before = platform(redis.url, old)
  const [first, second] = [await before.connect('key-1'), await before.connect('key-2')]

  expect(await command(redis.url, `${young},${old}`, '--dry-run')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^2 connections would be/),
  })
  expect(await before.opened(first)).toBe('key-1')
  const done = await command(redis.url, `${young},${old}`)
  expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining('may be removed: old') })
  expect(done.stdout + done.stderr).not.toContain('key-')
  expect(await command(redis.url, `${young},${old}`)).toMatchObject({
    stdout: expect.stringMatching(/^0 connections .*; 2 needed nothing/),
  })

  await using after = platform(redis.url, young)
  expect([await after.opened(first), await after.opened(second)]).toEqual(['key-1', 'key-2'])
  expect((await after.core.audit.list({ limit: 10, actor: 'reseal' })).items.map(({ target }) => target).sort()).toEqual(
    [first, second].sort(),
  )
})

test('the secrets of notification routes are sealed anew too, and one that no key opens is named', async () => {
  await using redis = await startRedis()
  await using lost = platform(redis.url, key('lost', 9))
  await using before = platform(redis.url, old)
  const channel = { channel: 'slack', target: 'https://hooks.example/services/secret' } as const
  const { id } = await before.core.notifications.create(caller, channel)
  expect(await command(redis.url, `${young},${old}`)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('1 notification routes were'),
  })
  await using after = platform(redis.url, young)
  const [stored] = await after.notificationRoutes.list('installation')
  expect(after.secrets.open(stored?.sealed.url as Parameters<typeof after.secrets.open>[0], `${id}/url`)).toBe(channel.target)
  const unknown = await lost.core.notifications.create(caller, channel)
  const done = await command(redis.url, `${young},${old}`)
  expect(done).toMatchObject({ code: 1, stdout: expect.stringContaining(`NOT OPENED  ${unknown.id}  slack`) })
})

test('a connection that no key opens is named, and the others are resealed', async () => {
  await using redis = await startRedis()
  await using lost = platform(redis.url, key('lost', 9))
  await using known = platform(redis.url, old)
  const [unknown, fine] = [await lost.connect('key-3'), await known.connect('key-4')]
  const done = await command(redis.url, `${young},${old}`)
  expect(done).toMatchObject({ code: 1, stdout: expect.stringContaining(`NOT OPENED  ${unknown}  ERP number 3`) })
  await using after = platform(redis.url, young)
  expect(await after.opened(fine)).toBe('key-4')
})

test('a credential that somebody enters meanwhile is not overwritten', async () => {
  await using redis = await startRedis()
  await using before = platform(redis.url, old)
  const id = await before.connect('key-5')
  await using both = platform(redis.url, `${young},${old}`)
  let isFirst = true
  const connections = {
    ...both.connections,
    async update(...args: Parameters<typeof both.connections.update>) {
      if (isFirst) {
        isFirst = false
        await before.core.connections.update(caller, { id, change: { credentials: { apiKey: 'key-6' } } })
      }
      return both.connections.update(...args)
    },
  }
  expect(await resealConnections({ ...both, connections }, { dryRun: false })).toMatchObject({ resealed: 1, failed: [] })
  await using after = platform(redis.url, young)
  expect(await after.opened(id)).toBe('key-6')
  const client = new Redis(redis.url)
  expect(await client.hget(`erp_connection:{${id}}`, 'sealed')).not.toContain('v1:old')
  client.disconnect()
})

test('with only the new key, a connection can be tested and synced as before', async () => {
  await using redis = await startRedis()
  await using erp = await startRestErp({ dataset: { products: 20 }, paging: 'none', auth: { kind: 'bearer', token: 'erp-token-7' } })
  await using before = platform(redis.url, old)
  const id = await before.connect('key-7', { apiUrl: erp.url, oauthToken: 'erp-token-7' })
  const shown = (await before.core.connections.get(id)).connection
  expect(await command(redis.url, `${young},${old}`)).toMatchObject({ code: 0 })

  await using after = platform(redis.url, young)
  expect((await after.core.connections.get(id)).connection).toEqual(shown)
  await using _ = await startWorker({ ...after, logger: silentLogger })
  const { testId } = await after.core.connections.test(caller, { id })
  const tested = await after.core.connections.waitForTest(testId, AbortSignal.timeout(100_000))
  expect(tested?.details.checks.find(({ name }) => name === 'products')).toMatchObject({ ok: true })
  const { run } = await after.core.runs.start(caller, { connectionId: id, dataType: 'products' })
  let status = ''
  for await (const log of after.core.runs.watch(run.id, AbortSignal.timeout(100_000))) status = log.status
  expect(status).toBe('success')
})

test('a misspelt option and a missing Redis are reported, and nothing is changed', async () => {
  await using redis = await startRedis()
  await using before = platform(redis.url, old)
  const id = await before.connect('key-8')
  const [misspelt, withoutRedis] = await Promise.all([
    command(redis.url, `${young},${old}`, '--dryrun'),
    command(`redis://127.0.0.1:${await findFreePort()}`, old),
  ])
  expect(misspelt).toMatchObject({ code: 1, stderr: expect.stringContaining("'--dryrun'") })
  expect(withoutRedis).toMatchObject({ code: 1, stderr: expect.stringContaining('check REDIS_URL') })
  expect(await before.opened(id)).toBe('key-8')
  expect((await before.connections.get(id))?.revision).toBe(1)
})

test('the secret of a webhook is sealed anew and signs as before', async () => {
  await using redis = await startRedis()
  await using before = platform(redis.url, old)
  const signed: { headers: Record<string, string>; body: string }[] = []
  const receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    signed.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(chunks).toString() })
    response.end()
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
  const { webhook } = await before.core.webhooks.create(caller, { url, events: ['*'] })
  expect(await command(redis.url, `${young},${old}`)).toMatchObject({ code: 0, stdout: expect.stringContaining('1 webhooks were sealed') })
  expect(await command(redis.url, `${young},${old}`)).toMatchObject({ stdout: expect.stringMatching(/^0 webhooks .*; 1 needed nothing/m) })

  await using after = platform(redis.url, young)
  await using _ = await startWorker({ ...after, logger: silentLogger })
  await after.core.webhooks.test(caller, { id: webhook.id })
  await expect.poll(() => signed.length).toBe(1)
  const [{ headers, body } = { headers: {}, body: '' }] = signed
  expect(new Verifier(String(webhook.secret)).verify(body, headers)).toMatchObject({ type: 'webhook.test' })
  receiver.close()
})
