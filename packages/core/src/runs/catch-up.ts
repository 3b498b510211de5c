import type { Circuit } from '../connections/circuit.ts'
import { circuitVerdict } from '../connections/circuit-verdict.ts'
import type { Connection } from '../connections/connection.ts'
import { toAppError } from '../kernel/errors.ts'
import type { DataTypeId } from '../records/data-types.ts'
import { skipReasons } from '../schedules/skip-reasons.ts'
import { readSlots, type ScheduledStream, type SlotLog } from '../schedules/slot.ts'
import { isPaused } from '../sync-configs/paused-schedule.ts'
import { configOfLane, scheduleFor, streamsOf } from '../sync-configs/reconcile.ts'
import { isEnded, type Run } from './run.ts'
import { type RunPorts, startRun } from './start-run.ts'

export type CatchUpPorts = RunPorts & { readonly slots: SlotLog }

/** Something that an open circuit has kept from being done: a run that waits, or the sync of a stream that was due. */
export type Backlog =
  | { readonly kind: 'waiting'; readonly run: Run }
  | { readonly kind: 'due'; readonly dataType: DataTypeId; readonly direction: Run['direction'] }

/** So many of the latest times of a schedule are looked at. */
const slotsRead = 100

/**
 * What is still to be done after an outage: what people wait for first, then orders, then the rest. `underWay` are the runs of the
 * connection that have not ended.
 */
export async function readBacklog(
  connection: Connection,
  circuit: Circuit,
  underWay: readonly Run[],
  ports: CatchUpPorts,
): Promise<readonly Backlog[]> {
  const waiting = underWay.filter(isInterruptedRun).map((run) => ({ kind: 'waiting', run }) as const)
  const configs = await ports.syncConfigs.list(connection.id)
  const due: Backlog[] = []
  for (const stream of streamsOf(connection.id)) {
    const { dataType } = stream
    if (!connection.settings.enabledDataTypes.includes(dataType) || underWay.some((run) => run.dataType === dataType)) continue
    const config = configOfLane(configs, stream)
    const direction = config?.direction ?? stream.lane ?? 'pull'
    const latest = await ports.runs.latest(connection.id, dataType, direction)
    const isScheduled = scheduleFor(connection, configs, stream) !== null && !isPaused(config, ports.clock.now())
    if (wasBroken(latest, isScheduled, circuit) || (isScheduled && (await wasSkipped(stream, latest, circuit, ports))))
      due.push({ kind: 'due', dataType, direction })
  }
  return [...waiting, ...due].toSorted((one, other) => rankOf(one) - rankOf(other))
}

/** Whether a run waits for the circuit of its connection, and for nothing else. */
export const isInterruptedRun = (run: Run): boolean => run.status === 'scheduled' && run.interruptedAt !== undefined

const rankOf = (backlog: Backlog): number => {
  if (backlog.kind === 'waiting' && (backlog.run.trigger === 'manual' || backlog.run.trigger === 'retry')) return 0
  return (backlog.kind === 'waiting' ? backlog.run : backlog).dataType === 'orders' ? 1 : 2
}

/** Whether the latest run of a stream has failed because of the outage. Who started one by hand has seen it fail, and decides. */
function wasBroken(latest: Run | null, isScheduled: boolean, { failingSince, closedAt }: Circuit): boolean {
  if (latest?.status !== 'error' || latest.dryRun || latest.completedAt === null || latest.completedAt < failingSince) return false
  if (closedAt !== null && latest.queuedAt >= closedAt) return false
  const isWanted = latest.trigger === 'webhook' || (latest.trigger === 'schedule' && isScheduled)
  return isWanted && ['fails', 'rejects'].includes(circuitVerdict(latest.error?.code ?? null))
}

/** Whether a schedule was due while the circuit was open, and no run has made up for it. */
async function wasSkipped(
  stream: ScheduledStream,
  latest: Run | null,
  { failingSince, closedAt }: Circuit,
  { slots, clock }: CatchUpPorts,
): Promise<boolean> {
  const fates = await readSlots(stream, { from: failingSince, limit: slotsRead }, slots, clock.now())
  const last = fates.find(({ state, reason }) => state === 'skipped' && reason === skipReasons.circuitOpen)
  if (!last) return false
  if (latest === null || latest.dryRun) return true
  const hasMadeUp = latest.status === 'success' && (latest.startedAt ?? '') >= last.dueAt
  return !hasMadeUp && !(closedAt !== null && latest.queuedAt >= closedAt)
}

/** Starts one piece of the backlog. Returns whether it could; if not, it is left to its schedule. */
export async function startBacklog(connectionId: string, backlog: Backlog, isTrial: boolean, ports: CatchUpPorts): Promise<boolean> {
  if (backlog.kind === 'waiting') {
    await ports.queue.promote('erp-sync', backlog.run.id)
    return true
  }
  const { dataType, direction } = backlog
  const request = { connectionId, dataType, direction, mode: 'incremental', dryRun: false, force: false, isTrial } as const
  try {
    await startRun({ ...request, trigger: 'schedule', createdBy: 'catch-up' }, ports)
    return true
  } catch (thrown) {
    if (toAppError(thrown).kind !== 'request') throw thrown
    return false
  }
}

/** The runs of a connection that have not ended. */
export async function runsUnderWay(connectionId: string, { runs }: Pick<RunPorts, 'runs'>): Promise<readonly Run[]> {
  const found = await Promise.all((await runs.openOf(connectionId)).map((id) => runs.get(id)))
  return found.filter((run) => run !== null && !isEnded(run)) as readonly Run[]
}
