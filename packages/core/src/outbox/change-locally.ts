import { type Data, isSame } from './change-set.ts'
import { maxReferenceLength, type OutboxEntry } from './entry.ts'
import type { HeldRecord } from './outbox-store.ts'

/** So often may each side undo the other's change. */
export const maxReverts = 3

/** What a change by the system makes of a record; null where it changes nothing. `backAndForth`: the ERP has undone the very same change too often. */
export type ChangedLocally = { readonly entry: OutboxEntry; readonly backAndForth: boolean } | null

export interface LocalChange {
  /** The record's content before (null: there is none) and after, without volatile fields. */
  readonly before: Data | null
  readonly after: Data
  /** Names the content after. */
  readonly hash: string
  /** When the system changed it: ISO 8601, UTC. */
  readonly changedAt: string
  readonly reference: string
}

/**
 * The system writes a record: from now on it waits to be pushed. What says nothing new is no change, so that a platform may post back
 * what it read from the change feed without starting a loop. One that the ERP refused is tried again, changed or not.
 */
export function changeLocally({ id, entry }: Pick<HeldRecord, 'id' | 'entry'>, change: LocalChange): ChangedLocally {
  const { before, after, hash, changedAt } = change
  const isNew = before === null || !isSame(before, after)
  if (!isNew && entry?.status !== 'error') return null
  if (entry === null) return { entry: begun(id, change), backAndForth: false }

  const next = { ...entry, revision: entry.revision + 1, changedAt, error: null }
  const backAndForth = entry.turns.filter((turn) => turn === hash).length >= maxReverts
  if (entry.status === 'in_flight' || entry.status === 'uncertain' || entry.status === 'conflict')
    return { entry: next, backAndForth: false }
  return { entry: { ...next, status: 'pending' }, backAndForth }
}

/** The first that the system has to say about a record: a new one, or one that came from the ERP. */
function begun(id: string, { before, changedAt, reference }: LocalChange): OutboxEntry {
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
    turns: [],
    error: null,
    conflictId: null,
  }
}
