/**
 * Says whether a record that was seen in this run already has a later change time than what comes now. If neither has a later one, both
 * contents are kept for the answer.
 */
export const isOutdated = `
local maxRepeated = 20
local function timeOf(json)
  return json and cjson.decode(json).sourceUpdatedAt or ''
end

local function isOutdated(id, json)
  local before = redis.call('HGET', data, id)
  local earlier, later = timeOf(before), timeOf(json)
  if earlier == later and before and #repeated < 3 * maxRepeated then
    for _, text in ipairs({id, before, json}) do repeated[#repeated + 1] = text end
  end
  return later < earlier
end
`
