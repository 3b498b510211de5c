import { callRanks } from '@linkspan/core'

/** A rank that waits gets the next call after it was passed over so often: one call in five is its own. */
const maxPassed = 4
/** After how long whoever waits asks again at the latest, however long the wait may yet be. What is said to wait longer was said by another clock. */
const maxWaitMs = 2000
const ranks = Object.values(callRanks)
const fields = (name: string) => ranks.map((rank) => `'${name}${rank}'`).join(', ')

/**
 * Whose call is next if callers of several ranks wait: that of the first rank, unless a later one was passed over for too long. Of each rank is
 * known until when it waits, which it renews whenever it asks, and how many calls of others were made meanwhile.
 *
 * Returns from the script the milliseconds to wait if an earlier rank goes first. Leaves behind `wait(ms)`, by which the rank is known to
 * wait, and `reserved`: how many of the next calls belong to others. Expects `now`, the key `pace` and the arguments `rank` and `pauseMs`.
 */
export const precedenceSteps = (keptMs: number): string => `
local ranks = redis.call('HMGET', pace, ${fields('waits')}, ${fields('passed')})
local function isDue(each) return tonumber(ranks[each + ${ranks.length + 1}] or '0') >= ${maxPassed} end
local function wait(ms)
  local waitMs = math.min(ms, ${maxWaitMs})
  redis.call('HSET', pace, 'waits' .. rank, now + waitMs + 4 * pauseMs)
  redis.call('PEXPIRE', pace, ${keptMs})
  return waitMs
end

local waiting, reserved, firstUntil = {}, 0, nil
for other = 0, ${ranks.length - 1} do
  local untilMs = tonumber(ranks[other + 1] or '0')
  if other ~= rank and untilMs > now and untilMs <= now + ${maxWaitMs} + 4 * pauseMs then
    table.insert(waiting, other)
    if isDue(other) then reserved = reserved + 1 end
    if other < rank then firstUntil = firstUntil or untilMs end
  end
end
if isDue(rank) then reserved, firstUntil = 0, nil end
if firstUntil then return wait(math.max(pauseMs, firstUntil - now - 3 * pauseMs)) end
`

/** Notes that a call is made while others wait. Expects what `precedenceSteps` leaves behind. */
export const passedSteps = `
if ranks[rank + 1] then redis.call('HDEL', pace, 'waits' .. rank, 'passed' .. rank) end
for _, other in ipairs(waiting) do redis.call('HINCRBY', pace, 'passed' .. other, 1) end
`
