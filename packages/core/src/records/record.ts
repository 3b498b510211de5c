import type { DescribedFile } from './described-file.ts'
import type { Reject } from './reject.ts'

/** A position in a source. Only the connector that issued it understands it. */
export type Cursor = string & { readonly __cursor: unique symbol }
export const asCursor = (text: string): Cursor => text as Cursor

/** What happened to a field of a record that is taken all the same. A run tells how many records each remark is about. */
export interface Remark {
  /** As in `price` or `lines[].sku`. */
  readonly path: string
  /** The same for all records that it holds for. */
  readonly message: string
  /** What the ERP gave. */
  readonly value?: unknown
  /** Nothing is lost by it: it is told without a warning. */
  readonly isHarmless?: boolean | undefined
  /** It is about how the value was read: the field has one. Other remarks are about values that were left out. */
  readonly isRead?: boolean | undefined
}

/** A business object as an ERP gave it. */
export interface SourceRecord {
  /** Its id in the ERP, as text. Rows with the same id are one record. Empty if the row has none: such a record is rejected. */
  readonly id: string
  /** Canonical fields from the connector's own mapping, not yet validated. */
  readonly fields: Readonly<Record<string, unknown>>
  /** The row as it came. */
  readonly raw: unknown
  /** When the ERP last changed it: ISO 8601, UTC. Null if the ERP does not say. */
  readonly changedAt: string | null
  /**
   * Reads a value that the customer's mapping takes from the raw row for a field, as the connector itself reads such fields by the
   * connection's settings. `column` is the first name of its path. Absent if the settings say nothing about values.
   */
  readonly readMapped?: ((field: string, value: unknown, column: string) => unknown) | undefined
  /** What the connector left out, and why. A remark about a field that the customer's mapping fills is not told. */
  readonly remarks?: readonly Remark[]
  /** Its id is not what the ERP has: a file or a spreadsheet has damaged it. */
  readonly hasDamagedId?: boolean
  /** Why it cannot be one record, whatever the customer's mapping says: it is rejected. */
  readonly rejection?: { readonly path: string; readonly message: string }
}

/** The most records in one atomic step: more would block Redis for too long. Larger pages are stored in parts. */
export const maxRecordsAtOnce = 5000

/** The records of one answer of the ERP. */
export interface Page {
  readonly records: readonly SourceRecord[]
  /** Where the next page begins, also for another process later. Null on the last page. */
  readonly next: Cursor | null
  /** How many records the whole pull has, according to the ERP. Absent if it does not say. */
  readonly total?: number | undefined
  /**
   * The ERP may have more records than this pull shows, even if everything was requested, so no record is deleted for being missing. Set on
   * any page, it holds for the whole pull.
   */
  readonly partial?: boolean
  /**
   * No record is meant to come twice in a pull. One that does come again, with other content and no later change time, may be two
   * rows that share an id as well as one that changed and moved: the run tells it.
   */
  readonly unique?: boolean
  /**
   * Identifies all that the records were made from: another page with this digest, read with the same settings, has the same records in the
   * same order. Absent if the records also depend on the time or on other pages; then rows are compared one by one.
   */
  readonly digest?: string | undefined
  /** The ERP's own clock when it answered: ISO 8601, UTC. */
  readonly serverTime?: string | undefined
  /** What people should know about how this page was read, or about what was not: written to the run's log once the page is stored. */
  readonly warnings?: readonly string[]
  /** Inspects the file that begins with this page, or that cannot be read. Only previews call it. */
  readonly inspectFile?: () => Promise<DescribedFile>
  /**
   * Called once the whole page is stored, and before the next one is, with the records that were rejected: what was read may now be moved
   * away. If the page was stored in parts by several workers, the rejects of the first parts are missing. Not called in a dry run, nor if the worker dies at that moment; the worker that takes over continues at `next`.
   */
  readonly onCommitted?: (rejects: readonly Reject[]) => Promise<void>
}
