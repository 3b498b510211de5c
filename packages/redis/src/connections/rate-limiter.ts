import type { RateLimiter } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../script.ts'

/** The time by Redis' own clock, in milliseconds, so that all workers agree. */
const readClock = `
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
`

/**
 * KEYS: the times of the latest calls; the permits in use, by the end of their lease. ARGV: max, window in ms, concurrency (0: any number),
 * the permit's id, the length of a lease and how long to wait for a free permit, both in ms.
 */
const take = `${readClock}
local max, window, concurrency = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local permit, lease, pause = ARGV[4], tonumber(ARGV[5]), tonumber(ARGV[6])
if concurrency > 0 then
  redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
  if redis.call('ZCARD', KEYS[2]) >= concurrency then return pause end
end
if redis.call('LLEN', KEYS[1]) >= max then
  local wait = tonumber(redis.call('LINDEX', KEYS[1], max - 1)) + window - now
  if wait > 0 then return wait end
end
redis.call('LPUSH', KEYS[1], now)
redis.call('LTRIM', KEYS[1], 0, max - 1)
redis.call('PEXPIRE', KEYS[1], window)
if concurrency > 0 then
  redis.call('ZADD', KEYS[2], now + lease, permit)
  redis.call('PEXPIRE', KEYS[2], lease)
end
return 0
`

/** KEYS: the permits in use. ARGV: the permit's id, the length of its lease in ms. */
const renew = `${readClock}
if redis.call('ZSCORE', KEYS[1], ARGV[1]) then
  redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), ARGV[1])
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
return 0
`

const defaultLeaseMs = 30_000
/** How soon a caller asks again if all permits are in use. */
const pauseMs = 25

/**
 * A sliding window over all workers: never more than `max` calls in any `perMs`. With `concurrency` never more than that hold a permit; a
 * permit that is neither released nor renewed is free again after `leaseMs`.
 */
export function redisRateLimiter(client: RedisClient, keys: Keys, leaseMs = defaultLeaseMs): RateLimiter {
  const takeCall = defineScript(client, 'linkspanTakeCall', take)
  const renewPermit = defineScript(client, 'linkspanRenewPermit', renew)
  return {
    leaseMs,
    take: async (id, { max, perMs, concurrency = 0 }, permitId) =>
      Number(await takeCall([keys.calls(id), keys.permits(id)], [max, perMs, concurrency, permitId, leaseMs, pauseMs])),
    renew: async (id, permitId) => void (await renewPermit([keys.permits(id)], [permitId, leaseMs])),
    release: async (id, permitId) => void (await client.zrem(keys.permits(id), permitId)),
  }
}
