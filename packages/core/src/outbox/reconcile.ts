import { changesBetween, type Data, fieldOf, isSame, leafName, leavesOf, valueAtPath, withChanges } from './change-set.ts'
import type { OutboxEntry } from './entry.ts'
import { formOf } from './equal-forms.ts'
import { type Base, type Contested, type EditEvidence, type Merged, merge, type Normalised, type Winner } from './merge.ts'

export type ConflictResolution = 'erp_wins' | 'system_wins' | 'newest_wins' | 'manual'

/** The ERP's version of a record that the system has written too. */
export interface RemoteRecord {
  readonly erpId: string
  /** Content, without volatile fields. */
  readonly data: Data
  /** When the ERP last changed it, by its own clock; null if the ERP does not say. */
  readonly changedAt: string | null
  readonly version: string | null
  /** The fields that an answer to a write has shown; the others in `data` are as we know them. Absent: the whole record was shown. */
  readonly shownFields?: ReadonlySet<string>
}

export interface ReconcileResult {
  readonly entry: OutboxEntry
  /** The record's content from now on. */
  readonly data: Data
  /** The ERP only returned what we had pushed. */
  readonly isEcho: boolean
  /** What a person has to decide; empty without a new conflict. */
  readonly contested: readonly Contested[]
  /** Fields that both sides changed, decided by the strategy: whose value was dropped. */
  readonly overridden: readonly (Contested & { readonly winner: 'erp' | 'system' })[]
  /** The later change won, and the two times are too close to tell which that was. */
  readonly isCloseCall: boolean
  readonly normalised: readonly Normalised[]
  /** Whether changes of both sides were put together without a conflict. */
  readonly isMerged: boolean
}

/** How many reverted hashes an entry keeps. */
const maxRevertedHashes = 9

/** Clocks cannot be compared more closely than this: a server tells its time in whole seconds, and an answer takes a while. */
export const clockUncertaintyMs = 2000

/** How long after the ERP the system changed the record, in milliseconds; null if the ERP does not say when it did. */
const leadOfSystem = ({ changedAt }: OutboxEntry, theirs: RemoteRecord, clockOffsetMs: number): number | null =>
  theirs.changedAt === null ? null : Date.parse(changedAt) - (Date.parse(theirs.changedAt) - clockOffsetMs)

/**
 * Whether the system changed the record after the ERP did. `clockOffsetMs`: how far the ERP's clock is ahead of ours. The ERP wins a tie,
 * and if it does not say when it changed the record.
 */
const isSystemNewer = (entry: OutboxEntry, theirs: RemoteRecord, clockOffsetMs: number): boolean =>
  (leadOfSystem(entry, theirs, clockOffsetMs) ?? 0) > 0

function winnerBy(resolution: ConflictResolution, entry: OutboxEntry, theirs: RemoteRecord, clockOffsetMs: number): Winner {
  if (resolution === 'manual' || entry.status === 'conflict') return 'nobody'
  if (resolution === 'newest_wins') return isSystemNewer(entry, theirs, clockOffsetMs) ? 'system' : 'erp'
  return resolution === 'erp_wins' ? 'erp' : 'system'
}

/** The ERP's clock is told in whole seconds. */
const secondMs = 1000

/** What the version and the change time that the ERP shows say about edits since our latest write. */
function evidenceOf({ written }: OutboxEntry, { version, changedAt }: RemoteRecord): EditEvidence {
  if (written === null) return 'unknown'
  if (written.version !== null && version !== null) return written.version === version ? 'none' : 'some'
  if (written.serverTime === null || changedAt === null) return 'unknown'
  return Date.parse(changedAt) > Date.parse(written.serverTime) + secondMs ? 'some' : 'unknown'
}

/**
 * Reconciles a record that the system has written with what the ERP shows of it. Changes by only one side are merged, `resolution` decides
 * about fields that both have changed, and what we pushed ourselves does not count as a change by the ERP, in whatever form the ERP keeps
 * it. Pure.
 */
