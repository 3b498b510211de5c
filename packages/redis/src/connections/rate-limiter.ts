import { callRanks, type RateLimiter } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { redisClock } from '../runs/redis-clock.ts'
import { learnSteps, takenSteps, takeSteps } from './pace.ts'

/**
 * Returns the milliseconds to wait before asking again; 0: the call may be made. A `concurrency` of 0 means any number. Expects `now`. The
 * steps stand apart from the clock, so that a test can move it.
 */
export const takeCallSource = {
  keys: ['calls', 'permits', 'pace'],
  args: {
    max: 'number',
    windowMs: 'number',
    concurrency: 'number',
    permitId: 'text',
    rank: 'number',
    leaseMs: 'number',
    pauseMs: 'number',
  },
  lua: `
${takeSteps}
if redis.call('LLEN', calls) >= max then
  local restMs = tonumber(redis.call('LINDEX', calls, max - 1)) + windowMs - now
  if restMs > 0 then return wait(restMs) end
end
redis.call('LPUSH', calls, now)
redis.call('LTRIM', calls, 0, max - 1)
redis.call('PEXPIRE', calls, windowMs)
redis.call('ZADD', permits, now + leaseMs, permitId)
redis.call('PEXPIRE', permits, leaseMs)
${takenSteps}
return 0
`,
} as const

/** Gives a permit back, and learns from the answer. Expects `now`. `verdict`: that of the answer, or `none`. */
export const releaseCallSource = {
  keys: ['permits', 'pace'],
  args: { permitId: 'text', verdict: 'text', kind: 'text', ms: 'number', askedMs: 'number' },
  lua: learnSteps,
} as const

const byRedisClock = 'local now = clockMs()'
const takeCall = defineScript({
  ...takeCallSource,
  name: 'linkspanTakeCall',
  include: [redisClock],
  lua: byRedisClock + takeCallSource.lua,
})
const releaseCall = defineScript({
  ...releaseCallSource,
  name: 'linkspanReleaseCall',
  include: [redisClock],
  lua: byRedisClock + releaseCallSource.lua,
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
 * A sliding window over all workers: never more than `max` calls in any `perMs`, and with `concurrency` never more than that at once; and a
 * pace that follows the ERP's answers. A permit that is neither released nor renewed is free again after `leaseMs`.
 */
export function redisRateLimiter(client: RedisClient, keys: Keys, leaseMs = defaultLeaseMs): RateLimiter {
  const take = takeCall.on(client)
  const renew = renewPermit.on(client)
  const release = releaseCall.on(client)
  return {
    leaseMs,
    take: async (id, { max, perMs, concurrency = 0 }, permit) =>
      Number(
        await take({
          keys: { calls: keys.calls(id), permits: keys.permits(id), pace: keys.pace(id) },
          args: { max, windowMs: perMs, concurrency, permitId: permit.id, rank: callRanks[permit.rank], leaseMs, pauseMs },
        }),
      ),
    renew: async (id, permitId) => void (await renew({ keys: { permits: keys.permits(id) }, args: { permitId, leaseMs } })),
    async release(id, permitId, answer) {
      const { verdict = 'none', kind = '', ms = 0, pauseMs: askedMs = 0 } = answer ?? {}
      await release({ keys: { permits: keys.permits(id), pace: keys.pace(id) }, args: { permitId, verdict, kind, ms, askedMs } })
    },
  }
}
