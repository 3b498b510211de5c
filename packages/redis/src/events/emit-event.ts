import { eventsKeptMs } from '@linkspan/core'

/**
 * Lua that adds an event to a log, in the step that makes it true: `emitEvent(log, type, at, data)`. `at` is a time in ms, `data` is JSON.
 * Events older than a week leave the log, and a log without newer ones goes. The caller marks the source before the step, see
 * `createEmittingCalls`.
 */
export const emitEvent = `
local function emitEvent(log, type, at, data)
  local oldest = tonumber(redis.call('TIME')[1]) * 1000 - ${eventsKeptMs}
  redis.call('XADD', log, 'MINID', '~', string.format('%.0f', oldest), '*', 'type', type, 'at', at, 'data', data)
  redis.call('PEXPIRE', log, ${eventsKeptMs})
end
`
