import { changesBetween, type Data, isSame, valueAtPath, withChanges } from './change-set.ts'
import type { OutboxEntry } from './entry.ts'
import { type Base, type Contested, merge, type Winner } from './merge.ts'

export type ConflictResolution = 'erp_wins' | 'system_wins' | 'newest_wins' | 'manual'

/** The ERP's version of a record that the system has written too. */
export interface RemoteRecord {
  readonly erpId: string
  /** Content, without volatile fields. */
  readonly data: Data
  /** When the ERP last changed it; null if the ERP does not say. */
  readonly changedAt: string | null
  readonly version: string | null
}

export interface ReconcileResult {
  readonly entry: OutboxEntry
  /** The record's content from now on. */
  readonly data: Data
  /** The ERP only returned what we had pushed. */
  readonly isEcho: boolean
  /** What a person has to decide; empty without a conflict. */
  readonly contested: readonly Contested[]
}

/** How many reverted hashes an entry keeps. */
const maxRevertedHashes = 9

/** The ERP wins a tie, and if it does not say when it changed the record. */
const isSystemNewer = ({ changedAt }: OutboxEntry, theirs: RemoteRecord): boolean =>
  theirs.changedAt !== null && changedAt > theirs.changedAt

function winnerBy(resolution: ConflictResolution, entry: OutboxEntry, theirs: RemoteRecord): Winner {
  if (resolution === 'manual' || entry.status === 'conflict') return 'nobody'
  if (resolution === 'newest_wins') return isSystemNewer(entry, theirs) ? 'system' : 'erp'
  return resolution === 'erp_wins' ? 'erp' : 'system'
}

/**
 * Reconciles a record that the system has written with what the ERP shows of it. Changes by only one side are merged, `resolution` decides
 * about fields that both have changed, and what we pushed ourselves does not count as a change by the ERP. Pure.
 */
export function reconcile(before: OutboxEntry, ours: Data, theirs: RemoteRecord, resolution: ConflictResolution): ReconcileResult {
  const entry = withKnownOutcome(before, theirs)
  const base: Base = entry.base ?? { ours: {}, theirs: {} }
  const winner = winnerBy(resolution, entry, theirs)
  const merged = merge(base, ours, theirs.data, () => winner)
  const contested = winner === 'nobody' ? merged.contested : []
  const isShownFirst = base.theirs === null
  const isChanged = merged.fromErp.length > 0
  const isReverted = isChanged && !isShownFirst && entry.pushed !== null
  const next: OutboxEntry = {
    ...entry,
    erpId: theirs.erpId,
    erpVersion: theirs.version ?? entry.erpVersion,
    base: contested.length > 0 ? base : merged.base, // the person who decides needs the last agreed values
    isEchoAwaited: false,
    pushed: isReverted ? null : entry.pushed,
    revertedHashes:
      isReverted && entry.pushed !== null ? [...entry.revertedHashes, entry.pushed].slice(-maxRevertedHashes) : entry.revertedHashes,
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

/** If something was sent and never answered, the ERP's record tells whether it arrived. If not, it stays marked as sent, to count attempts. */
function withKnownOutcome(entry: OutboxEntry, { data }: RemoteRecord): OutboxEntry {
  const { sent, base } = entry
  if (sent === null) return entry
  const hasArrived =
    base === null || [...changesBetween(base.ours, sent.data)].every(([path, value]) => isSame(valueAtPath(data, path), value))
  return hasArrived ? accepted(entry) : { ...entry, status: 'pending' }
}

/** The ERP has accepted what was sent. Anything the system has changed since still waits to be pushed. */
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
