import type { RateLimiter } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../script.ts'

/** KEYS: the times of the latest calls. ARGV: max, window in ms. By Redis' own clock, so that all workers agree. */
const take = `
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local max, window = tonumber(ARGV[1]), tonumber(ARGV[2])
if redis.call('LLEN', KEYS[1]) >= max then
  local wait = tonumber(redis.call('LINDEX', KEYS[1], max - 1)) + window - now
  if wait > 0 then return wait end
end
redis.call('LPUSH', KEYS[1], now)
redis.call('LTRIM', KEYS[1], 0, max - 1)
redis.call('PEXPIRE', KEYS[1], window)
return 0
`

/** A sliding window over all workers: never more than `max` calls in any `perMs`. */
export function redisRateLimiter(client: RedisClient, keys: Keys): RateLimiter {
  const script = defineScript(client, 'linkspanTakeCall', take)
  return { take: async (connectionId, { max, perMs }) => Number(await script([keys.calls(connectionId)], [max, perMs])) }
}
