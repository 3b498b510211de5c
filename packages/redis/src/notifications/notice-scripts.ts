import { defineScript } from '../lua/define-script.ts'

/**
 * A subject has up to three fields in the hash of a route: its notice, `#delivery …` with the delivery that has tried to tell it, and
 * `#digest …` with the digest for which it waits.
 */
const noticeFields = `
local function updateRoute(routesDue, routeId, due)
  local first = redis.call('ZRANGE', due, 0, 0, 'WITHSCORES')
  if first[2] then redis.call('ZADD', routesDue, first[2], routeId) else redis.call('ZREM', routesDue, routeId) end
end
local function setField(notices, field, value)
  if value == '' then redis.call('HDEL', notices, field) else redis.call('HSET', notices, field, value) end
end
`

const storeDelivery = `
local function storeDelivery(deliveries, index, id, member, delivery, kept)
  redis.call('HSET', deliveries, id, delivery)
  redis.call('ZADD', index, 0, member)
  for _, old in ipairs(redis.call('ZRANGE', index, 0, -kept - 1)) do
    redis.call('ZREM', index, old)
    redis.call('HDEL', deliveries, string.sub(old, 10))
  end
end
`

/** Adds notices, and moves the position. What is being sent is not looked at before its next attempt. */
export const advanceScript = defineScript({
  name: 'linkspanAdvanceNotifications',
  keys: ['position', 'routesDue'],
  keyLists: ['notices', 'dues'],
  args: { from: 'text', to: 'text', now: 'number' },
  lists: { routes: ['id'], added: ['route', 'subject', 'json'] },
  include: [noticeFields],
  lua: `
if (redis.call('GET', position) or '0-0') ~= from then return 0 end
redis.call('SET', position, to)
for route, subject, json in added.each() do
  local at = tonumber(route)
  redis.call('HSET', notices[at], subject, json)
  local isBeingSent = redis.call('HEXISTS', notices[at], '#delivery ' .. subject) == 1
  redis.call('ZADD', dues[at], isBeingSent and 'NX' or 'LT', now, subject)
end
local at = 0
for id in routes.each() do
  at = at + 1
  updateRoute(routesDue, id, dues[at])
end
return 1
`,
})

/** Adds a notice with the delivery that tells it. */
export const addScript = defineScript({
  name: 'linkspanAddNotice',
  keys: ['notices', 'due', 'routesDue', 'deliveries', 'index'],
  args: {
    routeId: 'text',
    subject: 'text',
    json: 'text',
    now: 'number',
    deliveryId: 'text',
    member: 'text',
    delivery: 'text',
    kept: 'number',
  },
  include: [noticeFields, storeDelivery],
  lua: `
redis.call('HSET', notices, subject, json, '#delivery ' .. subject, deliveryId)
redis.call('ZADD', due, now, subject)
storeDelivery(deliveries, index, deliveryId, member, delivery, kept)
updateRoute(routesDue, routeId, due)
`,
})

/** Stores what became of notices. A notice that has a newer text than the one that was told is looked at again. */
export const settleScript = defineScript({
  name: 'linkspanSettleNotices',
  keys: ['notices', 'due', 'routesDue', 'deliveries', 'index'],
  keyLists: ['told'],
  args: { routeId: 'text', now: 'number', deliveryId: 'text', member: 'text', delivery: 'text', kept: 'number', toldMs: 'number' },
  lists: { done: ['subject', 'text'], waiting: ['subject', 'text', 'until', 'digestAt', 'deliveryId'], tellings: ['json'] },
  include: [noticeFields, storeDelivery],
  lua: `
for subject, text in done.each() do
  redis.call('HDEL', notices, '#delivery ' .. subject, '#digest ' .. subject)
  if redis.call('HGET', notices, subject) == text then
    redis.call('HDEL', notices, subject)
    redis.call('ZREM', due, subject)
  end
end
for subject, text, untilMs, digestAt, sending in waiting.each() do
  local current = redis.call('HGET', notices, subject)
  if current then
    setField(notices, '#digest ' .. subject, digestAt)
    setField(notices, '#delivery ' .. subject, sending)
    if current == text or sending ~= '' then redis.call('ZADD', due, untilMs, subject) end
  end
end
local at = 0
for json in tellings.each() do
  at = at + 1
  redis.call('SET', told[at], json, 'PX', toldMs)
end
if deliveryId ~= '' then storeDelivery(deliveries, index, deliveryId, member, delivery, kept) end
updateRoute(routesDue, routeId, due)
`,
})

/** Gives the right to send to `holder`, or renews it. */
export const claimScript = defineScript({
  name: 'linkspanClaimNotifications',
  keys: ['claim'],
  args: { holder: 'text', ms: 'number' },
  lua: `
local current = redis.call('GET', claim)
if current and current ~= holder then return 0 end
redis.call('SET', claim, holder, 'PX', ms)
return 1
`,
})

export const releaseScript = defineScript({
  name: 'linkspanReleaseNotifications',
  keys: ['claim'],
  args: { holder: 'text' },
  lua: "if redis.call('GET', claim) == holder then redis.call('DEL', claim) end",
})
