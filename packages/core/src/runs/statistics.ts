import { z } from 'zod'
import { DataTypeId } from '../records/data-types.ts'

const count = z.int().min(0)

const Totals = z.object({
  totalSyncs: count,
  successfulSyncs: count,
  failedSyncs: count,
  lastSyncDate: z.iso.datetime().optional(),
  avgSyncDuration: z.number().min(0).describe('Seconds.'),
  totalRecordsProcessed: count,
  successRate: z.number().min(0).max(1).describe('successfulSyncs / totalSyncs; 0 before the first.'),
})

/** Stored as running totals, so that reading them costs the same however many logs there are. */
export const ERPSyncStatistics = Totals.extend({
  byDataType: z.partialRecord(DataTypeId, Totals),
  daily: z
    .array(z.object({ date: z.iso.date(), syncs: count, failed: count, recordsProcessed: count }))
    .describe('The last 30 days, oldest first.'),
}).meta({ id: 'ERPSyncStatistics' })
export type ERPSyncStatistics = z.infer<typeof ERPSyncStatistics>
export type SyncTotals = z.infer<typeof Totals>
