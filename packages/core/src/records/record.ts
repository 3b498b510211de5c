import type { DescribedFile } from './described-file.ts'
import type { Reject } from './reject.ts'

/** A position in a source. Opaque to everyone but the connector that issued it. */
export type Cursor = string & { readonly __cursor: unique symbol }
export const asCursor = (text: string): Cursor => text as Cursor

/** One business object as an ERP gave it, on its way to us. */
export interface SourceRecord {
  /** Its identity in the ERP, as text. The same id twice is one record. Empty where the row has none: such a record is rejected. */
  readonly id: string
  /** Canonical fields by the connector's own mapping, not yet validated. */
  readonly fields: Readonly<Record<string, unknown>>
  /** The row as it came. */
  readonly raw: unknown
  /** When the ERP last changed it: ISO 8601, UTC. Null where the ERP does not say. */
  readonly changedAt: string | null
}

/** What the ERP gave in one answer. */
export interface Page {
  readonly records: readonly SourceRecord[]
  /** Asks for the page after this one, also in another process later. Null on the last page. */
  readonly next: Cursor | null
  /** How many records the ERP says the whole pull has. Absent where it does not say. */
  readonly total?: number | undefined
  /**
   * What this pull shows is not all that there is, even where everything was asked for: nothing is deleted for not being in it. Said on
   * any of its pages, it holds for the whole pull.
   */
  readonly partial?: boolean
  /**
   * Names all that the records were made of: another page with this digest, read with the same settings, has the same records in the same
   * order. Absent where the connector cannot say so, since time or other pages have a part in them: then rows are compared one by one.
   */
  readonly digest?: string | undefined
  /** The ERP's own clock when it answered: ISO 8601, UTC. */
  readonly serverTime?: string | undefined
  /** Looks into the file that begins with this page, or that cannot be read. Called by previews only. */
  readonly inspectFile?: () => Promise<DescribedFile>
  /**
   * Told once all of it is stored, with the records that were rejected, before the next page is stored: what was read may now be moved
   * away. Not told where the worker dies just then (whoever goes on is given `next`), nor in a rehearsal.
   */
  readonly onCommitted?: (rejects: readonly Reject[]) => Promise<void>
}
