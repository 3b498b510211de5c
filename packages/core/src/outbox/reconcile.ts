import { changesBetween, type Data, isSame, valueAtPath, withChanges } from './change-set.ts'
import type { OutboxEntry } from './entry.ts'
import { type Base, type Contested, merge, type Winner } from './merge.ts'

export type ConflictResolution = 'erp_wins' | 'system_wins' | 'newest_wins' | 'manual'

/** The ERP's side of a record that the system has written too. */
export interface RemoteRecord {
  readonly erpId: string
  /** Content, without volatile fields. */
  readonly data: Data
  /** When the ERP last changed it; null where it does not say. */
  readonly changedAt: string | null
  readonly version: string | null
}

export interface ReconcileResult {
  readonly entry: OutboxEntry
  /** The record's content from now on. */
  readonly data: Data
  /** The ERP gave back what we had pushed, and nothing else. */
  readonly isEcho: boolean
  /** What a person has to decide. */
  readonly contested: readonly Contested[]
}

/** So many are kept to know a record by that goes back and forth. */
const turnsKept = 9

/** A tie goes to the ERP, and so does a change whose time it does not tell. */
const isSystemNewer = ({ changedAt }: OutboxEntry, theirs: RemoteRecord): boolean =>
  theirs.changedAt !== null && changedAt > theirs.changedAt

function winnerBy(resolution: ConflictResolution, entry: OutboxEntry, theirs: RemoteRecord): Winner {
  if (resolution === 'manual' || entry.status === 'conflict') return 'nobody'
  if (resolution === 'newest_wins') return isSystemNewer(entry, theirs) ? 'system' : 'erp'
  return resolution === 'erp_wins' ? 'erp' : 'system'
}

/**
 * The ERP shows a record that the system has written too: what only one side changed is merged, what both changed is decided
 * by the resolution, and what we pushed ourselves is no change. Pure.
 */
export function reconcile(before: OutboxEntry, ours: Data, theirs: RemoteRecord, resolution: ConflictResolution): ReconcileResult {
  const entry = withKnownFate(before, theirs)
  const base: Base = entry.base ?? { ours: {}, theirs: {} }
  const winner = winnerBy(resolution, entry, theirs)
  const merged = merge(base, ours, theirs.data, () => winner)
  const contested = winner === 'nobody' ? merged.contested : []
  const isShownFirst = base.theirs === null
  const isChanged = merged.fromErp.length > 0
  const isTurned = isChanged && !isShownFirst && entry.pushed !== null
  const next: OutboxEntry = {
    ...entry,
    erpId: theirs.erpId,
    erpVersion: theirs.version ?? entry.erpVersion,
    base: contested.length > 0 ? base : merged.base, // a person decides about what both last agreed on
    isEchoAwaited: false,
    pushed: isTurned ? null : entry.pushed,
    turns: isTurned && entry.pushed !== null ? [...entry.turns, entry.pushed].slice(-turnsKept) : entry.turns,
    ...statusAfter(entry, merged.toPush.length > 0, isChanged, contested.length > 0),
  }
  return { entry: next, data: merged.data, isEcho: entry.isEchoAwaited && (isShownFirst || !isChanged), contested }
}

function statusAfter(entry: OutboxEntry, isLeft: boolean, isChanged: boolean, isContested: boolean): Partial<OutboxEntry> {
  if (isContested) return { status: 'conflict', sent: null }
  if (!isLeft) return { status: 'synced', sent: null, error: null }
  if (entry.status === 'error' && !isChanged) return {}
  return { status: 'pending', error: null }
}

/** Of what was sent and never answered, the ERP's own record tells whether it came. What did not stays known as sent: attempts are counted. */
function withKnownFate(entry: OutboxEntry, { data }: RemoteRecord): OutboxEntry {
  const { sent, base } = entry
  if (sent === null) return entry
  const came = base === null || [...changesBetween(base.ours, sent.data)].every(([path, value]) => isSame(valueAtPath(data, path), value))
  return came ? accepted(entry) : { ...entry, status: 'pending' }
}

/** The ERP has what was sent. What the system changed meanwhile is still to be pushed. */
export function accepted(entry: OutboxEntry): OutboxEntry {
  const { sent, base } = entry
  if (sent === null) return entry
  const expected = base?.theirs ? withChanges(base.theirs, changesBetween(base.ours, sent.data)) : null
  return {
    ...entry,
    status: entry.revision > sent.revision ? 'pending' : 'synced',
    base: { ours: sent.data, theirs: expected },
    sent: null,
    isEchoAwaited: true,
    pushed: sent.hash,
    error: null,
  }
}
