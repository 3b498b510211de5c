import type { Run } from '../runs/run.ts'
import type { Scheduler } from '../schedules/schedule.ts'
import { nextStart } from '../sync-configs/paused-schedule.ts'
import { configOfLane, scheduleIdOf } from '../sync-configs/reconcile.ts'
import { covers, type SyncConfigRepository } from '../sync-configs/sync-config.ts'

interface NextDuePorts {
  readonly scheduler: Pick<Scheduler<never>, 'find'>
  readonly syncConfigs: Pick<SyncConfigRepository, 'list'>
}

/** When a schedule next does the work of this run, ISO 8601; null if none does. */
export async function nextDue(
  { connectionId, dataType, direction }: Pick<Run, 'connectionId' | 'dataType' | 'direction'>,
  { scheduler, syncConfigs }: NextDuePorts,
): Promise<string | null> {
  const configs = await syncConfigs.list(connectionId)
  const found = await Promise.all(
    ([undefined, 'push'] as const).map(async (lane) => {
      const stream = { connectionId, dataType, ...(lane && { lane }) }
      const config = configOfLane(configs, stream)
      const isOfThisWork = covers(config?.direction ?? lane ?? 'pull', direction)
      const schedule = isOfThisWork ? await scheduler.find(scheduleIdOf(stream)) : null
      return schedule ? [nextStart(schedule, config)] : []
    }),
  )
  return found.flat().sort()[0] ?? null
}
