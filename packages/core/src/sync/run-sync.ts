import type { Connection, ConnectionRepository } from '../connections/connection.ts'
import { openSession, type SessionPorts } from '../connections/open-session.ts'
import type { Session } from '../connector/connector.ts'
import { done, type JobContext, type JobResult } from '../jobs/contract.ts'
import type { JobQueue } from '../jobs/contracts.ts'
import { AppError, isRetried, toAppError } from '../kernel/errors.ts'
import type { Ids } from '../kernel/ports.ts'
import { createRedactor, type Redactor } from '../kernel/redact.ts'
import { filtersForErp } from '../mapping/filters-for-erp.ts'
import { openMapping } from '../mapping/open-mapping.ts'
import type { OutboxStore } from '../outbox/outbox-store.ts'
import type { Counts, Run, RunError } from '../runs/run.ts'
import type { Claim, RunStore } from '../runs/run-store.ts'
import { mustGetRun } from '../runs/start-run.ts'
import { configOf } from '../sync-configs/reconcile.ts'
import type { SyncConfigRepository } from '../sync-configs/sync-config.ts'
import { backoffMs } from './backoff.ts'
import { assertBalanced } from './balance.ts'
import { createFingerprints } from './fingerprints.ts'
import { type HeldClaim, holdClaim } from './hold-claim.ts'
import { pull } from './pull.ts'
import { push } from './push.ts'
import { pullingFrom, summaryOf } from './run-summary.ts'
import type { SharedRecordPorts } from './shared-records.ts'
import { sweep } from './sweep.ts'
import { createTimeSlice } from './time-slice.ts'
import { nextWatermark, sinceWatermark } from './watermark.ts'

export interface RunSyncPorts extends SessionPorts {
  readonly connections: ConnectionRepository
  readonly runs: RunStore
  readonly syncConfigs: SyncConfigRepository
  readonly outbox: OutboxStore
  readonly ids: Ids
  readonly queue: Pick<JobQueue, 'promote' | 'hasWaiting'>
  /** How long a run works while others wait. */
  readonly timeSliceMs: number
  /** From 0 to 1, for jitter. */
  readonly random: () => number
}

/** A run that waits for a place is woken when one is free; this is how long it sleeps where the waker died. */
const parkedMs = 5000
/** Any delay puts a job behind all of its urgency that wait already; without one it would be the next again. */
const toTheBackMs = 250
/** An ERP that throttles for longer than this without letting one page through has failed. */
const maxThrottleMs = 24 * 3_600_000
/** How often in a row a run may take its worker down with it. */
const maxLosses = 5

/** What one execution knows of its run. `progressed`: a page was stored, so failures count anew. */
interface Execution {
  readonly run: Run
  readonly claim: Claim
  progressed: boolean
  counts: Counts
  /** Known as soon as the connection is. */
  connector: string
}

/** Executes one run, from stored state to stored state. Safe to call again after a crash, and while a dead worker is only slow. */
export async function runSync(runId: string, ports: RunSyncPorts, context: JobContext): Promise<JobResult> {
  const outcome = await ports.runs.claim(runId, context.workerId)
  if (outcome.kind === 'ended') return resultOfEndedRun(runId, ports.runs)
  if (outcome.kind === 'parked') return { kind: 'snooze', delayMs: parkedMs, reason: 'As many syncs of this connection work as may' }

  const execution: Execution = {
    run: outcome.run,
    claim: outcome.claim,
    progressed: false,
    counts: outcome.run.counts,
    connector: 'unknown',
  }
  const redactor = createRedactor()
  const held = holdClaim(outcome.claim, ports.runs, context.signal)
  try {
    if (outcome.losses >= maxLosses)
      throw new AppError('run.worker-lost', `${outcome.losses} workers in a row died while they worked on this run`)
    return await execute(execution, ports, { report: context.report, signal: held.signal, confirm: () => held.confirm() }, redactor)
  } catch (thrown) {
    return await handleFailure(toAppError(held.signal.aborted ? held.signal.reason : thrown), execution, ports, redactor)
  } finally {
    await held[Symbol.asyncDispose]()
    const next = await ports.runs.nextParked(outcome.run.connectionId)
    if (next) await ports.queue.promote('erp-sync', next)
  }
}

