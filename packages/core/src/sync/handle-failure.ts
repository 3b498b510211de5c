import { done, type JobResult } from '../jobs/contract.ts'
import { AppError, isRetried } from '../kernel/errors.ts'
import { hintAtTheEnd } from '../kernel/hint-at-the-end.ts'
import type { Redactor } from '../kernel/redact.ts'
import { abandonInFlight } from '../outbox/abandon-in-flight.ts'
import { isCancelled } from '../runs/claim-lost.ts'
import type { Run, RunError } from '../runs/run.ts'
import { judgeBalance } from '../runs/run-balance.ts'
import type { RunWait } from '../runs/run-store.ts'
import { backoffMs } from './backoff.ts'
import { type Execution, failuresSoFar, type RunSyncPorts, spentBy } from './execution.ts'
import { logEnd, logRetry } from './log-end.ts'
import { nextDue } from './next-due.ts'
import { recordMetrics } from './record-metrics.ts'

/** An ERP that asks us to wait for longer than this, without one page in between, has failed. */
const maxThrottleMs = 24 * 3_600_000
const defaultWaitMs = 1000

/** Decides what a failure means for the run: go on as soon as possible, wait as the ERP asks, retry with backoff, or end. */
export async function handleFailure(error: AppError, execution: Execution, ports: RunSyncPorts, redactor: Redactor): Promise<JobResult> {
  const { run, claim } = execution
  const { attempts } = run
  const failure: RunError = redactor.cleanDeep(error.toJSON())
  const before = failuresSoFar(execution)
  if (error.code === 'run.interrupted') {
    const wait: RunWait = { kind: 'queued', reason: error.code, until: null }
    await ports.runs.release(claim, { attempts, ...before, error: null }, wait, spentBy(execution))
    return { kind: 'snooze', delayMs: 0, reason: failure.message }
  }
  if (error.kind === 'wait') {
    const now = ports.clock.now()
    const throttledSince = before.throttledSince ?? now.toISOString()
    const waitKind = error.code === 'remote.throttled' ? 'throttled' : 'waiting_retry'
    if (now.getTime() - Date.parse(throttledSince) < maxThrottleMs)
      return snooze(waitKind, error.retryAfterMs ?? defaultWaitMs, failure, { attempts, ...before, throttledSince }, execution, ports)
  } else if (isRetried(error) && error.code !== 'run.worker-lost') {
    const connection = await ports.connections.get(run.connectionId)
    const { retryAttempts = 0, retryDelay = 0 } = connection?.settings ?? {}
    const failures = before.failures + 1
    if (failures <= retryAttempts) {
      const delayMs = backoffMs(retryDelay, failures, ports.random)
      return snooze('waiting_retry', delayMs, failure, { ...before, attempts: attempts + 1, failures }, execution, ports)
    }
  }
  await abandonInFlight(ports, run, run.id)
  const final = { ...failure, hint: hintAtTheEnd(failure.hint) }
  const message = isRetried(error) ? `${final.message}. ${await givingUp(before.failures + 1, execution, ports)}` : final.message
  await ports.runs.log(run.id, { level: 'error', message: `${message}. ${final.hint}`, details: { code: final.code } })
  const last = (await ports.runs.get(run.id)) ?? run
  await ports.runs.end(claim, { status: 'error', error: final, verdict: judgeBalance(last, 'error'), spent: spentBy(execution) })
  recordMetrics(execution, ports, error.code)
  await logEnd(execution, ports, { code: error.code, message, hint: final.hint })
  return isCancelled(error) ? done : { kind: 'failed', error: new AppError(error.code, failure.message) }
}

/** How often it was tried, and when a schedule tries next. */
async function givingUp(tries: number, { run }: Execution, ports: RunSyncPorts): Promise<string> {
  const due = run.dryRun ? null : await nextDue(run, ports)
  const next = due === null ? '' : `; the next run is due at ${due}`
  return `Gave up after ${tries} ${tries === 1 ? 'attempt' : 'attempts'}${next}`
}

/** Gives the run back with the failure that it shows while it waits. */
async function snooze(
  kind: RunWait['kind'],
  delayMs: number,
  failure: RunError,
  state: Pick<Run, 'attempts' | 'failures' | 'throttledSince'>,
  execution: Execution,
  ports: RunSyncPorts,
): Promise<JobResult> {
  const { run, claim } = execution
  const message = `${failure.message}. Continuing in ${(delayMs / 1000).toFixed(1)} s`
  await ports.runs.log(run.id, { level: 'warn', message, details: { code: failure.code } })
  const wait: RunWait = {
    kind,
    reason: failure.code,
    until: new Date(ports.clock.now().getTime() + delayMs),
  }
  await ports.runs.release(claim, { ...state, error: failure }, wait, spentBy(execution))
  await logRetry(execution, ports, failure, { delayMs, failures: state.failures })
  return { kind: 'snooze', delayMs, reason: failure.message }
}
