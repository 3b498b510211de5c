import { done, type JobContext, type Verdict } from '../jobs/contract.ts'
import { toAppError } from '../kernel/errors.ts'
import type { Logger } from '../kernel/ports.ts'
import type { DataTypeId } from '../records/data-types.ts'
import { jitterMs } from '../schedules/schedule.ts'
import { missedSince, type Slot, type SlotLog } from '../schedules/slot.ts'
import { configOf, scheduleFor, scheduleIdOf } from '../sync-configs/reconcile.ts'
import { type RunPorts, startRun } from './start-run.ts'

/**
 * The time of a schedule has come: starts a run, a little later than others with the same time. What was changed since is
 * heeded; a run that is under way is not doubled. Each time that was due gets its one fate, also those
 * that were missed while nothing ran: one run makes up for all of them.
 */
export async function runSchedule(
  { connectionId, dataType }: { readonly connectionId: string; readonly dataType: DataTypeId },
  ports: RunPorts & { readonly logger: Logger; readonly slots: SlotLog; readonly scheduleJitterMs: number },
  { dueAt }: Pick<JobContext, 'dueAt'>,
): Promise<Verdict> {
  const connection = await ports.connections.get(connectionId)
  const configs = await ports.syncConfigs.list(connectionId)
  const rule = connection && scheduleFor(connection, configs, dataType)
  if (!rule) return done

  const now = ports.clock.now()
  const startAt = dueAt.getTime() + jitterMs(scheduleIdOf(connectionId, dataType), rule, ports.scheduleJitterMs, now)
  if (now.getTime() < startAt)
    return { kind: 'later', delayMs: startAt - now.getTime(), reason: 'Starts a little later than others of the same time' }

  const config = configOf(configs, dataType)
  const missed = missedSince(rule, dueAt, now)
  const fate = await start({ connectionId, dataType }, ports, dueAt)
  ports.logger.info(
    { connectionId, dataType, configId: config?.id, ...fate, lateSeconds: lateSeconds(dueAt, now), missed: missed.length },
    'Schedule',
  )
  if (!config) return done

  const state = missed.length > 0 && fate.state === 'ran' ? 'caught_up' : fate.state
  const slots = [dueAt, ...missed].map((time): Slot => ({ ...fate, state, dueAt: time.toISOString(), lateSeconds: lateSeconds(time, now) }))
  await ports.slots.note(config.id, slots)
  return done
}

const lateSeconds = (dueAt: Date, now: Date): number => Math.max(0, Math.round((now.getTime() - dueAt.getTime()) / 1000))

/** A run that this very time has started is its own, also when the worker died just afterwards. */
async function start(
  { connectionId, dataType }: { readonly connectionId: string; readonly dataType: DataTypeId },
  ports: RunPorts,
  dueAt: Date,
): Promise<Pick<Slot, 'state' | 'syncLogId' | 'reason'>> {
  try {
    const request = { dataType, direction: 'pull', mode: 'incremental', dryRun: false } as const
    const { run, deduplicated } = await startRun({ ...request, connectionId, trigger: 'schedule', createdBy: 'schedule' }, ports)
    const isOwn = !deduplicated || (run.trigger === 'schedule' && Date.parse(run.queuedAt) >= dueAt.getTime())
    return { state: isOwn ? 'ran' : 'joined', syncLogId: run.id }
  } catch (thrown) {
    const error = toAppError(thrown)
    if (error.kind !== 'request') throw thrown
    return { state: 'skipped', reason: error.message }
  }
}
