import { AppError } from '../kernel/errors.ts'
import type { Claim } from '../runs/claim.ts'
import type { RunStore } from '../runs/run-store.ts'
import { reconcileDeletions } from './deleted-there.ts'
import { isPulling, type OpenRun, type PhaseResult } from './open-run.ts'

/** The phase that deletes the records that the ERP no longer has. Only a complete pull of everything can tell which these are. */
export async function sweepUnseen(open: OpenRun): Promise<PhaseResult> {
  const { execution, ports, held, connection, since } = open
  const { run, claim, checkpoint } = execution
  const log = (message: string) => ports.runs.log(run.id, { level: 'info', message })
  if (isPulling(open) && since === null && !checkpoint.partial) {
    const { dryRun } = run
    const { gone, contested } = await sweep(claim, ports.runs, {
      pages: checkpoint.pages,
      maxShare: connection.settings.maxDeleteShare,
      signal: held.signal,
      dryRun,
    })
    if (gone > 0 && dryRun) await ports.outbox.changeByRun(claim, [], { counts: { deleted: gone } })
    if (gone > 0) await log(`${dryRun ? 'Would delete' : 'Deleted'} ${gone} records that the ERP no longer has`)
    await reconcileDeletions(contested, open)
  }
  if (run.mode === 'full' && checkpoint.partial) await log('Nothing was deleted, because the ERP may have more records than it showed')
  return 'done'
}

interface SweepOptions {
  /** How many pages the run has stored. */
  readonly pages: number
  /** The share of all records that may be deleted at once, from 0 to 1. */
  readonly maxShare: number
  readonly signal: AbortSignal
  /** Counts, and deletes nothing. */
  readonly dryRun: boolean
}

interface Swept {
  /** How many records were deleted here, with tombstones in the change feed. */
  readonly gone: number
  /** The records that are gone there and that the system has changed since. */
  readonly contested: readonly string[]
}

/**
 * Deletes the records that a run over all the ERP's records has not seen. If more than `maxShare` of all records are gone, it deletes none
 * and throws `run.too-many-deletions`.
 */
async function sweep(claim: Claim, runs: Pick<RunStore, 'sweep'>, { pages, maxShare, signal, dryRun }: SweepOptions): Promise<Swept> {
  let live = 0
  let gone = 0
  const contested: string[] = []
  for await (const step of runs.sweep(claim, 'count', pages)) {
    live += step.live
    gone += step.gone
    contested.push(...step.contested)
    signal.throwIfAborted()
  }
  const missing = gone + contested.length
  if (missing > live * maxShare) {
    const percent = Math.round((missing / live) * 100)
    const message = `${missing} of ${live} records (${percent} %) are no longer in the ERP, more than the ${Math.round(maxShare * 100)} % that may be deleted at once. None was deleted`
    throw new AppError('run.too-many-deletions', message, { details: { gone: missing, live, maxDeleteShare: maxShare } })
  }
  if (gone > 0 && !dryRun) for await (const _ of runs.sweep(claim, 'delete', pages)) signal.throwIfAborted()
  return { gone, contested }
}
