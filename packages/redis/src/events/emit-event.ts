import { eventsKeptMs } from '@linkspan/core'

/**
 * Lua that adds an event to a log, in the step that makes it true: `emitEvent(log, type, at, data)`. `at` is a time in ms, `data` is JSON.
 * Events older than a week leave the log, and a log without newer ones goes. The caller marks the source before the step, see
 * `createEmittingCalls`.
 */
export const emitEvent = `
local oldestKept -- the id of the oldest event that is kept
local hasExpiry = {} -- by log

local function emitEvent(log, type, at, data)
  oldestKept = oldestKept or string.format('%.0f', tonumber(redis.call('TIME')[1]) * 1000 - ${eventsKeptMs})
  redis.call('XADD', log, 'MINID', '~', oldestKept, '*', 'type', type, 'at', at, 'data', data)
  if not hasExpiry[log] then redis.call('PEXPIRE', log, ${eventsKeptMs}) end
  hasExpiry[log] = true
end
`
