import { createHash } from 'node:crypto'
import {
  AppError,
  type Clock,
  type DataTypeId,
  DataTypeId as DataTypeIdSchema,
  type InboundResult,
  type Inbox,
  type InboxStore,
} from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../script.ts'

/** How long a message is known again, in seconds. Partners send again for days. */
const knownSeconds = 90 * 86_400

/** KEYS: connection, answer, streams. ARGV: answer, seconds that it is kept, then a document for each stream. */
const take = `
if redis.call('EXISTS', KEYS[1]) == 0 then return {'GONE'} end
local known = redis.call('GET', KEYS[2])
if known then return {'KNOWN', known} end
redis.call('SET', KEYS[2], ARGV[1], 'EX', ARGV[2])
for at = 3, #KEYS do redis.call('XADD', KEYS[at], '*', 'text', ARGV[at]) end
return {'NEW'}
`

/** Where nothing waits is forgotten when nothing has come for so long: what is just being stored is not missed. */
const emptyMs = 60_000

export function redisInbox(client: RedisClient, keys: Keys, clock: Clock): InboxStore {
  const takeScript = defineScript(client, 'linkspanTakeMessage', take)
  const memberOf = (connectionId: string, dataType: DataTypeId) => `${connectionId} ${dataType}`

  return {
    of: (connectionId): Inbox => ({
      async read(dataType, after, limit) {
        const entries = await client.xrange(keys.inbox(connectionId, dataType), after === null ? '-' : `(${after}`, '+', 'COUNT', limit)
        return entries.map(([position, [, text = '']]) => ({ position, text }))
      },
      async remove(dataType, upTo) {
        const [time = '', count = ''] = upTo.split('-')
        await client.xtrim(keys.inbox(connectionId, dataType), 'MINID', `${time}-${BigInt(count) + 1n}`)
      },
    }),
    async take(connectionId, messageId, { answer, documents }: InboundResult) {
      const dataTypes = [...new Set(documents.map(({ dataType }) => dataType))]
      const now = clock.now().getTime()
      for (const dataType of dataTypes) await client.zadd(keys.inboxes, now, memberOf(connectionId, dataType)) // first: a look in vain costs nothing
      const hash = createHash('sha256').update(messageId).digest('base64url').slice(0, 32)
      const [outcome, known] = (await takeScript(
        [
          keys.connection(connectionId),
          keys.inboxAnswer(connectionId, hash),
          ...documents.map(({ dataType }) => keys.inbox(connectionId, dataType)),
        ],
        [JSON.stringify(answer), knownSeconds, ...documents.map(({ text }) => text)],
      )) as [string, string?]
      if (outcome === 'GONE') throw new AppError('request.not-found', `Connection ${connectionId} was deleted`)
      return known === undefined ? { isNew: true, answer } : { isNew: false, answer: JSON.parse(known) as InboundResult['answer'] }
    },
    async waiting() {
      const [members, old] = await Promise.all([
        client.zrange(keys.inboxes, '0', '999'),
        client.zrangebyscore(keys.inboxes, '-inf', clock.now().getTime() - emptyMs),
      ])
      const found = members.map((member) => {
        const [connectionId = '', dataType] = member.split(' ')
        return { member, connectionId, dataType: DataTypeIdSchema.parse(dataType) }
      })
      const lengths = await Promise.all(found.map(({ connectionId, dataType }) => client.xlen(keys.inbox(connectionId, dataType))))
      const empty = found.filter(({ member }, at) => lengths[at] === 0 && old.includes(member)).map(({ member }) => member)
      if (empty.length > 0) await client.zrem(keys.inboxes, ...empty)
      return found.filter((_, at) => lengths[at] !== 0).map(({ connectionId, dataType }) => ({ connectionId, dataType }))
    },
  }
}
