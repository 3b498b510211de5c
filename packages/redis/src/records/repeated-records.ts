/**
 * Says whether a record that was seen in this run already has a later change time than what comes now. Of two change times, the row with the
 * earlier one is remembered. If neither is later, both contents are kept for the answer.
 */
export const isOutdated = `
local maxRepeated = 20
local function timeOf(json)
  return json and cjson.decode(json).sourceUpdatedAt or ''
end

local function isOutdated(id, text, hashes, json)
  local before = redis.call('HGET', data, id)
  local earlier, later = timeOf(before), timeOf(json)
  if earlier == later and before and #repeated < 3 * maxRepeated then
    for _, each in ipairs({id, before, json}) do repeated[#repeated + 1] = each end
  end
  if later < earlier then addSuperseded(id, contentHash(hashes), false) end
  if later > earlier and earlier ~= '' then addSuperseded(id, contentHash(text), true) end
  return later < earlier
end
`