export function reconcile(
  before: OutboxEntry,
  ours: Data,
  theirs: RemoteRecord,
  resolution: ConflictResolution,
  clockOffsetMs = 0,
): ReconcileResult {
  const entry = withKnownOutcome(before, theirs)
  const base: Base = entry.base ?? { ours: {}, theirs: {}, unconfirmed: [] }
  const lead = leadOfSystem(entry, theirs, clockOffsetMs)
  const winner = winnerBy(resolution, entry, theirs, clockOffsetMs)
  const merged = merge(base, ours, theirs.data, () => winner, evidenceOf(entry, theirs))
  const isStandOff = entry.status === 'conflict' && entry.conflictReason === 'back_and_forth' && merged.fromErp.length === 0
  const contested = winner === 'nobody' ? merged.contested : []
  const isShownFirst = base.theirs === null
  const unconfirmed = stillUnconfirmed(base, theirs)
  const isChanged = merged.fromErp.length > 0
  const isReverted = isChanged && !isShownFirst && entry.pushed !== null
  const next: OutboxEntry = {
    ...entry,
    erpId: theirs.erpId,
    erpVersion: theirs.version ?? entry.erpVersion,
    base: contested.length > 0 ? merged.openBase : { ...merged.base, unconfirmed },
    isEchoAwaited: false,
    pushed: isReverted ? null : entry.pushed,
    revertedHashes:
      isReverted && entry.pushed !== null ? [...entry.revertedHashes, entry.pushed].slice(-maxRevertedHashes) : entry.revertedHashes,
    written: unconfirmed.length > 0 ? entry.written : null,
    normalised: normalisedAfter(entry, merged),
    ...(isStandOff ? {} : statusAfter(entry, merged.toPush.length > 0, isChanged, contested.length > 0)),
  }
  const decided = winner === 'nobody' ? [] : merged.contested.map((one) => ({ ...one, winner }))
  return {
    entry: next,
    data: merged.data,
    isEcho: entry.isEchoAwaited && (isShownFirst || !isChanged),
    contested,
    overridden: decided,
    isCloseCall: resolution === 'newest_wins' && lead !== null && Math.abs(lead) < clockUncertaintyMs,
    normalised: merged.normalised,
    isMerged: isChanged && merged.toPush.length > 0 && contested.length === 0,
  }
}

/** What we have written and an answer that shows only a part of the record has left out: its form is still not known. */
function stillUnconfirmed({ ours, theirs, unconfirmed }: Base, { shownFields }: RemoteRecord): readonly string[] {
  if (shownFields === undefined) return []
  const waiting = theirs === null ? [...leavesOf(ours).keys()] : unconfirmed
  return waiting.filter((path) => !shownFields.has(fieldOf(path)))
}

/**
 * A value stays known as normalised until somebody changes the field in the ERP. One that the ERP drops, or that the system has replaced
 * before the ERP showed its form, is none that our record has: written again, it is news.
 */
function normalisedAfter({ normalised }: OutboxEntry, { normalised: found, fromErp, data }: Merged): Data {
  const kept = Object.entries(normalised).filter(([path]) => !fromErp.includes(path))
  const ours = found.filter(({ path, shown }) => shown !== undefined && isSame(path, valueAtPath(data, path), shown))
  return Object.fromEntries([...kept, ...ours.map(({ path, sent }) => [path, sent] as const)])
}

function statusAfter(entry: OutboxEntry, isLeft: boolean, isChanged: boolean, isContested: boolean): Partial<OutboxEntry> {
  if (isContested) return { status: 'conflict', conflictReason: 'both_changed', sent: null }
  if (!isLeft) return { status: 'synced', conflictReason: null, sent: null, error: null }
  if (entry.status === 'error' && !isChanged) return {}
  return { status: 'pending', conflictReason: null, error: null }
}

/**
 * If something was sent and never answered, the ERP's record tells whether it arrived, in whatever form. If not, it stays marked as sent, to
 * count attempts.
 */
function withKnownOutcome(entry: OutboxEntry, { data }: RemoteRecord): OutboxEntry {
  const { sent, base } = entry
  if (sent === null) return entry
  const isThere = ([path, value]: readonly [string, unknown]): boolean => {
    const shown = valueAtPath(data, path)
    if (isSame(path, shown, value)) return true
    const isStillOld = isSame(path, shown, valueAtPath(base?.theirs ?? {}, path)) // perhaps a form of ours too, as PO-1 is of PO-12
    return !isStillOld && formOf(leafName(path), value, shown) !== null
  }
  const hasArrived = base === null || [...changesBetween(base.ours, sent.data)].every(isThere)
  return hasArrived ? accepted(entry) : { ...entry, status: 'pending' }
}

/**
 * The ERP has accepted what was sent. Which form it gives the new values is not known until it shows them. Anything the system has changed
 * since still waits to be pushed.
 */
export function accepted(entry: OutboxEntry): OutboxEntry {
  const { sent, base } = entry
  if (sent === null) return entry
  const changes = changesBetween(base?.ours ?? {}, sent.data)
  return {
    ...entry,
    status: entry.revision > sent.revision ? 'pending' : 'synced',
    base: {
      ours: sent.data,
      theirs: base?.theirs ? withChanges(base.theirs, changes) : null,
      unconfirmed: base?.theirs ? [...new Set([...base.unconfirmed, ...changes.keys()])] : [],
    },
    sent: null,
    isEchoAwaited: true,
    pushed: sent.hash,
    error: null,
  }
}
