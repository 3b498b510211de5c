import type { Run } from '../runs/run.ts'
import type { Scheduler } from '../schedules/schedule.ts'
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
  const lanes = ([undefined, 'push'] as const).filter((lane) => {
    const scheduled = configOfLane(configs, { dataType, ...(lane && { lane }) })?.direction ?? lane ?? 'pull'
    return covers(scheduled, direction)
  })
  const found = await Promise.all(lanes.map((lane) => scheduler.find(scheduleIdOf({ connectionId, dataType, ...(lane && { lane }) }))))
  return found.flatMap((schedule) => (schedule ? [schedule.next] : [])).sort()[0] ?? null
}
