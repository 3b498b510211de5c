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
import { defineScript } from '../lua/define-script.ts'

/** How long a repeated message gets its first answer again. Partners repeat messages for days. */
const answerSeconds = 90 * 86_400

/** As long as so many documents of one data type wait, for example because the connection is switched off, no more are taken. */
const maxWaiting = 10_000
const fullRetryMs = 60_000

/** Stores a message's answer and adds its documents, each to the stream of the same number. */
const script = defineScript({
  name: 'linkspanTakeMessage',
  keys: ['connection', 'knownAnswer'],
  keyLists: ['streams'],
  args: { answer: 'text', answerSeconds: 'number', maxWaiting: 'number' },
  lists: { documents: ['text'] },
  lua: `
if redis.call('EXISTS', connection) == 0 then return {'GONE'} end
local known = redis.call('GET', knownAnswer)
if known then return {'KNOWN', known} end
for _, stream in ipairs(streams) do
  if redis.call('XLEN', stream) >= maxWaiting then return {'FULL'} end
end
redis.call('SET', knownAnswer, answer, 'EX', answerSeconds)
local number = 0
for text in documents.each() do
  number = number + 1
  redis.call('XADD', streams[number], '*', 'text', text)
end
return {'NEW'}
`,
})

/** An inbox leaves the list only if it is empty and nothing has arrived for this long: a document may just be about to be stored. */
const emptyMs = 60_000

export function redisInbox(client: RedisClient, keys: Keys, clock: Clock): InboxStore {
  const call = script.on(client)
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
      for (const dataType of dataTypes) await client.zadd(keys.inboxes, now, memberOf(connectionId, dataType)) // before they are stored: looking into an empty inbox does no harm
      const hash = createHash('sha256').update(messageId).digest('base64url').slice(0, 32)
      const [outcome, known] = (await call({
        keys: {
          connection: keys.connection(connectionId),
          knownAnswer: keys.inboxAnswer(connectionId, hash),
          streams: documents.map(({ dataType }) => keys.inbox(connectionId, dataType)),
        },
        args: { answer: JSON.stringify(answer), answerSeconds, maxWaiting },
        lists: { documents: documents.map(({ text }) => ({ text })) },
      })) as [string, string?]
      if (outcome === 'GONE') throw new AppError('request.not-found', `Connection ${connectionId} was deleted`)
      if (outcome === 'FULL')
        throw new AppError(
          'request.rate-limited',
          `${maxWaiting} documents of connection ${connectionId} wait to be synced; send this one later`,
          {
            retryAfterMs: fullRetryMs,
          },
        )
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
