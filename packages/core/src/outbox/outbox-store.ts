import type { Listing, PageQuery } from '../kernel/listing.ts'
import type { Content } from '../records/content.ts'
import type { DataTypeId } from '../records/data-types.ts'
import type { Reject } from '../records/reject.ts'
import type { Data } from './change-set.ts'
import type { ERPConflict } from './conflict.ts'
import type { OutboxEntry } from './entry.ts'

/** The records of one kind of one connection. */
export interface RecordStream {
  readonly connectionId: string
  readonly dataType: DataTypeId
}

/** A record as it is held, with its entry where the system has written it. */
export interface HeldRecord {
  readonly id: string
  /** Null where there is no such record. */
  readonly data: Data | null
  readonly entry: OutboxEntry | null
  /** Which writing of the entry this is; 0 where there is none. */
  readonly version: number
}

/** A change of one record and its entry. It happens only if the entry is still the one that was read. */
export interface OutboxChange {
  readonly id: string
  /** Of the entry that was read. */
  readonly version: number
  readonly entry: OutboxEntry
  /** The record's new content; null where it stays. */
  readonly content: (Content & { readonly sku?: string | undefined }) | null
  /** A conflict that it has from now on, or one that it has no more. */
  readonly conflict?: { readonly opens: ERPConflict } | { readonly closes: string } | undefined
}

/** The right of a run's holder to write. */
export interface PushClaim extends RecordStream {
  readonly runId: string
  readonly epoch: number
}

/** What became of the changes that a run makes, for its own account. */
export interface PushAccount {
  readonly counts?: PushCounts
  /** What the ERP refused, for the run's list. */
  readonly rejects?: readonly Reject[]
}

export interface PushCounts {
  readonly pushed?: number
  readonly refused?: number
  readonly echoes?: number
  readonly conflicts?: number
  readonly deleted?: number
}

/**
 * The records that the system has written. Every change is one atomic step for all its records, or none: it names the entries that were
 * changed by somebody else meanwhile, and then nothing is written.
 */
export interface OutboxStore {
  /** Whether the system has ever written a record of this stream. */
  isUsed(stream: RecordStream): Promise<boolean>
  read(stream: RecordStream, ids: readonly string[]): Promise<readonly HeldRecord[]>
  /** Of these only what the system has written, by id. */
  readShared(stream: RecordStream, ids: readonly string[]): Promise<ReadonlyMap<string, HeldRecord>>
  /** Our ids of the ERP's; null where a record has the ERP's own. */
  aliases(stream: RecordStream, erpIds: readonly string[]): Promise<readonly (string | null)[]>
  /** By the system. `request.not-found` where the connection is gone. Answers the ids whose entries were others. */
  change(stream: RecordStream, changes: readonly OutboxChange[]): Promise<readonly string[]>
  /** By a run. Fenced: throws `run.superseded` and `run.ended`. */
  changeByRun(claim: PushClaim, changes: readonly OutboxChange[], account: PushAccount): Promise<readonly string[]>
  /** The ids of those that wait to be pushed, longest waiting first. */
  pending(stream: RecordStream, limit: number): Promise<readonly string[]>
  countPending(stream: RecordStream): Promise<number>
  /** The ids of those that were sent and of which nobody knows yet what became, longest waiting first. */
  unsettled(stream: RecordStream, limit: number): Promise<readonly string[]>
  /** Newest first. */
  conflicts(connectionId: string, query: PageQuery): Promise<Listing<ERPConflict>>
  conflict(id: string): Promise<ERPConflict | null>
}
