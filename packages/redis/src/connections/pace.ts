import { passedSteps, precedenceSteps } from './call-precedence.ts'

/**
 * The pace towards an ERP: how many calls it bears at once (`atOnce`) and in a second (`rate`), learnt from its answers. There is nothing to
 * know until the ERP refuses a call or takes twice as long as it did.
 *
 * - `overloaded`, or answers that take twice as long: the calls at once are halved, at most once a second, and not by calls that were sent
 *   before that, at the old pace. A call that gets no answer in time is overloaded too.
 * - `too-fast`: the first time, the calls at once are halved, and the rate is what the ERP accepted in the last second. Later a growth that
 *   goes wrong is taken back, all of it once that has happened before. Each further refusal within a few seconds takes more off and pauses
 *   twice as long: the ERP bears less than it did, or its window is used up until the next one.
 * - While all answers are good, the limit that callers wait for grows once a second: calls at once by one, the rate by a twentieth and then
 *   by twice as much each time. Far below what the ERP accepted on average, the rate grows by half at once.
 * - A growth that goes wrong makes the pause before the next one four times as long, up to the time of 3000 calls, which counts as forty seconds
 *   at least and as ten minutes at most. It costs a refusal or two, so fewer than one call in a thousand is refused by an ERP that bears no
 *   more than it gets, from five calls a second on. One that bears more is found out within that time.
 * - What was learnt is forgotten after ten minutes without calls.
 */
const periodMs = 1000
const keptMs = 600_000
/** How many calls are made between two growths that go wrong. */
const callsAGrowth = 3000
/** How many calls an ERP may accept at once beyond what it bears, because it counts them by a bucket: they do not show that it bears more. */
const maxBurst = 25
/** For how long nobody calls an ERP that has asked for a pause. The run that was refused heeds a longer one by itself. */
const maxPauseMs = 5000
/** A break between calls that are spread over time is never longer than this, or than the time of four calls. */
const maxBreakMs = 4000

/**
 * Returns from the script the milliseconds to wait; goes on if the pace allows a call. Expects `now`, the keys `permits` and `pace`, and the
 * arguments `concurrency`, `rank`, `leaseMs` and `pauseMs`. Leaves behind what `precedenceSteps` does.
 */
export const takeSteps = `
${precedenceSteps(keptMs)}
local known = redis.call('HMGET', pace, 'atOnce', 'until', 'rate', 'nextAt')
local pausedMs = tonumber(known[2] or '0') - now
if pausedMs > 0 and pausedMs <= ${maxPauseMs} then return wait(math.min(pausedMs, 10 * pauseMs)) end
local rate, nextAt = tonumber(known[3] or '0'), tonumber(known[4] or '0')
if nextAt > now + math.max(${maxBreakMs}, 4000 / rate) then nextAt = 0 end
local reservedMs = rate > 0 and reserved * 1000 / rate or 0
if rate > 0 and nextAt + reservedMs > now then
  redis.call('HSET', pace, 'wanted', 'rate')
  return wait(math.min(math.ceil(nextAt + reservedMs - now), 10 * pauseMs))
end
local learnt = tonumber(known[1] or '0')
local isBelow = learnt > 0 and (concurrency == 0 or learnt < concurrency)
local atOnce = isBelow and learnt or concurrency
redis.call('ZREMRANGEBYSCORE', permits, '-inf', now)
for _, held in ipairs(redis.call('ZRANGEBYSCORE', permits, '(' .. now + leaseMs, '+inf')) do
  redis.call('ZADD', permits, now + leaseMs, held)
end
if atOnce > 0 and redis.call('ZCARD', permits) + reserved >= atOnce then
  if isBelow then redis.call('HSET', pace, 'wanted', 'atOnce') end
  return wait(pauseMs)
end
`

/** Notes that a call is made, which may come a fifth of its time early if the one before was late. Expects what `takeSteps` leaves behind. */
export const takenSteps = `
if rate > 0 then redis.call('HSET', pace, 'nextAt', math.max(nextAt, now - reservedMs - 200 / rate) + 1000 / rate) end
${passedSteps}
`

