import { AppError } from '../kernel/errors.ts'
import type { Claim, RunStore } from '../runs/run-store.ts'

interface SweepOptions {
  /** The share of all records that may be deleted at once, from 0 to 1. */
  readonly maxShare: number
  readonly signal: AbortSignal
  /** Counts, and deletes nothing. */
  readonly dryRun: boolean
}

/**
 * Deletes the records that a run over all the ERP's records has not seen, with tombstones in the change feed, and returns how many they are.
 * If they are more than `maxShare` of all records, it deletes none and throws `run.too-many-deletions`.
 */
export async function sweep(claim: Claim, runs: Pick<RunStore, 'sweep'>, { maxShare, signal, dryRun }: SweepOptions): Promise<number> {
  let live = 0
  let gone = 0
  for await (const step of runs.sweep(claim, 'count')) {
    live += step.live
    gone += step.gone
    signal.throwIfAborted()
  }
  if (gone === 0) return 0
  if (gone > live * maxShare) {
    const percent = Math.round((gone / live) * 100)
    const message = `${gone} of ${live} records (${percent} %) are no longer in the ERP, more than the ${Math.round(maxShare * 100)} % that may be deleted at once. None was deleted`
    throw new AppError('run.too-many-deletions', message, { details: { gone, live, maxDeleteShare: maxShare } })
  }
  if (!dryRun) for await (const _ of runs.sweep(claim, 'delete')) signal.throwIfAborted()
  return gone
}
