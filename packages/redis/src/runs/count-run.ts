/**
 * `countRun` adds a run that has ended to the running totals of its connection and to its time buckets. It answers what the run adds to
 * the buckets of all connections, and stores it with the run too. Goes behind `timeBucketSteps`.
 */
export const countRun = `
local function countRun(run, totals, buckets, status, isCancelled, now)
  local done = redis.call('HMGET', run, 'created', 'updated', 'unchanged', 'rejected', 'pushed', 'refused')
  local records = 0
  for _, count in ipairs(done) do records = records + tonumber(count or 0) end
  local duration = math.max(0, now - tonumber(redis.call('HGET', run, 'startedAt')))
  for _, key in ipairs(totals) do
    redis.call('HINCRBY', key, 'syncs', 1)
    redis.call('HINCRBY', key, status, 1)
    redis.call('HINCRBY', key, 'records', records)
    redis.call('HINCRBY', key, 'ms', duration)
    redis.call('HSET', key, 'last', now)
  end
  local outcome = outcomeOf(run, status, isCancelled, now)
  addToBuckets(buckets, outcome, now)
  redis.call('HSET', run, 'outcome', outcome)
  return outcome
end
`
