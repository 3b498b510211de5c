import { AppError } from '../kernel/errors.ts'
import type { Claim, RunStore } from '../runs/run-store.ts'

interface Sweeping {
  readonly maxShare: number
  readonly signal: AbortSignal
  /** Only counts. */
  readonly dryRun: boolean
}

/**
 * After a run that has read everything: what it did not see is gone in the ERP, and is deleted here, with a tombstone in the change feed.
 * Where more than `maxShare` of the records would go, none does: `run.too-many-deletions`.
 */
export async function sweep(claim: Claim, runs: Pick<RunStore, 'sweep'>, { maxShare, signal, dryRun }: Sweeping): Promise<number> {
  let live = 0
  let gone = 0
  const counting = runs.sweep(claim, 'count')
  for await (const step of counting) {
    live += step.live
    gone += step.gone
    signal.throwIfAborted()
  }
  if (gone === 0) return 0
  if (gone > live * maxShare) {
    const percent = Math.round((gone / live) * 100)
    const message = `${gone} of ${live} records (${percent} %) are not in the ERP any more, more than the ${Math.round(maxShare * 100)} % that may go at once. None was deleted`
    throw new AppError('run.too-many-deletions', message, { details: { gone, live, maxDeleteShare: maxShare } })
  }
  if (!dryRun) for await (const _ of runs.sweep(claim, 'delete')) signal.throwIfAborted()
  return gone
}
