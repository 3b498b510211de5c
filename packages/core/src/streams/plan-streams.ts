import type { Connection } from '../connections/connection.ts'
import { type Connector, directionsOf } from '../connector/connector.ts'
import type { DataTypeId } from '../records/data-types.ts'
import type { ScheduleDirection } from '../schedules/slot.ts'
import { covers, type SyncConfig, type SyncDirection } from '../sync-configs/sync-config.ts'

/** One direction in which a data type of a connection is, or can be, synced. */
export interface StreamPlan {
  readonly connectionId: string
  readonly dataType: DataTypeId
  readonly direction: SyncDirection
  readonly config: SyncConfig | undefined
  /** Whether `settings.freshness` applies to it: it is configured, or the only direction that is of use without a configuration. */
  readonly isMain: boolean
}

export const laneOfStream = ({ direction }: Pick<StreamPlan, 'direction'>): ScheduleDirection | undefined =>
  direction === 'push' ? 'push' : undefined

/**
 * The streams of a connection: what is configured, what can be pulled, and what can be pushed if records were written for it, as
 * `isWritten` says. `connector` is undefined if it is not installed.
 */
export function planStreams(
  { id: connectionId, settings }: Pick<Connection, 'id' | 'settings'>,
  configs: readonly SyncConfig[],
  connector: Connector | undefined,
  isWritten: (dataType: DataTypeId) => boolean,
): readonly StreamPlan[] {
  return settings.enabledDataTypes.flatMap((dataType) => {
    const own = configs.filter((config) => config.dataType === dataType)
    const possible = connector ? directionsOf(connector, dataType) : []
    const isOpen = (direction: SyncDirection) => possible.includes(direction) && !own.some((config) => covers(config.direction, direction))
    const pulls = isOpen('pull') ? (['pull'] as const) : []
    const isOnlyPush = own.length === 0 && pulls.length === 0
    const pushes = isOpen('push') && (isOnlyPush || isWritten(dataType)) ? (['push'] as const) : []
    return [
      ...own.map((config) => ({ connectionId, dataType, direction: config.direction, config, isMain: true })),
      ...pulls.map((direction) => ({ connectionId, dataType, direction, config: undefined, isMain: true })),
      ...pushes.map((direction) => ({ connectionId, dataType, direction, config: undefined, isMain: isOnlyPush })),
    ]
  })
}
