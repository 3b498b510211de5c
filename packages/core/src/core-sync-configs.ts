import type { createCommands } from './audit/command.ts'
import { mustGetConnection } from './connections/connection-commands.ts'
import type { OutboxStore } from './outbox/outbox-store.ts'
import { countSettleable, settleCommand } from './outbox/settle-conflicts.ts'
import { readSyncConfigs } from './runs/read-sync-configs.ts'
import type { RunStore } from './runs/run-store.ts'
import { readSlots, type SlotRange } from './schedules/slot.ts'
import { laneOf } from './sync-configs/reconcile.ts'
import { readRevisions } from './sync-configs/revisions.ts'
import { mustGetSyncConfig, type SyncConfigPorts, syncConfigCommands } from './sync-configs/sync-config-commands.ts'

export interface CoreSyncConfigPorts extends SyncConfigPorts {
  readonly outbox: OutboxStore
  readonly runs: RunStore
}

/** What the outside may ask of sync configurations. */
export function coreSyncConfigs(command: ReturnType<typeof createCommands>, ports: CoreSyncConfigPorts) {
  const { connections, syncConfigs, slots, clock } = ports
  const commands = syncConfigCommands(command, ports)
  const withState = readSyncConfigs(ports)
  return {
    create: async (...args: Parameters<typeof commands.create>) => withState(await commands.create(...args)),
    /** A changed strategy is answered with the number of open conflicts that it would settle. */
    async update(...args: Parameters<typeof commands.update>) {
      const config = await commands.update(...args)
      const { erpConnectionId, dataType, settings } = config
      const shown = await withState(config)
      if (args[1].change.settings?.conflictResolution === undefined) return shown
      return { ...shown, settleableConflicts: await countSettleable(erpConnectionId, dataType, settings.conflictResolution, ports.outbox) }
    },
    replace: async (...args: Parameters<typeof commands.replace>) => withState(await commands.replace(...args)),
    /** What the configuration is and was, newest first: the last 50 states. */
    revisions: async (id: string) => readRevisions(await mustGetSyncConfig(ports, id), ports),
    settleConflicts: settleCommand(command, ports),
    remove: commands.remove,
    get: async (id: string) => withState(await mustGetSyncConfig(ports, id)),
    /** What became of each time at which it was due since it was created. */
    async slots(id: string, range: SlotRange) {
      const config = await mustGetSyncConfig(ports, id)
      const { erpConnectionId, dataType, createdAt } = config
      const from = range.from === undefined || range.from < createdAt ? createdAt : range.from
      return readSlots({ connectionId: erpConnectionId, dataType, lane: laneOf(config) }, { ...range, from }, slots, clock.now())
    },
    async list(connectionId: string) {
      await mustGetConnection(connections, connectionId)
      return Promise.all((await syncConfigs.list(connectionId)).map(withState))
    },
  }
}
