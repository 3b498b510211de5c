import { done, type JobContext, type Verdict } from '../jobs/contract.ts'
import { toAppError } from '../kernel/errors.ts'
import type { Logger } from '../kernel/ports.ts'
import { jitterMs } from '../schedules/schedule.ts'
import { dueTimes, type ScheduledStream, type Slot, type SlotLog, skipped } from '../schedules/slot.ts'
import { configOfLane, hindranceOf, scheduleFor, scheduleIdOf } from '../sync-configs/reconcile.ts'
import type { Run } from './run.ts'
import { type RunPorts, startRun } from './start-run.ts'

type SchedulePorts = RunPorts & { readonly logger: Logger; readonly slots: SlotLog; readonly scheduleJitterMs: number }
type Fate = Pick<Slot, 'state' | 'syncLogId' | 'reason'>

/**
 * The time of a schedule has come: starts a run, a little later than others with the same time. What was changed since is
 * heeded; a run that is under way is not doubled. Each time that was due gets its one fate, also those
 * that were missed while nothing ran: one run makes up for all of them.
 */
export async function runSchedule(stream: ScheduledStream, ports: SchedulePorts, { dueAt }: Pick<JobContext, 'dueAt'>): Promise<Verdict> {
  const connection = await ports.connections.get(stream.connectionId)
  const isKnown = (await ports.slots.list(stream, { from: dueAt.toISOString(), to: dueAt.toISOString(), limit: 1 })).length > 0
  if (!connection || isKnown) return done

  const configs = await ports.syncConfigs.list(connection.id)
  const rule = scheduleFor(connection, configs, stream)
  const obstacle = rule ? hindranceOf(connection) : 'It was switched off before it ran'
  if (!rule || obstacle !== null) {
    await ports.slots.note(stream, skipped([dueAt], obstacle ?? ''))
    return done
  }
  const now = ports.clock.now()
  const startAt = dueAt.getTime() + jitterMs(scheduleIdOf(stream), rule, ports.scheduleJitterMs, now)
  if (now.getTime() < startAt)
    return { kind: 'later', delayMs: startAt - now.getTime(), reason: 'Starts a little later than others of the same time' }

  const missed = dueTimes(rule, dueAt, now).filter((time) => time > dueAt)
  const fate = await start(stream, configOfLane(configs, stream)?.direction ?? 'pull', ports, dueAt)
  if (fate === 'busy') return { kind: 'later', delayMs: busyMs, reason: 'The same data is being synced in another way' }
  ports.logger.info({ ...stream, ...fate, lateSeconds: lateSeconds(dueAt, now), missed: missed.length }, 'Schedule')
  const isOverdue = missed.length > 0 || now.getTime() - startAt > overdueMs
  const state = isOverdue && fate.state === 'ran' ? 'caught_up' : fate.state
  const toSlot = (time: Date): Slot => ({ ...fate, state, dueAt: time.toISOString(), lateSeconds: lateSeconds(time, now) })
  await ports.slots.note(stream, [dueAt, ...missed].map(toSlot))
  return done
}

/** A start that is later than this was missed and is made up for; a shorter delay is a busy worker's. */
const overdueMs = 300_000
/** How long a time that is due waits before it looks again whether its data is free. */
const busyMs = 2000

const lateSeconds = (dueAt: Date, now: Date): number => Math.max(0, Math.round((now.getTime() - dueAt.getTime()) / 1000))

/** A run that this very time has started is its own, also when the worker died just afterwards. */
async function start(
  { connectionId, dataType }: ScheduledStream,
  direction: Run['direction'],
  ports: RunPorts,
  dueAt: Date,
): Promise<Fate | 'busy'> {
  try {
    const request = { connectionId, dataType, direction, mode: 'incremental', dryRun: false } as const
    const { run, deduplicated } = await startRun({ ...request, trigger: 'schedule', createdBy: 'schedule' }, ports)
    const isOwn = !deduplicated || (run.trigger === 'schedule' && Date.parse(run.queuedAt) >= dueAt.getTime())
    return { state: isOwn ? 'ran' : 'joined', syncLogId: run.id }
  } catch (thrown) {
    const error = toAppError(thrown)
    if (error.code === 'request.conflict') return 'busy' // what is under way does not do this work
    if (error.kind !== 'request') throw thrown
    return { state: 'skipped', reason: error.message }
  }
}
