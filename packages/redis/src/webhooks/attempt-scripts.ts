import { defineScript } from '../lua/define-script.ts'
import { graceMs } from './lane-scripts.ts'
import { noteAttempt } from './note-attempt.ts'

const deliveryKeys = ['delivery', 'all', 'pending', 'delivered', 'failed'] as const
const deliveryArgs = { prefix: 'text', member: 'text', event: 'text', oldest: 'text', attempt: 'text', channel: 'text' } as const
const delivery = `
local d = {
  delivery = delivery, all = all, pending = pending, delivered = delivered, failed = failed,
  prefix = prefix, member = member, event = event,
}
`

/** An attempt that was made is noted even if the claim was lost, but then it decides nothing. */
export const finishAttempt = defineScript({
  name: 'linkspanFinishAttempt',
  keys: ['webhook', 'positions', 'claims', 'troubles', 'held', 'permits', ...deliveryKeys],
  args: {
    lane: 'text',
    epoch: 'text',
    position: 'text',
    verdict: 'text',
    pause: 'text',
    again: 'number',
    waitsUntil: 'text',
    attemptAt: 'text',
    failure: 'text',
    now: 'number',
    ...deliveryArgs,
  },
  include: [noteAttempt],
  lua: `
if redis.call('EXISTS', webhook) == 0 then return 0 end
${delivery}
addAttempt(d, oldest, attempt)
redis.call('PUBLISH', channel, 'attempted')
if verdict == 'accepted' then
  redis.call('HDEL', webhook, 'failures', 'waitsUntil')
  redis.call('HSET', webhook, 'lastSuccessAt', attemptAt)
  setStatus(d, 'delivered')
else
  redis.call('HINCRBY', webhook, 'failures', 1)
  redis.call('HSET', webhook, 'lastFailure', failure)
end
if redis.call('HGET', claims, lane) ~= epoch then return 0 end

redis.call('ZREM', permits, lane)
if verdict == 'accepted' then
  redis.call('HSET', positions, lane, position)
  redis.call('HDEL', troubles, lane)
  redis.call('HDEL', delivery, 'again')
  redis.call('ZADD', held, now + ${graceMs}, lane)
  return 1
end
if verdict == 'pause' then
  redis.call('HSETNX', webhook, 'pause', pause)
  redis.call('ZADD', held, '+inf', lane)
  redis.call('HDEL', delivery, 'again')
  setStatus(d, 'failed')
  return 1
end
local before = redis.call('HGET', troubles, lane)
local tries, since = 0, attemptAt
if before then
  local parts = cjson.decode(before)
  tries, since = parts[1], parts[2]
end
redis.call('HSET', troubles, lane, cjson.encode({tries + 1, since, again}))
if waitsUntil ~= '' then redis.call('HSET', webhook, 'waitsUntil', waitsUntil) end
redis.call('HSET', delivery, 'again', string.format('%.0f', again))
redis.call('ZADD', held, again + ${graceMs}, lane)
setStatus(d, 'pending')
return 1
`,
})

export const addDelivery = defineScript({
  name: 'linkspanAddDelivery',
  keys: ['webhook', ...deliveryKeys],
  args: deliveryArgs,
  include: [noteAttempt],
  lua: `
if redis.call('EXISTS', webhook) == 0 then return end
${delivery}
openDelivery(d, oldest)
redis.call('PUBLISH', channel, 'added')
`,
})

/** What was delivered once stays delivered, whatever comes of sending it again. */
export const noteSingleAttempt = defineScript({
  name: 'linkspanNoteSingleAttempt',
  keys: ['webhook', ...deliveryKeys],
  args: { ...deliveryArgs, isAccepted: 'flag', attemptAt: 'text' },
  include: [noteAttempt],
  lua: `
if redis.call('EXISTS', webhook) == 0 then return end
${delivery}
addAttempt(d, oldest, attempt)
if isAccepted then
  setStatus(d, 'delivered')
  redis.call('HSET', webhook, 'lastSuccessAt', attemptAt)
elseif redis.call('HEXISTS', delivery, 'again') == 0 and redis.call('HGET', delivery, 'status') == 'pending' then
  setStatus(d, 'failed')
end
redis.call('PUBLISH', channel, 'attempted')
`,
})
