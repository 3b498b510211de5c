/**
 * Writing records that the system has a part in. A record's entry is kept as `<stamp> <status> <JSON>`; who changes it names the stamp
 * that was read, so that two who change the same record never overwrite each other.
 *
 * Changes stand in ARGV one behind the other, ten arguments each: id, stamp, status, entry, hash, JSON, SKU, the ERP's id where it is
 * another than ours, id of the conflict, conflict. An empty hash leaves the content as it is; '-' for the conflict leaves it, an empty
 * one takes it away. A record moves to the end of the change feed when its content changed, or when pushing it came to some end.
 */
export const recordChanges = `
local width = 10
local hashLength, rowLength = 22, 11 -- of a content's hash and, behind it, the name of the row that it was made of
local function staleAmong(outbox, at, count)
  local stale = {}
  for from = at, at + (count - 1) * width, width do
    local text = redis.call('HGET', outbox, ARGV[from])
    if (text and string.match(text, '^%d+') or '0') ~= ARGV[from + 1] then table.insert(stale, ARGV[from]) end
  end
  return stale
end

local ends = {synced = true, error = true, conflict = true}
local function changeRecords(keys, at, count, now, mark)
  local position = tonumber(redis.call('HGET', keys.stream, 'position') or 0)
  for from = at, at + (count - 1) * width, width do
    local id, stamp, status, entry = ARGV[from], tonumber(ARGV[from + 1]), ARGV[from + 2], ARGV[from + 3]
    local hash, json, sku, erpId = ARGV[from + 4], ARGV[from + 5], ARGV[from + 6], ARGV[from + 7]
    local conflictId, conflict = ARGV[from + 8], ARGV[from + 9]
    local before = redis.call('HGET', keys.outbox, id)
    local isEnd = ends[status] and status ~= (before and string.match(before, '^%d+ (%S+)'))
    redis.call('HSET', keys.outbox, id, (stamp + 1) .. ' ' .. status .. ' ' .. entry)
    if status == 'pending' then
      redis.call('ZADD', keys.pending, 'NX', redis.call('HINCRBY', keys.stream, 'queued', 1), id)
    else
      redis.call('ZREM', keys.pending, id)
    end
    if status == 'in_flight' or status == 'uncertain' then
      redis.call('ZADD', keys.unsettled, 'NX', now, id)
    else
      redis.call('ZREM', keys.unsettled, id)
    end
    if erpId ~= '' and redis.call('HSETNX', keys.aliases, erpId, id) == 1 and redis.call('HDEL', keys.meta, erpId) == 1 then
      redis.call('HDEL', keys.data, erpId) -- pulled before it was known to be ours: from now on it is one record
      position = position + 1
      redis.call('ZADD', keys.feed, position, erpId)
    end
    if conflict == '' then
      redis.call('HDEL', keys.conflicts, conflictId)
      redis.call('ZREM', keys.conflictIndex, conflictId)
    elseif conflict ~= '-' then
      redis.call('HSET', keys.conflicts, conflictId, conflict)
      redis.call('ZADD', keys.conflictIndex, 0, conflictId)
    end

    local meta = redis.call('HGET', keys.meta, id)
    local oldHash, version, seen, oldPosition, changedAt
    if meta then oldHash, version, seen, oldPosition, changedAt = string.match(meta, '^(%S+) (%d+) (%d+) (%d+) (%d+)') end
    oldHash = oldHash and string.sub(oldHash, 1, hashLength) -- no row alone makes it any more
    local isChanged = hash ~= '' and hash ~= oldHash
    if hash ~= '' then
      redis.call('HSET', keys.data, id, json)
      if sku ~= '' then redis.call('ZADD', keys.skus, 0, sku .. '\\0' .. id) end
    end
    if isChanged or isEnd then
      position = position + 1
      oldPosition, changedAt = position, now
      redis.call('ZADD', keys.feed, position, id)
    end
    if isChanged then version = tonumber(version or 0) + 1 end
    redis.call('HSET', keys.meta, id, (hash ~= '' and hash or oldHash) .. ' ' .. version .. ' ' .. (mark or seen or '0') .. ' ' .. oldPosition .. ' ' .. changedAt)
  end
  redis.call('HSET', keys.stream, 'position', position)
end
`

/**
 * KEYS: connection, stream, meta, data, feed, skus, outbox, pending, unsettled, aliases, conflicts, index of the conflicts, run, rejects.
 * ARGV: epoch ('' where it is no run that writes), now, counts as JSON, channel, number of rejects, number of changes; then the
 * rejects; then the changes. What a run changes it has seen: a full one that goes on after a failure does not take what it pushed
 * for gone. Answers {'STALE', ids} where entries were changed meanwhile: nothing is written then.
 */
export const changeOutbox = `${recordChanges}
local mark = nil
if ARGV[1] ~= '' then
  local state = redis.call('HMGET', KEYS[13], 'status', 'epoch', 'mark')
  mark = state[3]
  if not state[1] or state[1] == 'success' or state[1] == 'error' then return {'ENDED'} end
  if state[2] ~= ARGV[1] then return {'SUPERSEDED'} end
end
if redis.call('EXISTS', KEYS[1]) == 0 then return {'GONE'} end
local rejects, count = tonumber(ARGV[5]), tonumber(ARGV[6])
local first = 7 + rejects
local stale = staleAmong(KEYS[7], first, count)
if #stale > 0 then return {'STALE', stale} end
changeRecords({
  stream = KEYS[2], meta = KEYS[3], data = KEYS[4], feed = KEYS[5], skus = KEYS[6], outbox = KEYS[7], pending = KEYS[8],
  unsettled = KEYS[9], aliases = KEYS[10], conflicts = KEYS[11], conflictIndex = KEYS[12]
}, first, count, ARGV[2], mark)
if ARGV[1] ~= '' then
  for at = 7, first - 1 do redis.call('XADD', KEYS[14], 'MAXLEN', '~', 10000, '*', 'json', ARGV[at]) end
  local counted = false
  for field, more in pairs(cjson.decode(ARGV[3])) do
    redis.call('HINCRBY', KEYS[13], field, more)
    counted = true
  end
  if counted then redis.call('HSET', KEYS[13], 'failures', 0, 'throttledSince', '', 'losses', 0, 'error', '') end
  redis.call('PUBLISH', ARGV[4], 'pushed')
end
return {'OK'}
`
