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
import { etagOfConfig, matchesRevision } from './revisions.ts'
import {
  connectionOfSyncConfig,
  covers,
  overlaps,
  PausedUntil,
  type SyncConfig,
  SyncConfigContent,
  SyncConfigSettings,
  SyncDirection,
  syncConfigIdFor,
  withContent,
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
    pausedUntil: PausedUntil.nullable(),
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
function patched(config: SyncConfig, change: SyncConfigChange): SyncConfig {
  const { settings, ...fields } = mergePatch(config, change) as SyncConfig
  return { ...fields, settings: { ...SyncConfigSettings.parse({}), ...settings } }
}

/** Changes of sync configurations. The schedules follow each change at once. */
export function syncConfigCommands(command: ReturnType<typeof createCommands>, ports: SyncConfigPorts) {
  const { connections, connectors, syncConfigs, clock, ids } = ports

  const create = command({
    action: 'erp_sync_config_created',
    role: 'admin',
    input: NewSyncConfig,
    async run(input, caller) {
      const connection = await mustGetConnection(connections, input.erpConnectionId)
      const connector = mustFindConnector(connectors, connection)
      if (!directionsOf(connector, input.dataType).includes(input.direction)) {
        throw new AppError('connection.not-capable', `${connector.title} cannot ${input.direction} "${input.dataType}"`)
      }
      assertKnownFields(input.dataType, input.settings)
      const now = clock.now().toISOString()
      const made: SyncConfig = {
        id: syncConfigIdFor(connection.id, ids.random(8)),
        ...input,
        createdAt: now,
        updatedAt: now,
        updatedBy: caller.id,
        revision: 1,
      }
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

  /** Replaces a configuration by the result of `change`, as its next revision. Throws `request.stale` if it is not the one of `ifMatch`. */
  async function changeStored(id: string, by: string, ifMatch: string | undefined, change: (before: SyncConfig) => SyncConfig) {
    const { erpConnectionId } = await mustGetSyncConfig(ports, id)
    const updatedAt = clock.now().toISOString()
    const after = await syncConfigs.change(erpConnectionId, (all) =>
      all.map((config) => {
        if (config.id !== id) return config
        if (ifMatch !== undefined && !matchesRevision(ifMatch, config))
          throw new AppError(
            'request.stale',
            `Sync configuration ${id} was changed by someone else; its ETag is now ${etagOfConfig(config)}`,
          )
        return { ...change(config), updatedAt, updatedBy: by, revision: config.revision + 1 }
      }),
    )
    await reconcileSchedules(erpConnectionId, ports)
    const output = after.find((config) => config.id === id)
    if (!output) throw new AppError('request.not-found', `Sync configuration ${id} was deleted`)
    return output
  }

  const update = command({
    action: 'erp_sync_config_updated',
    role: 'admin',
    input: z.object({ id: z.string(), change: SyncConfigChange, ifMatch: z.string().optional() }),
    async run({ id, change, ifMatch }, caller) {
      const { dataType } = await mustGetSyncConfig(ports, id)
      assertKnownFields(dataType, mergePatch({}, change.settings ?? {}) as MappingSettings)
      const output = await changeStored(id, caller.id, ifMatch, (before) => patched(before, change))
      return { output, target: id, changes: { ...change } }
    },
  })

  const replace = command({
    action: 'erp_sync_config_updated',
    role: 'admin',
    input: z.object({ id: z.string(), content: SyncConfigContent, ifMatch: z.string().optional() }),
    async run({ id, content, ifMatch }, caller) {
      const { dataType } = await mustGetSyncConfig(ports, id)
      assertKnownFields(dataType, content.settings)
      const output = await changeStored(id, caller.id, ifMatch, (before) => withContent(before, content))
      return { output, target: id, changes: { ...content } }
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

  return { create, update, replace, remove }
}
