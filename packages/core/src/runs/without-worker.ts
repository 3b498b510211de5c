import { findMissingWorkers, type WorkerSigns } from '../jobs/worker-signs.ts'
import type { Listing } from '../kernel/listing.ts'
import type { Run } from './run.ts'
import type { RunEntry } from './sync-log.ts'

/** The entries of a run that waits while no worker is running say so at their end. */
export async function withoutWorker(
  { status, queuedAt }: Pick<Run, 'status' | 'queuedAt'>,
  entries: Listing<RunEntry>,
  workers: WorkerSigns,
): Promise<Listing<RunEntry>> {
  if (status !== 'scheduled' || entries.next !== null) return entries
  const message = await findMissingWorkers(workers)
  return message === null ? entries : { ...entries, items: [...entries.items, { at: queuedAt, level: 'warn', message }] }
}
