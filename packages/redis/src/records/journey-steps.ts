import { hideHelpers } from '../lua/hide-helpers.ts'

/** How many steps of a record are kept: the first one and the latest. */
const keptSteps = 40

/** Stands in front of the steps once one of them was dropped. */
export const droppedMark = '~'

/**
 * Lua for what has happened to a record: one line for each step, `<at> <kind> <details as JSON>`, in the hash `keys.journey` under its id.
 * `noteStep` adds one. `forgetSteps` leaves nothing but that the record was deleted.
 */
export const journeySteps = `
local function noteStep(journey, id, at, kind, details)
  local line = at .. ' ' .. kind .. ' ' .. details
  local steps = redis.call('HGET', journey, id)
  if steps then
    local _, breaks = string.gsub(steps, '\\n', '')
    if breaks + 1 >= ${keptSteps} then
      local first, rest = string.match(steps, '^${droppedMark}?([^\\n]*)\\n[^\\n]*\\n(.*)$')
      steps = '${droppedMark}' .. first .. '\\n' .. rest
    end
    line = steps .. '\\n' .. line
  end
  redis.call('HSET', journey, id, line)
end

local function detailsOfRun(runId)
  return runId ~= '' and '{"syncLogId":"' .. runId .. '"}' or '{}'
end

local function forgetSteps(journey, id, at, runId)
  redis.call('HSET', journey, id, at .. ' deleted ' .. detailsOfRun(runId))
end
`

/**
 * Lua that notes the steps of a record that the system has written: `noteChange` compares its entry before and after a change. `step` says
 * what else was done: `isRun`, `isChanged`, and the `pushed`, `conflict` and `details` of `toChangeRow`. Goes behind `outboxEntry`.
 */
export const changeSteps = hideHelpers(
  ['noteChange'],
  `
local kindOf = {in_flight = 'sent', uncertain = 'uncertain', error = 'refused'}
local wasSent = {in_flight = true, uncertain = true}

local function isEchoAwaited(entry)
  return entry and string.find(entry, '"isEchoAwaited":true', 1, true) ~= nil
end

local function noteChange(keys, id, at, before, after, status, step)
  local old = before and entryStatus(before)
  local count = 0
  local function note(kind)
    noteStep(keys.journey, id, at, kind, step.details)
    count = count + 1
  end
  if not step.isRun and step.isChanged then note('written') end
  if step.pushed == '1' then
    local isFound = old == 'uncertain' or string.find(step.details, '"found":true', 1, true)
    if isFound and old == 'in_flight' then note('uncertain') end
    note(isFound and 'found' or 'accepted')
  end
  if step.isRun and step.isChanged and step.pushed ~= '1' then note('changed') end
  if step.conflict == '' then note('decided') elseif step.conflict ~= '-' then note('conflict') end
  if status ~= old and kindOf[status] then note(kindOf[status]) end
  if status == 'pending' and old and (wasSent[old] or old == 'error') and not step.isChanged and step.pushed ~= '1' then note('requeued') end
  if count == 0 and step.isRun and isEchoAwaited(before) and not isEchoAwaited(after) then note('echo') end
end
`,
)
