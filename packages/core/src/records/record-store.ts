import { z } from 'zod'
import type { Listing, PageQuery } from '../kernel/listing.ts'
import { DataTypeId } from './data-types.ts'

export const recordSyncStatuses = ['pending', 'in_flight', 'uncertain', 'synced', 'conflict', 'error'] as const

/** A record as it is stored. `version` counts its changes. */
export const ERPRecord = z
  .object({
    id: z.string(),
    erpId: z.string().nullable(),
    dataType: DataTypeId,
    source: z.enum(['erp', 'system']),
    version: z.int(),
    syncStatus: z.enum(recordSyncStatuses).describe('uncertain: sent, but not answered; the ERP is asked for it before it is sent again.'),
    updatedAt: z.iso.datetime(),
    error: z.object({ code: z.string(), message: z.string() }).optional().describe("Why it was not pushed, in the ERP's own words."),
    conflictId: z.string().optional(),
    data: z.record(z.string(), z.unknown()).describe('Canonical fields; money and quantities are decimal strings.'),
  })
  .meta({ id: 'ERPRecord' })
export type ERPRecord = z.infer<typeof ERPRecord>

/** What is left of a deleted record. */
export const ERPDeletedRecord = z
  .object({
    id: z.string(),
    dataType: DataTypeId,
    deleted: z.literal(true),
    deletedAt: z.iso.datetime().optional().describe('When it was deleted; absent if an older version did, which did not keep it.'),
  })
  .meta({ id: 'ERPDeletedRecord' })
export type ERPDeletedRecord = z.infer<typeof ERPDeletedRecord>

/** One entry of the change feed: a record at its latest change. A deleted record is left out. */
export const ERPChange = z
  .object({ id: z.string(), erpId: z.string().nullable(), deleted: z.boolean(), position: z.int(), record: ERPRecord.optional() })
  .meta({ id: 'ERPChange' })
export type ERPChange = z.infer<typeof ERPChange>

export interface Changes {
  readonly changes: readonly ERPChange[]
  /** The position to continue from; the same as before if nothing is new. */
  readonly next: number
  /** Identifies the life of the feed in which its positions were given out. */
  readonly epoch: string
}

/** A position in a change feed, with the epoch in which it was given out; null if that is not known. */
export interface FeedPosition {
  readonly position: number
  readonly epoch: string | null
}

/** Which records are wanted. */
export interface RecordQuery extends PageQuery {
  readonly syncStatus?: (typeof recordSyncStatuses)[number] | undefined
  /** Records that have changed at this time or later; ISO 8601. */
  readonly updatedSince?: string | undefined
  /** What one of the record's business keys begins with, in any case. If no key of the stream does: text in an id, or in one of the record's own fields. */
  readonly q?: string | undefined
}

export type DeletedQuery = PageQuery & Pick<RecordQuery, 'updatedSince'>

/** Something that has happened to a record. */
export interface RecordStep {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly kind: string
  readonly details: Readonly<Record<string, unknown>>
}

export interface RecordSteps {
  /** Oldest first. */
  readonly steps: readonly RecordStep[]
  /** Steps between the first and the others were dropped. */
  readonly isShortened: boolean
  /** Whether the change feed has the record, or its tombstone. */
  readonly isKnown: boolean
}

export interface RecordStore {
  get(connectionId: string, dataType: DataTypeId, id: string): Promise<ERPRecord | null>
  /** The records in the order of the ids; null for each that does not exist. */
  getMany(connectionId: string, dataType: DataTypeId, ids: readonly string[]): Promise<readonly (ERPRecord | null)[]>
  /**
   * Latest change first; with `q`, in the order of the keys that begin with it. One call examines a limited number of records, so a page may
   * be short although there is a next one.
   */
  list(connectionId: string, dataType: DataTypeId, query: RecordQuery): Promise<Listing<ERPRecord>>
  /** Deleted records, the latest first. A record whose time of deletion is not known counts as deleted at any time. */
  deleted(connectionId: string, dataType: DataTypeId, query: DeletedQuery): Promise<Listing<ERPDeletedRecord>>
  /** What has happened to a record, as far as that is kept. */
  steps(connectionId: string, dataType: DataTypeId, id: string): Promise<RecordSteps>
  /** Throws `feed.position-unknown` if the position is of another life of the feed, or beyond its end. */
  changes(connectionId: string, dataType: DataTypeId, after: FeedPosition | number, limit: number): Promise<Changes>
  /** The inventory records of one SKU, one for each location. */
  inventory(connectionId: string, sku: string): Promise<readonly ERPRecord[]>
}
