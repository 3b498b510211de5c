import type { Connection, ConnectionRepository } from '../connections/connection.ts'
import type { JobPayload } from '../jobs/contracts.ts'
import type { Clock } from '../kernel/ports.ts'
import { type DataTypeId, dataTypeIds, dataTypes } from '../records/data-types.ts'
import { firstTime, isSameRule, type ScheduleRule, type Scheduler } from '../schedules/schedule.ts'
import { dueTimes, type ScheduleDirection, type ScheduledStream, type SlotLog, skipped } from '../schedules/slot.ts'
import type { SyncConfig, SyncConfigRepository, SyncDirection } from './sync-config.ts'

export interface SchedulePorts {
  readonly connections: ConnectionRepository
  readonly syncConfigs: SyncConfigRepository
  readonly scheduler: Scheduler<JobPayload<'erp-schedule'>>
  readonly slots: SlotLog
  readonly clock: Clock
}

const minuteMs = 60_000

const lanes: readonly (ScheduleDirection | undefined)[] = [undefined, 'push']

/** A lane of a stream has at most one schedule, so its name is the schedule's. */
export const scheduleIdOf = ({ connectionId, dataType, lane }: ScheduledStream): string =>
  [connectionId, dataType, lane].filter(Boolean).join('-')

export const laneOf = ({ direction }: Pick<SyncConfig, 'direction'>): ScheduleDirection | undefined =>
  direction === 'push' ? 'push' : undefined

/** The one that such a run follows: that of its direction, else the one for both. Without one for both, a run in both pulls as the one that pulls. */
export function configOf(configs: readonly SyncConfig[], dataType: DataTypeId, direction: SyncDirection): SyncConfig | undefined {
  const find = (wanted: SyncDirection) => configs.find((config) => config.dataType === dataType && config.direction === wanted)
  return find(direction) ?? find(direction === 'bidirectional' ? 'pull' : 'bidirectional')
}

export const configOfLane = (configs: readonly SyncConfig[], { dataType, lane }: Pick<ScheduledStream, 'dataType' | 'lane'>) =>
  configs.find((config) => config.dataType === dataType && laneOf(config) === lane)

/**
 * When a data type is synced by itself: as its configuration says, or, where it has none, as the connection does, which only pulls.
 * Null: never, also where the data type is not enabled.
 */
export function scheduleFor(
  connection: Connection,
  configs: readonly SyncConfig[],
  stream: Pick<ScheduledStream, 'dataType' | 'lane'>,
): ScheduleRule | null {
  const { syncSchedule, timezone = 'UTC', enabledDataTypes } = connection.settings
  if (!enabledDataTypes.includes(stream.dataType)) return null
  const config = configOfLane(configs, stream)
  if (!config) return syncSchedule && stream.lane === undefined ? { pattern: syncSchedule, timezone } : null
  if (!config.enabled || !config.settings.autoSync) return null
  if (config.schedule) return { pattern: config.schedule, timezone: config.timezone ?? timezone }
  return config.settings.syncInterval ? { everyMs: config.settings.syncInterval * minuteMs } : null
}

/** Why the schedules of a connection rest; null where they do not. */
export const pauseReason = ({ status }: Connection): string | null => (status === 'active' ? null : `The connection was "${status}"`)

/** Makes the schedules of a connection what its settings and configurations say by now. Safe to repeat. */
export async function reconcileSchedules(connectionId: string, ports: SchedulePorts): Promise<void> {
  const connection = await ports.connections.get(connectionId)
  if (!connection) {
    await Promise.all(streamsOf(connectionId).map((stream) => ports.scheduler.drop(scheduleIdOf(stream))))
    return
  }
  const configs = await ports.syncConfigs.list(connectionId)
  await Promise.all(streamsOf(connectionId).map((stream) => reconcile(stream, connection, configs, ports)))
}

const streamsOf = (connectionId: string): readonly ScheduledStream[] =>
  dataTypeIds.flatMap((dataType) => lanes.map((lane) => ({ connectionId, dataType, ...(lane && { lane }) })))

/** No time is lost between two rules: what the former one still owes, and what passes during a pause, is skipped and says why. */
async function reconcile(stream: ScheduledStream, connection: Connection, configs: readonly SyncConfig[], ports: SchedulePorts) {
  const { scheduler, slots, clock } = ports
  const id = scheduleIdOf(stream)
  const rule = scheduleFor(connection, configs, stream)
  const hindrance = pauseReason(connection)
  const [stored, pause] = await Promise.all([scheduler.find(id), slots.pauseOf(stream)])

  const staysPaused = pause && rule && hindrance === pause.reason && isSameRule(pause.rule, rule)
  if (staysPaused) return
  if (pause) {
    await slots.note(stream, skipped(dueTimes(pause.rule, new Date(pause.from), clock.now()), pause.reason))
    await slots.resume(stream)
  }
  const replaced = stored && !(rule && isSameRule(stored.rule, rule))
  if (replaced) {
    await scheduler.drop(id)
    await slots.note(stream, skipped(dueTimes(stored.rule, new Date(stored.next), clock.now()), 'Its schedule was changed before it ran'))
  }
  if (rule && hindrance) {
    const from = stored && !replaced ? new Date(stored.next) : firstTime(rule, clock.now())
    await slots.pause(stream, { from: from.toISOString(), rule, reason: hindrance })
    await scheduler.drop(id)
  } else if (rule) {
    await scheduler.put(
      id,
      rule,
      stream,
      `schedule ${stream.lane ?? ''} ${dataTypes[stream.dataType].title.toLowerCase()} · ${connection.name}`.replace('  ', ' '),
    )
  }
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
