import type { NewEvent } from '../events/event.ts'
import type { Listing, PageQuery } from '../kernel/listing.ts'
import type { RecordStream } from '../outbox/held-record.ts'
import type { DataTypeId } from '../records/data-types.ts'
import type { SyncDirection } from '../sync-configs/sync-config.ts'
import type { VolumeHistory } from './judge-volume.ts'

/** Names a stream in one direction. */
export interface StreamId extends RecordStream {
  readonly direction: SyncDirection
}

type ByDirection<Value> = Partial<Readonly<Record<SyncDirection, Value>>>

/** What the ends of runs, and the watcher, have left of one data type. */
export interface StoredStream {
  readonly dataType: DataTypeId
  /** When a run of this direction last succeeded. ISO 8601. */
  readonly successes: ByDirection<string>
  /** The last run of this direction that has ended. */
  readonly endedRuns: ByDirection<string>
  /** The run that waits or works. */
  readonly openRun: string | null
  readonly watermark: string | null
  /** Whether records were written here to be pushed. */
  readonly isWritten: boolean
  /** What the watcher has noted, as text that only it reads. */
  readonly watched: ByDirection<string>
}

/** How many records of a data type wait for somebody, by their state. */
export interface StreamBacklog {
  readonly openRejects: number
  /** Further rejected records, of which nothing is kept because there are too many; absent if there are none. */
  readonly droppedRejects?: number
  readonly conflicts: number
  readonly outbox: Readonly<Record<'pending' | 'in_flight' | 'uncertain' | 'error' | 'conflict', number>>
}

/** What the watcher has found in one stream. */
export interface WatchedStream extends StreamId {
  /** When it becomes late unless it succeeds before, in ms since 1970; null if nobody asks for its data. */
  readonly deadline: number | null
  /** When it last succeeded, in ms since 1970; null before the first time. */
  readonly lastSuccess: number | null
}

/** What the watcher writes of a stream: only if nothing has changed since it was read. */
export interface WatchNote {
  readonly stream: StreamId
  readonly read: Pick<StoredStream, 'successes' | 'watched'>
  /** Null forgets it. */
  readonly watched: string | null
  /** Added to the connection's events in the same step. */
  readonly event: NewEvent | null
}

/** What is known of the volume of a stream, and of which silence people were told. */
export interface StreamVolume extends VolumeHistory {
  /** When the silence began that was told, in ms since 1970; null if none is. */
  readonly told: number | null
}

export interface StreamStore {
  /** What is stored of these data types, in their order. */
  read(connectionId: string, dataTypes: readonly DataTypeId[]): Promise<readonly StoredStream[]>
  backlog(stream: RecordStream): Promise<StreamBacklog>
  note(note: WatchNote): Promise<void>
  /** Counts the records that are new since the last call for the present hour, and returns what is known. */
  countVolume(stream: RecordStream): Promise<StreamVolume>
  /** Notes that people were told of a silence that began at `since`; null: that it is over. */
  noteSilence(stream: RecordStream, since: number | null): Promise<void>
  /** Adds to the index of what was watched, for the lists and figures over all connections. */
  index(streams: readonly WatchedStream[]): Promise<void>
  /** Takes everything out of the index that is not among these. */
  forgetOthers(streams: readonly StreamId[]): Promise<void>
  /** The streams whose deadline has passed at `now`, by the index, longest first. */
  overdue(now: Date, query: PageQuery): Promise<Listing<StreamId>>
  countOverdue(now: Date): Promise<number>
  /** Everything in the index, in batches. */
  watched(): AsyncIterable<readonly WatchedStream[]>
}
