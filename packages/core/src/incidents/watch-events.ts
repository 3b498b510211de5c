import type { ConnectionRepository } from '../connections/connection.ts'
import { type EventLog, type EventSource, installation, type StoredEvent } from '../events/event-log.ts'
import type { EventReader } from '../events/wake-readers.ts'
import { done, type JobContext, type JobResult } from '../jobs/contract.ts'
import type { JobQueue } from '../jobs/contracts.ts'
import { aliveMs, type WorkerSigns } from '../jobs/worker-signs.ts'
import { describeError } from '../kernel/log-options.ts'
import type { Logger } from '../kernel/ports.ts'
import { nullIfUnreadable } from '../kernel/unreadable.ts'
import type { IncidentStore } from './incident-store.ts'
import type { Signal } from './observation.ts'
import { type WatchedConnection, watchedConnection } from './observe.ts'
import { signalsOf } from './signals-of.ts'

const batchSize = 200
/** Before all syncs: somebody may have to hear of it, and it takes milliseconds. */
const place = { urgency: 'person', rank: 0 } as const

/** Reads the logs of all connections. What belongs to the installation, other than incidents, is observed by those who notice it. */
export const incidentReader = (incidents: Pick<IncidentStore, 'positions'>, queue: Pick<JobQueue, 'enqueue'>): EventReader => ({
  async positions(sources) {
    const read = await incidents.positions(sources)
    return sources.map((source, at) => (source === installation ? null : (read[at] ?? null)))
  },
  async wake(source) {
    await queue.enqueue('erp-watch', { source }, `Incidents of ${source}`, place)
  },
})

export interface WatchPorts {
  readonly connections: Pick<ConnectionRepository, 'get'>
  readonly events: Pick<EventLog, 'read'>
  readonly incidents: Pick<IncidentStore, 'advance' | 'positions'>
  readonly logger: Logger
}

/** Reads a log on to its end, and applies what its events say about incidents. Each event counts once, whoever else reads the log. */
export async function watchEvents(source: EventSource, ports: WatchPorts, { signal }: Pick<JobContext, 'signal'>): Promise<JobResult> {
  const stored = await ports.connections.get(source).catch(nullIfUnreadable)
  const connection = stored === null ? null : watchedConnection(stored)
  for (;;) {
    if (signal.aborted) return { kind: 'snooze', delayMs: 0, reason: 'The worker is stopping' }
    const [from = '0-0'] = await ports.incidents.positions([source])
    const events = await ports.events.read(source, from === '0-0' ? null : from, batchSize)
    const last = events.at(-1)
    if (last === undefined) return done
    const signals = connection === null ? [] : events.flatMap((event) => read(event, connection, ports.logger))
    await ports.incidents.advance({ source, from, to: last.position }, signals)
  }
}

const maxSources = 1000

/** Reads all logs with new events on, in this process. For an API without a worker that would take the jobs. */
export async function watchWithoutWorker(
  ports: WatchPorts & { readonly events: Pick<EventLog, 'latest' | 'read' | 'waiting'>; readonly workers: WorkerSigns },
  context: Pick<JobContext, 'signal'>,
): Promise<void> {
  if ((await ports.workers.seen(aliveMs)) > 0) return
  const sources = (await ports.events.waiting(maxSources)).filter((source) => source !== installation)
  const [positions, latest] = await Promise.all([ports.incidents.positions(sources), ports.events.latest(sources)])
  for (const [at, source] of sources.entries()) if (latest[at] !== positions[at]) await watchEvents(source, ports, context)
}

/** An event that cannot be understood is left out: those behind it must not wait for ever. */
function read(event: StoredEvent, connection: WatchedConnection, logger: Logger): readonly Signal[] {
  try {
    return signalsOf(event, connection)
  } catch (thrown) {
    logger.error({ connectionId: connection.id, event: event.id, error: describeError(thrown) }, 'An event cannot be understood')
    return []
  }
}
