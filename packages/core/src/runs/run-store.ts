import type { NewAuditEvent } from '../audit/audit.ts'
import type { Listing, PageQuery } from '../kernel/listing.ts'
import type { OutboxChange } from '../outbox/outbox-store.ts'
import type { DataTypeId } from '../records/data-types.ts'
import type { Reject } from '../records/reject.ts'
import type { Claim, ClaimOutcome } from './claim.ts'
import type { Checkpoint, Counts, Run, RunError, RunStatus } from './run.ts'
import type { RunResult } from './run-result.ts'
import type { ERPSyncStatistics } from './statistics.ts'
import type { RunEntry } from './sync-log.ts'
import type { BucketQuery, TimeBucket } from './time-buckets.ts'
import type { ExecutionTime, RunPhases } from './timeline.ts'

export interface RunQuery extends PageQuery {
  readonly erpConnectionId?: string | undefined
  readonly dataType?: DataTypeId | undefined
  readonly status?: RunStatus | undefined
  /** Started at this time or later: ISO 8601. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly trigger?: Run['trigger'] | undefined
  /** The id of a run, or words that all stand in its id, its error code or its error message. */
  readonly q?: string | undefined
  /** Only runs of connections that this accepts. */
  readonly ofConnection?: ((connectionId: string) => Promise<boolean>) | undefined
}

export interface EntryQuery extends PageQuery {
  readonly levels?: readonly RunEntry['level'][] | undefined
  /** At this time or later: ISO 8601. */
  readonly from?: string | undefined
}

/** What a run waits for that its worker gives back. `reason`: an error code, or `time-slice`. */
export interface RunWait {
  readonly kind: 'queued' | 'throttled' | 'waiting_retry'
  readonly reason: string
  readonly until: Date | null
}

/** A valid record on its way into the store, which decides by its hash whether it is created, updated or unchanged. */
export interface RecordChange {
  readonly id: string
  /** The fingerprint of the row that it was made from; empty if the row has none. */
  readonly row: string
  readonly hash: string
  readonly json: string
  /** Inventory only: the record can be found by it. */
  readonly sku?: string | undefined
  /** Where it has a default because the ERP shows no value; absent if nowhere. */
  readonly filledIn?: readonly string[]
}

/** The records of a page that the system has written too, reconciled with its changes. */
export interface MergedRecords {
  readonly changes: readonly OutboxChange[]
  readonly updated: number
  readonly unchanged: number
  /** How many of the unchanged are our own pushes that the ERP returned. */
  readonly echoes: number
  /** How many now wait for a person. */
  readonly conflicts: number
  readonly merged: number
  readonly overridden: number
  /** How many were sent without an answer, and have arrived. */
  readonly pushed: number
}
export const nothingMerged: MergedRecords = {
  changes: [],
  updated: 0,
  unchanged: 0,
  echoes: 0,
  conflicts: 0,
  merged: 0,
  overridden: 0,
  pushed: 0,
}

/** A row, by its fingerprint, that is assumed to have made the stored record with this id. */
export interface KnownRow {
  readonly id: string
  readonly row: string
}

/** A page of a pull of everything, by its fingerprint. */
export interface PageFingerprint {
  readonly name: string
  /** The rows to store for the fingerprint, so that the page is recognised later; null if it is assumed to be the stored page. */
  readonly rows: readonly KnownRow[] | null
}

export interface PageWrite {
  /** The page's number, from 1. A page that is already stored is not stored again. */
  readonly page: number
  readonly records: readonly RecordChange[]
  /** No id occurs twice, nor among the records. */
  readonly known: readonly KnownRow[]
  /** Null if the page cannot be recognised as a whole. */
  readonly named: PageFingerprint | null
  readonly merged: MergedRecords
  readonly rejects: readonly Reject[]
  /** How many of the rejects are of records of which nobody knows under which ids they are stored. */
  readonly unidentified: number
  readonly read: number
  readonly filtered: number
  /** Whether the records are marked as seen: the pull reads everything, and what it does not see is gone. */
  readonly marks: boolean
  readonly cursor: string | null
  readonly complete: boolean
  /** Whether the ERP may have more records than the pull shows. */
  readonly partial: boolean
  /** Whether a record that comes again in this run is to be named. Of two contents with change times the later one stays. */
  readonly unique?: boolean
  readonly total: number | null
  readonly highWater: string | null
  readonly serverTime: string | null
  readonly since: string | null
}

/** What became of a page. */
export type PageOutcome =
  /** `isKept`: the stored page of this number had the same fingerprint. */
  | ({ readonly kind: 'stored'; readonly isKept: boolean; readonly repeated?: readonly RepeatedRecord[] } & PageResult)
  /** Nothing is stored: the system has written one of the records since they were reconciled. */
  | { readonly kind: 'merge' }
  /** Nothing is stored, since an assumption was wrong: about some of the rows (`at`: their positions among the assumed ones), or about the page (null). */
  | { readonly kind: 'unknown'; readonly at: readonly number[] | null }

export interface PageResult {
  readonly counts: Counts
  readonly checkpoint: Checkpoint
  /** How many records of its data type the connection has now. */
  readonly live: number
}

/** A record that has come again in a run with other content. At most twenty of a page are named. */
export interface RepeatedRecord {
  readonly id: string
  /** Both contents, as JSON. */
  readonly before: string
  readonly after: string
}

