import { AppError } from '../kernel/errors.ts'
import { filtersForErp } from '../mapping/filters-for-erp.ts'
import { mustGetRun } from '../runs/get-run.ts'
import { assertBalanced } from './balance.ts'
import { createFingerprints } from './fingerprints.ts'
import type { OpenRun } from './open-run.ts'
import { pull } from './pull.ts'
import { push } from './push/index.ts'
import { recordMetrics } from './record-metrics.ts'
import { pullingFrom, summaryOf } from './run-summary.ts'
import { sweep } from './sweep.ts'
import { nextWatermark } from './watermark.ts'

/** `yield`: the run's time slice is over and others wait. What is stored so far is its checkpoint. */
export type PhaseResult = 'done' | 'yield'

type Phase = (open: OpenRun) => Promise<PhaseResult>

const phases: readonly Phase[] = [pullPages, balance, sweepUnseen, pushPending, finish]

/** Takes an open run through all its phases, or until it has to yield. Each phase goes on from what an earlier execution has stored. */
export async function runPhases(open: OpenRun): Promise<PhaseResult> {
  for (const phase of phases) {
    if ((await phase(open)) === 'yield') {
      open.held.signal.throwIfAborted() // a worker that is told to stop leaves for that reason
      return 'yield'
    }
  }
  return 'done'
}

/** Pulls all pages that are not stored yet. */
async function pullPages(open: OpenRun): Promise<PhaseResult> {
  const { execution, ports, held, connection, source, mapping, mappingSettings, shared, since, timeSlice } = open
  const { run, claim } = execution
  if (!isPulling(open) || execution.checkpoint.complete) return 'done'
  await ports.runs.log(run.id, { level: 'info', message: pullingFrom(execution.checkpoint, since) })
  const pages = pull({
    run,
    claim,
    source,
    since,
    filters: filtersForErp(mappingSettings),
    mapping,
    fingerprints: createFingerprints(connection, mappingSettings),
    runs: ports.runs,
    shared,
    signal: held.signal,
  })
  for await (const { counts, checkpoint } of pages) {
    Object.assign(execution, { counts, checkpoint, progressed: true })
    if (!checkpoint.complete && (await timeSlice.shouldYield())) return 'yield'
    if (checkpoint.total) held.report(Math.min(100, Math.floor((counts.read / checkpoint.total) * 100)))
  }
  return 'done'
}

/** Proves that everything the ERP has given is accounted for. */
async function balance(open: OpenRun): Promise<PhaseResult> {
  const { counts, checkpoint } = open.execution
  if (isPulling(open)) assertBalanced(counts, checkpoint)
  return 'done'
}

/** Deletes the records that the ERP no longer has. Only a pull of everything can tell. */
async function sweepUnseen(open: OpenRun): Promise<PhaseResult> {
  const { execution, ports, held, connection, since } = open
  const { run, claim, checkpoint } = execution
  const log = (message: string) => ports.runs.log(run.id, { level: 'info', message })
  if (isPulling(open) && since === null && !checkpoint.partial) {
    const { dryRun } = run
    const gone = await sweep(claim, ports.runs, { maxShare: connection.settings.maxDeleteShare, signal: held.signal, dryRun })
    if (gone > 0 && dryRun) await ports.outbox.changeByRun(claim, [], { counts: { deleted: gone } })
    if (gone > 0) await log(`${dryRun ? 'Would delete' : 'Deleted'} ${gone} records that the ERP no longer has`)
  }
  if (run.mode === 'full' && checkpoint.partial) await log('Nothing was deleted, because the ERP may have more records than it showed')
  return 'done'
}

/** Pushes all records that wait; a dry run only counts them. */
async function pushPending(open: OpenRun): Promise<PhaseResult> {
  const { execution, ports, held, connection, session, shared, timeSlice } = open
  const { run, claim } = execution
  if (run.direction === 'pull') return 'done'
  const waiting = await shared.outbox.countPending(shared.stream)
  await ports.runs.log(run.id, { level: 'info', message: `${run.dryRun ? 'Would push' : 'Pushing'} ${waiting} records` })
  if (run.dryRun) {
    if (waiting > 0) await shared.outbox.changeByRun(claim, [], { counts: { pushed: waiting } })
    return 'done'
  }
  const sink = session.sink?.(run.dataType)
  if (!sink) throw new AppError('connection.not-capable', `"${connection.name}" cannot push "${run.dataType}"`)
  const { timeout: timeoutMs, retryAttempts } = connection.settings
  const { confirm, signal } = held
  for await (const _ of push({ ...shared, claim, sink, confirm, timeoutMs, maxAttempts: retryAttempts + 1, signal })) {
    execution.progressed = true
    if (await timeSlice.shouldYield()) return 'yield'
  }
  return 'done'
}

/** Ends the run with success, and moves the watermark. */
async function finish(open: OpenRun): Promise<PhaseResult> {
  const { execution, ports, watermark, since } = open
  const { run, claim, checkpoint } = execution
  const last = await mustGetRun(ports.runs, run.id)
  execution.counts = last.counts
  await ports.runs.log(run.id, summaryOf(last))
  const isWatermarkKept = run.dryRun || !isPulling(open)
  const next = isWatermarkKept ? watermark : nextWatermark(watermark, checkpoint, { since, now: ports.clock.now() })
  await ports.runs.end(claim, { status: 'success', watermark: next })
  recordMetrics(execution, ports, null)
  return 'done'
}

const isPulling = ({ execution }: OpenRun): boolean => execution.run.direction !== 'push'
