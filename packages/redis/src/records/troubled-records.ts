/**
 * Lua for the records of a stream that wait for somebody. `noteTrouble` keeps the sorted set of its troubled records: 1 stands for
 * refused, 2 for a conflict. `readBacklog` returns how many records wait to be pushed, are refused, are in conflict and are rejected, behind a revision
 * that grows with each call. `keys` are those of `recordKeyTable`.
 */
export const troubledRecords = `
local scoreOf = {error = 1, conflict = 2}

local function noteTrouble(keys, id, status)
  local score = scoreOf[status]
  if score then redis.call('ZADD', keys.troubled, score, id) else redis.call('ZREM', keys.troubled, id) end
end

local function readBacklog(keys)
  return {
    redis.call('HINCRBY', keys.stream, 'backlog', 1),
    redis.call('ZCARD', keys.pending),
    redis.call('ZCOUNT', keys.troubled, 1, 1),
    redis.call('ZCOUNT', keys.troubled, 2, 2),
    redis.call('ZCARD', keys.openRejects),
  }
end
`
