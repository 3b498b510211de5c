import { done, type JobContext, type JobResult } from '../jobs/contract.ts'
import { toAppError } from '../kernel/errors.ts'
import type { Logger } from '../kernel/ports.ts'
import { jitterMs } from '../schedules/schedule.ts'
import { skipReasons } from '../schedules/skip-reasons.ts'
import { dueTimes, type ScheduledStream, type Slot, type SlotLog, skipped, slotsKept } from '../schedules/slot.ts'
import { isPaused } from '../sync-configs/paused-schedule.ts'
import { configOfLane, pauseReason, scheduleFor, scheduleIdOf } from '../sync-configs/reconcile.ts'
import { covers } from '../sync-configs/sync-config.ts'
import { Direction, type Run } from './run.ts'
import { type RunPorts, startRun } from './start-run.ts'

type SchedulePorts = RunPorts & { readonly logger: Logger; readonly slots: SlotLog; readonly scheduleJitterMs: number }
type SlotOutcome = Pick<Slot, 'state' | 'syncLogId' | 'reason'>

/**
 * Executes a schedule's job at its due time: starts a run, slightly later than other schedules with the same time, or joins the run that is
 * already under way. Connection and configuration count as they are now. Every due time gets its slot, including those that were missed
 * while no worker ran: a single run makes up for all of them. A slot in the future, noted by a clock that was ahead, settles nothing.
 */
export async function runSchedule(stream: ScheduledStream, ports: SchedulePorts, { dueAt }: Pick<JobContext, 'dueAt'>): Promise<JobResult> {
  const connection = await ports.connections.get(stream.connectionId)
  const now = ports.clock.now()
  const noted = await ports.slots.list(stream, { from: dueAt.toISOString(), to: now.toISOString(), limit: slotsKept })
  if (!connection || noted.some((slot) => slot.dueAt === dueAt.toISOString())) return done
  const overtaking = noted.findLast(({ syncLogId }) => syncLogId !== undefined)
  if (overtaking) {
    await ports.slots.note(stream, [caughtUpBy(overtaking, dueAt)])
    return done
  }

  const configs = await ports.syncConfigs.list(connection.id)
  const rule = scheduleFor(connection, configs, stream)
  const config = configOfLane(configs, stream)
  const pause = isPaused(config, now) ? skipReasons.pausedUntil(config?.pausedUntil ?? '') : null
  const obstacle = rule ? (pauseReason(connection) ?? pause) : skipReasons.switchedOff
  if (!rule || obstacle !== null) {
    await ports.slots.note(stream, skipped([dueAt], obstacle ?? ''))
    return done
  }
  const startAt = dueAt.getTime() + jitterMs(scheduleIdOf(stream), rule, ports.scheduleJitterMs, now)
  if (now.getTime() < startAt)
    return { kind: 'snooze', delayMs: startAt - now.getTime(), reason: 'Starts slightly later than other schedules with the same time' }

  const missed = dueTimes(rule, dueAt, now).filter((time) => time > dueAt)
  const direction = config?.direction ?? 'pull'
  const wasMissedSince = (time: number) => missed.some((other) => other.getTime() > time) || now.getTime() - time > overdueMs
  const isOverdue = wasMissedSince(startAt) && wasMissedSince(Math.max(startAt, await freeSince(stream, direction, ports)))
  const outcome = await start(stream, direction, ports, dueAt)
  if (outcome === 'busy') return { kind: 'snooze', delayMs: busyMs, reason: 'The same data is being synced in another direction' }
  ports.logger.info({ ...stream, ...outcome, lateSeconds: lateSeconds(dueAt, now), missed: missed.length }, 'Schedule')
  const toSlot = (time: Date): Slot => {
    const isCaughtUp = outcome.state === 'ran' && (isOverdue || time > dueAt)
    return { ...outcome, state: isCaughtUp ? 'caught_up' : outcome.state, dueAt: time.toISOString(), lateSeconds: lateSeconds(time, now) }
  }
  await ports.slots.note(stream, [dueAt, ...missed].map(toSlot))
  return done
}

/** A start that is later than this counts as missed and caught up; a shorter delay means that the workers were busy. */
const overdueMs = 300_000
/** How long a due schedule waits before it checks again whether other work with its data is done. */
const busyMs = 2000

const lateSeconds = (dueAt: Date, now: Date): number => Math.max(0, Math.round((now.getTime() - dueAt.getTime()) / 1000))

/** The slot of a time that waited until after a later one, whose run has done its work. */
const caughtUpBy = (later: Slot, dueAt: Date): Slot => ({
  ...later,
  state: later.state === 'ran' ? 'caught_up' : later.state,
  dueAt: dueAt.toISOString(),
  lateSeconds: (later.lateSeconds ?? 0) + lateSeconds(dueAt, new Date(later.dueAt)),
})

/** When this work could begin, and a waiting schedule has noticed: after the end of the last run that did other work with the same data. */
async function freeSince({ connectionId, dataType }: ScheduledStream, direction: Run['direction'], { runs }: RunPorts): Promise<number> {
  const latest = await Promise.all(Direction.options.map((one) => runs.latest(connectionId, dataType, one)))
  const ends = latest.map((run) => {
    const isOther = run !== null && (run.dryRun || !covers(run.direction, direction))
    return isOther && run.completedAt ? Date.parse(run.completedAt) + busyMs : 0
  })
  return Math.max(...ends)
}

/** Starts the run. If the worker died right after starting it, the run is recognised by its due time, so the time still counts as `ran`. */
async function start(
  { connectionId, dataType }: ScheduledStream,
  direction: Run['direction'],
  ports: RunPorts,
  dueAt: Date,
): Promise<SlotOutcome | 'busy'> {
  try {
    const request = { connectionId, dataType, direction, mode: 'incremental', dryRun: false, force: false } as const
    const cause = { trigger: 'schedule', createdBy: 'schedule', dueAt: dueAt.toISOString() } as const
    const { run } = await startRun({ ...request, ...cause }, ports)
    return { state: run.dueAt === cause.dueAt && run.direction === direction ? 'ran' : 'joined', syncLogId: run.id }
  } catch (thrown) {
    const error = toAppError(thrown)
    if (error.code === 'request.conflict') return 'busy' // the run under way does not do this work
    if (error.kind !== 'request') throw thrown
    return { state: 'skipped', reason: error.code === 'connection.circuit-open' ? skipReasons.circuitOpen : error.message }
  }
}
