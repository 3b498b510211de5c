import type { JobName } from '../jobs/contracts.ts'
import { findMissingWorkers, type WorkerSigns } from '../jobs/worker-signs.ts'
import type { Listing } from '../kernel/listing.ts'
import type { Run } from './run.ts'
import type { RunEntry } from './sync-log.ts'

export interface HindrancePorts {
  readonly workers: WorkerSigns
  readonly queueWarnings: (of?: JobName) => Promise<readonly string[]>
}

/** The entries of a run that waits because no worker is running, or because its queue is paused or limited, say so at their end. */
export async function withHindrance(
  { status, queuedAt }: Pick<Run, 'status' | 'queuedAt'>,
  entries: Listing<RunEntry>,
  { workers, queueWarnings }: HindrancePorts,
): Promise<Listing<RunEntry>> {
  if (status !== 'scheduled' || entries.next !== null) return entries
  const { items, next } = entries
  const [missing, queue] = await Promise.all([findMissingWorkers(workers), queueWarnings('erp-sync')])
  const messages = [...(missing === null ? [] : [missing]), ...queue]
  return { next, items: [...items, ...messages.map((message) => ({ at: queuedAt, level: 'warn' as const, message }))] }
}
