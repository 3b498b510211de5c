import { dataTypeIds, type RecordStream } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'

/** Notes how many open rejects streams have, and adds what has changed to the total. */
const noteScript = defineScript({
  name: 'linkspanNoteOpenRejects',
  keys: ['index'],
  args: {},
  lists: { streams: ['field', 'count'] },
  lua: `
for field, count in streams.each() do
  local change = count - (redis.call('HGET', index, field) or 0)
  if tonumber(count) == 0 then redis.call('HDEL', index, field) else redis.call('HSET', index, field, count) end
  if redis.call('HINCRBY', index, 'total', change) == 0 then redis.call('HDEL', index, 'total') end
end
`,
})

/**
 * How many open rejects there are in all connections. The streams lie on other nodes of a cluster, so the index follows when a run has
 * ended; what a dying process did not note comes with the next end, or with the next recount.
 */
export function openRejectIndex(client: RedisClient, keys: Keys) {
  const call = noteScript.on(client)
  const index = keys.connectionIndex('open_rejects')
  const note = async (streams: readonly RecordStream[]): Promise<void> => {
    const counts = await Promise.all(streams.map(({ connectionId, dataType }) => client.zcard(keys.openRejects(connectionId, dataType))))
    const rows = streams.map(({ connectionId, dataType }, at) => ({ field: `${connectionId}:${dataType}`, count: counts[at] ?? 0 }))
    await call({ keys: { index }, args: {}, lists: { streams: rows } })
  }
  return {
    /** The step that it follows is done, so this never throws. */
    follow: (stream: RecordStream): Promise<void> => note([stream]).catch(() => {}),
    /** Counts all streams of a connection anew; those of a deleted one have none. */
    recount: (connectionId: string): Promise<void> => note(dataTypeIds.map((dataType) => ({ connectionId, dataType }))),
    total: async (): Promise<number> => Number((await client.hget(index, 'total')) ?? 0),
    /** The connections that have open rejects by the index, in batches. */
    async *connections(): AsyncGenerator<readonly string[]> {
      for (let cursor = '0'; ; ) {
        const [next, flat] = await client.hscan(index, cursor, 'COUNT', 500)
        const fields = flat.filter((field, at) => at % 2 === 0 && field !== 'total')
        yield [...new Set(fields.map((field) => field.split(':')[0] ?? ''))]
        if (next === '0') return
        cursor = next
      }
    },
  }
}
