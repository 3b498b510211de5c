import type { Circuit } from '../connections/circuit.ts'
import type { Connection } from '../connections/connection.ts'
import { type ProbePorts, probeConnection } from '../connections/probe-connection.ts'
import { done, type JobContext, type JobResult } from '../jobs/contract.ts'
import { reconcileSchedules, type SchedulePorts } from '../sync-configs/reconcile.ts'
import { type Backlog, type CatchUpPorts, isInterruptedRun, readBacklog, runsUnderWay, startBacklog } from './catch-up.ts'
import type { Run } from './run.ts'

export type RunCircuitPorts = ProbePorts & CatchUpPorts & SchedulePorts

/** How soon the job looks again if something is expected to happen. */
const soonMs = 500
/** A trial run that has worked for so long without a failure has shown that the ERP is back. */
const trialMs = 60_000
/** How many runs of a connection are caught up at the same time. */
const maxCatchingUp = 2

/**
 * Executes the job of a circuit, which lives from its opening until everything is caught up: takes the next step that is due, and sleeps
 * until the one after it. All it knows is stored, so any worker may execute it, from any point.
 */
export async function runCircuit(connectionId: string, ports: RunCircuitPorts, { signal }: Pick<JobContext, 'signal'>): Promise<JobResult> {
  await reconcileSchedules(connectionId, ports)
  const connection = await ports.connections.get(connectionId)
  if (!connection?.circuit) return done
  const { circuit } = connection
  switch (circuit.phase) {
    case 'open':
      return probeWhenDue(connection, circuit, ports, signal)
    case 'half-open':
      return letOneThrough(connection, circuit, ports)
    case 'closed':
      return catchUp(connection, circuit, ports)
  }
}

const again = (delayMs: number, reason: string): JobResult => ({ kind: 'snooze', delayMs, reason })

async function probeWhenDue(connection: Connection, circuit: Circuit, ports: RunCircuitPorts, signal: AbortSignal): Promise<JobResult> {
  const outcome = await probeConnection(connection, { isUrgent: false }, ports, signal)
  if (typeof outcome === 'object') return again(0, 'The ERP was probed')
  const untilProbe = Date.parse(circuit.nextProbeAt) - ports.clock.now().getTime()
  return again(outcome === 'early' ? Math.max(1, untilProbe) : soonMs, `The next probe is due at ${circuit.nextProbeAt}`)
}

/** The first run that is claimed while a circuit is half-open goes through, and its end closes or opens the circuit. */
async function letOneThrough(connection: Connection, circuit: Circuit, ports: RunCircuitPorts): Promise<JobResult> {
  if (circuit.trial) {
    const run = await ports.runs.get(circuit.trial.runId)
    const triedMs = ports.clock.now().getTime() - Date.parse(circuit.trial.since)
    if (run?.status !== 'syncing' || run.failures > 0 || triedMs < trialMs) return again(soonMs, 'One sync shows whether the ERP is back')
    await ports.circuits.close(connection.id, 'A sync works')
    return again(0, 'The circuit is closed')
  }
  const underWay = await runsUnderWay(connection.id, ports)
  const backlog = await readBacklog(connection, circuit, underWay, ports)
  const started = await startFirst(connection.id, backlog, true, ports)
  if (started || underWay.some(isAboutToBegin)) return again(soonMs, 'One sync may go through')
  await ports.circuits.close(connection.id, 'The test passed, and no sync was due')
  return again(0, 'The circuit is closed')
}

const isAboutToBegin = (run: Run): boolean => run.status === 'scheduled' && run.startedAt === null && !isInterruptedRun(run)
const isUnderWay = (run: Run): boolean => run.status === 'syncing' || isAboutToBegin(run)

async function catchUp(connection: Connection, circuit: Circuit, ports: RunCircuitPorts): Promise<JobResult> {
  const underWay = await runsUnderWay(connection.id, ports)
  const backlog = await readBacklog(connection, circuit, underWay, ports)
  const isFull = underWay.filter(isUnderWay).length >= maxCatchingUp
  if (backlog.length > 0 && (isFull || (await startFirst(connection.id, backlog, false, ports))))
    return again(soonMs, `${backlog.length} ${backlog.length === 1 ? 'sync is' : 'syncs are'} still to be caught up`)
  await ports.circuits.endCatchUp(connection.id)
  return done
}

/** Starts the first piece of the backlog that can be started. Returns whether there was one. */
async function startFirst(connectionId: string, backlog: readonly Backlog[], isTrial: boolean, ports: RunCircuitPorts): Promise<boolean> {
  for (const one of backlog) if (await startBacklog(connectionId, one, isTrial, ports)) return true
  return false
}
