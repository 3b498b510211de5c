import type { ConnectorState } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'

/** Sets some values and removes others, unless the connection was deleted. */
const script = defineScript({
  name: 'linkspanRemember',
  keys: ['connection', 'state'],
  args: {},
  lists: { values: ['name', 'value'], forgotten: ['name'] },
  lua: `
if redis.call('EXISTS', connection) == 0 then return end
for name, value in values.each() do redis.call('HSET', state, name, value) end
for name in forgotten.each() do redis.call('HDEL', state, name) end
`,
})

/** The state that a connector keeps for each connection. */
export function redisConnectorState(client: RedisClient, keys: Keys): (connectionId: string) => ConnectorState {
  const call = script.on(client)
  return (connectionId) => ({
    async read(names) {
      return names.length === 0 ? [] : client.hmget(keys.connectorState(connectionId), ...names)
    },
    async write(values) {
      const all = Object.entries(values)
      await call({
        keys: { connection: keys.connection(connectionId), state: keys.connectorState(connectionId) },
        args: {},
        lists: {
          values: all.flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
          forgotten: all.flatMap(([name, value]) => (value === null ? [{ name }] : [])),
        },
      })
    },
    async *entries() {
      for (let cursor = '0'; ; ) {
        const [next, flat] = await client.hscan(keys.connectorState(connectionId), cursor, 'COUNT', 500)
        for (let at = 0; at < flat.length; at += 2) yield [flat[at] ?? '', flat[at + 1] ?? ''] as const
        cursor = next
        if (cursor === '0') return
      }
    },
  })
}
