import { z } from 'zod'
import { scopedId } from '../kernel/scoped-id.ts'
import type { VersionedList } from '../kernel/versioned-list.ts'
import { ReverseRemark } from '../mapping/explain-reverse.ts'
import { MappingFields } from '../mapping/mapping.ts'
import { DataTypeId } from '../records/data-types.ts'
import { CronText, Timezone } from '../schedules/cron.ts'

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
  ...MappingFields.shape,
})

/** The end of a pause as people give it. What is no time stays as it is, and is refused. */
export const PausedUntil = z.iso
  .datetime({ offset: true })
  .overwrite((text) => (Number.isNaN(Date.parse(text)) ? text : new Date(text).toISOString()))

/** What is synced, how and when. There is at most one for each connection, data type and direction. */
export const SyncConfig = z.object({
  id: z.string(),
  erpConnectionId: z.string(),
  dataType: DataTypeId,
  direction: SyncDirection,
  schedule: z.string().optional(),
  timezone: Timezone.optional(),
  enabled: z.boolean(),
  pausedUntil: z.iso.datetime().optional(),
  settings: SyncConfigSettings,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  updatedBy: z.string().optional().describe('Who changed it last; absent if that was before revisions were kept.'),
  revision: z.int().default(0).describe('Counts its changes, from 1 when it was created.'),
})
export type SyncConfig = z.infer<typeof SyncConfig>

/** How many revisions of a configuration are kept, the present one included. */
export const maxRevisions = 50

/** The configurations of each connection. Each change keeps, in the same step, what a configuration was before and after it. */
export interface SyncConfigRepository extends VersionedList<SyncConfig> {
  /** The kept revisions of a configuration before the present one, newest first. */
  earlier(config: SyncConfig): Promise<readonly SyncConfig[]>
}

/** What people decide about a configuration. A PUT with it takes the configuration back to what it was. */
export const SyncConfigContent = z
  .strictObject({
    schedule: CronText.optional(),
    timezone: Timezone.optional(),
    enabled: z.boolean().default(true),
    pausedUntil: PausedUntil.optional(),
    settings: SyncConfigSettings.prefault({}),
  })
  .meta({ id: 'ERPSyncConfigurationContent', description: 'All that can be changed of a sync configuration.' })
export type SyncConfigContent = z.output<typeof SyncConfigContent>

const isContent = (field: string): boolean => Object.hasOwn(SyncConfigContent.shape, field)
const pick = (config: SyncConfig, fits: (field: string) => boolean) =>
  Object.fromEntries(Object.entries(config).filter(([field, value]) => fits(field) && value !== undefined))

export const contentOf = (config: SyncConfig): SyncConfigContent => pick(config, isContent) as SyncConfigContent

/** The configuration with other content: what the content leaves out is gone. */
export const withContent = (config: SyncConfig, content: SyncConfigContent): SyncConfig =>
  ({ ...pick(config, (field) => !isContent(field)), ...content }) as SyncConfig

/** One state of a configuration. */
export const SyncConfigRevision = z
  .object({
    revision: z.int().describe('Its number: one more than the revision before. 0: it is from before revisions were kept.'),
    at: z.iso.datetime().describe('When the configuration was changed to this.'),
    by: z.string().optional().describe('Who changed it; absent if that is not known.'),
    isCurrent: z.boolean().describe('Whether it is the present state.'),
    content: SyncConfigContent.extend({ schedule: z.string().optional() }).meta({ id: 'ERPSyncConfigurationKeptContent' }),
  })
  .meta({ id: 'ERPSyncConfigurationRevision' })
export type SyncConfigRevision = z.infer<typeof SyncConfigRevision>

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
