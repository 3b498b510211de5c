import { defineScript } from '../lua/define-script.ts'

/** The times of events are those of Redis, so the moment from which on they are sent is taken there too. */
export const createWebhook = defineScript({
  name: 'linkspanCreateWebhook',
  keys: ['webhook'],
  args: { doc: 'text', revision: 'text' },
  lua: `
local time = redis.call('TIME')
local begins = string.format('%.0f-0', time[1] * 1000 + math.floor(time[2] / 1000))
redis.call('HSET', webhook, 'doc', doc, 'revision', revision, 'begins', begins)
`,
})

export const updateWebhook = defineScript({
  name: 'linkspanUpdateWebhook',
  keys: ['webhook'],
  args: { doc: 'text', revision: 'text', next: 'text' },
  lua: `
local stored = redis.call('HGET', webhook, 'revision')
if not stored then return 'GONE' end
if stored ~= revision then return 'STALE' end
redis.call('HSET', webhook, 'doc', doc, 'revision', next)
return 'OK'
`,
})

export const pauseWebhook = defineScript({
  name: 'linkspanPauseWebhook',
  keys: ['webhook'],
  args: { pause: 'text' },
  lua: `
if redis.call('EXISTS', webhook) == 1 then redis.call('HSETNX', webhook, 'pause', pause) end
`,
})

/** Lanes that were held back for an unknown time are due at once. */
export const resumeWebhook = defineScript({
  name: 'linkspanResumeWebhook',
  keys: ['webhook', 'troubles', 'held'],
  args: {},
  lua: `
redis.call('HDEL', webhook, 'pause', 'failures', 'waitsUntil')
redis.call('DEL', troubles)
for _, lane in ipairs(redis.call('ZRANGE', held, 0, -1)) do redis.call('ZADD', held, 0, lane) end
`,
})
