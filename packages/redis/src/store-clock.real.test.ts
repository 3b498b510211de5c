import { silentLogger } from '@linkspan/core'
import { startRedis } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { maxSkewMs, startStoreClock } from './store-clock.ts'

const day = 86_400_000
const clockBy = (skewMs: number) => ({ now: () => new Date(Date.now() + skewMs) })
const within = (one: Date, other: Date) => Math.abs(one.getTime() - other.getTime()) < maxSkewMs
const targetOf = (url: string) => ({ redis: { kind: 'single', url } as const })

test.each([day, -day, 0])('shows the time of Redis if the machine is %i ms ahead', async (skewMs) => {
  await using redis = await startRedis()
  await using clock = await startStoreClock({ config: targetOf(redis.url), logger: silentLogger, local: clockBy(skewMs) })
  expect(within(clock.now(), new Date())).toBe(true)
  expect(within(new Date(clock.skewMs()), new Date(skewMs))).toBe(true)
  expect(clock.isSkewed()).toBe(skewMs !== 0)
})

test('goes on with the stopwatch if the machine sets its clock, and if Redis is away', async () => {
  await using redis = await startRedis()
  let local = 0
  let passed = 0
  await using clock = await startStoreClock({
    config: targetOf(redis.url),
    logger: silentLogger,
    local: { now: () => new Date(Date.now() + local) },
    stopwatch: () => performance.now() + passed,
  })
  const before = clock.now()
  local = day
  await redis.kill()
  expect(within(clock.now(), before)).toBe(true)
  passed = 60_000
  expect(within(clock.now(), new Date(before.getTime() + 60_000))).toBe(true)
})

test('is known as soon as a Redis that was away answers', async () => {
  await using redis = await startRedis()
  await redis.kill()
  await using clock = await startStoreClock({ config: targetOf(redis.url), logger: silentLogger, local: clockBy(day) })
  let isKnown = false
  const known = clock.known().then(() => {
    isKnown = true
  })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(isKnown).toBe(false)
  await redis.restart()
  await known
  expect(within(clock.now(), new Date())).toBe(true)
  expect(clock.isSkewed()).toBe(true)
})

test('shows the time of the machine as long as Redis has never answered', async () => {
  await using redis = await startRedis()
  await redis.kill()
  await using clock = await startStoreClock({ config: targetOf(redis.url), logger: silentLogger, local: clockBy(day) })
  expect(within(clock.now(), new Date(Date.now() + day))).toBe(true)
  expect(clock.isSkewed()).toBe(false)
})