export interface RunHour {
  /** When the hour began: ISO 8601. */
  readonly from: string
  readonly syncs: number
  readonly failed: number
}

/**
 * The runs, and all that they write. Every write by a worker is fenced: it carries the worker's claim, and throws `run.superseded` if another
 * worker holds the run by now, or `run.ended` if someone has ended it.
 */
export interface RunStore {
  /**
   * Stores a new run as the only one of its connection and data type. Returns that run, or the one that already waits or works, and how many
   * runs of the connection wait to begin before it. Throws `request.not-found` if the connection was deleted. `event`: of whoever asked for
   * the run; if the run is new, it goes into the audit trail in the same step, or announced before it.
   */
  create(run: Run, event?: NewAuditEvent): Promise<{ readonly run: Run; readonly ahead: number }>
  /** The latest run in this direction; null before the first, and once its log has been removed. */
  latest(connectionId: string, dataType: DataTypeId, direction: Run['direction']): Promise<Run | null>
  /** The run of this data that waits or works. */
  underWay(connectionId: string, dataType: DataTypeId): Promise<Run | null>
  get(id: string): Promise<Run | null>
  /** Newest first. */
  list(query: RunQuery): Promise<Listing<Run>>
  /** How many runs were requested since then, and how many of them have failed or succeeded. */
  countSince(since: Date): Promise<{ readonly syncs: number; readonly failed: number; readonly successful: number }>
  /** How many runs were requested, and how many of them have failed, in each of the last full or begun hours. */
  countByHour(hours: number, now: Date): Promise<readonly RunHour[]>
  /** The runs that have not ended, oldest first. */
  unended(query: PageQuery): Promise<Listing<string>>
  /** Gives the run to this worker, and takes it away from any other. */
  claim(id: string, workerId: string): Promise<ClaimOutcome>
  /** Says that the holder is alive. Throws if it no longer holds the run, and `run.cancelled` if it was asked to stop. */
  renew(claim: Claim): Promise<void>
  /** Stores a page in one atomic step, with its records, change feed, counters, rejects and checkpoint; or nothing of it. */
  applyPage(claim: Claim, write: PageWrite): Promise<PageOutcome>
  /**
   * Goes in steps through all records and counts those that a run of everything has not seen, or writes tombstones for them. Those that the
   * system has changed since are only named, in `contested`. Throws `run.interrupted` if fewer than `pages` pages of the run are stored: Redis
   * has lost some, and with them the marks of what was seen.
   */
  sweep(
    claim: Claim,
    what: 'count' | 'delete',
    pages: number,
  ): AsyncIterable<{ readonly live: number; readonly gone: number; readonly contested: readonly string[] }>
  /**
   * Gives the run back, to wait for a retry, for the end of a pause that the ERP asked for, or for another worker. Throws `run.cancelled`, and
   * keeps it, if the holder was asked to stop. `spent`: the time since the run was claimed.
   */
  release(
    claim: Claim,
    state: Pick<Run, 'attempts' | 'failures' | 'throttledSince' | 'error'>,
    wait?: RunWait,
    spent?: ExecutionTime,
  ): Promise<void>
  /**
   * Ends the run and updates the statistics in one step; on success the watermark is stored too, unless fewer than `pages` pages are stored:
   * then it throws `run.interrupted`.
   */
  end(claim: Claim, result: RunResult): Promise<Run>
  /** Takes a run that has ended off the list of those that have not, if whoever ended it died before. It counts then as all others do. */
  settle(run: Run): Promise<void>
  /**
   * Asks the worker that holds the run to end it with this error once what it has in hand is stored; it hears of it when it renews its claim
   * or releases the run. `unheld`: no live worker holds it, so nobody will.
   */
  requestStop(id: string, error: RunError): Promise<'requested' | 'unheld' | 'ended'>
  /** Ends a run, whoever holds it: its worker can write nothing more. Null if it had already ended. */
  forceEnd(id: string, error: RunError): Promise<Run | null>
  /** Stores what a run has noticed in its records, as text that only the run reads. */
  saveNotes(claim: Claim, notes: string): Promise<void>
  /** Which fields of a stream's records had values when all of them were read last, as text; null before the first time. */
  fieldShares(connectionId: string, dataType: DataTypeId): Promise<string | null>
  saveFieldShares(claim: Claim, shares: string): Promise<void>
  /** Takes the next parked run of this connection off the waiting list, if a place is free. */
  nextParked(connectionId: string): Promise<string | null>
  /** Whether runs of this connection are parked. */
  hasParked(connectionId: string): Promise<boolean>
  /** The runs of this connection that have not ended. */
  openOf(connectionId: string): Promise<readonly string[]>
  log(runId: string, entry: Omit<RunEntry, 'at'>): Promise<void>
  /** What the run did when. */
  phases(runId: string): Promise<RunPhases>
  entries(runId: string, query: EntryQuery): Promise<Listing<RunEntry>>
  rejects(runId: string, query: PageQuery): Promise<Listing<Reject>>
  statistics(connectionId: string): Promise<ERPSyncStatistics>
  /** The buckets of a range in which runs began, oldest first. Those of all connections follow a moment after the end of a run. */
  timeBuckets(query: BucketQuery): Promise<readonly TimeBucket[]>
  /** Yields the run at once and after every change, until it has ended or `signal` aborts. */
  watch(runId: string, signal: AbortSignal): AsyncIterable<Run>
}
