import type { Listing, PageQuery } from '../kernel/listing.ts'
import type { OutboxChange } from '../outbox/outbox-store.ts'
import type { DataTypeId } from '../records/data-types.ts'
import type { Reject } from '../records/reject.ts'
import type { Checkpoint, Counts, Run, RunError, RunStatus } from './run.ts'
import type { ERPSyncStatistics } from './statistics.ts'
import type { RunEntry } from './sync-log.ts'

export interface RunQuery extends PageQuery {
  readonly erpConnectionId?: string | undefined
  readonly dataType?: DataTypeId | undefined
  readonly status?: RunStatus | undefined
  /** Begun at this time or later: ISO 8601. */
  readonly since?: string | undefined
  readonly until?: string | undefined
}

/** A worker's right to write for a run: void as soon as another claims the run or somebody ends it. */
export interface Claim extends Pick<Run, 'connectionId' | 'dataType' | 'dryRun'> {
  readonly runId: string
  readonly epoch: number
}

/** `losses`: how many holders in a row died on it without storing a page. */
export type ClaimOutcome =
  | { readonly kind: 'claimed'; readonly claim: Claim; readonly run: Run; readonly losses: number }
  /** As many runs of this connection work as may; it is woken when one of them leaves. */
  | { readonly kind: 'parked' }
  | { readonly kind: 'ended' }

/** One valid record on its way into the store, which decides by the hash whether it is created, updated or unchanged. */
export interface RecordChange {
  readonly id: string
  /** Names the row that it was made of; empty where that has no name. */
  readonly row: string
  readonly hash: string
  readonly json: string
  /** Inventory only: finds the record by its SKU. */
  readonly sku?: string | undefined
}

/** The records of a page that the system has written too. */
export interface MergedRecords {
  readonly changes: readonly OutboxChange[]
  readonly updated: number
  readonly unchanged: number
  /** Of the unchanged: what we had pushed ourselves, and came back. */
  readonly echoes: number
  /** What now waits for a person. */
  readonly conflicts: number
  /** What was sent and never answered, and is there. */
  readonly pushed: number
}
export const nothingMerged: MergedRecords = { changes: [], updated: 0, unchanged: 0, echoes: 0, conflicts: 0, pushed: 0 }

/** A row that is believed to have made the record that is stored. */
export interface KnownRow {
  readonly id: string
  readonly row: string
}

/** A page that reads everything, by the name of all that it was made of. */
export interface PageFingerprint {
  readonly name: string
  /** What is kept under the name, so that the page is known when it comes again; null: it is believed to be the one that is kept. */
  readonly rows: readonly KnownRow[] | null
}

export interface PageWrite {
  /** The page's number, from 1. A page that is stored already is not stored again. */
  readonly page: number
  readonly records: readonly RecordChange[]
  /** No id is among them twice, nor among the records. */
  readonly known: readonly KnownRow[]
  /** Null where it cannot be known as a whole. */
  readonly named: PageFingerprint | null
  readonly merged: MergedRecords
  readonly rejects: readonly Reject[]
  readonly read: number
  readonly filtered: number
  /** Whether what was seen is marked: everything is being read, and what is not seen is gone. */
  readonly marks: boolean
  readonly cursor: string | null
  readonly complete: boolean
  /** Whether there is more than the pull shows. */
  readonly partial: boolean
  readonly total: number | null
  readonly highWater: string | null
  readonly serverTime: string | null
  readonly since: string | null
}

/** What became of a page. */
export type PageOutcome =
  /** `isKept`: the page of this number had this name before. */
  | ({ readonly kind: 'stored'; readonly isKept: boolean } & PageResult)
  /** Nothing is stored: the system has written one of its records since they were merged. */
  | { readonly kind: 'merge' }
  /** Nothing is stored: these of the rows that were believed to be known are not, by their place among them. Null: the page is not. */
  | { readonly kind: 'unknown'; readonly at: readonly number[] | null }

export interface PageResult {
  readonly counts: Counts
  readonly checkpoint: Checkpoint
}

/**
 * The runs and what they do to the store. Every write by a worker is fenced: it carries the worker's claim and
 * throws `run.superseded` when another worker holds the run by now, `run.ended` when somebody ended it.
 */
export interface RunStore {
  /**
   * Stores a new run as the one of its connection and data type. Answers that run, or the one that waits or works
   * already, and how many of the connection wait to begin before it. `request.not-found` where the connection is gone.
   */
  create(run: Run): Promise<{ readonly run: Run; readonly ahead: number }>
  /** The last one of this direction; null before the first, and when it is forgotten. */
  latest(connectionId: string, dataType: DataTypeId, direction: Run['direction']): Promise<Run | null>
  /** The one that waits or works for this data. */
  underWay(connectionId: string, dataType: DataTypeId): Promise<Run | null>
  get(id: string): Promise<Run | null>
  /** Newest first. */
  list(query: RunQuery): Promise<Listing<Run>>
  /** How many runs were asked for since then, and how many of them have ended in which way. */
  countSince(since: Date): Promise<{ readonly syncs: number; readonly failed: number; readonly successful: number }>
  /** The runs that have not ended, oldest first. */
  unended(query: PageQuery): Promise<Listing<string>>
  /** Gives the run to this worker, and takes it from any other. */
  claim(id: string, workerId: string): Promise<ClaimOutcome>
  /** Says that the holder is alive. Throws where it holds the run no longer. */
  renew(claim: Claim): Promise<void>
  /** Applies one page in one atomic step: records, change feed, counters, rejects and checkpoint, or nothing. */
  applyPage(claim: Claim, write: PageWrite): Promise<PageOutcome>
  /**
   * Step by step over the records that a run which marks has not seen: counts them, or writes tombstones for them. What waits to be
   * pushed, or for a person, is left out.
   */
  sweep(claim: Claim, what: 'count' | 'delete'): AsyncIterable<{ readonly live: number; readonly gone: number }>
  /** Gives the run back to wait: for a retry, a pause the ERP asked for, or another worker. */
  release(claim: Claim, state: Pick<Run, 'attempts' | 'failures' | 'throttledSince' | 'error'>): Promise<void>
  /** Ends it, with its statistics, in one step; on success the watermark is kept. */
  end(
    claim: Claim,
    result: { readonly status: 'success'; readonly watermark: string | null } | { readonly status: 'error'; readonly error: RunError },
  ): Promise<Run>
  /** Ends a run whoever holds it: its worker can write nothing more. Null where it had ended already. */
  forceEnd(id: string, error: RunError): Promise<Run | null>
  /** The change time up to which a stream is known; null before its first success. */
  watermark(connectionId: string, dataType: DataTypeId): Promise<string | null>
  /** The next run of this connection that waits for a place, taken off the waiting list. */
  nextParked(connectionId: string): Promise<string | null>
  /** Whether runs of this connection wait for a place. */
  hasParked(connectionId: string): Promise<boolean>
  /** The runs of this connection that have not ended. */
  openOf(connectionId: string): Promise<readonly string[]>
  log(runId: string, entry: Omit<RunEntry, 'at'>): Promise<void>
  entries(runId: string, query: PageQuery): Promise<Listing<RunEntry>>
  rejects(runId: string, query: PageQuery): Promise<Listing<Reject>>
  statistics(connectionId: string): Promise<ERPSyncStatistics>
  /** Yields at once and whenever the run changed, until it has ended or `signal` aborts. */
  watch(runId: string, signal: AbortSignal): AsyncIterable<Run>
}
