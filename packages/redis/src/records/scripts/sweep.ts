/**
 * One step over the records that a complete run has not seen, in the order of the change feed. Counts them, or writes tombstones.
 * KEYS: run, stream, meta, data, feed, skus, outbox, aliases, what a dry run has seen: there the marks are not written.
 * ARGV: epoch, now, 'count' or 'delete', position after which it goes on, position at which it ends, how many records at once, channel.
 * Answers the position to go on from ('' at the end), how many records there are that could go, and how many of them are gone.
 * What waits to be pushed, or for a person, is not the ERP's to delete.
 * Where the run has seen as many different records as there are, and all are the ERP's, none can be gone: then none is looked at.
 */
export const sweepUnseen = `
local state = redis.call('HMGET', KEYS[1], 'status', 'epoch', 'mark', 'distinct')
if not state[1] or state[1] == 'success' or state[1] == 'error' then return {'ENDED'} end
if state[2] ~= ARGV[1] then return {'SUPERSEDED'} end
local mark, deleting = state[3] or '0', ARGV[3] == 'delete'
local isDry = redis.call('EXISTS', KEYS[9]) == 1
if not isDry and redis.call('HLEN', KEYS[7]) == 0 and redis.call('HLEN', KEYS[3]) == tonumber(state[4] or 0) then return {'OK', '', 0, 0} end
local function isUnseen(id, meta)
  if isDry then return redis.call('SISMEMBER', KEYS[9], id) == 0 end
  return string.match(meta, '^%S+ %d+ (%d+)') ~= mark
end
local rows = redis.call('ZRANGEBYSCORE', KEYS[5], '(' .. ARGV[4], ARGV[5], 'WITHSCORES', 'LIMIT', 0, tonumber(ARGV[6]))
local position = tonumber(redis.call('HGET', KEYS[2], 'position') or 0)
local live, gone, last = 0, 0, ''
for at = 1, #rows, 2 do
  local id = rows[at]
  last = rows[at + 1]
  local meta = redis.call('HGET', KEYS[3], id)
  local entry = redis.call('HGET', KEYS[7], id)
  if meta and (not entry or string.match(entry, '^%d+ (%S+)') == 'synced') then
    live = live + 1
    if isUnseen(id, meta) then
      gone = gone + 1
      if deleting then
        local json = redis.call('HGET', KEYS[4], id)
        local sku = json and string.match(json, '"sku":"(.-)"')
        if sku then redis.call('ZREM', KEYS[6], sku .. '\\0' .. id) end
        if entry then
          local erpId = cjson.decode(string.match(entry, '^%d+ %S+ (.*)$')).erpId
          if erpId and erpId ~= cjson.null then redis.call('HDEL', KEYS[8], erpId) end
          redis.call('HDEL', KEYS[7], id)
        end
        redis.call('HDEL', KEYS[3], id)
        redis.call('HDEL', KEYS[4], id)
        position = position + 1
        redis.call('ZADD', KEYS[5], position, id)
      end
    end
  end
end
if deleting and gone > 0 then
  redis.call('HSET', KEYS[2], 'position', position)
  redis.call('HINCRBY', KEYS[1], 'deleted', gone)
  redis.call('PUBLISH', ARGV[7], 'swept')
end
return {'OK', #rows < tonumber(ARGV[6]) * 2 and '' or last, live, gone}
`
