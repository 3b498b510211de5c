import { setMaxListeners } from 'node:events'
import type { Connection } from '../connections/connection.ts'
import { openSession } from '../connections/open-session.ts'
import type { RecordSource, Session } from '../connector/connector.ts'
import type { JobContext } from '../jobs/contract.ts'
import { AppError } from '../kernel/errors.ts'
import type { Metrics } from '../kernel/metrics.ts'
import type { CallRank } from '../kernel/ports.ts'
import type { Redactor } from '../kernel/redact.ts'
import type { MappingSettings } from '../mapping/mapping.ts'
import { type Mapping, openMapping } from '../mapping/open-mapping.ts'
import { toERPForm } from '../outbox/erp-form.ts'
import { configOf } from '../sync-configs/reconcile.ts'
import type { SyncConfig } from '../sync-configs/sync-config.ts'
import { type CallSignal, createCallSignal } from './call-signal.ts'
import type { Execution, RunSyncPorts } from './execution.ts'
import type { HeldClaim } from './hold-claim.ts'
import { createMergeNotes } from './merge-notes.ts'
import { openRunNotes, type RunNotes } from './notes/run-notes.ts'
import { createPushForecast } from './push-forecast.ts'
import type { SharedRecordPorts } from './shared-records.ts'
import { createTimeSlice, type TimeSlice } from './time-slice.ts'
import { sinceWatermark } from './watermark.ts'

/** What one execution gets from its worker: signs of the claim, and a way to report progress. */
export type Held = Pick<HeldClaim, 'signal' | 'confirm'> & Pick<JobContext, 'report'>

/** All that the phases of a run work with. */
export interface OpenRun {
  readonly execution: Execution
  readonly ports: RunSyncPorts
  readonly held: Held
  readonly connection: Connection
  readonly mappingSettings: MappingSettings
  readonly mapping: Mapping | null
  readonly session: Session
  readonly source: RecordSource
  readonly shared: SharedRecordPorts
  readonly timeSlice: TimeSlice
  readonly calls: Pick<CallSignal, 'signal' | 'startSending'>
  /** What was noticed in the records so far. */
  readonly notes: RunNotes
  /** From when the ERP is asked for changes; null: for everything. */
  readonly since: string | null
}

/** `yield`: the run's time slice is over and others wait. What is stored so far is its checkpoint. */
export type PhaseResult = 'done' | 'yield'

export const isPulling = ({ execution }: Pick<OpenRun, 'execution'>): boolean => execution.run.direction !== 'push'

/** Why the signals of a run abort once all its phases are over: calls to the ERP that nobody waits for any more are cut off. */
class RunLeft extends Error {
  override readonly name = 'RunLeft'
}

/** What a run goes by, as it is when it is claimed. */
export interface RunFacts {
  readonly connection: Connection | null
  readonly configs: readonly SyncConfig[]
}

export async function readRunFacts(
  connectionId: string,
  { connections, syncConfigs }: Pick<RunSyncPorts, 'connections' | 'syncConfigs'>,
): Promise<RunFacts> {
  const [connection, configs] = await Promise.all([connections.get(connectionId), syncConfigs.list(connectionId)])
  return { connection, configs }
}

/** Opens the connection, the mapping and a session for a run, does the work, and closes them all, whatever the work ends in. */
export async function withOpenRun<Result>(
  execution: Execution,
  ports: RunSyncPorts,
  { connection, configs }: RunFacts,
  held: Held,
  redactor: Redactor,
  work: (open: OpenRun) => Promise<Result>,
): Promise<Result> {
  const { run } = execution
  const notes = openRunNotes(execution.notesBefore, ports.runs, execution.claim)
  const active = mustBeActive(connection, run.connectionId)
  execution.connector = ports.connectors.find(active)?.id ?? 'unknown'

  const config = configOf(configs, run.dataType, run.direction)
  const mappingSettings = run.mapping ?? config?.settings ?? {}
  const left = new AbortController()
  using calls = createCallSignal(held.signal)
  const signal = AbortSignal.any([calls.signal, left.signal])
  const waiting = AbortSignal.any([signal, held.signal])
  setMaxListeners(0, signal, waiting) // each of the calls at once listens to them, several times
  await using mapping = openMapping(mappingSettings, signal)
  const { waitForErp, waitForLimit } = execution.time
  const permitWaits = { during: waitForLimit, signal: waiting, confirm: held.confirm }
  const timed = { ...ports, metrics: timingCalls(ports.metrics, execution), permitWaits }
  await using session = await waitForErp(() => openSession(active, timed, signal, redactor, callRankOf(run)))
  const { settings } = active
  const source = session.source(run.dataType)
  const open: OpenRun = {
    execution,
    ports,
    held,
    connection: active,
    mappingSettings,
    mapping,
    session,
    source,
    shared: {
      stream: { connectionId: run.connectionId, dataType: run.dataType },
      runId: run.id,
      resolution: config?.settings.conflictResolution ?? 'erp_wins',
      outbox: ports.outbox,
      clock: ports.clock,
      ids: ports.ids,
      notes: createMergeNotes({
        log: (entry) => ports.runs.log(run.id, entry),
        learn: async (found) => {
          const forms = found.map((one) => toERPForm(one, run.dataType, ports.clock.now()))
          if (!run.dryRun) await ports.outbox.learnForms(run, forms)
        },
      }),
      forecast: run.dryRun ? createPushForecast() : null,
      erpClock: { offsetMs: 0 },
    },
    timeSlice: createTimeSlice(ports, run.connectionId),
    calls: { signal, startSending: calls.startSending },
    notes,
    since: sinceOf(execution, source, settings.watermarkOverlap),
  }
  try {
    return await work(open)
  } finally {
    left.abort(new RunLeft('The run has left this worker'))
  }
}

/** A run goes on as it has begun, whatever was changed in the meantime: what it has seen is marked only if it reads everything. */
function sinceOf({ run, checkpoint, watermark }: Execution, { incremental }: RecordSource, overlapMs: number): string | null {
  if (checkpoint.pages > 0) return checkpoint.since
  return run.since ?? (run.mode === 'full' || !incremental ? null : sinceWatermark(watermark, overlapMs))
}

/** Whether a person waits for the run's calls, or orders do. */
function callRankOf({ trigger, dataType }: Execution['run']): CallRank {
  if (trigger === 'manual' || trigger === 'retry') return 'person'
  return dataType === 'orders' || dataType === 'order_status' ? 'orders' : 'rest'
}
/** The metrics, and the run's own times of its calls. */
const timingCalls = (metrics: Metrics, { calls }: Execution): Metrics => ({
  ...metrics,
  erpCalled(of, call) {
    calls.add(call.seconds * 1000)
    metrics.erpCalled(of, call)
  },
})

function mustBeActive(connection: Connection | null, id: string): Connection {
  if (!connection) throw new AppError('request.not-found', `Connection ${id} was deleted`)
  if (connection.status === 'inactive') throw new AppError('connection.not-active', `Connection "${connection.name}" was switched off`)
  return connection
}
