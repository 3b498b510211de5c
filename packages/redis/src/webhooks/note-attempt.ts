import { eventsKeptMs, keptAttempts } from '@linkspan/core'
import { memberTime } from '../keys.ts'

/** The most deliveries of a webhook that are kept. */
const maxDeliveries = 10_000
/** How many deliveries one step removes. */
const maxRemoved = 50

/**
 * Lua that keeps the log of deliveries. `d` has the keys `delivery`, `all`, `pending`, `delivered`, `failed`, the prefix of the keys of
 * deliveries, and the id, the index member and the event of this one.
 */
export const noteAttempt = `
local function setStatus(d, status)
  redis.call('HSET', d.delivery, 'status', status)
  for _, name in ipairs({'pending', 'delivered', 'failed'}) do
    if name == status then redis.call('ZADD', d[name], 0, d.member) else redis.call('ZREM', d[name], d.member) end
  end
end

local function removeOld(d, oldest)
  local old = redis.call('ZRANGEBYLEX', d.all, '-', '(' .. oldest, 'LIMIT', 0, ${maxRemoved})
  if #old == 0 then
    local excess = redis.call('ZCARD', d.all) - ${maxDeliveries}
    if excess > 0 then old = redis.call('ZRANGE', d.all, 0, math.min(excess, ${maxRemoved}) - 1) end
  end
  for _, member in ipairs(old) do
    for _, name in ipairs({'all', 'pending', 'delivered', 'failed'}) do redis.call('ZREM', d[name], member) end
    redis.call('UNLINK', d.prefix .. string.sub(member, 10))
  end
end

local function openDelivery(d, oldest)
  if redis.call('HSETNX', d.delivery, 'event', d.event) == 1 then
    redis.call('ZADD', d.all, 0, d.member)
    setStatus(d, 'pending')
    removeOld(d, oldest)
  end
  redis.call('PEXPIRE', d.delivery, ${eventsKeptMs})
end

local function addAttempt(d, oldest, attempt)
  openDelivery(d, oldest)
  local count = redis.call('HINCRBY', d.delivery, 'attempts', 1)
  redis.call('HSET', d.delivery, 'attempt:' .. count, attempt)
  redis.call('HDEL', d.delivery, 'attempt:' .. count - ${keptAttempts})
end
`

/** Index members of deliveries whose event is older than those that are kept come before this one. */
export const oldestKept = (now: Date): string => memberTime(now.getTime() - eventsKeptMs)
