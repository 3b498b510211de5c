import type { RateLimiter } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { redisClock } from '../runs/redis-clock.ts'

/** Returns the milliseconds to wait before asking again; 0: the call may be made. A `concurrency` of 0 means any number. */
const takeCall = defineScript({
  name: 'linkspanTakeCall',
  keys: ['calls', 'permits'],
  args: {
    max: 'number',
    windowMs: 'number',
    concurrency: 'number',
    permitId: 'text',
    leaseMs: 'number',
    pauseMs: 'number',
  },
  include: [redisClock],
  lua: `
local now = clockMs()
if concurrency > 0 then
  redis.call('ZREMRANGEBYSCORE', permits, '-inf', now)
  if redis.call('ZCARD', permits) >= concurrency then return pauseMs end
end
if redis.call('LLEN', calls) >= max then
  local wait = tonumber(redis.call('LINDEX', calls, max - 1)) + windowMs - now
  if wait > 0 then return wait end
end
redis.call('LPUSH', calls, now)
redis.call('LTRIM', calls, 0, max - 1)
redis.call('PEXPIRE', calls, windowMs)
if concurrency > 0 then
  redis.call('ZADD', permits, now + leaseMs, permitId)
  redis.call('PEXPIRE', permits, leaseMs)
end
return 0
`,
})

const renewPermit = defineScript({
  name: 'linkspanRenewPermit',
  keys: ['permits'],
  args: { permitId: 'text', leaseMs: 'number' },
  include: [redisClock],
  lua: `
if redis.call('ZSCORE', permits, permitId) then
  redis.call('ZADD', permits, clockMs() + leaseMs, permitId)
  redis.call('PEXPIRE', permits, leaseMs)
end
return 0
`,
})

const defaultLeaseMs = 30_000
/** How soon a caller asks again if all permits are in use. */
const pauseMs = 25

/**
 * A sliding window over all workers: never more than `max` calls in any `perMs`. With `concurrency` never more than that hold a permit; a
 * permit that is neither released nor renewed is free again after `leaseMs`.
 */
export function redisRateLimiter(client: RedisClient, keys: Keys, leaseMs = defaultLeaseMs): RateLimiter {
  const take = takeCall.on(client)
  const renew = renewPermit.on(client)
  return {
    leaseMs,
    take: async (id, { max, perMs, concurrency = 0 }, permitId) =>
      Number(
        await take({
          keys: { calls: keys.calls(id), permits: keys.permits(id) },
          args: { max, windowMs: perMs, concurrency, permitId, leaseMs, pauseMs },
        }),
      ),
    renew: async (id, permitId) => void (await renew({ keys: { permits: keys.permits(id) }, args: { permitId, leaseMs } })),
    release: async (id, permitId) => void (await client.zrem(keys.permits(id), permitId)),
  }
}
