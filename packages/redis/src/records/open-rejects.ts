import type { RecordStream } from '@linkspan/core'
import type { Keys } from '../keys.ts'
import { hideHelpers } from '../lua/hide-helpers.ts'

/** How many rejected records of a stream are told apart, and of how many it is known how they were closed. */
export const maxOpenRejects = 10_000
const maxClosedRejects = 10_000

/** The keys of a stream's rejected records, by the names under which scripts know them. */
export const rejectKeys = (keys: Keys, { connectionId, dataType }: RecordStream) => ({
  openRejects: keys.openRejects(connectionId, dataType),
  rejectTimes: keys.rejectTimes(connectionId, dataType),
  rejectDocs: keys.rejectDocs(connectionId, dataType),
  closedRejects: keys.closedRejects(connectionId, dataType),
  closedBy: keys.closedBy(connectionId, dataType),
})

/** For `defineScript`. */
export const rejectKeyNames = [
  'openRejects',
  'rejectTimes',
  'rejectDocs',
  'closedRejects',
  'closedBy',
] as const satisfies readonly (keyof ReturnType<typeof rejectKeys>)[]

/** The same keys as a Lua table, to pass to a function of a chunk. */
export const rejectKeyTable = `{${rejectKeyNames.map((name) => `${name} = ${name}`).join(', ')}}`

/** The reject of a record is stored as `<first rejected> <times> <last rejected> <run> <reject as JSON>`; times are in milliseconds. */
export const rejectDocPattern = /^(\d+) (\d+) (\d+) (\S+) (.*)$/s

/**
 * Lua that keeps the records of a stream that were rejected when they were last read, each by its key:
 *
 * - `adoptRejects` completes what a version has stored that kept only marks.
 * - `openReject` notes a rejected record. Returns false if nothing is kept of it, because there are too many.
 * - `closeRejects` closes those of the records that are open, and keeps why: `accepted <run>`, `gone <run>` or `written`.
 * - `expireRejects` forgets a thousand of those that were last rejected before a time.
 * - `noteDropped` counts records of a run of which nothing is kept.
 */
export const openRejects = hideHelpers(
  ['adoptRejects', 'openReject', 'closeRejects', 'expireRejects', 'noteDropped'],
  `
local function dropRejects(keys, ids)
  for from = 1, #ids, 1000 do
    local to = math.min(from + 999, #ids)
    redis.call('ZREM', keys.openRejects, unpack(ids, from, to))
    redis.call('ZREM', keys.rejectTimes, unpack(ids, from, to))
    redis.call('HDEL', keys.rejectDocs, unpack(ids, from, to))
  end
end

local function adoptRejects(keys, now)
  if redis.call('ZCARD', keys.openRejects) == redis.call('ZCARD', keys.rejectTimes) then return end
  for _, id in ipairs(redis.call('ZRANGE', keys.openRejects, 0, -1)) do redis.call('ZADD', keys.rejectTimes, 'NX', now, id) end
end

local function openReject(keys, id, mark, now, runId, json)
  local isNew = not redis.call('ZSCORE', keys.openRejects, id)
  if isNew and redis.call('ZCARD', keys.openRejects) >= ${maxOpenRejects} then return false end
  local first, times = string.match(redis.call('HGET', keys.rejectDocs, id) or '', '^(%d+) (%d+) ')
  redis.call('ZADD', keys.openRejects, mark, id)
  redis.call('ZADD', keys.rejectTimes, now, id)
  redis.call('HSET', keys.rejectDocs, id, table.concat({first or now, (times or 0) + 1, now, runId, json}, ' '))
  if isNew then
    redis.call('ZREM', keys.closedRejects, id)
    redis.call('HDEL', keys.closedBy, id)
  end
  return true
end

local function trimClosed(keys)
  local surplus = redis.call('ZCARD', keys.closedRejects) - ${maxClosedRejects}
  if surplus <= 0 then return end
  local oldest = redis.call('ZRANGE', keys.closedRejects, 0, surplus - 1)
  redis.call('ZREMRANGEBYRANK', keys.closedRejects, 0, surplus - 1)
  for from = 1, #oldest, 1000 do redis.call('HDEL', keys.closedBy, unpack(oldest, from, math.min(from + 999, #oldest))) end
end

local function closeRejects(keys, ids, why, now, seconds)
  local open = {}
  for from = 1, #ids, 1000 do
    local to = math.min(from + 999, #ids)
    local marks = redis.call('ZMSCORE', keys.openRejects, unpack(ids, from, to))
    for at = from, to do if marks[at - from + 1] then open[#open + 1] = ids[at] end end
  end
  if #open == 0 then return end
  dropRejects(keys, open)
  for _, id in ipairs(open) do
    redis.call('ZADD', keys.closedRejects, now, id)
    redis.call('HSET', keys.closedBy, id, why)
  end
  trimClosed(keys)
  for _, key in ipairs({keys.closedRejects, keys.closedBy}) do redis.call('EXPIRE', key, seconds) end
end

local function expireRejects(keys, before)
  dropRejects(keys, redis.call('ZRANGEBYSCORE', keys.rejectTimes, '-inf', '(' .. before, 'LIMIT', 0, 1000))
end

local function noteDropped(stream, mark, count)
  if count == 0 then return end
  local knownMark, dropped = string.match(redis.call('HGET', stream, 'droppedRejects') or '', '^(%d+) (%d+)$')
  redis.call('HSET', stream, 'droppedRejects', mark .. ' ' .. count + (knownMark == mark and dropped or 0))
end
`,
)
