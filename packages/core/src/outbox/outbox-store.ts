import type { Content } from '../records/content.ts'
import type { Reject } from '../records/reject.ts'
import type { ERPConflict } from './conflict.ts'
import type { ConflictStore } from './conflict-store.ts'
import type { NewDecision } from './decision.ts'
import type { OutboxEntry } from './entry.ts'
import type { ERPForm } from './erp-form.ts'
import type { HeldRecord, RecordStream } from './held-record.ts'

/** A change of one record and its entry. It is applied only if the entry still has the version that was read. */
export type OutboxChange = EntryChange | ForgottenRecord

/** Takes a record and its entry away, with a tombstone in the change feed. */
export interface ForgottenRecord {
  readonly id: string
  /** Of the entry that was read. */
  readonly version: number
  readonly erpId: string | null
  readonly forgets: true
  readonly conflict?: ClosedConflict | undefined
  readonly pushed?: never
}

export interface EntryChange {
  readonly id: string
  /** Of the entry that was read. */
  readonly version: number
  readonly entry: OutboxEntry
  readonly forgets?: never
  /** The record's new content; null leaves it as it is. */
  readonly content: (Content & { readonly sku?: string | undefined }) | null
  /** Opens a conflict for the record, or closes the one with this id. */
  readonly conflict?: { readonly opens: ERPConflict } | ClosedConflict | undefined
  /** The ERP has accepted what was sent. */
  readonly pushed?: true
  /** Why the answer did not tell that, if the ERP had to be asked. */
  readonly foundDespite?: string | undefined
}

export interface ClosedConflict {
  /** The id of the conflict. */
  readonly closes: string
  /** Who decided, and how; absent if nobody had to. */
  readonly decision?: NewDecision
}

/** The right of the worker that holds a run to write to the outbox. */
export interface PushClaim extends RecordStream {
  readonly runId: string
  readonly epoch: number
}

/** What a run adds to its own log in the same step as its changes. */
export interface PushAccount {
  readonly counts?: PushCounts
  /** What the ERP refused. */
  readonly rejects?: readonly Reject[]
}

export interface PushCounts {
  readonly pushed?: number
  readonly refused?: number
  readonly echoes?: number
  readonly conflicts?: number
  readonly deleted?: number
  readonly merged?: number
  readonly overridden?: number
}

export interface Backlog {
  /** Records that wait to be pushed. */
  readonly waiting: number
  /** Records that the ERP has refused. */
  readonly refused: number
  /** Records whose conflict waits for a person. */
  readonly conflicts: number
  /** Records that were rejected when they were last read. */
  readonly openRejects: number
}

/**
 * The records that the system has written. Each call that changes records applies all its changes in one atomic step, or none of them: if
 * someone else has changed any of the entries since they were read, it writes nothing and returns the ids of those entries.
 */
export interface OutboxStore extends ConflictStore {
  /** Whether the system has ever written a record of this stream. */
  isUsed(stream: RecordStream): Promise<boolean>
  read(stream: RecordStream, ids: readonly string[]): Promise<readonly HeldRecord[]>
  /** Those of the records that the system has written, by id. */
  readShared(stream: RecordStream, ids: readonly string[]): Promise<ReadonlyMap<string, HeldRecord>>
  /** Our id for each id of the ERP; null if the record is stored under the ERP's own id. */
  aliases(stream: RecordStream, erpIds: readonly string[]): Promise<readonly (string | null)[]>
  /** A change by the system. Throws `request.not-found` if the connection was deleted. */
  change(stream: RecordStream, changes: readonly OutboxChange[]): Promise<readonly string[]>
  /** A change by a run. Throws `run.superseded` or `run.ended` if the claim is lost. */
  changeByRun(claim: PushClaim, changes: readonly OutboxChange[], account: PushAccount): Promise<readonly string[]>
  /**
   * Resolves when everything written to the stream so far would outlive a failover to a replica: true if there are replicas, false if there
   * are none. Throws `store.unavailable` if no replica acknowledges in time.
   */
  replicated(stream: RecordStream): Promise<boolean>
  /** The ids of the records that wait to be pushed, longest waiting first. */
  pending(stream: RecordStream, limit: number): Promise<readonly string[]>
  countPending(stream: RecordStream): Promise<number>
  /** How much waits in all connections. Costs the same, however many there are. */
  totalBacklog(): Promise<Backlog>
  /** Counts anew how much waits in a connection, and finds its conflicts for the list over all connections. */
  recountBacklog(connectionId: string): Promise<void>
  /** Takes connections that were deleted meanwhile out of the total. */
  forgetLostBacklogs(): Promise<void>
  /** The ids of the records that were sent and whose outcome is unknown, longest waiting first. */
  unsettled(stream: RecordStream, limit: number): Promise<readonly string[]>
  /** Keeps what the ERP was seen to do to fields, the latest for each field. Writes nothing if the connection was deleted. */
  learnForms(stream: RecordStream, forms: readonly ERPForm[]): Promise<void>
  /** In the order of the data types and fields. */
  forms(connectionId: string): Promise<readonly ERPForm[]>
}
