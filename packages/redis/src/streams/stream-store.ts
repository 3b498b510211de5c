import type { Clock, DataTypeId, RecordStream, StoredStream, StreamBacklog, StreamStore } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { EmittingCalls } from '../events/mark-events.ts'
import type { Keys } from '../keys.ts'
import { countVolumeScript, noteSilenceScript } from './count-volume.ts'
import { noteWatchScript } from './note-watch.ts'
import { directions, endedFields, successFields, watchFields } from './stream-fields.ts'
import { streamIndex } from './stream-index.ts'

/** How many records that are under way are looked at one by one; of more, the rest counts as in flight. */
const maxExamined = 1000

/** What is stored of streams as a whole. Nothing here costs more the more records or logs there are. */
export function redisStreams(client: RedisClient, keys: Keys, clock: Clock, emitting: EmittingCalls): StreamStore {
  const { index, forgetOthers, overdue, countOverdue, watched } = streamIndex(client, keys)

  async function read(connectionId: string, dataTypes: readonly DataTypeId[]): Promise<readonly StoredStream[]> {
    // Without `pipeline()`: ioredis gives each of them every script, which costs more than the commands.
    return Promise.all(
      dataTypes.map(async (dataType) => {
        const [[run, watermark, ...byDirection], isWritten] = await Promise.all([
          client.hmget(keys.stream(connectionId, dataType), 'run', 'watermark', ...successFields, ...endedFields, ...watchFields),
          client.exists(keys.outbox(connectionId, dataType)),
        ])
        return {
          dataType,
          openRun: run ?? null,
          watermark: watermark || null,
          isWritten: isWritten === 1,
          successes: toDirections(byDirection.slice(0, 3)),
          endedRuns: toDirections(byDirection.slice(3, 6)),
          watched: toDirections(byDirection.slice(6)),
        }
      }),
    )
  }

  async function backlog({ connectionId, dataType }: RecordStream): Promise<StreamBacklog> {
    const [outbox, unsettled, troubled] = [
      keys.outbox(connectionId, dataType),
      keys.unsettled(connectionId, dataType),
      keys.troubled(connectionId, dataType),
    ]
    const [openRejects, dropped, pending, underWay, ids, error, conflict] = await Promise.all([
      client.zcard(keys.openRejects(connectionId, dataType)),
      client.hget(keys.stream(connectionId, dataType), 'droppedRejects'),
      client.zcard(keys.pending(connectionId, dataType)),
      client.zcard(unsettled),
      client.zrange(unsettled, '0', String(maxExamined - 1)),
      client.zcount(troubled, 1, 1),
      client.zcount(troubled, 2, 2),
    ])
    const entries = ids.length === 0 ? [] : await client.hmget(outbox, ...ids)
    const uncertain = entries.filter((entry) => entry !== null && /^\d+ uncertain /.test(entry)).length
    return {
      openRejects,
      ...(openRejects > 0 && dropped !== null && { droppedRejects: Number(dropped.split(' ')[1]) }),
      conflicts: conflict,
      outbox: { pending, in_flight: underWay - uncertain, uncertain, error, conflict },
    }
  }

  const [note, countVolume] = [noteWatchScript(client, keys, clock, emitting), countVolumeScript(client, keys, clock)]
  const noteSilence = noteSilenceScript(client, keys)
  return { read, backlog, note, countVolume, noteSilence, index, forgetOthers, overdue, countOverdue, watched }
}

function toDirections(values: readonly (string | null)[]): StoredStream['successes'] {
  return Object.fromEntries(directions.flatMap((direction, at) => (values[at] ? [[direction, values[at]]] : [])))
}
