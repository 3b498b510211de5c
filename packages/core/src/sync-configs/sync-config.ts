import { z } from 'zod'
import { scopedId } from '../kernel/scoped-id.ts'
import type { VersionedList } from '../kernel/versioned-list.ts'
import { ReverseRemark } from '../mapping/explain-reverse.ts'
import { FieldMapping, Filters, Transformation } from '../mapping/mapping.ts'
import { DataTypeId } from '../records/data-types.ts'
import { Timezone } from '../schedules/cron.ts'

export const SyncDirection = z.enum(['pull', 'push', 'bidirectional'])
export type SyncDirection = z.infer<typeof SyncDirection>

/** Whether a sync in one direction does all the work of the other. */
export const covers = (one: SyncDirection, other: SyncDirection): boolean => one === other || one === 'bidirectional'

/** Whether two directions have work in common. */
export const overlaps = (one: SyncDirection, other: SyncDirection): boolean => covers(one, other) || covers(other, one)

export const SyncConfigSettings = z.strictObject({
  autoSync: z.boolean().default(true).describe('Whether the schedule is followed.'),
  syncInterval: z.int().min(1).max(525_600).optional().describe('In minutes; used if there is no cron expression.'),
  syncOnDemand: z.boolean().default(true).describe('Whether people may start a sync.'),
  conflictResolution: z.enum(['erp_wins', 'system_wins', 'newest_wins', 'manual']).default('erp_wins'),
  fieldMapping: FieldMapping.optional(),
  transformations: z.array(Transformation).max(200).optional(),
  filters: Filters.optional(),
})

/** What is synced, how and when. There is at most one for each connection, data type and direction. */
export const SyncConfig = z.object({
  id: z.string(),
  erpConnectionId: z.string(),
  dataType: DataTypeId,
  direction: SyncDirection,
  schedule: z.string().optional(),
  timezone: Timezone.optional(),
  enabled: z.boolean(),
  settings: SyncConfigSettings,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type SyncConfig = z.infer<typeof SyncConfig>

/** The configurations of each connection. */
export type SyncConfigRepository = VersionedList<SyncConfig>

/** A configuration as the outside sees it, with the state of its latest run and the scheduler's next time. */
export const ERPSyncConfiguration = SyncConfig.extend({
  status: z.enum(['idle', 'syncing', 'success', 'error', 'scheduled']),
  lastSyncAt: z.iso.datetime().optional(),
  nextSyncAt: z.iso.datetime().optional(),
  notScheduledBecause: z.string().optional().describe('Why it has no next time although it is enabled and has a schedule, and what to do.'),
  remarks: z
    .array(ReverseRemark)
    .optional()
    .describe('What a push does with the fields of the mapping; absent if there is nothing to say, or if the direction is "pull".'),
  settleableConflicts: z
    .int()
    .optional()
    .describe('Only in the answer to a change of `conflictResolution`: how many open conflicts the new strategy would settle.'),
}).meta({ id: 'ERPSyncConfiguration', description: 'What is synced, how and when.' })
export type ERPSyncConfiguration = z.infer<typeof ERPSyncConfiguration>

/** Eight random characters; without the time, unlike other ids. */
const syncConfigIds = scopedId('sync', 8)
export const syncConfigIdFor = syncConfigIds.create

/** The connection that a configuration's id belongs to; null for any other text. */
export const connectionOfSyncConfig = syncConfigIds.connectionOf
