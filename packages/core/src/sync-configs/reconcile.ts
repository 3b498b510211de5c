import { isInterrupted } from '../connections/circuit.ts'
import type { Connection, ConnectionRepository } from '../connections/connection.ts'
import type { JobPayload } from '../jobs/contracts.ts'
import { everyPage } from '../kernel/every-page.ts'
import type { Clock } from '../kernel/ports.ts'
import { type DataTypeId, dataTypeIds, dataTypes } from '../records/data-types.ts'
import { firstTime, isSameRule, type ScheduleRule, type Scheduler } from '../schedules/schedule.ts'
import { skipReasons } from '../schedules/skip-reasons.ts'
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

/** Each direction of a stream has at most one schedule, so its name is the schedule's id. */
export const scheduleIdOf = ({ connectionId, dataType, lane }: ScheduledStream): string =>
  [connectionId, dataType, lane].filter(Boolean).join('-')

/** The stream of a schedule's id. */
export function streamOfSchedule(id: string): ScheduledStream {
  const [connectionId = '', dataType, lane] = id.split('-')
  return { connectionId, dataType: dataType as DataTypeId, ...(lane === 'push' && { lane }) }
}

export const laneOf = ({ direction }: Pick<SyncConfig, 'direction'>): ScheduleDirection | undefined =>
  direction === 'push' ? 'push' : undefined

/** The configuration that a run follows: the one for its direction, or else the one for both. A run in both directions falls back to the one that pulls. */
export function configOf(configs: readonly SyncConfig[], dataType: DataTypeId, direction: SyncDirection): SyncConfig | undefined {
  const find = (wanted: SyncDirection) => configs.find((config) => config.dataType === dataType && config.direction === wanted)
  return find(direction) ?? find(direction === 'bidirectional' ? 'pull' : 'bidirectional')
}

export const configOfLane = (configs: readonly SyncConfig[], { dataType, lane }: Pick<ScheduledStream, 'dataType' | 'lane'>) =>
  configs.find((config) => config.dataType === dataType && laneOf(config) === lane)

/**
 * The schedule of a data type: its configuration's or, if it has no configuration, the connection's own, which only pulls. Null if it has
 * none, or if the data type is not enabled.
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

/** Why the schedules of a connection are paused; null if they are not. */
export function pauseReason({ status, circuit }: Connection): string | null {
  if (status === 'error' && isInterrupted(circuit)) return skipReasons.circuitOpen
  return status === 'active' ? null : skipReasons.connectionWas(status)
}

/** Makes the stored schedules of a connection match its settings and configurations. Safe to repeat. */
export async function reconcileSchedules(connectionId: string, ports: SchedulePorts): Promise<void> {
  const connection = await ports.connections.get(connectionId)
  if (!connection) {
    await Promise.all(streamsOf(connectionId).map((stream) => ports.scheduler.drop(scheduleIdOf(stream))))
    return
  }
  const configs = await ports.syncConfigs.list(connectionId)
  await Promise.all(streamsOf(connectionId).map((stream) => reconcile(stream, connection, configs, ports)))
}

export const streamsOf = (connectionId: string): readonly ScheduledStream[] =>
  dataTypeIds.flatMap((dataType) => lanes.map((lane) => ({ connectionId, dataType, ...(lane && { lane }) })))

/** No due time is lost between two rules: those that the old rule had left, or that passed during a pause, are skipped with a reason. */
async function reconcile(stream: ScheduledStream, connection: Connection, configs: readonly SyncConfig[], ports: SchedulePorts) {
  const { scheduler, slots, clock } = ports
  const id = scheduleIdOf(stream)
  const rule = scheduleFor(connection, configs, stream)
  const paused = pauseReason(connection)
  const [stored, pause] = await Promise.all([scheduler.find(id), slots.pauseOf(stream)])

  const staysPaused = pause && rule && paused === pause.reason && isSameRule(pause.rule, rule)
  if (staysPaused) return
  if (pause) {
    await slots.note(stream, skipped(dueTimes(pause.rule, new Date(pause.from), clock.now()), pause.reason))
    await slots.resume(stream)
  }
  const replaced = stored && !(rule && isSameRule(stored.rule, rule))
  if (replaced) {
    await scheduler.drop(id)
    await slots.note(stream, skipped(dueTimes(stored.rule, new Date(stored.next), clock.now()), skipReasons.changed))
  }
  if (rule && paused) {
    const from = stored && !replaced ? new Date(stored.next) : firstTime(rule, clock.now())
    await slots.pause(stream, { from: from.toISOString(), rule, reason: paused })
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

/** Does the same for every connection, in case a process died between changing a connection and its schedules. */
export async function reconcileAllSchedules(ports: SchedulePorts): Promise<void> {
  for await (const page of everyPage((cursor) => ports.connections.list({ limit: 100, cursor })))
    for (const { id } of page) await reconcileSchedules(id, ports)
}
