import type { Scheduler } from '../schedules/schedule.ts'
import { laneOf, scheduleIdOf } from '../sync-configs/reconcile.ts'
import type { ERPSyncConfiguration, SyncConfig } from '../sync-configs/sync-config.ts'
import type { RunStore } from './run-store.ts'

/** Adds the state of the latest run and the next scheduled time to a configuration. Both are read anew, so they are always current. */
export const readSyncConfigs =
  ({ runs, scheduler }: { readonly runs: Pick<RunStore, 'latest'>; readonly scheduler: Pick<Scheduler<never>, 'find'> }) =>
  async (config: SyncConfig): Promise<ERPSyncConfiguration> => {
    const { erpConnectionId, dataType, direction } = config
    const [latest, stored] = await Promise.all([
      runs.latest(erpConnectionId, dataType, direction),
      scheduler.find(scheduleIdOf({ connectionId: erpConnectionId, dataType, lane: laneOf(config) })),
    ])
    return {
      ...config,
      status: latest?.status ?? 'idle',
      ...(latest && { lastSyncAt: latest.completedAt ?? latest.startedAt ?? latest.queuedAt }),
      ...(stored && { nextSyncAt: stored.next }),
    }
  }
