import { type Backlog, dataTypeIds, type RecordStream } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'

/** What `readBacklog` returns. */
export type StreamBacklog = readonly [revision: number, waiting: number, refused: number, conflicts: number, openRejects: number]

/** Lua that takes a stream's numbers apart, revision first. A version that did not count rejects has stored one number less. */
const parseBacklog = `
local function parseBacklog(text)
  local revision, waiting, refused, conflicts, rejects = string.match(text, '^(%d+) (%d+) (%d+) (%d+) ?(%d*)$')
  return revision, waiting, refused, conflicts, tonumber(rejects) or 0
end
`

/** Notes the backlog of a stream, and adds what has changed to the totals. An older revision of a stream than the known one is ignored. */
const noteScript = defineScript({
  name: 'linkspanNoteBacklog',
  keys: ['index', 'totals'],
  args: {},
  lists: { streams: ['field', 'revision', 'waiting', 'refused', 'conflicts', 'rejects'] },
  include: [parseBacklog],
  lua: `
for field, revision, waiting, refused, conflicts, rejects in streams.each() do
  local knownRevision, waited, wasRefused, contested, rejected = parseBacklog(redis.call('HGET', index, field) or '0 0 0 0')
  if tonumber(revision) > tonumber(knownRevision) then
    redis.call('HSET', index, field, table.concat({revision, waiting, refused, conflicts, rejects}, ' '))
    redis.call('HINCRBY', totals, 'waiting', waiting - waited)
    redis.call('HINCRBY', totals, 'refused', refused - wasRefused)
    redis.call('HINCRBY', totals, 'conflicts', conflicts - contested)
    redis.call('HINCRBY', totals, 'rejects', rejects - rejected)
  end
end
`,
})

/** Takes the backlogs of streams out of the totals. */
const forgetScript = defineScript({
  name: 'linkspanForgetBacklog',
  keys: ['index', 'totals'],
  args: {},
  lists: { streams: ['field'] },
  include: [parseBacklog],
  lua: `
for field in streams.each() do
  local _, waited, wasRefused, contested, rejected = parseBacklog(redis.call('HGET', index, field) or '')
  if waited then
    redis.call('HDEL', index, field)
    redis.call('HINCRBY', totals, 'waiting', 0 - waited)
    redis.call('HINCRBY', totals, 'refused', 0 - wasRefused)
    redis.call('HINCRBY', totals, 'conflicts', 0 - contested)
    redis.call('HINCRBY', totals, 'rejects', 0 - rejected)
  end
end
`,
})

/**
 * How much waits in all connections. The streams lie on other nodes of a cluster, so the index follows right after their steps; each note
 * carries absolute numbers, so what a dying process did not note comes with the next one, or with the next recount.
 */
export function backlogIndex(client: RedisClient, keys: Keys) {
  const indexKeys = { index: keys.connectionIndex('backlog'), totals: keys.connectionIndex('backlog_totals') }
  const note = noteScript.on(client)
  const forget = forgetScript.on(client)
  const fieldOf = ({ connectionId, dataType }: RecordStream) => `${connectionId}:${dataType}`
  return {
    /** The step that it follows is done, so this never throws. */
    async note(stream: RecordStream, [revision, waiting, refused, conflicts, rejects]: StreamBacklog): Promise<void> {
      const row = { field: fieldOf(stream), revision, waiting, refused, conflicts, rejects }
      await note({ keys: indexKeys, args: {}, lists: { streams: [row] } }).catch(() => {})
    },
    async forget(streams: readonly RecordStream[]): Promise<void> {
      if (streams.length > 0)
        await forget({ keys: indexKeys, args: {}, lists: { streams: streams.map((one) => ({ field: fieldOf(one) })) } })
    },
    async totals(): Promise<Backlog> {
      const [waiting, refused, conflicts, rejects] = await client.hmget(indexKeys.totals, 'waiting', 'refused', 'conflicts', 'rejects')
      const count = (text: string | null | undefined) => Math.max(0, Number(text ?? 0))
      return { waiting: count(waiting), refused: count(refused), conflicts: count(conflicts), openRejects: count(rejects) }
    },
    /** Which of the streams the index knows. */
    known: async (streams: readonly RecordStream[]): Promise<readonly boolean[]> =>
      (await client.hmget(indexKeys.index, ...streams.map(fieldOf))).map((text) => text !== null),
    /** The connections that the index knows, in batches. */
    async *connections(): AsyncGenerator<readonly string[]> {
      for (let cursor = '0'; ; ) {
        const [next, flat] = await client.hscan(indexKeys.index, cursor, 'COUNT', 500)
        yield [...new Set(flat.filter((_, at) => at % 2 === 0).map((field) => field.split(':')[0] ?? ''))]
        if (next === '0') return
        cursor = next
      }
    },
  }
}

export const streamsOfConnection = (connectionId: string): readonly RecordStream[] =>
  dataTypeIds.map((dataType) => ({ connectionId, dataType }))

export type BacklogIndex = ReturnType<typeof backlogIndex>
