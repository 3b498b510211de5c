import type { Clock } from '../kernel/ports.ts'
import type { Scheduler } from '../schedules/schedule.ts'
import { isPaused } from '../sync-configs/paused-schedule.ts'
import { configOfLane, streamOfSchedule } from '../sync-configs/reconcile.ts'
import type { SyncConfigRepository } from '../sync-configs/sync-config.ts'

interface UpcomingPorts {
  readonly scheduler: Pick<Scheduler<never>, 'upcoming'>
  readonly syncConfigs: Pick<SyncConfigRepository, 'list'>
  readonly clock: Clock
}

/** A sync that a schedule starts. `at` is ISO 8601, UTC. */
interface UpcomingSync {
  readonly erpConnectionId: string
  readonly dataType: string
  readonly at: string
}

/** So many of the schedules that are due next are looked at: those that make a pause start nothing. */
const looked = 20

/** The scheduled syncs that start next, soonest first; at most `limit`. */
export async function readUpcoming(limit: number, { scheduler, syncConfigs, clock }: UpcomingPorts): Promise<UpcomingSync[]> {
  const due = await scheduler.upcoming(looked)
  const connectionIds = [...new Set(due.map(({ id }) => streamOfSchedule(id).connectionId))]
  const configs = new Map(await Promise.all(connectionIds.map(async (id) => [id, await syncConfigs.list(id)] as const)))
  return due
    .map(({ id, at }) => ({ ...streamOfSchedule(id), at }))
    .filter((stream) => !isPaused(configOfLane(configs.get(stream.connectionId) ?? [], stream), clock.now()))
    .slice(0, limit)
    .map(({ connectionId, dataType, at }) => ({ erpConnectionId: connectionId, dataType, at }))
}
