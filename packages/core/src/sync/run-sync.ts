import { done, type JobContext, type JobResult } from '../jobs/contract.ts'
import { AppError, toAppError } from '../kernel/errors.ts'
import { createRedactor, type Redactor } from '../kernel/redact.ts'
import { inSpan, noTracing, type SpanStart } from '../kernel/tracing.ts'
import type { ClaimOutcome } from '../runs/claim.ts'
import { isCancelled, isClaimLost } from '../runs/claim-lost.ts'
import { followCircuit } from '../runs/follow-circuit.ts'
import { connectionOfRun } from '../runs/run.ts'
import type { RunStore, RunWait } from '../runs/run-store.ts'
import { balance } from './balance.ts'
import { beginExecution, type Execution, failuresSoFar, type RunSyncPorts, spentBy } from './execution.ts'
import { finish } from './finish.ts'
import { handleFailure } from './handle-failure.ts'
import { holdClaim } from './hold-claim.ts'
import { judgeRejects } from './judge-rejects.ts'
import { tellNotes, tellUnsent } from './notes/tell-notes.ts'
import { type Held, type OpenRun, type PhaseResult, type RunFacts, readRunFacts, withOpenRun } from './open-run.ts'
import { pullPages } from './pull.ts'
import { pushPending } from './push/index.ts'
import { redactStores } from './redacted-stores.ts'
import { sweepUnseen } from './sweep.ts'

export type { RunSyncPorts } from './execution.ts'

/** Each phase continues from what an earlier execution of the run has stored. */
const phases: readonly ((open: OpenRun) => Promise<PhaseResult>)[] = [
  pullPages,
  tellNotes,
  balance,
  judgeRejects,
  sweepUnseen,
  pushPending,
  tellUnsent,
  finish,
]

/** A parked run is woken when a place is free. If its waker has died, it wakes up after this time. */
const parkedMs = 5000
/** Any delay puts the job behind those that wait with the same urgency; without one it would be next again. */
const yieldMs = 250
/** How many workers in a row a run may lose without progress. */
const maxLosses = 5

/**
 * Executes a run, from stored state to stored state. It is safe to call again after a crash, and while another worker, thought to be dead,
 * is only slow.
 */
export async function runSync(runId: string, allPorts: RunSyncPorts, context: JobContext): Promise<JobResult> {
  const redactor = createRedactor()
  const ports = redactStores(allPorts, redactor)
  const claiming = ports.runs.claim(runId, context.workerId)
  const reading = readRunFacts(connectionOfRun(runId) ?? '', ports) // asked for right behind the claim, so that one wait is enough
  reading.catch(() => {}) // it counts once the run is claimed
  const outcome = await claiming
  if (outcome.kind === 'ended') return resultOfEndedRun(runId, ports.runs)
  if (outcome.kind === 'parked')
    return { kind: 'snooze', delayMs: parkedMs, reason: 'This connection already runs its maximum number of syncs' }
  if (outcome.kind === 'interrupted') return waitForCircuit(runId, outcome, ports)

  const execution = beginExecution(outcome)
  const claim = holdClaim(outcome.claim, ports.runs, context.signal)
  const held: Held = { report: context.report, signal: claim.signal, confirm: () => claim.confirm() }
  try {
    return await inSpan(ports.tracing ?? noTracing, spanOf(execution), async (span) => {
      const result = await execute(execution, ports, reading, held, redactor, outcome.losses)
      const left = await leave(result, execution, ports, redactor)
      span.set({ 'linkspan.outcome': outcomeOf(result, left), 'linkspan.records.read': execution.counts.read })
      if (result instanceof AppError) span.fail(result.code)
      return left
    })
  } finally {
    await claim[Symbol.asyncDispose]()
    await wakeNextParked(outcome.run.connectionId, ports)
    await followCircuit(outcome.run.connectionId, ports)
  }
}

const spanOf = ({ run }: Execution): SpanStart => ({
  name: 'sync',
  kind: 'internal',
  attributes: {
    'linkspan.run.id': run.id,
    'linkspan.connection.id': run.connectionId,
    'linkspan.data_type': run.dataType,
    'linkspan.direction': run.direction,
    'linkspan.trigger': run.trigger,
    'linkspan.attempt': run.attempts,
  },
})

