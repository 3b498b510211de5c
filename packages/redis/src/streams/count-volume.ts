import { type Clock, hoursOfWeek, type RecordStream, type StreamVolume, weeksKept } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'

const hourMs = 3_600_000
const dayMs = 86_400_000
/** One more, because the first one is not whole. */
const daysKept = (weeksKept * hoursOfWeek) / 24 + 1
const keptSeconds = daysKept * 86_400

/**
 * Counts the records that are new since the last call for the hour of `now`, and returns everything that is known. A field for each day
 * holds the numbers of its 24 hours, so that weeks take a few kB.
 */
const script = defineScript({
  name: 'linkspanCountVolume',
  keys: ['connection', 'data', 'volume'],
  args: { now: 'number', day: 'number', hour: 'number', oldestDay: 'number' },
  lua: `
local function dropOldDays()
  for _, field in ipairs(redis.call('HKEYS', volume)) do
    local number = tonumber(string.match(field, '^day:(%d+)$'))
    if number and number < oldestDay then redis.call('HDEL', volume, field) end
  end
end

local function addToHour(added)
  local field, counts = 'day:' .. string.format('%d', day), {}
  local known = redis.call('HGET', volume, field)
  if not known then dropOldDays() end
  for number in string.gmatch(known or string.rep('0 ', 24), '%d+') do counts[#counts + 1] = number end
  counts[hour + 1] = string.format('%d', counts[hour + 1] + added)
  redis.call('HSET', volume, field, table.concat(counts, ' '))
end

if redis.call('EXISTS', connection) == 0 then return {} end
local total = redis.call('HLEN', data)
local before = redis.call('HGET', volume, 'total')
redis.call('HSET', volume, 'total', total)
redis.call('HSETNX', volume, 'since', now)
if before and total > tonumber(before) then
  addToHour(total - tonumber(before))
  redis.call('HSET', volume, 'lastAt', now)
end
redis.call('EXPIRE', volume, ${keptSeconds})
return redis.call('HGETALL', volume)
`,
})

/** Returns a function that notes how many records are new, and answers the history. */
export function countVolumeScript(client: RedisClient, keys: Keys, clock: Clock) {
  const call = script.on(client)
  return async ({ connectionId, dataType }: RecordStream): Promise<StreamVolume> => {
    const now = clock.now().getTime()
    const day = Math.floor(now / dayMs)
    const flat = (await call({
      keys: {
        connection: keys.connection(connectionId),
        data: keys.data(connectionId, dataType),
        volume: keys.volume(connectionId, dataType),
      },
      args: { now, day, hour: Math.floor((now % dayMs) / hourMs), oldestDay: day - daysKept },
    })) as string[]
    const fields = new Map(Array.from({ length: flat.length / 2 }, (_, at) => [flat[at * 2] ?? '', flat[at * 2 + 1] ?? '']))
    const numberOf = (field: string) => (fields.has(field) ? Number(fields.get(field)) : null)
    return { since: numberOf('since') ?? now, lastAt: numberOf('lastAt'), told: numberOf('told'), hours: hoursIn(fields) }
  }
}

function hoursIn(fields: ReadonlyMap<string, string>): ReadonlyMap<number, number> {
  const hours = new Map<number, number>()
  for (const [field, counts] of fields) {
    const [, day] = /^day:(\d+)$/.exec(field) ?? []
    if (day === undefined) continue
    for (const [hour, count] of counts.split(' ').entries()) if (count !== '0') hours.set(Number(day) * 24 + hour, Number(count))
  }
  return hours
}

/** A connection that was deleted meanwhile leaves nothing behind. */
const silenceScript = defineScript({
  name: 'linkspanNoteSilence',
  keys: ['volume'],
  args: { since: 'text' },
  lua: `
if redis.call('EXISTS', volume) == 0 then return false end
if since == '' then redis.call('HDEL', volume, 'told') else redis.call('HSET', volume, 'told', since) end
`,
})

/** Returns a function that notes which silence people were told of; null: that it is over. */
export function noteSilenceScript(client: RedisClient, keys: Keys) {
  const call = silenceScript.on(client)
  return async ({ connectionId, dataType }: RecordStream, since: number | null): Promise<void> => {
    await call({ keys: { volume: keys.volume(connectionId, dataType) }, args: { since } })
  }
}
