import { setTimeout as sleep } from 'node:timers/promises'
import { type CallAnswer, type CallRank, silentLogger } from '@linkspan/core'
import { createCallLimit } from '@linkspan/core/testing'
import { type RedisServer, startRedis } from '@linkspan/simulators'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect, type RedisClient } from '../client.ts'
import { createKeys } from '../keys.ts'
import { bucketErp, crowdOf, type SimulatedCall, simulatePace } from '../testing/pace-simulation.ts'
import { redisRateLimiter } from './rate-limiter.ts'

let redis: RedisServer
let client: RedisClient
const keys = createKeys('')
beforeAll(async () => {
  redis = await startRedis()
  client = connect({ kind: 'single', url: redis.url }, 'wait', silentLogger)
})
afterAll(async () => {
  client.disconnect()
  await redis[Symbol.asyncDispose]()
})
beforeEach(() => client.flushall())

const id = 'erp_1'
const good: CallAnswer = { kind: 'GET /orders', ms: 20, verdict: 'good' }
const refused: CallAnswer = { ...good, verdict: 'overloaded' }
const open = { max: 100_000, perMs: 1000 }
const limiter = () => redisRateLimiter(client, keys)

/** Takes as many permits as are given at once, at most `wanted`. */
async function takeAll(wanted: number): Promise<string[]> {
  const taken: string[] = []
  for (let at = 0; at < wanted; at++) {
    const permit = { id: `${taken.length}-${Math.random()}`, rank: 'rest' as const }
    if ((await limiter().take(id, open, permit)) > 0) break
    taken.push(permit.id)
  }
  return taken
}
const giveBack = async (permits: readonly string[], answer: CallAnswer | null) => {
  for (const permit of permits) await limiter().release(id, permit, answer)
}
/** How many calls at once are let through now. Calls nobody. */
async function atOnce(): Promise<number> {
  const permits = await takeAll(40)
  await giveBack(permits, null)
  return permits.length
}

test('nothing is slowed down until the ERP asks for it', async () => {
  const permits = await takeAll(40)
  await giveBack(permits, good)
  expect(await atOnce()).toBe(40)
})

test('a refusal halves the calls at once, and those that were under way then do not halve them again', async () => {
  await giveBack(await takeAll(12), refused)
  expect(await atOnce()).toBe(6)
})

test('of calls that get no answer in time, those that were sent before the pace was halved do not halve it again', async () => {
  const unanswered: CallAnswer = { ...refused, ms: 30_000 }
  const permits = await takeAll(12)
  await giveBack(permits.slice(0, 6), unanswered)
  const { cutAt } = await client.hgetall(keys.pace(id))
  await client.hset(keys.pace(id), 'cutAt', Number(cutAt) - 2000)
  await giveBack(permits.slice(6), unanswered)
  expect(await atOnce()).toBe(6)
})

test('while all answers are good and more are wanted, calls at once grow by one each time', async () => {
  await giveBack(await takeAll(6), refused)
  const seen = new Set<number>()
  await expect
    .poll(async () => {
      const permits = await takeAll(40)
      seen.add(permits.length)
      await giveBack(permits, good)
      return permits.length
    })
    .toBe(6)
  expect([...seen]).toEqual([3, 4, 5, 6])
})

test('an ERP that takes twice as long as it did gets fewer calls', async () => {
  for (let at = 0; at < 5; at++) await giveBack(await takeAll(8), good)
  for (let at = 0; at < 3; at++) await giveBack(await takeAll(8), { ...good, ms: 25 })
  expect(await atOnce()).toBe(40)
  await giveBack(await takeAll(8), { ...good, ms: 900 })
  expect(await atOnce()).toBeLessThan(8)
})

test('an answer that seems to come before its question, as when a clock is set back, does not make all later ones slow', async () => {
  await giveBack(await takeAll(8), { ...good, ms: -5000 })
  for (let at = 0; at < 3; at++) await giveBack(await takeAll(8), { ...good, ms: 60 })
  expect(await atOnce()).toBe(40)
})

test('calls of another kind may take longer: that is no sign', async () => {
  for (let at = 0; at < 5; at++) await giveBack(await takeAll(8), good)
  await giveBack(await takeAll(8), { ...good, kind: 'GET /products', ms: 900 })
  expect(await atOnce()).toBe(40)
})

test('nobody calls while the ERP has asked for a pause', async () => {
  await giveBack(await takeAll(1), { ...refused, pauseMs: 300 })
  const begun = performance.now()
  const acquire = createCallLimit({ id, settings: {} }, { rateLimit: open }, limiter(), new AbortController().signal)
  using _permit = await acquire()
  expect(performance.now() - begun).toBeGreaterThan(250)
})

test('the call of a person goes first, then those of orders, though the rest have waited longer', async () => {
  const limit = { ...open, concurrency: 1 }
  const held = { id: 'held', rank: 'rest' as const }
  await limiter().take(id, limit, held)
  const order: CallRank[] = []
  const waiting = (['rest', 'orders', 'person'] as const).map(async (rank) => {
    const acquire = createCallLimit({ id, settings: {} }, { rateLimit: limit }, limiter(), new AbortController().signal, rank)
    using _permit = await acquire()
    order.push(rank)
    await sleep(30)
  })
  await expect.poll(() => client.hget(keys.pace(id), 'waits0')).not.toBeNull()
  await limiter().release(id, held.id, null)
  await Promise.all(waiting)
  expect(order).toEqual(['person', 'orders', 'rest'])
})

const minutesMs = 60_000
const waits = (calls: readonly SimulatedCall[], rank: CallRank) =>
  calls
    .filter((call) => call.rank === rank)
    .map(({ waitedMs }) => waitedMs)
    .sort((a, b) => a - b)

/** Calls an ERP that bears ten calls a second for a while, then forty, then five. */
async function callMovingErp(minutesEach: number, askedMs: number): Promise<{ readonly used: number; readonly refused: number }> {
  const eachMs = minutesEach * minutesMs
  const erp = bucketErp((now) => [10, 40, 5][Math.floor(now / eachMs)] ?? 5, askedMs)
  const calls = await simulatePace(client, createKeys(`erp${askedMs}`), { erp, callers: crowdOf(6), durationMs: 3 * eachMs })
  const refusedCalls = calls.filter(({ isRefused }) => isRefused).length
  return { used: (calls.length - refusedCalls) / ((55 * eachMs) / 1000), refused: refusedCalls / calls.length }
}

test('of what an ERP bears that moves nearly all is used, and fewer than one call in a thousand is refused', {
  timeout: 900_000,
}, async () => {
  const { used, refused } = await callMovingErp(20, 0)
  expect(used).toBeGreaterThan(0.9)
  expect(refused).toBeLessThan(0.001)
})

test('an ERP that moves every few minutes, and asks for pauses, is followed too', async () => {
  const { used, refused } = await callMovingErp(4, 1000)
  expect(used).toBeGreaterThan(0.7)
  expect(refused).toBeLessThan(0.004)
})

test('while many wait for an ERP that bears few calls, a person waits for one of them at most', async () => {
  const callers = [...crowdOf(10), { rank: 'person' as const, pauseMs: 3000 }]
  const calls = await simulatePace(client, keys, { erp: bucketErp(() => 5), callers, durationMs: 3 * minutesMs })
  const [persons, others] = [waits(calls, 'person'), waits(calls, 'rest')]
  expect(persons.length).toBeGreaterThan(40)
  expect(persons.at(Math.floor(persons.length * 0.95))).toBeLessThan(600)
  expect(others.at(Math.floor(others.length / 2))).toBeGreaterThan(1500)
})
