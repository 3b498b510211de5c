import { recordChanges } from './outbox-scripts.ts'

/**
 * Applies one page of a run: records, change feed, counters, rejects and checkpoint, or nothing at all.
 *
 * KEYS: connection, run, stream, meta, data, feed, skus, rejects, outbox, pending, unsettled, aliases, conflicts, index of the conflicts,
 *       what a dry run has seen, the pages that are kept.
 * ARGV: epoch, page, now, read, filtered, cursor, complete, total, highWater, asOf, dry run, channel,
 *       number of records, number of rejects, number of changes of records that the system has written too, and how many of these
 *       are updated, unchanged, echoes, conflicts and found to be pushed, whether what is seen is marked, the ids of the rows that are
 *       believed to be known as JSON, their names one behind the other, since when changes were asked for, whether there is more than is shown,
 *       the name of the page, what to keep of it (nothing: it is believed to be kept);
 *       then id, hash with the row's name behind it, JSON, SKU of each record; then each reject; then the changes.
 *
 * Where the system has written one of the records meanwhile, 'MERGE' is answered and nothing is written: the caller merges, and comes again.
 * A total that falls while it is read says that rows went, and others may have moved past us: such a pull does not show all that there is.
 * Where rows are not those that made the stored records, 'UNKNOWN' is answered with their places, and nothing is written; without any where
 * the page itself is not the one that is kept.
 *
 * A record whose stored hash is the same writes nothing, except the name of the row that made it now and, where the ERP announced a total
 * or everything is read, the mark of the run that saw it: that is how different records are told from repeated ones, and gone ones from
 * those that are there.
 */
