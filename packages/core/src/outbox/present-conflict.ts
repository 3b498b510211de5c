import { withoutVolatile } from '../records/content.ts'
import { dataTypes } from '../records/data-types.ts'
import { valueAtPath } from './change-set.ts'
import type { ERPConflict } from './conflict.ts'
import type { OutboxStore } from './outbox-store.ts'

/** A conflict with the system's side as it is now: the system may have written the record again since the conflict was found. */
export async function withPresentSystem(outbox: Pick<OutboxStore, 'read'>, conflict: ERPConflict): Promise<ERPConflict> {
  const { erpConnectionId: connectionId, dataType, recordId } = conflict
  const [held] = await outbox.read({ connectionId, dataType }, [recordId])
  if (!held?.data || held.entry?.conflictId !== conflict.id) return conflict
  const data = withoutVolatile(dataTypes[dataType], held.data)
  return {
    ...conflict,
    kind: conflict.reason,
    fields: conflict.fields.map((field) => ({ ...field, system: valueAtPath(data, field.path) ?? null })),
    system: { changedAt: held.entry.changedAt, data },
  }
}
