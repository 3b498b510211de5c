import { AppError } from '../kernel/errors.ts'
import type { Checkpoint, Counts } from '../runs/run.ts'
import { isPulling, type OpenRun, type PhaseResult } from './open-run.ts'

/** The phase that proves a pull complete. */
export async function balance(open: OpenRun): Promise<PhaseResult> {
  const { counts, checkpoint } = open.execution
  if (isPulling(open)) assertBalanced(counts, checkpoint)
  return 'done'
}

/**
 * Proves that a pull is complete: the last page is stored, every record that was read is accounted for, and there are as many distinct
 * records as the ERP announced. Throws `run.incomplete` with the figures if not.
 */
export function assertBalanced(counts: Counts, checkpoint: Checkpoint): void {
  const { read, created, updated, unchanged, filtered, rejected } = counts
  const accounted = created + updated + unchanged + filtered + rejected
  const figures = { ...counts, accounted, total: checkpoint.total, distinct: checkpoint.distinct, pages: checkpoint.pages }
  const fail = (message: string): never => {
    throw new AppError('run.incomplete', message, { details: { balance: figures } })
  }
  if (!checkpoint.complete) fail(`The last page never came: ${checkpoint.pages} pages are stored, and the ERP announced more`)
  if (read !== accounted) fail(`${read} records were read, but ${accounted} are accounted for`)
  const distinct = checkpoint.distinct + filtered + rejected
  if (checkpoint.total !== null && distinct < checkpoint.total) {
    fail(`The ERP announced ${checkpoint.total} records, but only ${distinct} distinct ones came`)
  }
}
