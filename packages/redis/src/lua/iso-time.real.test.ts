import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RedisClientFixture, startRedisClient } from '../testing/redis-client.ts'
import { defineScript } from './define-script.ts'
import { isoTime } from './iso-time.ts'

let redis: RedisClientFixture
beforeAll(async () => {
  redis = await startRedisClient()
})
afterAll(() => redis[Symbol.asyncDispose]())

const script = defineScript({ name: 'isoTime', keys: [], args: { ms: 'number' }, include: [isoTime], lua: 'return isoTime(ms)' })

test('a script prints a time as JavaScript does', async () => {
  const print = script.on(redis.client)
  const day = 86_400_000
  const leapDays = ['2000-02-29', '2024-02-29', '2024-03-01', '2100-02-28', '2100-03-01', '2026-12-31'].map((text) => Date.parse(text))
  const edges = [0, 999, ...leapDays.flatMap((at) => [at, at + day - 1])]
  for (const ms of edges) expect(await print({ keys: {}, args: { ms } })).toBe(new Date(ms).toISOString())
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: Date.parse('2400-01-01') }), async (ms) => {
      expect(await print({ keys: {}, args: { ms } })).toBe(new Date(ms).toISOString())
    }),
    { numRuns: 1000 },
  )
})