/** A job whose run has ended already: perhaps its worker died just then, perhaps somebody pressed "retry" at the board. */
async function resultOfEndedRun(runId: string, runs: RunStore): Promise<JobResult> {
  const run = await runs.get(runId)
  if (run?.status !== 'error') return done
  const message = `${runId} has ended already: ${run.error?.message}. POST /erp/sync-logs/${runId}/retry starts a new run`
  return { kind: 'failed', error: new AppError('run.ended', message) }
}

type Held = Pick<JobContext, 'report'> & Pick<HeldClaim, 'signal'> & { readonly confirm: () => Promise<void> }

async function execute(
  execution: Execution,
  ports: RunSyncPorts,
  { signal, report, confirm }: Held,
  redactor: Redactor,
): Promise<JobResult> {
  const { run, claim } = execution
  const [connection, watermark, configs] = await Promise.all([
    ports.connections.get(run.connectionId),
    ports.runs.watermark(run.connectionId, run.dataType),
    ports.syncConfigs.list(run.connectionId),
  ])
  if (!connection) throw new AppError('request.not-found', `Connection ${run.connectionId} was deleted`)
  if (connection.status === 'inactive') throw new AppError('connection.not-active', `Connection "${connection.name}" was switched off`)
  execution.connector = ports.connectors.find(connection)?.id ?? 'unknown'
  const config = configOf(configs, run.dataType, run.direction)
  const leaving = new AbortController()
  const mappingSettings = config?.settings ?? {}
  await using mapping = openMapping(mappingSettings, AbortSignal.any([signal, leaving.signal]))
  await using session = await openSession(connection, ports, AbortSignal.any([signal, leaving.signal]), redactor)
  const stream = { connectionId: run.connectionId, dataType: run.dataType }
  const resolution = config?.settings.conflictResolution ?? 'erp_wins'
  const shared = { stream, runId: run.id, resolution, outbox: ports.outbox, clock: ports.clock, ids: ports.ids }
  const source = session.source(run.dataType)
  const since =
    run.since ?? (run.mode === 'full' || !source.incremental ? null : sinceWatermark(watermark, connection.settings.watermarkOverlap))
  const isPulling = run.direction !== 'push'
  const fingerprints = createFingerprints(connection, mappingSettings)
  const filters = filtersForErp(mappingSettings)
  const others = createTimeSlice(ports, run.connectionId)
  let { counts, checkpoint } = run
  try {
    if (isPulling && !checkpoint.complete) {
      await ports.runs.log(run.id, { level: 'info', message: pullingFrom(checkpoint, since) })
      for await (const stored of pull({ run, claim, source, since, filters, mapping, fingerprints, runs: ports.runs, shared, signal })) {
        ;({ counts, checkpoint } = stored)
        execution.counts = counts
        execution.progressed = true
        if (!checkpoint.complete && (await others.wait()))
          throw new AppError('run.yielded', `Made room for others after page ${checkpoint.pages}`)
        if (checkpoint.total) report(Math.min(100, Math.floor((counts.read / checkpoint.total) * 100)))
      }
    }
    if (isPulling) assertBalanced(counts, checkpoint)
    if (isPulling && since === null && !checkpoint.partial) await sweepUp(run, claim, ports, connection, signal)
    if (run.mode === 'full' && checkpoint.partial) await ports.runs.log(run.id, { level: 'info', message: nothingDeleted })
    if (run.direction !== 'pull') await pushAll(execution, ports, { connection, session, shared, others, signal, confirm })
  } finally {
    leaving.abort(new AppError('run.ended', 'The run is over'))
  }
  const last = await mustGetRun(ports.runs, run.id)
  execution.counts = last.counts
  await ports.runs.log(run.id, summaryOf(last))
  await ports.runs.end(claim, {
    status: 'success',
    watermark: run.dryRun || !isPulling ? watermark : nextWatermark(watermark, checkpoint, { since, now: ports.clock.now() }),
  })
  recordMetrics(execution, ports, null)
  return done
}

const nothingDeleted = 'Nothing was deleted for not being there: what was shown may be less than there is'

/** Deletes what the ERP has no more. */
async function sweepUp(run: Run, claim: Claim, ports: RunSyncPorts, { settings }: Connection, signal: AbortSignal): Promise<void> {
  const { dryRun } = run
  const gone = await sweep(claim, ports.runs, { maxShare: settings.maxDeleteShare, signal, dryRun })
  if (gone === 0) return
  if (dryRun) await ports.outbox.changeByRun({ ...claim }, [], { counts: { deleted: gone } })
  await ports.runs.log(run.id, {
    level: 'info',
    message: `${dryRun ? 'Would delete' : 'Deleted'} ${gone} records that the ERP has no more`,
  })
}

