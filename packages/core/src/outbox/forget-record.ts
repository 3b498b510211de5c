import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import type { ConnectionRepository } from '../connections/connection.ts'
import { mustGetConnection } from '../connections/connection-commands.ts'
import { AppError } from '../kernel/errors.ts'
import { DataTypeId } from '../records/data-types.ts'
import type { OutboxStore } from './outbox-store.ts'

export interface ForgetPorts {
  readonly connections: ConnectionRepository
  readonly outbox: OutboxStore
}

/**
 * Forgets one record here, with a tombstone in the change feed; the ERP is not told. If the ERP still has it, a later sync brings it back.
 * Throws `request.not-found` if there is no such record, and `request.conflict` while its push is under way.
 */
export const forgetCommand = (command: ReturnType<typeof createCommands>, { connections, outbox }: ForgetPorts) =>
  command({
    action: 'erp_record_forgotten',
    role: 'admin',
    input: z.object({ connectionId: z.string(), dataType: DataTypeId, recordId: z.string() }),
    async run({ connectionId, dataType, recordId }) {
      await mustGetConnection(connections, connectionId)
      const stream = { connectionId, dataType }
      for (;;) {
        const [held] = await outbox.read(stream, [recordId])
        if (!held?.data) throw new AppError('request.not-found', `There is no record ${recordId} among the ${dataType} of ${connectionId}`)
        const { version, entry } = held
        if (entry?.status === 'in_flight' || entry?.status === 'uncertain')
          throw new AppError('request.conflict', `${recordId} is being pushed, and the outcome is not known yet. Try again when it is`)
        const conflict = entry?.conflictId ? { closes: entry.conflictId } : undefined
        const stale = await outbox.change(stream, [{ id: recordId, version, erpId: entry?.erpId ?? null, forgets: true, conflict }])
        if (stale.length > 0) continue // someone else has changed it: look again
        return { output: undefined, target: connectionId, changes: { dataType, recordId } }
      }
    },
  })
