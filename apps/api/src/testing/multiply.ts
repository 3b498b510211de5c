import { Redis } from 'ioredis'

/**
 * ARGV: a connection, its ended runs separated by commas, from, to, logs for each. Copies the connection under the numbers from … to, each
 * with copies of the runs and their index entries, and with one order that waits. The result is what the store would have written, but a thousand times as fast.
 */
const copy = `
local connection, from, to, each = ARGV[1], tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local model = redis.call('HGETALL', 'erp_connection:{' .. connection .. '}')
local created = string.sub(redis.call('ZRANGE', 'erp_connections:{index}:all', 0, 0)[1], 1, 9)
local runs = {}
for run in string.gmatch(ARGV[2], '[^,]+') do
  local key = 'erp_sync_log:{' .. connection .. '}:' .. run
  local status, doc = unpack(redis.call('HMGET', key, 'status', 'doc'))
  table.insert(runs, {id = run, status = status, doc = doc, fields = redis.call('HGETALL', key), type = cjson.decode(doc).dataType})
end
for number = from, to do
  local id = string.format('erp_%016d', number)
  redis.call('HSET', 'erp_connection:{' .. id .. '}', unpack(model))
  for _, name in ipairs({'all', 'status:active', 'provider:Custom', 'method:api'}) do
    redis.call('ZADD', 'erp_connections:{index}:' .. name, 0, created .. id)
  end
  redis.call('HSET', 'erp_connections:{index}:backlog', id .. ':orders', '1 1 0 0')
  redis.call('HINCRBY', 'erp_connections:{index}:backlog_totals', 'waiting', 1)
  for at = 1, each do
    local run = runs[at % #runs + 1]
    local time = string.sub(run.id, 21, 29)
    local log = 'log_' .. string.sub(id, 5) .. time .. string.format('%06d', at)
    local key = 'erp_sync_log:{' .. id .. '}'
    redis.call('HSET', key .. ':' .. log, unpack(run.fields))
    redis.call('HSET', key .. ':' .. log, 'doc', (string.gsub(string.gsub(run.doc, run.id, log), connection, id)))
    for _, name in ipairs({'all', 'type:' .. run.type, 'status:' .. run.status}) do
      redis.call('ZADD', key .. ':index:' .. name, 0, time .. log)
      redis.call('ZADD', 'erp_sync_logs:{index}:' .. name, 0, time .. log)
    end
  end
end
`

export interface Multiplied {
  readonly connectionId: string
  /** Its ended runs. */
  readonly runIds: readonly string[]
  readonly from: number
  readonly to: number
  readonly logsEach: number
}

/** Fills a test's Redis with copies of a connection and its runs. */
export async function multiply(redisUrl: string, { connectionId, runIds, from, to, logsEach }: Multiplied): Promise<void> {
  const redis = new Redis(redisUrl)
  const step = 500
  for (let first = from; first <= to; first += step) {
    await redis.eval(copy, 0, connectionId, runIds.join(','), first, Math.min(to, first + step - 1), logsEach)
  }
  redis.disconnect()
}
