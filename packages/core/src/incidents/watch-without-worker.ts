import { type EventLog, installation } from '../events/event-log.ts'
import { aliveMs, type WorkerSigns } from '../jobs/worker-signs.ts'
import { type WatchPorts, watchEvents } from './watch-events.ts'

const maxSources = 1000

/** Reads all logs that have new events on to their end, in place of a worker, if none is running. */
export async function watchWithoutWorker(
  ports: WatchPorts & { readonly events: Pick<EventLog, 'read' | 'waiting'>; readonly workers: Pick<WorkerSigns, 'seen'> },
  signal: AbortSignal,
): Promise<void> {
  if ((await ports.workers.seen(aliveMs)) > 0) return
  for (const source of await ports.events.waiting(maxSources)) if (source !== installation) await watchEvents(source, ports, { signal })
}
