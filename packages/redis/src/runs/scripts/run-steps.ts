/**
 * The atomic steps in the life of a run. All keys of one call lie in one slot, that of the connection.
 *
 * A run's hash holds, beside what is asked of it (`doc`), its state as flat fields. `epoch` is the fence: it grows with
 * every claim, and a step that carries an older one is refused. An ended run refuses every step.
 */

/** Answers 'ENDED' or 'SUPERSEDED' where the holder of `epoch` may not write, else false. */
const fence = `
local function fenced(run, epoch)
  local state = redis.call('HMGET', run, 'status', 'epoch')
  if not state[1] or state[1] == 'success' or state[1] == 'error' then return 'ENDED' end
  if state[2] ~= epoch then return 'SUPERSEDED' end
  return false
end
`

/** Leases end by Redis' own clock, since those of workers differ. */
const clock = `
local function clockMs()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end
`

/**
 * KEYS: connection, stream, run, index all, index of the data type, index scheduled.
 * ARGV: id, index member, doc, direction. Answers the id of the run that waits or works now, and how many wait to begin before it.
 */
export const createRun = `
if redis.call('EXISTS', KEYS[1]) == 0 then return { 'GONE', 0 } end
local active = redis.call('HGET', KEYS[2], 'run')
if active then return { active, 0 } end
redis.call('HSET', KEYS[2], 'run', ARGV[1], 'latest:' .. ARGV[4], ARGV[1])
local mark = redis.call('HINCRBY', KEYS[2], 'mark', 1)
redis.call('HSET', KEYS[3], 'doc', ARGV[3], 'status', 'scheduled', 'epoch', 0, 'mark', mark, 'pages', 0)
local ahead = redis.call('ZCARD', KEYS[6])
for at = 4, 6 do redis.call('ZADD', KEYS[at], 0, ARGV[2]) end
return { ARGV[1], ahead }
`

/**
 * KEYS: run, leases, parked, index scheduled, index syncing.
 * ARGV: id, index member, worker, now, lease in ms, how many may work at once, channel.
 * A run that was working is lost to its holder; a worker that claims its own run again lost only the connection to Redis.
 */
export const claimRun = `${clock}
local state = redis.call('HMGET', KEYS[1], 'status', 'losses', 'attempts', 'holder')
if not state[1] or state[1] == 'success' or state[1] == 'error' then return {'ENDED'} end
local now = clockMs()
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
if not redis.call('ZSCORE', KEYS[2], ARGV[1]) and redis.call('ZCARD', KEYS[2]) >= tonumber(ARGV[6]) then
  redis.call('ZADD', KEYS[3], 'NX', now, ARGV[1])
  return {'PARKED'}
end
redis.call('ZADD', KEYS[2], now + tonumber(ARGV[5]), ARGV[1])
redis.call('ZREM', KEYS[3], ARGV[1])
local losses = tonumber(state[2] or 0)
if state[1] == 'syncing' and state[4] ~= ARGV[3] then losses = losses + 1 end
local epoch = redis.call('HINCRBY', KEYS[1], 'epoch', 1)
redis.call('HSET', KEYS[1], 'status', 'syncing', 'holder', ARGV[3], 'losses', losses, 'attempts', math.max(1, tonumber(state[3] or 0)))
redis.call('HSETNX', KEYS[1], 'startedAt', ARGV[4])
redis.call('ZREM', KEYS[4], ARGV[2])
redis.call('ZADD', KEYS[5], 0, ARGV[2])
redis.call('PUBLISH', ARGV[7], 'claimed')
return {'CLAIMED', epoch, losses, redis.call('HGETALL', KEYS[1])}
`

/** KEYS: run, leases. ARGV: id, epoch, lease in ms. */
export const renewRun = `${fence}${clock}
local refused = fenced(KEYS[1], ARGV[2])
if refused then return refused end
redis.call('ZADD', KEYS[2], clockMs() + tonumber(ARGV[3]), ARGV[1])
return 'OK'
`

/**
 * KEYS: run, leases, parked, index syncing, index scheduled.
 * ARGV: id, index member, epoch, attempts, failures, throttledSince, error, channel.
 */
