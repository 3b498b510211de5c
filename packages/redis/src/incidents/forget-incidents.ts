import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { incidentKeyNames, incidentKeys, incidentsOf } from './incident-keys.ts'

/** Deletes an incident, in whatever state it is. */
const script = defineScript({
  name: 'linkspanForgetIncident',
  keys: incidentKeyNames,
  args: { id: 'text', member: 'text' },
  lua: `
local isReadable, incident = pcall(cjson.decode, redis.call('HGET', docs, id) or '')
if isReadable and redis.call('HGET', latest, incident.key) == id then redis.call('HDEL', latest, incident.key) end
redis.call('HDEL', docs, id)
redis.call('HDEL', timelines, id)
redis.call('ZREMRANGEBYLEX', connections, '[' .. id .. '|', '[' .. id .. '|~')
for _, index in ipairs({indexAll, indexOpen, indexAcknowledged, indexClosed, indexOpenRecords}) do redis.call('ZREM', index, member) end
redis.call('ZREM', unclosed, id)
redis.call('ZREM', closedTimes, id)
`,
})

const maxForgotten = 100

/** Deletes single incidents. The indexes of their connections go first: who reads them skips what is not there. */
export function forgetIncidents(client: RedisClient, keys: Keys) {
  const call = script.on(client)
  const named = incidentKeys(keys)

  async function forget(id: string): Promise<void> {
    const member = memberOfIncident(id)
    const members = await client.zrangebylex(named.connections, `[${id}|`, `[${id}|~`)
    for (const connectionId of members.map((one) => one.slice(id.length + 1))) await client.zrem(incidentsOf(keys, connectionId), member)
    await call({ keys: named, args: { id, member } })
  }

  return {
    forget,
    async forgetClosed(before: Date): Promise<number> {
      const ids = await client.zrangebyscore(named.closedTimes, '-inf', `(${before.getTime()}`, 'LIMIT', 0, maxForgotten)
      for (const id of ids) await forget(id)
      return ids.length
    },
  }
}

/** The index member of an incident: its time, which is in its id, and its id. */
export const memberOfIncident = (id: string): string => `${id.slice('inc_'.length, 'inc_'.length + 9)}${id}`
