/** How many rejected records of a stream are told apart. */
export const maxOpenRejects = 10_000

/**
 * Lua steps of `applyPage` that keep the set of records that were rejected when they were last read. A record leaves it when it is accepted,
 * or when a complete pull of everything has not rejected it again.
 */
export const openReject = `
local function openReject(erpId)
  if redis.call('ZCARD', openRejects) < ${maxOpenRejects} then redis.call('ZADD', openRejects, mark, erpId) end
end
`

export const closeRejects = `
local function closeRejects()
  if dryRun or redis.call('EXISTS', openRejects) == 0 then return end
  local accepted = {}
  for id in records.each() do accepted[#accepted + 1] = id end
  for id in changes.each() do accepted[#accepted + 1] = id end
  callInParts('ZREM', openRejects, accepted)
  local isWhole = complete and marks and not partial and not hasFallen and redis.call('HGET', run, 'partial') ~= '1'
  if isWhole then redis.call('ZREMRANGEBYSCORE', openRejects, '-inf', '(' .. mark) end
end
`
