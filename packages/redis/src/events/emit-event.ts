import { eventsKeptMs } from '@linkspan/core'

/**
 * Lua that adds an event to a log, in the step that makes it true: `emitEvent(log, type, at, data, subject, runId)`. `at` is a time in ms, `data`
 * is JSON, `runId` that of the run that makes it true, if there is one and `data` does not tell. With a `subject`, those who follow updates are told as well, once in a step for each: it is the id of what the event tells of, and
 * empty if that is whose log it is.
 * Events older than a week leave the log, and a log without newer ones goes. The caller marks the source before the step, see
 * `createEmittingCalls`.
 */
export const emitEvent = `
local oldestKept -- the id of the oldest event that is kept
local hasExpiry = {} -- by log

local announced = {} -- by log and message

local function emitEvent(log, type, at, data, subject, runId)
  oldestKept = oldestKept or string.format('%.0f', tonumber(redis.call('TIME')[1]) * 1000 - ${eventsKeptMs})
  local fields = {'type', type, 'at', at, 'data', data}
  if runId and runId ~= '' then
    table.insert(fields, 'run')
    table.insert(fields, runId)
  end
  redis.call('XADD', log, 'MINID', '~', oldestKept, '*', unpack(fields))
  if not hasExpiry[log] then redis.call('PEXPIRE', log, ${eventsKeptMs}) end
  hasExpiry[log] = true
  if not subject then return end
  local message = type .. ' ' .. subject
  if announced[log .. message] then return end
  announced[log .. message] = true
  redis.call('PUBLISH', log, message)
end
`
