import { createHash } from 'node:crypto'
import { type Clock, DataTypeId, type ErpEventStore } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'

const rememberedSeconds = 86_400
const maxMarked = 1000

export function redisErpEvents(client: RedisClient, keys: Keys, clock: Clock): ErpEventStore {
  const keyOf = (connectionId: string, eventId: string) =>
    keys.erpEvent(connectionId, createHash('sha256').update(eventId).digest('base64url').slice(0, 32))
  const memberOf = (connectionId: string, dataType: DataTypeId) => `${connectionId} ${dataType}`

  return {
    isNew: async (connectionId, eventId) => (await client.set(keyOf(connectionId, eventId), '1', 'EX', rememberedSeconds, 'NX')) !== null,
    async forget(connectionId, eventId) {
      await client.del(keyOf(connectionId, eventId))
    },
    async mark(connectionId, dataType) {
      await client.zadd(keys.markedStreams, clock.now().getTime(), memberOf(connectionId, dataType))
    },
    async unmark(connectionId, dataType) {
      await client.zrem(keys.markedStreams, memberOf(connectionId, dataType))
    },
    async marked() {
      const members = await client.zrange(keys.markedStreams, '0', String(maxMarked - 1))
      return members.map((member) => {
        const [connectionId = '', dataType] = member.split(' ')
        return { connectionId, dataType: DataTypeId.parse(dataType) }
      })
    },
  }
}
