import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import { AppError } from '../kernel/errors.ts'
import type { Clock } from '../kernel/ports.ts'
import type { DataTypeId } from '../records/data-types.ts'
import { mustGetSyncConfig, type SyncConfigPorts } from '../sync-configs/sync-config-commands.ts'
import type { ERPConflict } from './conflict.ts'
import type { OutboxStore } from './outbox-store.ts'
import { presentConflict } from './present-conflict.ts'
import type { ConflictResolution } from './reconcile.ts'
import { changeThatResolves, type Decision } from './resolve-conflict.ts'

export const SettledConflicts = z
  .object({
    settled: z.int().describe('Conflicts that the strategy has decided.'),
    left: z.int().describe('Conflicts of this data type that still wait for a person.'),
  })
  .meta({ id: 'SettledConflicts' })

export interface SettlePorts extends Pick<SyncConfigPorts, 'syncConfigs'> {
  readonly clock: Clock
  readonly outbox: OutboxStore
}

/**
 * Whose side a strategy would take in an open conflict; null if only a person can decide: nobody knows when a record was deleted, and a record
 * that goes back and forth would go on.
 */
export function winnerOf({ reason, erp, system }: ERPConflict, resolution: ConflictResolution): 'erp' | 'system' | null {
  if (resolution === 'manual' || reason === 'back_and_forth') return null
  if (resolution === 'erp_wins') return 'erp'
  if (resolution === 'system_wins') return 'system'
  if (reason === 'deleted_in_erp') return null
  return erp.changedAt !== null && Date.parse(system.changedAt) > Date.parse(erp.changedAt) ? 'system' : 'erp'
}

const pageSize = 100

/** The open conflicts of a data type as they are now, newest first. */
async function* openConflicts(connectionId: string, dataType: DataTypeId, outbox: OutboxStore): AsyncGenerator<ERPConflict> {
  let cursor: string | undefined
  do {
    const { items, next } = await outbox.conflicts(connectionId, { limit: pageSize, cursor })
    for (const conflict of items) if (conflict.dataType === dataType) yield presentConflict(outbox, conflict, [])
    cursor = next ?? undefined
  } while (cursor !== undefined)
}

/** How many open conflicts a strategy would settle. */
export async function countSettleable(
  connectionId: string,
  dataType: DataTypeId,
  resolution: ConflictResolution,
  outbox: OutboxStore,
): Promise<number> {
  let count = 0
  for await (const conflict of openConflicts(connectionId, dataType, outbox)) if (winnerOf(conflict, resolution) !== null) count += 1
  return count
}

/** Settles the open conflicts that the present strategy of a sync configuration decides, as if it had been in force when they were found. */
export const settleCommand = (command: ReturnType<typeof createCommands>, ports: SettlePorts) =>
  command({
    action: 'erp_conflict_resolved',
    role: 'operator',
    input: z.object({ syncConfigId: z.string() }),
    async run({ syncConfigId }, caller) {
      const { erpConnectionId, dataType, settings } = await mustGetSyncConfig(ports, syncConfigId)
      let settled = 0
      let left = 0
      for await (const conflict of openConflicts(erpConnectionId, dataType, ports.outbox)) {
        const winner = winnerOf(conflict, settings.conflictResolution)
        if (winner !== null && (await settle(conflict, { how: 'strategy', by: caller.id, winner }, ports))) settled += 1
        else left += 1
      }
      return {
        output: { settled, left },
        target: syncConfigId,
        changes: { erpConnectionId, dataType, strategy: settings.conflictResolution, settled, left },
      }
    },
  })

/** False if the record has changed in the meantime, or if the side's values make no valid record. */
async function settle(conflict: ERPConflict, decision: Decision, { outbox, clock }: SettlePorts): Promise<boolean> {
  const { id, erpConnectionId: connectionId, dataType, recordId } = conflict
  const stream = { connectionId, dataType }
  const [held] = await outbox.read(stream, [recordId])
  if (!held?.data || held.entry?.conflictId !== id) return false
  try {
    return (await outbox.change(stream, [changeThatResolves(conflict, held, decision, clock.now())])).length === 0
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'request.invalid') return false
    throw thrown
  }
}
