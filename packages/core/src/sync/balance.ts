import { AppError } from '../kernel/errors.ts'
import type { Checkpoint, Counts } from '../runs/run.ts'
import { judgePull } from '../runs/run-balance.ts'
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
  const { accounted, distinct, fault } = judgePull(counts, checkpoint)
  if (fault === null) return
  const { total, pages } = checkpoint
  const messages = {
    incomplete: `The last page never came: ${pages} pages are stored, and the ERP announced more`,
    unaccounted: `${counts.read} records were read, but ${accounted} are accounted for`,
    missing: `The ERP announced ${total} records, but only ${distinct} distinct ones came`,
  }
  const figures = { ...counts, accounted, total, distinct: checkpoint.distinct, pages }
  throw new AppError('run.incomplete', messages[fault], { details: { balance: figures } })
}