export const releaseRun = `${fence}
local refused = fenced(KEYS[1], ARGV[3])
if refused then return refused end
redis.call('HSET', KEYS[1], 'status', 'scheduled', 'holder', '', 'losses', 0,
  'attempts', ARGV[4], 'failures', ARGV[5], 'throttledSince', ARGV[6], 'error', ARGV[7])
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('ZREM', KEYS[4], ARGV[2])
redis.call('ZADD', KEYS[5], 0, ARGV[2])
redis.call('PUBLISH', ARGV[8], 'released')
return 'OK'
`

/** KEYS: leases, parked. ARGV: how many may work at once. */
export const nextParked = `${clock}
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', clockMs())
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[1]) then return false end
return redis.call('ZPOPMIN', KEYS[2])[1]
`

/**
 * Ends a run: its state, its stream, its place, its indexes, the statistics and the retention, together.
 * KEYS: run, stream, leases, parked, connection, statistics all, of the data type, of the day,
 *       index all, of the data type, scheduled, syncing, success, error, entries, rejects.
 * ARGV: id, index member, epoch ('' ends it whoever holds it), status, error, watermark ('' keeps it), now, now as ISO time,
 *       seconds a log is kept, index member below which logs are too old, how many logs are kept, channel, whether it was a dry run.
 * A dry run is no sync in the statistics. Of a deleted connection only the logs stay, and nothing of it for ever.
 */
export const endRun = `${fence}
local refused = fenced(KEYS[1], ARGV[3])
if refused == 'ENDED' or (refused and ARGV[3] ~= '') then return {refused} end
local now, status = tonumber(ARGV[7]), ARGV[4]
redis.call('HSETNX', KEYS[1], 'startedAt', now)
redis.call('HSET', KEYS[1], 'status', status, 'completedAt', now, 'error', ARGV[5], 'holder', '')
redis.call('HINCRBY', KEYS[1], 'epoch', 1)
if redis.call('HGET', KEYS[2], 'run') == ARGV[1] then redis.call('HDEL', KEYS[2], 'run') end
redis.call('ZREM', KEYS[3], ARGV[1])
redis.call('ZREM', KEYS[4], ARGV[1])
local exists, real = redis.call('EXISTS', KEYS[5]) == 1, ARGV[13] ~= '1'
if exists then
  if real then redis.call('HSET', KEYS[5], 'lastSyncAt', ARGV[8]) end
  if ARGV[6] ~= '' then redis.call('HSET', KEYS[2], 'watermark', ARGV[6]) end
end

local done = redis.call('HMGET', KEYS[1], 'startedAt', 'created', 'updated', 'unchanged', 'rejected', 'pushed', 'refused')
local records = 0
for at = 2, 7 do records = records + tonumber(done[at] or 0) end
for at = 6, (exists and real) and 8 or 0 do
  redis.call('HINCRBY', KEYS[at], 'syncs', 1)
  redis.call('HINCRBY', KEYS[at], status, 1)
  redis.call('HINCRBY', KEYS[at], 'records', records)
  redis.call('HINCRBY', KEYS[at], 'ms', math.max(0, now - tonumber(done[1])))
  redis.call('HSET', KEYS[at], 'last', now)
end
redis.call('EXPIRE', KEYS[8], 31 * 86400)

redis.call('ZREM', KEYS[11], ARGV[2])
redis.call('ZREM', KEYS[12], ARGV[2])
redis.call('ZADD', KEYS[status == 'success' and 13 or 14], 0, ARGV[2])
for _, at in ipairs({1, 15, 16}) do redis.call('EXPIRE', KEYS[at], ARGV[9]) end
for at = 9, 14 do
  redis.call('ZREMRANGEBYLEX', KEYS[at], '-', '(' .. ARGV[10])
  if not exists then redis.call('EXPIRE', KEYS[at], ARGV[9]) end
end
local surplus = redis.call('ZCARD', KEYS[9]) - tonumber(ARGV[11])
local forgotten = {}
if surplus > 0 then
  for _, member in ipairs(redis.call('ZRANGE', KEYS[9], 0, math.min(surplus, 100) - 1)) do
    if redis.call('ZSCORE', KEYS[13], member) or redis.call('ZSCORE', KEYS[14], member) then table.insert(forgotten, member) end
  end
end
redis.call('PUBLISH', ARGV[12], status)
return {'OK', forgotten}
`
