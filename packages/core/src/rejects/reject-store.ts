import type { Listing, PageQuery } from '../kernel/listing.ts'
import type { RecordStream } from '../outbox/held-record.ts'
import type { Reject } from '../records/reject.ts'

/** A record that was rejected when it was last read. */
export interface StoredReject {
  /** See `rejectKeyOf`. */
  readonly key: string
  readonly reject: Reject
  /** The run that rejected it last; null if it was rejected before that was kept. */
  readonly runId: string | null
  /** ISO 8601. */
  readonly rejectedAt: string
  readonly firstRejectedAt: string
  /** How many runs have read and rejected it. */
  readonly times: number
}

/**
 * What became of a rejected record: it is still open, a run accepted it, the system wrote it, or a run of everything did not reject it again,
 * because it is filtered now or gone from the ERP.
 */
export const rejectStates = ['open', 'accepted', 'written', 'gone'] as const
export type RejectState = (typeof rejectStates)[number]

export interface RejectFate {
  readonly state: RejectState
  /** The run that closed it; null while it is open, and if none did. */
  readonly runId: string | null
}

/**
 * The rejected records of all streams, one reject for each record, however many runs have rejected it. They change in the same step as the
 * page or the write that rejects or accepts their record. At most 10,000 of a stream are kept, for as long as logs are.
 */
export interface RejectStore {
  /** How many are open in each of the streams. */
  countOpen(streams: readonly RecordStream[]): Promise<readonly number[]>
  /** Those that are open, the latest rejected first. */
  open(stream: RecordStream, query: PageQuery): Promise<Listing<StoredReject>>
  /** The open rejects with these keys; null for each that is not open. */
  find(stream: RecordStream, keys: readonly string[]): Promise<readonly (StoredReject | null)[]>
  /** What became of the records with these keys; null for each that is not known any more. */
  fates(stream: RecordStream, keys: readonly string[]): Promise<readonly (RejectFate | null)[]>
}
