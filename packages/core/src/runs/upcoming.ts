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
  const found: UpcomingSync[] = []
  for (const { id, at } of await scheduler.upcoming(looked)) {
    const stream = streamOfSchedule(id)
    const { connectionId, dataType } = stream
    if (isPaused(configOfLane(await syncConfigs.list(connectionId), stream), clock.now())) continue
    found.push({ erpConnectionId: connectionId, dataType, at })
    if (found.length === limit) break
  }
  return found
}
