/** `surplusLogs(indexAll, indexSuccess, indexError, maxLogs)`: the oldest ended runs beyond the number that is kept, at most a hundred. */
export const surplusLogs = `
local function surplusLogs(indexAll, indexSuccess, indexError, maxLogs)
  local surplus, members = redis.call('ZCARD', indexAll) - maxLogs, {}
  if surplus <= 0 then return members end
  for _, oldest in ipairs(redis.call('ZRANGE', indexAll, 0, math.min(surplus, 100) - 1)) do
    if redis.call('ZSCORE', indexSuccess, oldest) or redis.call('ZSCORE', indexError, oldest) then table.insert(members, oldest) end
  end
  return members
end
`
