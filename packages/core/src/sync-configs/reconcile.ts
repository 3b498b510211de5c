import type { Connection, ConnectionRepository } from '../connections/connection.ts'
import type { JobPayload } from '../jobs/contracts.ts'
import { type DataTypeId, dataTypeIds, dataTypes } from '../records/data-types.ts'
import type { ScheduleRule, Scheduler } from '../schedules/schedule.ts'
import type { SyncConfig, SyncConfigRepository } from './sync-config.ts'

export interface SchedulePorts {
  readonly connections: ConnectionRepository
  readonly syncConfigs: SyncConfigRepository
  readonly scheduler: Scheduler<JobPayload<'erp-schedule'>>
}

const minuteMs = 60_000

/** A stream has at most one schedule, so its name is the schedule's. */
export const scheduleIdOf = (connectionId: string, dataType: DataTypeId): string => `${connectionId}-${dataType}`

export const configOf = (configs: readonly SyncConfig[], dataType: DataTypeId): SyncConfig | undefined =>
  configs.find((config) => config.dataType === dataType && config.direction !== 'push')

/**
 * When a data type is pulled by itself: as its configuration says, or, where it has none, as the connection does.
 * Null: never, as long as the connection is not active or the data type not enabled.
 */
export function scheduleFor(connection: Connection, configs: readonly SyncConfig[], dataType: DataTypeId): ScheduleRule | null {
  const { syncSchedule, timezone = 'UTC', enabledDataTypes } = connection.settings
  if (connection.status !== 'active' || !enabledDataTypes.includes(dataType)) return null
  const config = configOf(configs, dataType)
  if (!config) return syncSchedule ? { pattern: syncSchedule, timezone } : null
  if (!config.enabled || !config.settings.autoSync) return null
  if (config.schedule) return { pattern: config.schedule, timezone: config.timezone ?? timezone }
  return config.settings.syncInterval ? { everyMs: config.settings.syncInterval * minuteMs } : null
}

/** Makes the schedules of a connection what its settings and configurations say by now. Safe to repeat. */
export async function reconcileSchedules(connectionId: string, { connections, syncConfigs, scheduler }: SchedulePorts): Promise<void> {
  const connection = await connections.get(connectionId)
  const configs = connection ? await syncConfigs.list(connectionId) : []
  await Promise.all(
    dataTypeIds.map((dataType) => {
      const rule = connection && scheduleFor(connection, configs, dataType)
      const id = scheduleIdOf(connectionId, dataType)
      if (!connection || !rule) return scheduler.drop(id)
      return scheduler.put(id, rule, { connectionId, dataType }, `schedule ${dataTypes[dataType].title.toLowerCase()} · ${connection.name}`)
    }),
  )
}

/** The same for every connection: what a crash left undone between a change and its schedules is made up for. */
export async function reconcileAllSchedules(ports: SchedulePorts): Promise<void> {
  let cursor: string | undefined
  do {
    const { items, next } = await ports.connections.list({ limit: 100, cursor })
    for (const { id } of items) await reconcileSchedules(id, ports)
    cursor = next ?? undefined
  } while (cursor)
}
