import { type BucketQuery, binsPerDoubling, bucketSizes, bucketSpans, type TimeBucket } from '@linkspan/core'
import { z } from 'zod'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { countFields } from './run-fields.ts'

const Numbers = z.record(z.string(), z.number())
const Stored = z.object({ counts: Numbers, durations: Numbers.optional(), calls: Numbers.optional() })

/**
 * `addCalls` adds times of calls, as JSON by bin, to those of a run. `outcomeOf` answers what a run that has ended adds to its buckets, as
 * JSON. `addToBuckets` adds that to the bucket of each size, and forgets the buckets that are too old; `buckets` are the keys in the order of
 * `bucketSizes`. A run belongs to the hour and the day in which it began, as the list of runs has it.
 */
export const timeBucketSteps = `
local bucketSpans = {${bucketSizes.map((size) => `{ms = ${bucketSpans[size].ms}, kept = ${bucketSpans[size].kept}}`).join(', ')}}

local function addTo(sums, more)
  for name, count in pairs(more or {}) do sums[name] = (sums[name] or 0) + count end
  return sums
end

local function addCalls(run, calls)
  if calls == '' or calls == '{}' then return end
  local sums = cjson.decode(redis.call('HGET', run, 'calls') or '{}')
  redis.call('HSET', run, 'calls', cjson.encode(addTo(sums, cjson.decode(calls))))
end

local function binOf(ms)
  return string.format('%d', math.floor(math.log(math.max(ms, 1)) / math.log(2) * ${binsPerDoubling} + 1e-9))
end

local function outcomeOf(run, status, isCancelled, now)
  local names = {${countFields.map((field) => `'${field}'`).join(', ')}}
  local counts = {[status] = 1, cancelled = isCancelled and 1 or nil}
  for at, count in ipairs(redis.call('HMGET', run, unpack(names))) do
    if tonumber(count or 0) > 0 then counts[names[at]] = tonumber(count) end
  end
  local stored = redis.call('HMGET', run, 'startedAt', 'calls')
  local startedAt = tonumber(stored[1])
  return cjson.encode({
    startedAt = startedAt, counts = counts, durations = {[binOf(now - startedAt)] = 1}, calls = stored[2] and cjson.decode(stored[2]) or nil
  })
end

local function forgetBuckets(key, oldest)
  for _, bucket in ipairs(redis.call('HKEYS', key)) do
    if tonumber(bucket) < oldest then redis.call('HDEL', key, bucket) end
  end
end

local function addToBuckets(buckets, text, now)
  local outcome = cjson.decode(text)
  for at, span in ipairs(bucketSpans) do
    local key, bucket, oldest = buckets[at], math.floor(outcome.startedAt / span.ms), math.floor(now / span.ms) - span.kept + 1
    if bucket >= oldest then
      local field = string.format('%d', bucket)
      local stored = redis.call('HGET', key, field)
      local sums = stored and cjson.decode(stored) or {}
      for _, part in ipairs({'counts', 'durations', 'calls'}) do
        if outcome[part] then sums[part] = addTo(sums[part] or {}, outcome[part]) end
      end
      redis.call('HSET', key, field, cjson.encode(sums))
      if not stored then forgetBuckets(key, oldest) end
      redis.call('PEXPIRE', key, span.ms * span.kept)
    end
  end
end
`

/** Reads the buckets of a range, in one command. */
export async function readTimeBuckets(client: RedisClient, keys: Keys, query: BucketQuery): Promise<TimeBucket[]> {
  const { connectionId, dataType, size, first, last } = query
  if (last < first) return []
  const key = connectionId === null ? keys.allTimeBuckets(dataType, size) : keys.timeBuckets(connectionId, dataType, size)
  const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const found = await client.hmget(key, ...numbers.map(String))
  return numbers.flatMap((bucket, at) => {
    const text = found[at]
    if (!text) return []
    const { counts, durations = {}, calls = {} } = Stored.parse(JSON.parse(text))
    return [{ bucket, counts, durations, calls }]
  })
}