/** How an execution has ended, for its span. */
function outcomeOf(result: PhaseResult | AppError, { kind }: JobResult): 'success' | 'error' | 'retry' | 'yield' | 'lost' {
  if (result === 'yield') return 'yield'
  if (isClaimLost(result)) return 'lost'
  if (result === 'done') return 'success'
  return kind === 'snooze' ? 'retry' : 'error'
}

/** The run is woken when the ERP is back. If its waker has died, it wakes up after the next probe. */
async function waitForCircuit(
  runId: string,
  { nextProbeAt, isNew }: Extract<ClaimOutcome, { kind: 'interrupted' }>,
  { runs, clock }: RunSyncPorts,
): Promise<JobResult> {
  const message = 'Waits until the ERP can be worked with again: the health of the connection says why, and when Linkspan tests it next'
  if (isNew) await runs.log(runId, { level: 'warn', message, details: { code: 'connection.circuit-open' } })
  const untilProbe = Math.max(0, Date.parse(nextProbeAt) - clock.now().getTime())
  return { kind: 'snooze', delayMs: untilProbe + parkedMs, reason: 'The ERP cannot be worked with at the moment' }
}

/** Opens the run and runs its phases. A failure is a value, so that all ways to leave are handled in one place. */
async function execute(
  execution: Execution,
  ports: RunSyncPorts,
  reading: Promise<RunFacts>,
  held: Held,
  redactor: Redactor,
  losses: number,
): Promise<PhaseResult | AppError> {
  if (execution.run.stop) return new AppError('run.cancelled', execution.run.stop.message)
  if (losses >= maxLosses) return new AppError('run.worker-lost', `${losses} workers in a row died while they worked on this run`)
  try {
    return await withOpenRun(execution, ports, await reading, held, redactor, runPhases)
  } catch (thrown) {
    return toAppError(held.signal.aborted ? held.signal.reason : thrown)
  }
}

/** Takes an open run through all its phases, or until it has to yield. */
async function runPhases(open: OpenRun): Promise<PhaseResult> {
  for (const phase of phases) {
    if ((await phase(open)) === 'yield') {
      open.held.signal.throwIfAborted() // a worker that is told to stop leaves for that reason
      return 'yield'
    }
  }
  return 'done'
}

/** Stores how the run has left this worker. If the claim is lost, that is up to the run's next worker, or to whoever has ended it. */
async function leave(result: PhaseResult | AppError, execution: Execution, ports: RunSyncPorts, redactor: Redactor): Promise<JobResult> {
  if (result === 'done' || isClaimLost(result)) return done
  try {
    return result === 'yield' ? await yieldToOthers(execution, ports) : await handleFailure(result, execution, ports, redactor)
  } catch (thrown) {
    if (isClaimLost(thrown)) return done
    if (isCancelled(thrown)) return leave(toAppError(thrown), execution, ports, redactor)
    throw thrown
  }
}

/** A job whose run has already ended: perhaps its worker died right after, or someone has pressed "retry" on the job board. */
async function resultOfEndedRun(runId: string, runs: RunStore): Promise<JobResult> {
  const run = await runs.get(runId)
  if (run?.status !== 'error') return done
  const message = `${runId} has already ended: ${run.error?.message}. POST /erp/sync-logs/${runId}/retry starts a new run`
  return { kind: 'failed', error: new AppError('run.ended', message) }
}

/** Gives the run back, to wait behind all others. */
async function yieldToOthers(execution: Execution, { runs }: Pick<RunSyncPorts, 'runs'>): Promise<JobResult> {
  const { run, claim } = execution
  const wait: RunWait = { kind: 'queued', reason: 'time-slice', until: null }
  await runs.release(claim, { attempts: run.attempts, ...failuresSoFar(execution), error: null }, wait, spentBy(execution))
  return { kind: 'snooze', delayMs: yieldMs, reason: 'The time slice was over while others waited', yields: true }
}

async function wakeNextParked(connectionId: string, { runs, queue }: Pick<RunSyncPorts, 'runs' | 'queue'>): Promise<void> {
  const next = await runs.nextParked(connectionId)
  if (next) await queue.promote('erp-sync', next)
}