interface Pushing {
  readonly connection: Connection
  readonly session: Session
  readonly shared: SharedRecordPorts
  readonly others: ReturnType<typeof createTimeSlice>
  readonly signal: AbortSignal
  readonly confirm: () => Promise<void>
}

/** Sends all that waits; of a dry run only says how many these are. */
async function pushAll(execution: Execution, ports: RunSyncPorts, { connection, session, shared, others, signal, confirm }: Pushing) {
  const { run, claim } = execution
  const waiting = await shared.outbox.countPending(shared.stream)
  await ports.runs.log(run.id, { level: 'info', message: `${run.dryRun ? 'Would push' : 'Pushing'} ${waiting} records` })
  if (run.dryRun) {
    if (waiting > 0) await shared.outbox.changeByRun(claim, [], { counts: { pushed: waiting } })
    return
  }
  const sink = session.sink?.(run.dataType)
  if (!sink) throw new AppError('connection.not-capable', `"${connection.name}" cannot push "${run.dataType}"`)
  const { timeout: timeoutMs, retryAttempts } = connection.settings
  for await (const _ of push({ ...shared, claim, sink, confirm, timeoutMs, maxAttempts: retryAttempts + 1, signal })) {
    execution.progressed = true
    if (await others.wait()) throw new AppError('run.yielded', 'Made room for others')
  }
}

function recordMetrics({ run, counts, connector }: Execution, { metrics, clock }: RunSyncPorts, code: string | null): void {
  const { connectionId, dataType, direction, startedAt } = run
  const { read: _, ...records } = counts
  const seconds = startedAt === null ? 0 : (clock.now().getTime() - Date.parse(startedAt)) / 1000
  metrics.syncEnded({ connectionId, connector, dataType, direction, status: code === null ? 'success' : 'error', code, seconds, records })
}

/** Decides what a failure means for the run: wait as told, try again later, or end. */
async function handleFailure(error: AppError, execution: Execution, ports: RunSyncPorts, redactor: Redactor): Promise<JobResult> {
  const { run, claim, progressed } = execution
  if (error.code === 'run.superseded' || error.code === 'run.ended') return done
  const now = ports.clock.now()
  const failure: RunError = redactor.cleanDeep(error.toJSON())
  const before = progressed ? { failures: 0, throttledSince: null } : { failures: run.failures, throttledSince: run.throttledSince }
  const wait = async (delayMs: number, state: Partial<Parameters<RunStore['release']>[1]>): Promise<JobResult> => {
    await ports.runs.log(run.id, {
      level: 'warn',
      message: `${failure.message}. Going on in ${(delayMs / 1000).toFixed(1)} s`,
      details: { code: failure.code },
    })
    await ports.runs.release(claim, { attempts: run.attempts, ...before, error: failure, ...state })
    return { kind: 'snooze', delayMs, reason: failure.message }
  }

  try {
    if (error.code === 'run.interrupted' || error.code === 'run.yielded') {
      await ports.runs.release(claim, { attempts: run.attempts, ...before, error: null })
      const isTurnOver = error.code === 'run.yielded'
      return { kind: 'snooze', delayMs: isTurnOver ? toTheBackMs : 0, reason: failure.message, ...(isTurnOver && { yields: true }) }
    }
    if (error.kind === 'wait') {
      const throttledSince = before.throttledSince ?? now.toISOString()
      if (now.getTime() - Date.parse(throttledSince) < maxThrottleMs) return await wait(error.retryAfterMs ?? 1000, { throttledSince })
    } else if (isRetried(error) && error.code !== 'run.worker-lost') {
      const connection = await ports.connections.get(run.connectionId)
      const { retryAttempts = 0, retryDelay = 0 } = connection?.settings ?? {}
      const failures = before.failures + 1
      if (failures <= retryAttempts)
        return await wait(backoffMs(retryDelay, failures, ports.random), { failures, attempts: run.attempts + 1 })
    }
    await ports.runs.log(run.id, { level: 'error', message: `${failure.message}. ${failure.hint}`, details: { code: failure.code } })
    await ports.runs.end(claim, { status: 'error', error: failure })
    recordMetrics(execution, ports, error.code)
    return { kind: 'failed', error: new AppError(error.code, failure.message) }
  } catch (thrown) {
    const late = toAppError(thrown)
    if (late.code === 'run.superseded' || late.code === 'run.ended') return done
    throw thrown
  }
}
