import type { Connection, ConnectionRepository } from '../connections/connection.ts'
import type { NewEvent } from '../events/event.ts'
import { toAppError } from '../kernel/errors.ts'
import { everyPage } from '../kernel/every-page.ts'
import type { Logger } from '../kernel/ports.ts'
import { type AllowedAge, createAllowedAge } from './allowed-age.ts'
import type { Freshness, Watch } from './judge-freshness.ts'
import { type DroppedStream, type JudgedStream, type JudgePorts, judgeStreams } from './judged-streams.ts'
import type { StreamId, StreamStore, WatchedStream } from './stream-store.ts'
import { type VolumePorts, watchVolume } from './watch-volume.ts'

export interface WatchStreamsPorts extends JudgePorts, VolumePorts {
  readonly streams: StreamStore
  readonly connections: Pick<ConnectionRepository, 'list'>
  readonly logger: Logger
}

/** How often each process calls what `createStreamWatcher` returns. */
export const watchStreamsMs = 30_000
/** Shorter than the period, so that the lease has ended when its holder comes again. */
const leaseMs = 25_000
const batchSize = 100

export interface WatcherPorts extends WatchStreamsPorts {
  /** Whether this process may do a piece of housekeeping, which no other then does for `ms`. */
  readonly lease: (name: string, ms: number) => Promise<boolean>
}

/** Of all processes that call the returned function, one looks at all streams, about twice a minute. */
export function createStreamWatcher(ports: WatcherPorts): () => Promise<void> {
  const allowedAge = createAllowedAge()
  return async () => {
    if (await ports.lease('streams', leaseMs)) await watchStreams(allowedAge, ports)
  }
}

/**
 * Looks at every stream once: notes which are late and which no longer are, with an event for each change, and keeps the index of streams
 * up to date. Two processes that do so at the same time tell each change once.
 */
export async function watchStreams(allowedAge: AllowedAge, ports: WatchStreamsPorts): Promise<void> {
  const seen: StreamId[] = []
  for await (const page of everyPage((cursor) => ports.connections.list({ limit: batchSize, cursor }))) {
    const watched = (await Promise.all(page.map((connection) => watchConnection(connection, allowedAge, ports)))).flat()
    await ports.streams.index(watched)
    seen.push(...watched)
  }
  await ports.streams.forgetOthers(seen)
}

/** What cannot be read of one connection hides nothing of the others. */
async function watchConnection(
  connection: Connection,
  allowedAge: AllowedAge,
  ports: WatchStreamsPorts,
): Promise<readonly WatchedStream[]> {
  try {
    const { judged, dropped } = await judgeStreams(connection, allowedAge, ports)
    for (const stream of judged) await noteChange(stream, stream.judgement.watch, stream.judgement.freshness, ports)
    for (const stream of dropped) await noteChange(stream, null, { late: false }, ports)
    await watchVolume(connection, judged, ports)
    return judged.map(({ connectionId, dataType, direction, lastSuccessAt, judgement }) => ({
      connectionId,
      dataType,
      direction,
      deadline: judgement.deadline,
      lastSuccess: lastSuccessAt === null ? null : Date.parse(lastSuccessAt),
    }))
  } catch (thrown) {
    ports.logger.warn({ connectionId: connection.id, error: toAppError(thrown).message }, 'The freshness of a connection could not be read')
    return []
  }
}

/** Most of the time nothing has changed, and nothing is written. */
async function noteChange(stream: JudgedStream | DroppedStream, after: Watch | null, freshness: Freshness, { streams }: WatchStreamsPorts) {
  const text = after && JSON.stringify(after)
  if (text === (stream.stored.watched[stream.direction] ?? null)) return
  await streams.note({ stream, read: stream.stored, watched: text, event: eventOf(stream, after, freshness) })
}

function eventOf(stream: JudgedStream | DroppedStream, after: Watch | null, { ageSeconds, allowedSeconds }: Freshness): NewEvent | null {
  const [wasLate, isLate] = [stream.watch?.late ?? false, after?.late ?? false]
  if (wasLate === isLate) return null
  const { connectionId, dataType, direction } = stream
  const lastSuccessAt = 'lastSuccessAt' in stream ? stream.lastSuccessAt : null
  return {
    type: isLate ? 'freshness.late' : 'freshness.met',
    data: {
      connectionId,
      dataType,
      direction,
      ...(ageSeconds !== undefined && { ageSeconds }),
      ...(allowedSeconds !== undefined && { allowedSeconds }),
      ...(lastSuccessAt && { lastSuccessAt }),
    },
  }
}
