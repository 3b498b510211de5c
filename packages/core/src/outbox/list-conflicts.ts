import { z } from 'zod'
import type { Listing } from '../kernel/listing.ts'
import type { ERPConflict } from './conflict.ts'
import type { ConflictQuery } from './conflict-store.ts'
import type { ERPForm } from './erp-form.ts'
import type { OutboxStore } from './outbox-store.ts'
import { presentConflict, withErpForms } from './present-conflict.ts'

export const ConflictStatus = z.enum(['open', 'resolved'])
export type ConflictStatus = z.infer<typeof ConflictStatus>

type Conflicts = Pick<OutboxStore, 'openConflicts' | 'decidedConflicts' | 'read' | 'forms'>

/** The open conflicts of all connections, oldest first; or those that were resolved, latest first. */
export async function listConflicts(
  outbox: Conflicts,
  { status = 'open', ...query }: ConflictQuery & { readonly status?: ConflictStatus | undefined },
): Promise<Listing<ERPConflict>> {
  const { items, next } = await (status === 'open' ? outbox.openConflicts(query) : outbox.decidedConflicts(query))
  const connectionIds = [...new Set(items.map(({ erpConnectionId }) => erpConnectionId))]
  const forms = new Map(
    await Promise.all(connectionIds.map(async (id): Promise<[string, readonly ERPForm[]]> => [id, await outbox.forms(id)])),
  )
  const present = async (conflict: ERPConflict): Promise<ERPConflict> => {
    const learnt = forms.get(conflict.erpConnectionId) ?? []
    if (status === 'open') return presentConflict(outbox, conflict, learnt)
    return withErpForms({ ...conflict, kind: conflict.reason, status: 'resolved' }, learnt)
  }
  return { items: await Promise.all(items.map(present)), next }
}
