import { type Data, isSame } from './change-set.ts'
import { maxReferenceLength, type OutboxEntry } from './entry.ts'
import type { HeldRecord } from './held-record.ts'

/** How often the ERP may revert the same content before the record becomes a conflict. */
export const maxReverts = 3

/** The outbox entry after a change by the system; null if nothing changed. `backAndForth`: the ERP has reverted this very content too often. */
export type ChangedLocally = { readonly entry: OutboxEntry; readonly backAndForth: boolean } | null

export interface LocalChange {
  /** The record's content before the change (null: a new record) and after it, without volatile fields. */
  readonly before: Data | null
  readonly after: Data
  /** Of the content after. */
  readonly hash: string
  /** When the system changed it: ISO 8601, UTC. */
  readonly changedAt: string
  readonly reference: string
}

/**
 * Applies a write by the system to a record's outbox entry, so that the record waits to be pushed. A write that changes no content has no
 * effect, so a platform may post back what it read from the change feed without starting a loop; only a record that the ERP has refused
 * is then tried again.
 */
export function changeLocally({ id, entry }: Pick<HeldRecord, 'id' | 'entry'>, change: LocalChange): ChangedLocally {
  const { before, after, hash, changedAt } = change
  const isNew = before === null || !isSame(before, after)
  if (!isNew && entry?.status !== 'error') return null
  if (entry === null) return { entry: firstEntry(id, change), backAndForth: false }

  const next = { ...entry, revision: entry.revision + 1, changedAt, error: null }
  const backAndForth = entry.revertedHashes.filter((reverted) => reverted === hash).length >= maxReverts
  if (entry.status === 'in_flight' || entry.status === 'uncertain' || entry.status === 'conflict')
    return { entry: next, backAndForth: false }
  return { entry: { ...next, status: 'pending' }, backAndForth }
}

/** The entry for the system's first write of a record, which is new or came from the ERP. */
function firstEntry(id: string, { before, changedAt, reference }: LocalChange): OutboxEntry {
  return {
    status: 'pending',
    source: before === null ? 'system' : 'erp',
    erpId: before === null ? null : id,
    erpVersion: null,
    reference: reference.slice(0, maxReferenceLength),
    revision: 1,
    changedAt,
    base: before === null ? null : { ours: before, theirs: before },
    sent: null,
    isEchoAwaited: false,
    pushed: null,
    revertedHashes: [],
    error: null,
    conflictId: null,
  }
}
