import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import { mustFindConnector, mustGetConnection } from '../connections/connection-commands.ts'
import { type ConnectorRegistry, directionsOf } from '../connector/connector.ts'
import { AppError } from '../kernel/errors.ts'
import { mergePatch } from '../kernel/merge-patch.ts'
import type { Clock, Ids } from '../kernel/ports.ts'
import { assertKnownFields } from '../mapping/check-fields.ts'
import { FieldMapping, type MappingSettings } from '../mapping/mapping.ts'
import { DataTypeId } from '../records/data-types.ts'
import { CronText, Timezone } from '../schedules/cron.ts'
import { reconcileSchedules, type SchedulePorts } from './reconcile.ts'
import {
  connectionOfSyncConfig,
  covers,
  overlaps,
  type SyncConfig,
  SyncConfigSettings,
  SyncDirection,
  syncConfigIdFor,
} from './sync-config.ts'

export const NewSyncConfig = z
  .object({
    erpConnectionId: z.string().min(1),
    dataType: DataTypeId,
    direction: SyncDirection.default('pull'),
    schedule: CronText.optional(),
    timezone: Timezone.optional(),
    enabled: z.boolean().default(true),
    settings: SyncConfigSettings.prefault({}),
  })
  .meta({ id: 'NewERPSyncConfiguration' })

export const SyncConfigChange = z
  .object({
    schedule: CronText.nullable(),
    timezone: Timezone.nullable(),
    enabled: z.boolean(),
    settings: z
      .strictObject({
        autoSync: z.boolean().nullable(),
        syncInterval: z.int().min(1).max(525_600).nullable(),
        syncOnDemand: z.boolean().nullable(),
        conflictResolution: SyncConfigSettings.shape.conflictResolution.unwrap().nullable(),
        fieldMapping: z.record(FieldMapping.keyType, FieldMapping.valueType.nullable()).nullable(),
        transformations: SyncConfigSettings.shape.transformations.unwrap().nullable(),
        filters: SyncConfigSettings.shape.filters.unwrap().nullable(),
      })
      .partial(),
  })
  .partial()
  .meta({
    id: 'ERPSyncConfigurationChange',
    description:
      'A JSON merge patch (RFC 7396): objects are merged at every depth, null deletes a field or sets it back to its default, and lists are replaced.',
  })

export type SyncConfigChange = z.output<typeof SyncConfigChange>

export interface SyncConfigPorts extends SchedulePorts {
  readonly connectors: ConnectorRegistry
  readonly clock: Clock
  readonly ids: Ids
}

export async function mustGetSyncConfig({ syncConfigs }: Pick<SchedulePorts, 'syncConfigs'>, id: string): Promise<SyncConfig> {
  const connectionId = connectionOfSyncConfig(id)
  const config = connectionId && (await syncConfigs.list(connectionId)).find((one) => one.id === id)
  if (!config) throw new AppError('request.not-found', `There is no sync configuration ${id}`)
  return config
}

/** The configuration with the patch applied, and defaults in place of what it deletes. */
function patched(config: SyncConfig, change: SyncConfigChange, updatedAt: string): SyncConfig {
  const { settings, ...fields } = mergePatch(config, { ...change, updatedAt }) as SyncConfig
  return { ...fields, settings: { ...SyncConfigSettings.parse({}), ...settings } }
}

/** Changes of sync configurations. The schedules follow each change at once. */
export function syncConfigCommands(command: ReturnType<typeof createCommands>, ports: SyncConfigPorts) {
  const { connections, connectors, syncConfigs, clock, ids } = ports

  const create = command({
    action: 'erp_sync_config_created',
    role: 'admin',
    input: NewSyncConfig,
    async run(input) {
      const connection = await mustGetConnection(connections, input.erpConnectionId)
      const connector = mustFindConnector(connectors, connection)
      if (!directionsOf(connector, input.dataType).includes(input.direction)) {
        throw new AppError('connection.not-capable', `${connector.title} cannot ${input.direction} "${input.dataType}"`)
      }
      assertKnownFields(input.dataType, input.settings)
      const now = clock.now().toISOString()
      const made: SyncConfig = { id: syncConfigIdFor(connection.id, ids.random(8)), ...input, createdAt: now, updatedAt: now }
      await syncConfigs.change(connection.id, (before) => {
        const existing = before.find(({ dataType, direction }) => dataType === made.dataType && overlaps(direction, made.direction))
        if (existing) {
          const covered = covers(existing.direction, made.direction) ? 'already does this' : 'already does a part of this'
          const message = `Configuration ${existing.id} (${existing.direction}) of connection "${connection.name}" ${covered}`
          throw new AppError('request.conflict', message)
        }
        return [...before, made]
      })
      await reconcileSchedules(connection.id, ports)
      return {
        output: made,
        target: made.id,
        changes: { erpConnectionId: connection.id, dataType: made.dataType, schedule: made.schedule ?? null },
      }
    },
  })

  const update = command({
    action: 'erp_sync_config_updated',
    role: 'admin',
    input: z.object({ id: z.string(), change: SyncConfigChange }),
    async run({ id, change }) {
      const { erpConnectionId, dataType } = await mustGetSyncConfig(ports, id)
      assertKnownFields(dataType, mergePatch({}, change.settings ?? {}) as MappingSettings)
      const updatedAt = clock.now().toISOString()
      const after = await syncConfigs.change(erpConnectionId, (before) =>
        before.map((config) => (config.id === id ? patched(config, change, updatedAt) : config)),
      )
      await reconcileSchedules(erpConnectionId, ports)
      const output = after.find((config) => config.id === id)
      if (!output) throw new AppError('request.not-found', `Sync configuration ${id} was deleted`)
      return { output, target: id, changes: { ...change } }
    },
  })

  const remove = command({
    action: 'erp_sync_config_deleted',
    role: 'admin',
    input: z.object({ id: z.string() }),
    async run({ id }) {
      const { erpConnectionId, dataType } = await mustGetSyncConfig(ports, id)
      await syncConfigs.change(erpConnectionId, (before) => before.filter((config) => config.id !== id))
      await reconcileSchedules(erpConnectionId, ports)
      return { output: undefined, target: id, changes: { erpConnectionId, dataType } }
    },
  })

  return { create, update, remove }
}
