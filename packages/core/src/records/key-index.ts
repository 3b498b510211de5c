import type { Listing, PageQuery } from '../kernel/listing.ts'
import type { DataTypeId } from './data-types.ts'

/** A record that is known by a text. */
export interface KeyMatch {
  readonly connectionId: string
  readonly dataType: DataTypeId
  readonly recordId: string
  /** What it is known by, in lower case. */
  readonly key: string
  /** The canonical field that holds the key, or `id`, `erpId`, or `reference` for our external reference. */
  readonly field: string
  /** The key is the text that was looked for, and does not only begin with it. */
  readonly isExact: boolean
}

/** All records by their business keys. Its entries change in the same step as the records. */
export interface KeyIndex {
  /**
   * The keys that begin with a text, in any case: those that are equal to it first, then in their order. A search looks into a limited
   * number of connections, so a page may be short although there is a next one.
   */
  find(text: string, query: PageQuery): Promise<Listing<KeyMatch>>
  /** Whether it has the records that were stored before there was an index. */
  isComplete(): Promise<boolean>
  /** Indexes what a connection stored before there was an index. Costs little if that was done. */
  fill(connectionId: string): Promise<void>
  /** All connections are filled. */
  noteComplete(): Promise<void>
}
