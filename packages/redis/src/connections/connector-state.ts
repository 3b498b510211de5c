import type { ConnectorState } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../script.ts'

/** KEYS: connection, memory. ARGV: how many fields to set, fields and values, fields to forget. A deleted connection is not remembered. */
const write = `
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
local set = tonumber(ARGV[1])
for at = 2, set * 2, 2 do redis.call('HSET', KEYS[2], ARGV[at], ARGV[at + 1]) end
for at = set * 2 + 2, #ARGV do redis.call('HDEL', KEYS[2], ARGV[at]) end
return 1
`

/** What connectors keep, by connection. */
export function redisConnectorMemory(client: RedisClient, keys: Keys): (connectionId: string) => ConnectorState {
  const writeScript = defineScript(client, 'linkspanRemember', write)
  return (connectionId) => ({
    async read(names) {
      return names.length === 0 ? [] : client.hmget(keys.memory(connectionId), ...names)
    },
    async write(values) {
      const kept = Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [name, value]))
      const forgotten = Object.keys(values).filter((name) => values[name] === null)
      await writeScript([keys.connection(connectionId), keys.memory(connectionId)], [kept.length / 2, ...kept, ...forgotten])
    },
    async *entries() {
      for (let cursor = '0'; ; ) {
        const [next, flat] = await client.hscan(keys.memory(connectionId), cursor, 'COUNT', 500)
        for (let at = 0; at < flat.length; at += 2) yield [flat[at] ?? '', flat[at + 1] ?? ''] as const
        cursor = next
        if (cursor === '0') return
      }
    },
  })
}
