/** Lua that calls a command with a long list of arguments. */
export const callInParts = `
local function callInParts(command, key, list)
  for from = 1, #list, 2000 do redis.call(command, key, unpack(list, from, math.min(from + 1999, #list))) end
end
`

/** A step of `applyPage`: reads what the records had that get another content. */
export const loadReplaced = `
local function loadReplaced()
  if dryRun then return end
  for from = 1, #replacedIds, 1000 do
    local to = math.min(from + 999, #replacedIds)
    local found = redis.call('HMGET', data, unpack(replacedIds, from, to))
    for at = from, to do replaced[replacedIds[at]] = found[at - from + 1] or nil end
  end
end
`

/** A step of `applyPage`: indexes what its records are found by. A record whose keys are those that it had writes nothing. */
export const writeSearchKeys = `
local function writeSearchKeys()
  local rows = {}
  for at = 1, #contents, 2 do
    local id, json = contents[at], contents[at + 1]
    local old = replaced[id]
    replaced[id] = json
    if not old then
      addSearchKeys(rows, dataType, id, json, nil)
    elseif not haveSameKeys(dataType, old, json) then
      callInParts('ZADD', search, rows)
      rows = {}
      replaceSearchKeys(search, dataType, id, {old}, {json})
    end
  end
  callInParts('ZADD', search, rows)
end
`
