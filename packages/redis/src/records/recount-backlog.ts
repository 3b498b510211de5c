import { type DataTypeId, dataTypeIds, type RecordStream } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { type BacklogIndex, type StreamBacklog, streamsOfConnection } from './backlog-index.ts'
import { outboxEntry } from './outbox-entry.ts'
import { outboxKeys } from './record-keys.ts'
import { troubledRecords } from './troubled-records.ts'

/** Notes the trouble of these records as their entries say it, and returns the stream's backlog; nothing if the connection is gone. */
const script = defineScript({
  name: 'linkspanRecountBacklog',
  keys: ['connection', 'stream', 'outbox', 'pending', 'troubled', 'openRejects'],
  args: { done: 'flag' },
  lists: { ids: ['id'] },
  include: [outboxEntry, troubledRecords],
  lua: `
if redis.call('EXISTS', connection) == 0 then return false end
for id in ids.each() do
  local entry = redis.call('HGET', outbox, id)
  noteTrouble({troubled = troubled}, id, entry and entryStatus(entry))
end
if done then redis.call('HSET', stream, 'countsTrouble', 1) end
return readBacklog({stream = stream, pending = pending, troubled = troubled, openRejects = openRejects})
`,
})

const batchSize = 500

/**
 * Returns a function that counts the backlog of a connection anew. The entries of a stream are read only once, if a version stored them
 * that did not note which are troubled.
 */
export function recountBacklog(client: RedisClient, keys: Keys, index: BacklogIndex) {
  const call = script.on(client)
  const count = async (stream: RecordStream, ids: readonly string[], done: boolean): Promise<StreamBacklog | null> => {
    const { outbox, pending, troubled } = outboxKeys(keys, stream)
    const { connectionId, dataType } = stream
    return (await call({
      keys: {
        connection: keys.connection(connectionId),
        stream: keys.stream(connectionId, dataType),
        ...{ outbox, pending, troubled },
        openRejects: keys.openRejects(connectionId, dataType),
      },
      args: { done },
      lists: { ids: ids.map((id) => ({ id })) },
    })) as StreamBacklog | null
  }

  async function noteTroubles(stream: RecordStream): Promise<void> {
    for (let cursor = '0'; ; ) {
      const [next, flat] = await client.hscan(keys.outbox(stream.connectionId, stream.dataType), cursor, 'COUNT', batchSize)
      await count(
        stream,
        flat.filter((_, at) => at % 2 === 0 && /^\d+ (error|conflict) /.test(flat[at + 1] ?? '')),
        false,
      )
      if (next === '0') return
      cursor = next
    }
  }

  async function recountStream(connectionId: string, dataType: DataTypeId): Promise<void> {
    const stream = { connectionId, dataType }
    if ((await client.hexists(keys.stream(connectionId, dataType), 'countsTrouble')) === 0) await noteTroubles(stream)
    const backlog = await count(stream, [], true)
    if (backlog) await index.note(stream, backlog)
  }

  return async (connectionId: string): Promise<void> => {
    const [known, ...used] = await Promise.all([
      index.known(streamsOfConnection(connectionId)),
      ...dataTypeIds.map((type) => client.exists(keys.outbox(connectionId, type), keys.openRejects(connectionId, type))),
    ])
    for (const [at, type] of dataTypeIds.entries()) if (used[at] || known[at]) await recountStream(connectionId, type)
  }
}
