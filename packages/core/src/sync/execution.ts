import type { CircuitStore } from '../connections/circuit.ts'
import type { ConnectionRepository } from '../connections/connection.ts'
import type { SessionPorts } from '../connections/open-session.ts'
import type { ErpEventStore } from '../inbound/event-store.ts'
import type { JobQueue } from '../jobs/contracts.ts'
import type { Ids } from '../kernel/ports.ts'
import type { OutboxStore } from '../outbox/outbox-store.ts'
import type { Claim, ClaimOutcome } from '../runs/claim.ts'
import { createTimes, type Times } from '../runs/histogram.ts'
import type { Checkpoint, Counts, Run } from '../runs/run.ts'
import type { RunStore } from '../runs/run-store.ts'
import type { ExecutionTime } from '../runs/timeline.ts'
import type { Scheduler } from '../schedules/schedule.ts'
import type { SyncConfigRepository } from '../sync-configs/sync-config.ts'
import { createTimeKeeper, type TimeKeeper } from './spent-time.ts'
import type { TimeSlicePorts } from './time-slice.ts'

export interface RunSyncPorts extends SessionPorts, Pick<TimeSlicePorts, 'timeSliceMs'> {
  readonly connections: ConnectionRepository
  readonly runs: RunStore
  readonly syncConfigs: SyncConfigRepository
  readonly scheduler: Pick<Scheduler<never>, 'find'>
  readonly outbox: OutboxStore
  readonly erpEvents: Pick<ErpEventStore, 'unmark'>
  readonly ids: Ids
  readonly circuits: Pick<CircuitStore, 'get'>
  readonly queue: JobQueue
  /** From 0 to 1, for jitter. */
  readonly random: () => number
}

/** One execution of a run by one worker, and what it has achieved so far. */
export interface Execution {
  /** As it was when this worker claimed it. */
  readonly run: Run
  readonly claim: Claim
  /** The stream's watermark when this worker claimed the run. */
  readonly watermark: string | null
  /** What the run had noticed by then. */
  readonly notesBefore: string | null
  readonly time: TimeKeeper
  /** Whether something was stored, so that failures are counted from zero again. */
  progressed: boolean
  counts: Counts
  checkpoint: Checkpoint
  /** The connector's id, once the connection is loaded. */
  connector: string
  /** How long the ERP took for each call. */
  readonly calls: Times
}

export const beginExecution = ({ run, claim, watermark, notes }: Extract<ClaimOutcome, { kind: 'claimed' }>): Execution => ({
  run,
  claim,
  watermark,
  notesBefore: notes,
  time: createTimeKeeper(),
  progressed: false,
  counts: run.counts,
  checkpoint: run.checkpoint,
  connector: 'unknown',
  calls: createTimes(),
})

/** What counts against the run's limits by now: everything starts from zero after progress. */
export const failuresSoFar = ({ run, progressed }: Execution): Pick<Run, 'failures' | 'throttledSince'> =>
  progressed ? { failures: 0, throttledSince: null } : { failures: run.failures, throttledSince: run.throttledSince }

/** The time that this execution has spent so far, and what the ERP took of it for each call. */
export const spentBy = ({ time, calls }: Execution): ExecutionTime => ({ ...time.spent(), calls: calls.histogram() })