export const applyPage = `${recordChanges}
local fields = {'read', 'created', 'updated', 'unchanged', 'filtered', 'rejected', 'deleted', 'pushed', 'refused', 'echoes', 'conflicts', 'pages', 'cursor', 'complete', 'partial', 'total', 'distinct', 'highWater', 'asOf', 'since'}
local state = redis.call('HMGET', KEYS[2], 'status', 'epoch', 'pages', 'total', 'mark', 'highWater', 'asOf')
if not state[1] or state[1] == 'success' or state[1] == 'error' then return {'ENDED'} end
if state[2] ~= ARGV[1] then return {'SUPERSEDED'} end
if redis.call('EXISTS', KEYS[1]) == 0 then return {'ENDED'} end
local page, pages = tonumber(ARGV[2]), tonumber(state[3] or 0)
if page <= pages then return {'OK', redis.call('HMGET', KEYS[2], unpack(fields))} end
if page ~= pages + 1 then return {'GAP'} end

local dry = ARGV[11] == '1'
local total = page == 1 and ARGV[8] or (state[4] or '')
local hasFallen = page > 1 and total ~= '' and ARGV[8] ~= '' and tonumber(ARGV[8]) < tonumber(total)
if hasFallen then total = ARGV[8] end
local mark, counting = state[5] or '0', total ~= '' or ARGV[21] == '1'

local count, rejected, changes, first = tonumber(ARGV[13]), tonumber(ARGV[14]), tonumber(ARGV[15]), 28
local changesAt = first + count * 4 + rejected
if #staleAmong(KEYS[9], changesAt, changes) > 0 then return {'MERGE'} end
local isShared = redis.call('HLEN', KEYS[9]) > 0
local stored = {}
for from = 1, count, 1000 do
  local ids = {}
  for at = from, math.min(from + 999, count) do table.insert(ids, ARGV[first + (at - 1) * 4]) end
  if isShared then
    for _, entry in ipairs(redis.call('HMGET', KEYS[9], unpack(ids))) do if entry then return {'MERGE'} end end
  end
  local metas = redis.call('HMGET', KEYS[4], unpack(ids))
  for at, id in ipairs(ids) do stored[id] = metas[at] end
end

local metas, data, feed, skus, seenNow = {}, {}, {}, {}, {}
local position = tonumber(redis.call('HGET', KEYS[3], 'position') or 0)
local created, updated, unchanged, distinct = 0, tonumber(ARGV[16]), tonumber(ARGV[17]), 0

local sub, find = string.sub, string.find
local knownIds, rows, unknown, isKept = cjson.decode(ARGV[22]), ARGV[23], {}, false
if ARGV[26] ~= '' then
  local name, names, ids = string.match(redis.call('HGET', KEYS[16], page) or '', '^(%S+) (%S*) (.*)$')
  isKept = name == ARGV[26]
  if ARGV[27] == '' then
    if not isKept then return {'UNKNOWN'} end
    knownIds, rows = cjson.decode(ids), names
  end
end
for from = 1, #knownIds, 1000 do
  local found = redis.call('HMGET', KEYS[4], unpack(knownIds, from, math.min(from + 999, #knownIds)))
  for at = 1, #found do
    local place, meta = from + at - 1, found[at]
    if not meta or sub(meta, hashLength + 1, hashLength + rowLength) ~= sub(rows, (place - 1) * rowLength + 1, place * rowLength) then
      unknown[#unknown + 1] = place - 1
    elseif dry then
      distinct = distinct + 1
      seenNow[distinct] = knownIds[place]
    elseif counting then
      local markAt = find(meta, ' ', hashLength + rowLength + 2, true) + 1
      local behind = find(meta, ' ', markAt, true)
      if sub(meta, markAt, behind - 1) ~= mark then
        distinct = distinct + 1
        metas[distinct * 2 - 1] = knownIds[place]
        metas[distinct * 2] = sub(meta, 1, markAt - 1) .. mark .. sub(meta, behind)
      end
    end
  end
end
if #unknown > 0 then return {'UNKNOWN', unknown} end
unchanged = unchanged + #knownIds

for at = 1, count do
  local base = first + (at - 1) * 4
  local id, hash, json, sku = ARGV[base], ARGV[base + 1], ARGV[base + 2], ARGV[base + 3]
  local meta = stored[id]
  local oldHash, version, seen, oldPosition, changedAt
  if meta then oldHash, version, seen, oldPosition, changedAt = string.match(meta, '^(%S+) (%d+) (%d+) (%d+) (%d+)') end
  if (counting and seen ~= mark) or dry then distinct = distinct + 1 end
  if oldHash and string.sub(oldHash, 1, hashLength) == string.sub(hash, 1, hashLength) then
    unchanged = unchanged + 1
    if ((counting and seen ~= mark) or oldHash ~= hash) and not dry then
      stored[id] = hash .. ' ' .. version .. ' ' .. (counting and mark or seen) .. ' ' .. oldPosition .. ' ' .. changedAt
      table.insert(metas, id)
      table.insert(metas, stored[id])
    end
  else
    if meta then updated = updated + 1 else created = created + 1 end
    stored[id] = hash .. ' ' .. (tonumber(version or 0) + 1) .. ' ' .. mark .. ' ' .. (position + 1) .. ' ' .. ARGV[3]
    if not dry then
      position = position + 1
      metas[#metas + 1] = id
      metas[#metas + 1] = stored[id]
      data[#data + 1] = id
      data[#data + 1] = json
      feed[#feed + 1] = position
      feed[#feed + 1] = id
      if sku ~= '' then
        skus[#skus + 1] = 0
        skus[#skus + 1] = sku .. '\\0' .. id
      end
    end
  end
end

if dry and ARGV[21] == '1' then
  for at = 1, count do
    local id = ARGV[first + (at - 1) * 4]
    if stored[id] then table.insert(seenNow, id) end
  end
end

local function inParts(command, key, list)
  for from = 1, #list, 2000 do redis.call(command, key, unpack(list, from, math.min(from + 1999, #list))) end
end
inParts('HSET', KEYS[4], metas)
inParts('HSET', KEYS[5], data)
inParts('ZADD', KEYS[6], feed)
inParts('ZADD', KEYS[7], skus)
if not dry then redis.call('HSET', KEYS[3], 'position', position) end

for from = changesAt, changesAt + (changes - 1) * width, width do
  local meta = redis.call('HGET', KEYS[4], ARGV[from])
  if dry and string.match(redis.call('HGET', KEYS[9], ARGV[from]), '^%d+ (%S+)') == 'synced' then table.insert(seenNow, ARGV[from]) end
  if dry or (counting and not (meta and string.match(meta, '^%S+ %d+ (%d+)') == mark)) then distinct = distinct + 1 end
end
if not dry then
  changeRecords({
    stream = KEYS[3], meta = KEYS[4], data = KEYS[5], feed = KEYS[6], skus = KEYS[7], outbox = KEYS[9], pending = KEYS[10],
    unsettled = KEYS[11], aliases = KEYS[12], conflicts = KEYS[13], conflictIndex = KEYS[14]
  }, changesAt, changes, ARGV[3], mark)
end

local after = first + count * 4
for at = after, after + rejected - 1 do
  redis.call('XADD', KEYS[8], 'MAXLEN', '~', 10000, '*', 'json', ARGV[at])
  local given = cjson.decode(ARGV[at]).recordId -- refused, but not gone
  local id = redis.call('HGET', KEYS[12], given) or given
  local meta = counting and redis.call('HGET', KEYS[4], id)
  if meta and dry then table.insert(seenNow, id) elseif meta then redis.call('HSET', KEYS[4], id, (string.gsub(meta, '^(%S+ %d+) %d+', '%1 ' .. mark))) end
end

if dry and ARGV[21] == '1' then
  inParts('SADD', KEYS[15], seenNow)
  redis.call('EXPIRE', KEYS[15], 86400)
end

local counts = {read = tonumber(ARGV[4]), filtered = tonumber(ARGV[5]), created = created, updated = updated, unchanged = unchanged, rejected = rejected, distinct = distinct, echoes = tonumber(ARGV[18]), conflicts = tonumber(ARGV[19]), pushed = tonumber(ARGV[20])}
for field, more in pairs(counts) do redis.call('HINCRBY', KEYS[2], field, more) end
local highWater = state[6] or ''
if ARGV[9] > highWater then highWater = ARGV[9] end
redis.call('HSET', KEYS[2], 'pages', page, 'cursor', ARGV[6], 'complete', ARGV[7], 'total', total, 'highWater', highWater,
  'asOf', (state[7] and state[7] ~= '') and state[7] or ARGV[10], 'since', ARGV[24], 'failures', 0, 'throttledSince', '', 'losses', 0, 'error', '')
if ARGV[25] == '1' or hasFallen then redis.call('HSET', KEYS[2], 'partial', '1') end
if not dry then
  if ARGV[27] ~= '' and not isKept then redis.call('HSET', KEYS[16], page, ARGV[27]) end
  if ARGV[7] == '1' and ARGV[21] == '1' then
    for _, number in ipairs(redis.call('HKEYS', KEYS[16])) do
      if tonumber(number) > page then redis.call('HDEL', KEYS[16], number) end
    end
  end
end
redis.call('PUBLISH', ARGV[12], 'page')
return {'OK', redis.call('HMGET', KEYS[2], unpack(fields)), isKept and 1 or 0}
`
