import { z } from 'zod'
import { scopedId, timedSuffix } from '../kernel/scoped-id.ts'
import { DataTypeId } from '../records/data-types.ts'

export const runStatuses = ['idle', 'scheduled', 'syncing', 'success', 'error'] as const
export const RunStatus = z.enum(runStatuses)
export type RunStatus = z.infer<typeof RunStatus>

export const Direction = z.enum(['pull', 'push', 'bidirectional'])
export const Trigger = z.enum(['manual', 'schedule', 'webhook', 'retry'])
export const Mode = z.enum(['full', 'incremental'])

/** Why a run ended or paused, as it is stored and shown. */
export const RunError = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
  retryable: z.boolean(),
  details: z.record(z.string(), z.unknown()),
})
export type RunError = z.infer<typeof RunError>

/** What a run has done so far. Each record that was read is in exactly one of the five below `read`. */
export const Counts = z.object({
  read: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  filtered: z.int(),
  rejected: z.int(),
  deleted: z.int(),
  /** Taken by the ERP. */
  pushed: z.int(),
  /** Refused by the ERP for good. */
  refused: z.int(),
  /** Of the unchanged: what we had pushed ourselves, and came back. */
  echoes: z.int(),
  /** Records that both sides have changed, and that wait for a person now. */
  conflicts: z.int(),
})
export type Counts = z.infer<typeof Counts>
export const noCounts: Counts = {
  read: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  filtered: 0,
  rejected: 0,
  deleted: 0,
  pushed: 0,
  refused: 0,
  echoes: 0,
  conflicts: 0,
}

/** How far a run has come: stored in the same step as the page it describes. */
export const Checkpoint = z.object({
  /** Pages stored so far. */
  pages: z.int(),
  /** Where the next page begins; null before the first page and after the last. */
  cursor: z.string().nullable(),
  /** Whether the last page is stored. */
  complete: z.boolean(),
  /** Whether a page has said that there is more than the pull shows. */
  partial: z.boolean(),
  /** The smallest total that the ERP announced on the way; null where it announced none. */
  total: z.int().nullable(),
  /** Different records among those accepted; counted only where there is a total to compare with. */
  distinct: z.int(),
  /** The latest change time seen, by the ERP's own data. */
  highWater: z.string().nullable(),
  /** The ERP's clock at the first page: no change time beyond it is believed. */
  asOf: z.string().nullable(),
  /** From when on the ERP was asked for changes; null: for everything. */
  since: z.string().nullable(),
})
export type Checkpoint = z.infer<typeof Checkpoint>
export const atTheBeginning: Checkpoint = {
  pages: 0,
  cursor: null,
  complete: false,
  partial: false,
  total: null,
  distinct: 0,
  highWater: null,
  asOf: null,
  since: null,
}

/** One run as it rests in the store: what was asked, how far it is, and how it ended. */
export const Run = z.object({
  id: z.string(),
  connectionId: z.string(),
  dataType: DataTypeId,
  direction: Direction,
  trigger: Trigger,
  mode: Mode,
  /** Only what changed at this time or later: the caller's wish, or the watermark less its overlap. Null: everything. */
  since: z.string().nullable(),
  dryRun: z.boolean(),
  createdBy: z.string(),
  syncConfigId: z.string().nullable().default(null),
  /** The time of the schedule that started it; null where none did. */
  dueAt: z.iso.datetime().nullable().default(null),
  queuedAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  completedAt: z.iso.datetime().nullable(),
  status: RunStatus,
  /** Executions that ended in a failure and were tried again, and the present one. */
  attempts: z.int(),
  /** Failures since the last stored page: what `retryAttempts` limits. */
  failures: z.int(),
  /** When the ERP first asked to wait since the last stored page. */
  throttledSince: z.iso.datetime().nullable(),
  counts: Counts,
  checkpoint: Checkpoint,
  error: RunError.nullable(),
})
export type Run = z.infer<typeof Run>

export const isEnded = ({ status }: Pick<Run, 'status'>): boolean => status === 'success' || status === 'error'

const runIds = scopedId('log')
export const runIdFor = (connectionId: string, at: Date, random: string): string => runIds.create(connectionId, timedSuffix(at, random))

/** The connection that a run's id belongs to; null for any other text. */
export const connectionOfRun = runIds.connectionOf
