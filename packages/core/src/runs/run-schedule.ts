import { done, type JobContext, type JobResult } from '../jobs/contract.ts'
import { toAppError } from '../kernel/errors.ts'
import type { Logger } from '../kernel/ports.ts'
import { jitterMs } from '../schedules/schedule.ts'
import { dueTimes, type ScheduledStream, type Slot, type SlotLog, skipped, slotsKept } from '../schedules/slot.ts'
import { configOfLane, pauseReason, scheduleFor, scheduleIdOf } from '../sync-configs/reconcile.ts'
import { covers } from '../sync-configs/sync-config.ts'
import { Direction, type Run } from './run.ts'
import { type RunPorts, startRun } from './start-run.ts'

type SchedulePorts = RunPorts & { readonly logger: Logger; readonly slots: SlotLog; readonly scheduleJitterMs: number }
type Fate = Pick<Slot, 'state' | 'syncLogId' | 'reason'>

/**
 * The time of a schedule has come: starts a run, a little later than others with the same time. What was changed since is
 * heeded; a run that is under way is not doubled. Each time that was due gets its one fate, also those
 * that were missed while nothing ran: one run makes up for all of them.
 */
export async function runSchedule(stream: ScheduledStream, ports: SchedulePorts, { dueAt }: Pick<JobContext, 'dueAt'>): Promise<JobResult> {
  const connection = await ports.connections.get(stream.connectionId)
  const noted = await ports.slots.list(stream, { from: dueAt.toISOString(), limit: slotsKept })
  if (!connection || noted.some((slot) => slot.dueAt === dueAt.toISOString())) return done
  const overtaking = noted.findLast(({ syncLogId }) => syncLogId !== undefined)
  if (overtaking) {
    await ports.slots.note(stream, [caughtUpBy(overtaking, dueAt)])
    return done
  }

  const configs = await ports.syncConfigs.list(connection.id)
  const rule = scheduleFor(connection, configs, stream)
  const obstacle = rule ? pauseReason(connection) : 'It was switched off before it ran'
  if (!rule || obstacle !== null) {
    await ports.slots.note(stream, skipped([dueAt], obstacle ?? ''))
    return done
  }
  const now = ports.clock.now()
  const startAt = dueAt.getTime() + jitterMs(scheduleIdOf(stream), rule, ports.scheduleJitterMs, now)
  if (now.getTime() < startAt)
    return { kind: 'snooze', delayMs: startAt - now.getTime(), reason: 'Starts a little later than others of the same time' }

  const missed = dueTimes(rule, dueAt, now).filter((time) => time > dueAt)
  const direction = configOfLane(configs, stream)?.direction ?? 'pull'
  const wasMissedSince = (time: number) => missed.some((other) => other.getTime() > time) || now.getTime() - time > overdueMs
  const isOverdue = wasMissedSince(startAt) && wasMissedSince(Math.max(startAt, await freeSince(stream, direction, ports)))
  const fate = await start(stream, direction, ports, dueAt)
  if (fate === 'busy') return { kind: 'snooze', delayMs: busyMs, reason: 'The same data is being synced in another way' }
  ports.logger.info({ ...stream, ...fate, lateSeconds: lateSeconds(dueAt, now), missed: missed.length }, 'Schedule')
  const toSlot = (time: Date): Slot => {
    const isCaughtUp = fate.state === 'ran' && (isOverdue || time > dueAt)
    return { ...fate, state: isCaughtUp ? 'caught_up' : fate.state, dueAt: time.toISOString(), lateSeconds: lateSeconds(time, now) }
  }
  await ports.slots.note(stream, [dueAt, ...missed].map(toSlot))
  return done
}

/** A start that is later than this was missed and is made up for; a shorter delay is a busy worker's. */
const overdueMs = 300_000
/** How long a time that is due waits before it looks again whether its data is free. */
const busyMs = 2000

const lateSeconds = (dueAt: Date, now: Date): number => Math.max(0, Math.round((now.getTime() - dueAt.getTime()) / 1000))

/** The fate of a time that waited longer than a later one: the run of that one has done its work. */
const caughtUpBy = (later: Slot, dueAt: Date): Slot => ({
  ...later,
  state: later.state === 'ran' ? 'caught_up' : later.state,
  dueAt: dueAt.toISOString(),
  lateSeconds: (later.lateSeconds ?? 0) + lateSeconds(dueAt, new Date(later.dueAt)),
})

/** When this work could begin and a waiting time has noticed it: after the end of the last run that did other work with the same data. */
async function freeSince({ connectionId, dataType }: ScheduledStream, direction: Run['direction'], { runs }: RunPorts): Promise<number> {
  const latest = await Promise.all(Direction.options.map((one) => runs.latest(connectionId, dataType, one)))
  const ends = latest.map((run) => {
    const isOther = run !== null && (run.dryRun || !covers(run.direction, direction))
    return isOther && run.completedAt ? Date.parse(run.completedAt) + busyMs : 0
  })
  return Math.max(...ends)
}

/** A run that this very time has started is its own, also when the worker died just afterwards. */
async function start(
  { connectionId, dataType }: ScheduledStream,
  direction: Run['direction'],
  ports: RunPorts,
  dueAt: Date,
): Promise<Fate | 'busy'> {
  try {
    const request = { connectionId, dataType, direction, mode: 'incremental', dryRun: false } as const
    const cause = { trigger: 'schedule', createdBy: 'schedule', dueAt: dueAt.toISOString() } as const
    const { run } = await startRun({ ...request, ...cause }, ports)
    return { state: run.dueAt === cause.dueAt && run.direction === direction ? 'ran' : 'joined', syncLogId: run.id }
  } catch (thrown) {
    const error = toAppError(thrown)
    if (error.code === 'request.conflict') return 'busy' // what is under way does not do this work
    if (error.kind !== 'request') throw thrown
    return { state: 'skipped', reason: error.message }
  }
}
