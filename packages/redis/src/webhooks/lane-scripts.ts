import { downAfterFailures } from '@linkspan/core'
import { defineScript } from '../lua/define-script.ts'

/** So many attempts of one webhook are under way at once, over all workers; one if its receiver seems to be down. */
const maxAtOnce = 4
/** A lane that waits for its job longer than this gets a new one. */
const wokenAgainMs = 3000
/** A lane whose job works or waits as it should is left alone this much longer. */
export const graceMs = 30_000

export const holdLane = defineScript({
  name: 'linkspanHoldLane',
  keys: ['webhook', 'held'],
  args: { lane: 'text', now: 'number' },
  lua: `
if redis.call('EXISTS', webhook) == 0 then return 0 end
if redis.call('HEXISTS', webhook, 'pause') == 1 then
  redis.call('ZADD', held, '+inf', lane)
  return 0
end
redis.call('ZADD', held, now + ${wokenAgainMs}, lane)
return 1
`,
})

export const claimLane = defineScript({
  name: 'linkspanClaimLane',
  keys: ['webhook', 'positions', 'claims', 'held'],
  args: { lane: 'text', step: 'number', isReplay: 'flag', now: 'number' },
  lua: `
local begins = redis.call('HGET', webhook, 'begins')
if not begins then return false end
local position = redis.call('HGET', positions, lane) or (isReplay and '') or begins
redis.call('ZADD', held, now + ${graceMs}, lane)
return {redis.call('HINCRBY', claims, lane, step), position}
`,
})

/** Answers LOST, PAUSED, WAIT with ms, or SEND with what is known of earlier failures. */
export const beginAttempt = defineScript({
  name: 'linkspanBeginAttempt',
  keys: ['webhook', 'claims', 'troubles', 'held', 'permits'],
  args: { lane: 'text', epoch: 'text', now: 'number', leaseMs: 'number' },
  lua: `
local state = redis.call('HMGET', webhook, 'revision', 'pause', 'failures', 'waitsUntil')
local revision, pause, failures, waitsUntil = state[1], state[2], tonumber(state[3] or 0), tonumber(state[4] or 0)
if not revision or redis.call('HGET', claims, lane) ~= epoch then return {'LOST'} end
if pause then
  redis.call('ZADD', held, '+inf', lane)
  return {'PAUSED'}
end
local tries, since, again = 0, '', 0
local trouble = redis.call('HGET', troubles, lane)
if trouble then
  local parts = cjson.decode(trouble)
  tries, since, again = parts[1], parts[2], parts[3]
end

redis.call('ZREMRANGEBYSCORE', permits, '-inf', now)
redis.call('ZREM', permits, lane)
local wait = math.max(waitsUntil, again) - now
if wait <= 0 then
  local room = failures >= ${downAfterFailures} and 1 or ${maxAtOnce}
  if redis.call('ZCARD', permits) >= room then
    wait = math.min(30000, math.max(500, redis.call('ZCARD', held) * 250 / room))
  end
end
if wait > 0 then
  redis.call('ZADD', held, now + wait + ${graceMs}, lane)
  return {'WAIT', math.ceil(wait)}
end
redis.call('ZADD', permits, now + leaseMs, lane)
redis.call('ZADD', held, now + leaseMs + ${graceMs}, lane)
return {'SEND', revision, tries, since, failures}
`,
})

export const skipEvents = defineScript({
  name: 'linkspanSkipEvents',
  keys: ['positions', 'claims', 'held'],
  args: { lane: 'text', epoch: 'text', position: 'text', now: 'number' },
  lua: `
if redis.call('HGET', claims, lane) ~= epoch then return 0 end
redis.call('HSET', positions, lane, position)
redis.call('ZADD', held, now + ${graceMs}, lane)
return 1
`,
})

/** A replay that has come to its end is forgotten. */
export const releaseLane = defineScript({
  name: 'linkspanReleaseLane',
  keys: ['positions', 'claims', 'held'],
  args: { lane: 'text', epoch: 'text', isReplay: 'flag' },
  lua: `
if redis.call('HGET', claims, lane) ~= epoch then return end
redis.call('ZREM', held, lane)
if isReplay then
  redis.call('HDEL', positions, lane)
  redis.call('HDEL', claims, lane)
end
`,
})
