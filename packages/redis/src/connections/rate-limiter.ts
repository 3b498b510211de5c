import { callRanks, type RateLimiter } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { redisClock } from '../runs/redis-clock.ts'
import { paceRules } from './pace.ts'

/** For how long nobody calls an ERP that has asked for a pause. The run that was refused heeds a longer one by itself. */
const maxPauseMs = 5000

/**
 * Returns the milliseconds to wait before asking again; 0: the call may be made. A `concurrency` of 0 means any number. Whoever has to wait
 * lets nobody of a later rank go first.
 */
const takeCall = defineScript({
  name: 'linkspanTakeCall',
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
  include: [redisClock],
  lua: `
local now = clockMs()
local known = redis.call('HMGET', pace, 'atOnce', 'until', 'firstRank', 'firstUntil')
local firstUntil = tonumber(known[4] or '0')
local firstRank = firstUntil > now and tonumber(known[3]) or rank
if rank > firstRank then return math.max(pauseMs, firstUntil - now - 3 * pauseMs) end
local function wait(ms)
  redis.call('HSET', pace, 'firstRank', rank, 'firstUntil', now + ms + 4 * pauseMs)
  redis.call('PEXPIRE', pace, math.max(600000, ms))
  return ms
end

local pausedMs = tonumber(known[2] or '0') - now
if pausedMs > 0 then return wait(math.min(pausedMs, 10 * pauseMs)) end
local atOnce = tonumber(known[1] or '0')
if concurrency > 0 and (atOnce == 0 or concurrency < atOnce) then atOnce = concurrency end
redis.call('ZREMRANGEBYSCORE', permits, '-inf', now)
if atOnce > 0 and redis.call('ZCARD', permits) >= atOnce then
  if known[1] then redis.call('HSET', pace, 'wanted', 1) end
  return wait(pauseMs)
end
if redis.call('LLEN', calls) >= max then
  local restMs = tonumber(redis.call('LINDEX', calls, max - 1)) + windowMs - now
  if restMs > 0 then return wait(restMs) end
end
redis.call('LPUSH', calls, now)
redis.call('LTRIM', calls, 0, max - 1)
redis.call('PEXPIRE', calls, windowMs)
redis.call('ZADD', permits, now + leaseMs, permitId)
redis.call('PEXPIRE', permits, leaseMs)
if firstUntil > now then redis.call('HDEL', pace, 'firstRank', 'firstUntil') end
return 0
`,
})

/** Gives a permit back, and learns from the answer. `outcome`: `none`, `good` or `too-much`. */
const releaseCall = defineScript({
  name: 'linkspanReleaseCall',
  keys: ['permits', 'pace'],
  args: { permitId: 'text', outcome: 'text', kind: 'text', ms: 'number', askedMs: 'number' },
  include: [redisClock],
  lua: `
local underWay = redis.call('ZCARD', permits)
redis.call('ZREM', permits, permitId)
if outcome == 'none' then return 0 end
local now = clockMs()
${paceRules}
if outcome == 'too-much' then
  if askedMs > 0 then setPace('until', math.max(paceField('until'), now + math.min(askedMs, ${maxPauseMs}))) end
  cutPace(underWay)
elseif isSlower(kind, ms) and underWay > 1 then
  cutPace(underWay)
else
  growPace()
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
      const outcome = answer === null ? 'none' : answer.isTooMuch ? 'too-much' : 'good'
      const { kind = '', ms = 0, pauseMs: askedMs = 0 } = answer ?? {}
      await release({ keys: { permits: keys.permits(id), pace: keys.pace(id) }, args: { permitId, outcome, kind, ms, askedMs } })
    },
  }
}
