import { AppError } from '../kernel/errors.ts'
import type { Claim } from '../runs/claim.ts'
import type { RunStore } from '../runs/run-store.ts'
import type { RunEntry } from '../runs/sync-log.ts'
import { reconcileDeletions } from './deleted-there.ts'
import { isPulling, type OpenRun, type PhaseResult } from './open-run.ts'

/** The phase that deletes the records that the ERP no longer has. Only a complete pull of everything can tell which these are. */
export async function sweepUnseen(open: OpenRun): Promise<PhaseResult> {
  const { execution, ports, held, connection, since } = open
  const { run, claim, checkpoint } = execution
  const log = (message: string, level: RunEntry['level'] = 'info') => ports.runs.log(run.id, { level, message })
  if (isPulling(open) && since === null && !checkpoint.partial) {
    const { dryRun } = run
    const { pages, unidentified } = checkpoint
    const { gone, contested, doubtful } = await sweep(claim, ports.runs, {
      pages,
      unidentified,
      maxShare: connection.settings.maxDeleteShare,
      signal: held.signal,
      dryRun,
    })
    if (gone > 0 && dryRun) await ports.outbox.changeByRun(claim, [], { counts: { deleted: gone } })
    if (gone > 0) await log(`${dryRun ? 'Would delete' : 'Deleted'} ${gone} records that the ERP no longer has`)
    if (doubtful > 0) await log(doubtMessage(doubtful, unidentified), 'warn')
    await reconcileDeletions(contested, open)
  }
  if (run.mode === 'full' && checkpoint.partial) await log('Nothing was deleted, because the ERP may have more records than it showed')
  return 'done'
}

function doubtMessage(doubtful: number, unidentified: number): string {
  const records = doubtful === 1 ? '1 record did' : `${doubtful} records did`
  const rows = unidentified === 1 ? '1 rejected row has' : `${unidentified} rejected rows have`
  return `${records} not come. None was deleted, because ${rows} no id that can be relied on, and may be what is missing`
}

interface SweepOptions {
  /** How many pages the run has stored. */
  readonly pages: number
  /** Rows that may be of any record. If there are some, nothing is known to be gone. */
  readonly unidentified: number
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
  /** How many were not seen, and may be there all the same. */
  readonly doubtful: number
}

/**
 * Deletes the records that a run over all the ERP's records has not seen. If more than `maxShare` of all records are gone, it deletes none
 * and throws `run.too-many-deletions`.
 */
async function sweep(claim: Claim, runs: Pick<RunStore, 'sweep'>, options: SweepOptions): Promise<Swept> {
  const { pages, unidentified, maxShare, signal, dryRun } = options
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
  if (unidentified > 0) return { gone: 0, contested: [], doubtful: missing }
  if (gone > 0 && !dryRun) for await (const _ of runs.sweep(claim, 'delete', pages)) signal.throwIfAborted()
  return { gone, contested, doubtful: 0 }
}
