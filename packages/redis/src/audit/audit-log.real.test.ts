import { type AuditEvent, silentLogger, systemStopwatch } from '@linkspan/core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createKeys } from '../keys.ts'
import { type RedisClientFixture, startRedisClient } from '../testing/redis-client.ts'
import { trackUnreadable } from '../unreadable/tracker.ts'
import { redisAuditLog } from './audit-log.ts'

let redis: RedisClientFixture
const keys = createKeys('')
const tracker = trackUnreadable(silentLogger, systemStopwatch)
beforeAll(async () => {
  redis = await startRedisClient()
})
afterAll(() => redis[Symbol.asyncDispose]())
beforeEach(() => redis.client.flushall())

const second = (at: number) => `2026-01-01T00:00:${String(at).padStart(2, '0')}.000Z`
const event = (at: number, change: Partial<AuditEvent> = {}): Omit<AuditEvent, 'id'> => ({
  at: second(at),
  action: 'erp_connection_updated',
  actor: { id: at % 2 ? 'ann' : 'ann|bob', role: 'admin', authentication: 'api-key' },
  ipAddress: null,
  userAgent: null,
  requestId: null,
  target: `erp_${at % 5}`,
  outcome: 'ok',
  changes: {},
  ...change,
})

async function seconds(log: ReturnType<typeof redisAuditLog>, query: object) {
  const found: number[] = []
  let cursor: string | undefined
  do {
    const { items, next } = await log.list({ limit: 3, cursor, ...query })
    found.push(...items.map(({ at }) => new Date(at).getUTCSeconds()))
    cursor = next ?? undefined
  } while (cursor)
  return found
}

test('finds events by actor, action, target and time, in any combination, newest first, page by page', async () => {
  const log = redisAuditLog(redis.client, keys, tracker)
  for (let at = 0; at < 20; at += 1) await log.append(event(at))
  await log.append(event(20, { action: 'login_failed', target: null }))
  expect(await seconds(log, {})).toEqual(Array.from({ length: 21 }, (_, at) => 20 - at))
  expect(await seconds(log, { actor: 'ann' })).toEqual([19, 17, 15, 13, 11, 9, 7, 5, 3, 1])
  expect(await seconds(log, { target: 'erp_1' })).toEqual([16, 11, 6, 1])
  expect(await seconds(log, { target: 'erp_1', actor: 'ann' })).toEqual([11, 1])
  expect(await seconds(log, { action: 'login_failed' })).toEqual([20])
  expect(await seconds(log, { action: 'login_failed', actor: 'ann' })).toEqual([])
  expect(await seconds(log, { since: second(4), until: second(7) })).toEqual([7, 6, 5, 4])
  expect(await seconds(log, { target: 'erp_1', since: second(2), until: second(11) })).toEqual([11, 6])
  expect(await seconds(log, { target: 'erp_' })).toEqual([])
  await expect(log.list({ limit: 3, cursor: 'x' })).rejects.toMatchObject({ code: 'request.malformed' })
})

test('the oldest events are dropped and leave nothing behind', async () => {
  const log = redisAuditLog(redis.client, keys, tracker, 4)
  for (let at = 0; at < 10; at += 1) await log.append(event(at))
  expect(await seconds(log, {})).toEqual([9, 8, 7, 6])
  expect(await seconds(log, { actor: 'ann' })).toEqual([9, 7])
  expect(await redis.client.zcard(keys.auditIndex)).toBe(4 * 4)
})

test('a change that began and never ended is in the trail as interrupted, once', async () => {
  const log = redisAuditLog(redis.client, keys, tracker)
  const begin = (at: number) => log.begin(event(at, { outcome: 'interrupted' }))
  const [ended, refused, abandoned] = [await begin(1), await begin(2), await begin(3)]
  await log.append(event(1), ended)
  await log.withdraw(refused)
  expect(await log.settleAbandoned(3_600_000)).toBe(0)
  expect([await log.settleAbandoned(-1000), await log.settleAbandoned(-1000)]).toEqual([1, 0])
  const { items } = await log.list({ limit: 10 })
  expect(items.map(({ at, outcome }) => [at, outcome])).toEqual([
    [second(3), 'interrupted'],
    [second(1), 'ok'],
  ])
  expect(abandoned).toBeTruthy()
})
