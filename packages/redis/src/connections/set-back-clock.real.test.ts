import { silentLogger } from '@linkspan/core'
import { type RedisServer, startRedis } from '@linkspan/simulators'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect, type RedisClient } from '../client.ts'
import { createKeys } from '../keys.ts'
import { releaseAt, takeAt } from '../testing/pace-simulation.ts'
import { nothingReleased } from './rate-limiter.ts'

let redis: RedisServer
let client: RedisClient
beforeAll(async () => {
  redis = await startRedis()
  client = connect({ kind: 'single', url: redis.url }, 'wait', silentLogger)
})
afterAll(async () => {
  client.disconnect()
  await redis[Symbol.asyncDispose]()
})
beforeEach(() => client.flushall())

const before = 1_800_000_000_000
const after = before - 3_600_000
const id = 'erp_1'
const keys = createKeys('')
const { calls, permits, pace } = { calls: keys.calls(id), permits: keys.permits(id), pace: keys.pace(id) }
const windowMs = 1000
let permit = 0

interface Taken {
  readonly max?: number
  readonly concurrency?: number
  readonly rank?: number
}
/** Resolves to the milliseconds to wait. */
async function take(now: number, { max = 1000, concurrency = 0, rank = 0 }: Taken = {}): Promise<number> {
  const args = { ...nothingReleased, max, windowMs, concurrency, rank, permitId: `permit ${permit++}`, leaseMs: 30_000, pauseMs: 25, now }
  return Number(await takeAt.on(client)({ keys: { calls, permits, pace }, args }))
}
const answer = (now: number, verdict: 'good' | 'overloaded' | 'too-fast', { ms = 50, askedMs = 0 } = {}) =>
  releaseAt.on(client)({ keys: { permits, pace }, args: { releasedId: `permit ${permit - 1}`, verdict, kind: 'GET /', ms, askedMs, now } })
const paceField = async (field: string) => Number(await client.hget(pace, field))

test('a window that began by a clock which was ahead is waited for no longer than it lasts', async () => {
  for (let at = 0; at < 2; at++) expect(await take(before, { max: 2 })).toBe(0)
  expect(await take(before, { max: 2 })).toBe(windowMs)
  expect(await take(after, { max: 2 })).toBeLessThanOrEqual(windowMs)
  expect(await take(after + windowMs, { max: 2 })).toBe(0)
})

test('a caller of an earlier rank that waited by a clock which was ahead stops nobody', async () => {
  await take(before, { max: 1 })
  expect(await take(before, { max: 1 })).toBe(windowMs)
  expect(await take(after, { rank: 2 })).toBe(0)
})

test('permits whose holders died under a clock which was ahead are free after their lease', async () => {
  expect(await take(before, { concurrency: 1 })).toBe(0)
  expect(await take(after, { concurrency: 1 })).toBeGreaterThan(0)
  expect(await take(after + 30_000, { concurrency: 1 })).toBe(0)
})

test('a pause and a rate that were set by a clock which was ahead stop nobody', async () => {
  await take(before)
  await answer(before, 'too-fast', { askedMs: 4000 })
  expect(await take(before)).toBeGreaterThan(0)
  expect(await take(after)).toBe(0)
})

test('refusals and good answers teach as before after a clock has gone back', async () => {
  for (let at = 0; at < 8; at++) await take(before)
  await answer(before, 'overloaded')
  await answer(before, 'good')
  expect(await paceField('atOnce')).toBe(4)
  await answer(after, 'overloaded')
  await answer(after + 1100, 'overloaded')
  expect(await paceField('atOnce')).toBe(2)
  expect(await take(after + 1200)).toBe(25)
  for (let at = 0; at < 3; at++) await answer(after + 4000 + at, 'good')
  expect(await paceField('atOnce')).toBe(3)
})
