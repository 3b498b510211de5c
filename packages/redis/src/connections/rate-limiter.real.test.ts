import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type RateLimit, silentLogger } from '@linkspan/core'
import { createCallLimit } from '@linkspan/core/testing'
import { type RedisServer, startRedis } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect, type RedisClient } from '../client.ts'
import { createKeys } from '../keys.ts'
import { redisRateLimiter } from './rate-limiter.ts'

let redis: RedisServer
let clients: RedisClient[]
const keys = createKeys('')
beforeAll(async () => {
  redis = await startRedis()
  clients = [1, 2].map(() => connect({ kind: 'single', url: redis.url }, 'wait', silentLogger))
})
afterAll(async () => {
  for (const client of clients) client.disconnect()
  await redis[Symbol.asyncDispose]()
})
beforeEach(() => clients[0]?.flushall())

const id = 'erp_1'
const permitsInUse = async () => await clients[0]?.zcard(keys.permits(id))

interface Limits {
  readonly rateLimit?: RateLimit
  readonly maxConcurrentCalls?: number
  readonly leaseMs?: number
  readonly signal?: AbortSignal
}

/** `acquireCall` of a worker, with a Redis client of its own. */
function worker(at: number, { rateLimit, maxConcurrentCalls, leaseMs, signal = new AbortController().signal }: Limits) {
  const limiter = redisRateLimiter(clients[at] as RedisClient, keys, leaseMs)
  const connector = { rateLimit: rateLimit ?? { max: 100_000, perMs: 1000, concurrency: 5 } }
  return createCallLimit({ id, settings: { maxConcurrentCalls } }, connector, limiter, signal)
}

/** Makes calls through two workers, 20 loops each, and tells how many were under way at the same time. */
async function maxAtOnce(limits: Limits, calls: number): Promise<number> {
  let [now, most, left] = [0, 0, calls]
  const loop = async (acquireCall: ReturnType<typeof worker>) => {
    while (left-- > 0) {
      using _permit = await acquireCall()
      most = Math.max(most, ++now)
      await sleep(left % 7)
      now--
    }
  }
  const acquire = [worker(0, limits), worker(1, limits)]
  await Promise.all(Array.from({ length: 40 }, (_, at) => loop(acquire[at % 2] as ReturnType<typeof worker>)))
  return most
}

test('over two workers never more calls are under way than the ERP bears, and every permit comes back', async () => {
  expect(await maxAtOnce({}, 300)).toBe(5)
  await expect.poll(permitsInUse).toBe(0)
})

test.each([
  [2, 2],
  [9, 5],
])('maxConcurrentCalls %i makes that %i: it only lowers the number', async (maxConcurrentCalls, expected) => {
  expect(await maxAtOnce({ maxConcurrentCalls }, 60)).toBe(expected)
})

test('a connector without a number of its own is limited by the setting alone', async () => {
  const rateLimit = { max: 100_000, perMs: 1000 }
  expect(await maxAtOnce({ rateLimit, maxConcurrentCalls: 3 }, 60)).toBe(3)
  expect(await maxAtOnce({ rateLimit }, 80)).toBe(40)
  await expect.poll(permitsInUse).toBe(0)
})

test('never more than max calls are let through in a window', async () => {
  const acquireCall = [0, 1].map((at) => worker(at, { rateLimit: { max: 4, perMs: 300 } }))
  const monitor = await new Redis(redis.url).monitor()
  const times: number[] = []
  monitor.on('monitor', (_: string, [command, key, time]: string[]) => {
    if (command?.toUpperCase() === 'LPUSH' && key === keys.calls(id)) times.push(Number(time))
  })
  for (const permit of await Promise.all(Array.from({ length: 12 }, (_, at) => acquireCall[at % 2]?.()))) permit?.[Symbol.dispose]()
  await expect.poll(() => times.length).toBe(12)
  monitor.disconnect()
  for (let at = 4; at < times.length; at++) expect((times[at] as number) - (times[at - 4] as number)).toBeGreaterThanOrEqual(300)
})

test('a permit outlasts its lease while its worker lives, and is given back once', async () => {
  const leaseMs = 1500
  const acquireCall = worker(0, { leaseMs, maxConcurrentCalls: 1 })
  const permit = await acquireCall()
  await sleep(leaseMs * 2)
  expect(await permitsInUse()).toBe(1)
  const limiter = redisRateLimiter(clients[1] as RedisClient, keys, leaseMs)
  expect(await limiter.take(id, { max: 1000, perMs: 1000, concurrency: 1 }, { id: 'other', rank: 'person' })).toBeGreaterThan(0)
  permit[Symbol.dispose]()
  await expect.poll(permitsInUse).toBe(0)
  using _next = await acquireCall()
  permit[Symbol.dispose]()
  await sleep(50)
  expect(await permitsInUse()).toBe(1)
})

test('a lease that has ended is not revived', async () => {
  const limiter = redisRateLimiter(clients[0] as RedisClient, keys, 50)
  await limiter.renew(id, 'late')
  expect(await permitsInUse()).toBe(0)
})

test('the permit of a worker that is killed frees itself', async () => {
  const leaseMs = 1500
  const script = join(import.meta.dirname, '../testing/hold-permit.ts')
  const args = ['--import', 'tsx', '--conditions=@linkspan/source', script, redis.url, id, String(leaseMs)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  await sleep(leaseMs * 2)
  expect(await permitsInUse()).toBe(1)
  child.kill('SIGKILL')
  await once(child, 'exit')
  using _permit = await worker(0, { leaseMs, maxConcurrentCalls: 1 })()
  expect(await permitsInUse()).toBe(1)
})

test.each(['alone', 'with the next call'])('a permit that cannot be given back %s is given back by the call after that', async (how) => {
  const client = clients[0] as RedisClient
  const limiter = redisRateLimiter(client, keys)
  const take = (permitId: string) => limiter.take(id, { max: 1000, perMs: 1000 }, { id: permitId, rank: 'person' })
  await take('held')
  await client.rename(keys.permits(id), 'aside')
  await client.set(keys.permits(id), 'not permits')
  const releasing = limiter.release(id, 'held', null)
  if (how === 'alone') await expect(releasing).rejects.toThrow('WRONGTYPE')
  else await expect(Promise.all([take('refused'), releasing])).rejects.toThrow('WRONGTYPE')
  await client.rename('aside', keys.permits(id))
  expect(await take('next')).toBe(0)
  expect(await client.zscore(keys.permits(id), 'held')).toBeNull()
})

test('whoever waits for a permit is stopped by the signal', async () => {
  using _held = await worker(0, { maxConcurrentCalls: 1 })()
  const controller = new AbortController()
  const waiting = worker(1, { maxConcurrentCalls: 1, signal: controller.signal })()
  setTimeout(() => controller.abort(), 50)
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
  expect(await permitsInUse()).toBe(1)
})

test('calls to ever new paths do not fill the memory of the pace', async () => {
  const limiter = redisRateLimiter(clients[0] as RedisClient, keys)
  for (let at = 0; at < 300; at++) {
    await limiter.take(id, { max: 10_000, perMs: 1000 }, { id: 'one', rank: 'rest' })
    await limiter.release(id, 'one', { kind: `GET /items/${at}`, ms: 5, verdict: 'good', pauseMs: 0 })
  }
  expect(await clients[0]?.hlen(keys.pace(id))).toBeLessThan(120)
})
