import type { ConnectionRepository } from '../connections/connection.ts'
import type { JobQueue } from '../jobs/contracts.ts'
import type { Logger } from '../kernel/ports.ts'
import { inSpan, noTracing, type Tracing } from '../kernel/tracing.ts'
import { nullIfUnreadable } from '../kernel/unreadable.ts'
import { isEnded } from './run.ts'
import type { RunStore } from './run-store.ts'
import { jobTitle, urgencyOf } from './start-run.ts'

const pageSize = 500

async function* allUnended(runs: Pick<RunStore, 'unended'>): AsyncGenerator<string> {
  let cursor: string | null | undefined
  do {
    const { items, next } = await runs.unended({ limit: pageSize, cursor: cursor ?? undefined })
    yield* items
    cursor = next
  } while (cursor)
}

/**
 * Adds a job for each run that waits or works according to its log but has no job, because a process died before it could add one, or
 * BullMQ gave the job up. Returns how many there were.
 */
export async function rescueRuns(ports: {
  readonly runs: RunStore
  readonly queue: JobQueue
  readonly connections: ConnectionRepository
  readonly logger: Logger
  readonly tracing?: Tracing
}): Promise<number> {
  let rescued = 0
  for await (const id of allUnended(ports.runs)) {
    if (await ports.queue.isPending('erp-sync', id)) continue
    const run = await ports.runs.get(id).catch(nullIfUnreadable)
    if (run && isEnded(run)) await ports.runs.settle(run)
    if (!run || isEnded(run)) continue
    const connection = await ports.connections.get(run.connectionId).catch(nullIfUnreadable)
    await ports.queue.withdraw('erp-sync', id)
    const urgency = run.startedAt === null ? await urgencyOf(run, ports) : 'rest'
    const title = jobTitle(run, connection?.name ?? run.connectionId)
    const span = { name: 'queue sync again', kind: 'internal', parent: run.trace ?? {}, attributes: { 'linkspan.run.id': id } } as const
    await inSpan(ports.tracing ?? noTracing, span, () => ports.queue.enqueue('erp-sync', { runId: id }, title, { urgency, rank: 0 }))
    ports.logger.warn({ runId: id, status: run.status }, 'Found a sync without a job and queued it again')
    rescued += 1
  }
  return rescued
}
