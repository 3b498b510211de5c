import { changesBetween, type Data, isSame, valueAtPath, withChanges } from './change-set.ts'
import { maxReferenceLength, neverSent, type OutboxEntry } from './entry.ts'
import type { HeldRecord } from './held-record.ts'

/** How often the ERP may revert the same content before the record becomes a conflict. */
export const maxReverts = 3

/** The outbox entry after a change by the system; null if nothing changed. `backAndForth`: the ERP has reverted this very content too often. */
export type ChangedLocally = { readonly entry: OutboxEntry; readonly backAndForth: boolean; readonly endsConflict: boolean } | null

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
 * The content of a write without what says nothing new: a value in another form (2.50 for 2.5), lines in another order, and a value that
 * the ERP keeps in a form of its own, written once more as it was written before.
 */
export function withoutRepeats(before: Data, after: Data, normalised: Data = {}): Data {
  const changes = changesBetween(before, after)
  const repeated = [...changes].filter(([path, value]) => Object.hasOwn(normalised, path) && isSame(path, normalised[path], value))
  for (const [path] of repeated) changes.delete(path)
  return changes.size === 0 ? before : withChanges(before, changes)
}

/**
 * Applies a write by the system to a record's outbox entry, so that the record waits to be pushed. A write that says nothing new has no
 * effect, so a platform may post back what it read from the change feed without starting a loop; only a record that the ERP has refused
 * is then tried again. A record that goes back and forth stays a conflict until the system writes something else.
 */
export function changeLocally({ id, entry }: Pick<HeldRecord, 'id' | 'entry'>, change: LocalChange): ChangedLocally {
  const { before, after, hash, changedAt } = change
  const isNew = before === null || changesBetween(before, after).size > 0
  if (!isNew && entry?.status !== 'error') return null
  if (entry === null) return { entry: firstEntry(id, change), backAndForth: false, endsConflict: false }

  const normalised = Object.fromEntries(
    Object.entries(entry.normalised).filter(
      ([path]) => before !== null && isSame(path, valueAtPath(before, path), valueAtPath(after, path)),
    ),
  )
  const next = { ...entry, revision: entry.revision + 1, changedAt, error: null, normalised }
  const backAndForth = entry.revertedHashes.filter((reverted) => reverted === hash).length >= maxReverts
  const isStandOff = entry.status === 'conflict' && entry.conflictReason === 'back_and_forth'
  if (isStandOff && !backAndForth)
    return { entry: { ...next, status: 'pending', conflictId: null, conflictReason: null }, backAndForth: false, endsConflict: true }
  if (entry.status === 'in_flight' || entry.status === 'uncertain' || entry.status === 'conflict')
    return { entry: next, backAndForth: false, endsConflict: false }
  return { entry: { ...next, status: 'pending' }, backAndForth, endsConflict: false }
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
    base: before === null ? null : { ours: before, theirs: before, unconfirmed: [] },
    ...neverSent,
  }
}
