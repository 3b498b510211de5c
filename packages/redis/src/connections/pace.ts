/**
 * How many calls at once an ERP bears (`atOnce`), learnt from its answers. There is nothing to know until the ERP refuses a call as too many
 * or takes twice as long as it did: then the calls under way are halved, at most once a second, because they were all sent at the old pace.
 * They grow by one for each second in which more were wanted and all answers were good. A growth that goes wrong doubles the time until the
 * next (`holdMs`). What was learnt is forgotten after ten minutes without calls. Expects `pace` (a hash) and `now`.
 */
export const paceRules = `
local periodMs, maxHoldMs, keptMs, maxFields = 1000, 30000, 600000, 100

local function paceField(field) return tonumber(redis.call('HGET', pace, field) or '0') end
local function setPace(...)
  redis.call('HSET', pace, ...)
  redis.call('PEXPIRE', pace, keptMs)
end

local function cutPace(underWay)
  if now - paceField('cutAt') < periodMs then return end
  local atOnce, holdMs = paceField('atOnce'), paceField('holdMs')
  if atOnce == 0 then atOnce = underWay end
  local isGrowth = now - paceField('grownAt') < 2 * periodMs + holdMs
  holdMs = isGrowth and math.min(maxHoldMs, math.max(periodMs, holdMs * 2)) or periodMs
  setPace('atOnce', math.max(1, math.floor(atOnce / 2)), 'holdMs', holdMs, 'cutAt', now, 'since', now, 'wanted', 0)
end

local function growPace()
  local atOnce = paceField('atOnce')
  if atOnce == 0 or paceField('wanted') == 0 or now - paceField('since') < math.max(periodMs, paceField('holdMs')) then return end
  setPace('atOnce', atOnce + 1, 'since', now, 'grownAt', now, 'wanted', 0)
end

-- Whether calls of this kind take twice as long lately as they did. What is usual follows slowly, and at once if it is less. Kinds beyond
-- the first few dozen are not learnt: an ERP with ids of letters alone in its paths would fill the hash.
local function isSlower(kind, ms)
  local lately, usual = redis.call('HGET', pace, 'lately ' .. kind), redis.call('HGET', pace, 'usual ' .. kind)
  if not usual and redis.call('HLEN', pace) >= maxFields then return false end
  lately = lately and (tonumber(lately) * 0.8 + ms * 0.2) or ms
  usual = usual and math.min(lately, tonumber(usual) * 1.01) or ms
  setPace('lately ' .. kind, lately, 'usual ' .. kind, usual)
  return lately > usual * 2 and lately - usual > 100
end
`
