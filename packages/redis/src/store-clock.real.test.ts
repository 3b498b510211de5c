import { silentLogger, systemStopwatch } from '@linkspan/core'
import { startRedis, startRedisCluster } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { redisAuditLog } from './audit/audit-log.ts'
import { connect } from './client.ts'
import { createKeys } from './keys.ts'
import { maxSkewMs, startStoreClock } from './store-clock.ts'
import { trackUnreadable } from './unreadable/tracker.ts'

const day = 86_400_000
const clockBy = (skewMs: number) => ({ now: () => new Date(Date.now() + skewMs) })
const within = (one: Date, other: Date) => Math.abs(one.getTime() - other.getTime()) < maxSkewMs
const targetOf = (url: string) => ({ redis: { kind: 'single', url } as const, keyPrefix: '' })

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

test('in a cluster the time is always that of the same node, and abandoned intents are judged by the node that holds them', async () => {
  await using cluster = await startRedisCluster()
  const { nodes } = cluster
  const ports = nodes.split(',').map((node) => Number(node.split(':')[1]))
  const redis = { kind: 'cluster', nodes: nodes.split(','), url: 'redis://unused' } as const
  const keys = createKeys('')
  const client = connect(redis, 'wait', silentLogger)
  const audit = redisAuditLog(client, keys, trackUnreadable(silentLogger, systemStopwatch))
  try {
    for (let times = 0; times < 12; times += 1) {
      await using clock = await startStoreClock({ config: { redis, keyPrefix: '' }, logger: silentLogger })
      await clock.known()
    }
    expect(await askedForTime(ports)).toEqual([(await cluster.pairsFor(keys.workers)).own.master.port])
    for (let times = 0; times < 12; times += 1) await audit.settleAbandoned(1000)
    expect(await askedForTime(ports)).toEqual([(await cluster.pairsFor(keys.auditIntents)).own.master.port])
  } finally {
    client.disconnect()
  }
})

/** The nodes that were asked for their time since this was called last. */
async function askedForTime(ports: readonly number[]): Promise<readonly number[]> {
  const asked: number[] = []
  for (const port of ports) {
    const node = new Redis(port)
    if (/^cmdstat_time:/m.test(await node.info('commandstats'))) asked.push(port)
    await node.config('RESETSTAT')
    node.disconnect()
  }
  return asked
}