/**
 * Lua: `release` gives a permit back and learns from the answer. `verdict`: that of the answer, or `none`; `kind`: what was called; `ms`: how
 * long it took; `askedMs`: the pause that the ERP asks for, 0 if it does not.
 */
export const releaseSteps = `
local function release(now, permits, pace, permitId, verdict, kind, ms, askedMs)
  local periodMs, keptMs, maxFields = ${periodMs}, ${keptMs}, 100
  local firstHoldMs, maxHoldMs, callsAGrowth, maxBurst = 4000, 40000, ${callsAGrowth}, ${maxBurst}
  local underWay = redis.call('ZCARD', permits)
  redis.call('ZREM', permits, permitId)
  if verdict == 'none' then return end

  local function paceField(field) return tonumber(redis.call('HGET', pace, field) or '0') end
  local function setPace(...)
    redis.call('HSET', pace, ...)
    redis.call('PEXPIRE', pace, keptMs)
  end

  -- The clock of Redis goes back if a node with another clock takes over. What then lies in the future counts as of now.
  for field, latest in pairs({cutAt = now, since = now, second = math.floor(now / 1000)}) do
    if paceField(field) > latest then setPace(field, latest) end
  end

  -- Counts the accepted calls of each second, and follows their mean slowly while there is a rate.
  local function noteAccepted()
    local second = math.floor(now / 1000)
    local counted, accepted = paceField('second'), paceField('accepted')
    if counted == second then return setPace('accepted', accepted + 1) end
    local mean = paceField('mean')
    if paceField('rate') > 0 then
      if mean == 0 then mean = accepted end
      mean = (mean + (accepted - mean) * 0.1) * 0.9 ^ math.min(20, second - counted - 1)
    end
    setPace('second', second, 'accepted', 1, 'acceptedBefore', counted == second - 1 and accepted or 0, 'mean', mean)
  end

  local function acceptedLately()
    local since = math.floor(now / 1000) - paceField('second')
    if since > 1 then return 0 end
    local accepted, before = paceField('accepted'), paceField('acceptedBefore')
    if since == 1 then accepted, before = 0, accepted end
    return accepted + before * (1 - (now % 1000) / 1000)
  end

  local function halveAtOnce()
    if now - paceField('cutAt') < math.max(periodMs, ms) then return end -- it was sent at the old pace
    local atOnce = paceField('atOnce')
    if atOnce == 0 then atOnce = underWay end
    local isGrowth = now - paceField('since') < 2 * periodMs and redis.call('HGET', pace, 'grew') == 'atOnce'
    local holdMs = isGrowth and math.min(maxHoldMs, math.max(periodMs, paceField('holdMs') * 2)) or periodMs
    setPace('atOnce', math.max(1, math.floor(atOnce / 2)), 'holdMs', holdMs, 'cutAt', now, 'since', now, 'step', 0)
    redis.call('HDEL', pace, 'wanted', 'grew')
  end

  local function setFirstRate()
    local atOnce = paceField('atOnce')
    if atOnce == 0 then atOnce = underWay end
    local rate = math.max(1, acceptedLately())
    setPace('atOnce', math.max(1, math.floor(atOnce / 2)), 'rate', rate, 'nextAt', now + 1000 / rate, 'holdMs', firstHoldMs, 'cuts', 1)
  end

  -- How many calls the ERP has accepted since the growth began, beyond those at the rate before it.
  local function extraCalls()
    return paceField('extra') + (paceField('rate') - paceField('base')) * (now - paceField('since')) / 1000
  end

  local function cutRate()
    local atOnce, rate, holdMs, mean = paceField('atOnce'), paceField('rate'), paceField('holdMs'), paceField('mean')
    local grew, before = redis.call('HGET', pace, 'grew'), paceField('before')
    local cuts = now - paceField('cutAt') < math.max(3000, 30000 / rate) and paceField('cuts') + 1 or 1
    if cuts == 1 then
      local isGain = grew == 'rate' and extraCalls() > maxBurst or paceField('isRecovery') == 1
      local longestMs = math.min(keptMs, math.max(maxHoldMs, callsAGrowth * 1000 / rate))
      holdMs = isGain and firstHoldMs or math.min(longestMs, math.max(firstHoldMs, holdMs * 4))
      local isProven = holdMs > 4 * firstHoldMs -- the rate at which the growth began
      if grew == 'atOnce' then atOnce = before
      elseif grew == 'rate' then rate = isProven and paceField('base') or before
      else rate = rate * 0.95 end
    elseif cuts == 2 then
      rate = rate * 0.9
    elseif cuts == 3 then
      rate = math.min(rate * 0.85, math.max(mean * 0.95, rate / 2))
    else
      atOnce, rate, holdMs = math.max(1, math.floor(atOnce / 2)), math.max(0.2, rate / 2), firstHoldMs
      if cuts > 4 then mean = mean / 2 end
    end
    if paceField('isRecovery') == 1 then mean = mean * 0.7 end
    local breakMs = math.max(2000 / rate, 250 * 2 ^ math.min(cuts - 1, 4))
    setPace('atOnce', atOnce, 'rate', rate, 'mean', mean, 'holdMs', holdMs, 'cuts', cuts, 'nextAt', now + breakMs)
  end

  local function slowDown()
    if now - ms <= paceField('cutAt') then return end -- it was sent at the old pace
    if paceField('rate') == 0 then setFirstRate() else cutRate() end
    setPace('cutAt', now, 'since', now, 'step', 0, 'isRecovery', 0)
    redis.call('HDEL', pace, 'wanted', 'grew')
  end

  local function grow()
    local wanted = redis.call('HGET', pace, 'wanted')
    if not wanted then return end
    local value, step, mean = paceField(wanted), paceField('step'), paceField('mean')
    if value == 0 then return end
    local isRecovery = wanted == 'rate' and value < mean * 0.85
    local pauseMs = step == 0 and not isRecovery and math.max(periodMs, paceField('holdMs')) or periodMs
    if now - paceField('since') < pauseMs then return end
    local grown = value + 1
    if isRecovery then
      grown, step = math.min(value * 1.5, mean * 0.95), 0
    elseif wanted == 'rate' then
      step = math.max(value / 20, 0.1, math.min(step * 2, value / 2))
      grown = value + step
    else
      step = 1
    end
    if wanted == 'rate' and not isRecovery then
      local goesOn = paceField('step') > 0 and redis.call('HGET', pace, 'grew') == 'rate'
      if goesOn then setPace('extra', extraCalls()) else setPace('base', value, 'extra', 0) end
    end
    setPace(wanted, grown, 'before', value, 'grew', wanted, 'step', step, 'since', now, 'isRecovery', isRecovery and 1 or 0)
    redis.call('HDEL', pace, 'wanted')
  end

  -- Whether calls of this kind take twice as long lately as they did. What is usual follows slowly, and at once if it is less. Kinds beyond
  -- the first few dozen are not learnt: an ERP with ids of letters alone in its paths would fill the hash. No time is less than a millisecond:
  -- what is usual grows by a hundredth of itself, so from 0 or less it would never grow again.
  local function isSlower()
    local lately, usual = redis.call('HGET', pace, 'lately ' .. kind), redis.call('HGET', pace, 'usual ' .. kind)
    if not usual and redis.call('HLEN', pace) >= maxFields then return false end
    lately = math.max(1, lately and (tonumber(lately) * 0.8 + ms * 0.2) or ms)
    usual = math.max(1, usual and math.min(lately, tonumber(usual) * 1.01) or ms)
    setPace('lately ' .. kind, lately, 'usual ' .. kind, usual)
    return lately > usual * 2 and lately - usual > 100
  end

  if verdict ~= 'good' and askedMs > 0 then
    setPace('until', math.min(now + ${maxPauseMs}, math.max(paceField('until'), now + askedMs)))
  end
  if verdict == 'overloaded' then halveAtOnce()
  elseif verdict == 'too-fast' then slowDown()
  else
    noteAccepted()
    if isSlower() and underWay > 1 then halveAtOnce() else grow() end
  end
end
`
