import type { Connection, ConnectionRepository } from '../connections/connection.ts'
import type { ConnectorRegistry } from '../connector/connector.ts'
import type { Scheduler } from '../schedules/schedule.ts'
import { nextStart } from '../sync-configs/paused-schedule.ts'
import { pushRemarks } from '../sync-configs/push-remarks.ts'
import { laneOf, scheduleIdOf } from '../sync-configs/reconcile.ts'
import type { ERPSyncConfiguration, SyncConfig } from '../sync-configs/sync-config.ts'
import type { RunStore } from './run-store.ts'

interface ReadPorts {
  readonly runs: Pick<RunStore, 'latest'>
  readonly scheduler: Pick<Scheduler<never>, 'find'>
  readonly connections: Pick<ConnectionRepository, 'get'>
  readonly connectors: ConnectorRegistry
}

/** Why an enabled configuration with a schedule is not due at any time; nothing if it is not meant to be. */
function notScheduled({ enabled, settings, schedule, dataType }: SyncConfig, connection: Connection | null) {
  if (!connection || !enabled || !settings.autoSync || (!schedule && !settings.syncInterval)) return {}
  if (!connection.settings.enabledDataTypes.includes(dataType))
    return { notScheduledBecause: `"${dataType}" is not enabled for the connection: add it to settings.enabledDataTypes` }
  if (connection.status !== 'active')
    return { notScheduledBecause: `The connection has the status "${connection.status}": test it, or set its status to "active"` }
  return {}
}

/**
 * Adds to a configuration the state of its latest run, its next scheduled time, and what a push does with its mapping. All are worked out
 * anew, so they are always current.
 */
export const readSyncConfigs =
  ({ runs, scheduler, connections, connectors }: ReadPorts) =>
  async (config: SyncConfig): Promise<ERPSyncConfiguration> => {
    const { erpConnectionId, dataType, direction } = config
    const [latest, stored, connection] = await Promise.all([
      runs.latest(erpConnectionId, dataType, direction),
      scheduler.find(scheduleIdOf({ connectionId: erpConnectionId, dataType, lane: laneOf(config) })),
      connections.get(erpConnectionId),
    ])
    const remarks = direction === 'pull' || !connection ? [] : pushRemarks(connection, dataType, config.settings, { connectors })
    return {
      ...config,
      status: latest?.status ?? 'idle',
      ...(latest && { lastSyncAt: latest.completedAt ?? latest.startedAt ?? latest.queuedAt }),
      ...(stored ? { nextSyncAt: nextStart(stored, config) } : notScheduled(config, connection)),
      ...(remarks.length > 0 && { remarks: [...remarks] }),
    }
  }
