import { z } from 'zod'
import type { Listing, PageQuery } from '../kernel/listing.ts'
import { DataTypeId } from './data-types.ts'

/** A record as it is stored. `version` counts its changes. */
export const ERPRecord = z
  .object({
    id: z.string(),
    erpId: z.string().nullable(),
    dataType: DataTypeId,
    source: z.enum(['erp', 'system']),
    version: z.int(),
    syncStatus: z
      .enum(['pending', 'in_flight', 'uncertain', 'synced', 'conflict', 'error'])
      .describe('uncertain: sent, but not answered; the ERP is asked for it before it is sent again.'),
    updatedAt: z.iso.datetime(),
    error: z.object({ code: z.string(), message: z.string() }).optional().describe("Why it was not pushed, in the ERP's own words."),
    conflictId: z.string().optional(),
    data: z.record(z.string(), z.unknown()).describe('Canonical fields; money and quantities are decimal strings.'),
  })
  .meta({ id: 'ERPRecord' })
export type ERPRecord = z.infer<typeof ERPRecord>

/** One entry of the change feed: a record at its latest change. A deleted record is left out. */
export const ERPChange = z
  .object({ id: z.string(), erpId: z.string().nullable(), deleted: z.boolean(), position: z.int(), record: ERPRecord.optional() })
  .meta({ id: 'ERPChange' })
export type ERPChange = z.infer<typeof ERPChange>

export interface Changes {
  readonly changes: readonly ERPChange[]
  /** The position to continue from; the same as before if nothing is new. */
  readonly next: number
}

export interface RecordStore {
  get(connectionId: string, dataType: DataTypeId, id: string): Promise<ERPRecord | null>
  /** The records in the order of the ids; null for each that does not exist. */
  getMany(connectionId: string, dataType: DataTypeId, ids: readonly string[]): Promise<readonly (ERPRecord | null)[]>
  /** Latest change first. */
  list(connectionId: string, dataType: DataTypeId, query: PageQuery): Promise<Listing<ERPRecord>>
  changes(connectionId: string, dataType: DataTypeId, after: number, limit: number): Promise<Changes>
  /** The inventory records of one SKU, one for each location. */
  inventory(connectionId: string, sku: string): Promise<readonly ERPRecord[]>
}
