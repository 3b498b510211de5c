import type { AppError } from '../kernel/errors.ts'
import type { Remark, SourceRecord } from '../records/record.ts'

/** One record on its way into the ERP. */
export interface OutgoingRecord {
  /** Ours. */
  readonly id: string
  /** The ERP's, if it has the record already: then this is an update, else a creation. */
  readonly erpId: string | null
  /**
   * Our reference, which the ERP keeps so that the record is found again: the same in every attempt to create it, unique among the records
   * of its connection and data type. At most 35 characters if we made it.
   */
  readonly reference: string
  /** Names this very change: the same in every attempt to make it, another for the next change. Fit for a header. */
  readonly idempotencyKey: string
  /** Canonical fields, valid by the data type's schema. */
  readonly data: Readonly<Record<string, unknown>>
  /** On an update the fields whose values are others than the ERP is known to have; null on a creation: all. */
  readonly changed: readonly string[] | null
  /** The version of the record that the ERP gave last, for `If-Match`; null if it gives none. */
  readonly erpVersion: string | null
  /** When it was first sent, ISO 8601, UTC: the ERP has it since then or not at all. Null if it never was. */
  readonly sentAt: string | null
  /**
   * Canonical path → path in the ERP's row, as in `customerName` → `kunde.name`: the connection's mapping run backwards. `data` has the
   * values in the ERP's form. All other fields go to the connector's own places.
   */
  readonly targets?: Readonly<Record<string, string>>
}

/** The record as the ERP has it. */
export interface AcceptedRecord {
  readonly erpId: string
  /** Canonical fields by the connector's own mapping, if the ERP's answer shows the record. */
  readonly fields: Readonly<Record<string, unknown>> | null
  /** For the next `If-Match`. */
  readonly erpVersion: string | null
  /** The record as the connector's own mapping reads it, with its row: needed if the connection has a mapping. */
  readonly source?: SourceRecord
  /** The ERP's clock when it answered, ISO 8601, UTC. */
  readonly serverTime?: string
}

/** What became of one record. What is known to have had no effect at all is thrown as an AppError instead, and concerns the whole run. */
export type WriteOutcome =
  | { readonly kind: 'accepted'; readonly record: AcceptedRecord }
  /** For good, in the ERP's own words: sending the same again would end the same. */
  | { readonly kind: 'refused'; readonly reason: string; readonly details?: Readonly<Record<string, unknown>> }
  /** The ERP's record is another than the one that the change was made of: it is read first. */
  | { readonly kind: 'stale' }
  /**
   * It may have been taken or not: no answer, half an answer, or a failure that says nothing about it. `leftMsAgo`: how long ago the request
   * left, if the sink knows; else it may have left only now.
   */
  | { readonly kind: 'unknown'; readonly error: AppError; readonly leftMsAgo?: number }

/** What became of one record of a batch. `not-taken`: it surely had no effect, for a reason that concerns the whole run. */
export type BatchedOutcome = WriteOutcome | { readonly kind: 'not-taken'; readonly error: AppError }

/** Writes several new records in one call, of which the ERP takes some and refuses others. */
export interface BatchWriter {
  /** The most records of one call, at least 2. */
  readonly size: number
  /**
   * Sends the records once, and tells what became of each, in their order. Throws an AppError if the call had no effect at all, for a reason
   * that concerns the whole run.
   */
  write(records: readonly OutgoingRecord[]): Promise<readonly BatchedOutcome[]>
}

/** What a sink sends for one record. It has no credentials that are added on the way. */
export interface OutgoingMessage {
  /** `POST`, `PATCH` or `PUT`; null if a file is written. */
  readonly method: string | null
  /** A URL, or the path of a file. */
  readonly target: string
  readonly contentType: string
  readonly body: string
}

/** What a sink would do with a record. `refused`: without asking the ERP. `nothing`: no part of the change can be written to the ERP. */
export type SinkPreview =
  | { readonly kind: 'message'; readonly message: OutgoingMessage }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly reason: string }

/** Where records are written to. */
export interface RecordSink {
  /** Whether an update that carries `erpVersion` is refused as stale if the ERP's record is another by now. */
  readonly guardsByVersion?: boolean
  /** How many records may be written at the same time; 1 if they have to arrive in their order. Without it the connection's settings decide. */
  readonly maxAtOnce?: number
  /** Sends one record, once: whether to send again is decided by who calls. */
  write(record: OutgoingRecord): Promise<WriteOutcome>
  /** Absent if new records, too, are written one by one. */
  readonly batches?: BatchWriter
  /** Builds what `write` would send, and neither sends nor stores anything. Throws an AppError if a setting for it is missing. */
  preview(record: OutgoingRecord): Promise<SinkPreview>
  /**
   * Looks for a record by its reference. Null only if the ERP surely has none with it; throws an AppError if it cannot be told.
   * If two have it, the older one counts.
   */
  find(record: OutgoingRecord): Promise<AcceptedRecord | null>
  /**
   * The values of a new record that `write` does not send, though the record says them: the ERP works them out itself, or has no place for
   * them. Asks nobody. Absent if there are none of which people should know.
   */
  unsent?(record: OutgoingRecord): Promise<readonly Remark[]> | readonly Remark[]
}
