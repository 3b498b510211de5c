import { z } from 'zod'
import { scopedId, timedSuffix } from '../kernel/scoped-id.ts'
import type { MappingSettings } from '../mapping/mapping.ts'
import { DataTypeId } from '../records/data-types.ts'
import { BalanceVerdict } from './balance-verdict.ts'

export const runStatuses = ['idle', 'scheduled', 'syncing', 'success', 'error'] as const
export const RunStatus = z.enum(runStatuses)
export type RunStatus = z.infer<typeof RunStatus>

export const Direction = z.enum(['pull', 'push', 'bidirectional'])
export const Trigger = z.enum(['manual', 'schedule', 'webhook', 'retry'])
export const Mode = z.enum(['full', 'incremental'])

/** Why a run failed or is paused, as it is stored and shown. */
export const RunError = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
  retryable: z.boolean(),
  details: z.record(z.string(), z.unknown()),
})
export type RunError = z.infer<typeof RunError>

/** What a run has done so far. Each record that was read counts in exactly one of the five fields below `read`. */
export const Counts = z.object({
  read: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  filtered: z.int(),
  rejected: z.int(),
  deleted: z.int(),
  /** Accepted by the ERP. */
  pushed: z.int(),
  /** Refused by the ERP for good. */
  refused: z.int(),
  /** How many of the unchanged are our own pushes that the ERP returned. */
  echoes: z.int(),
  /** Records that both sides have changed, and that now wait for a person. */
  conflicts: z.int(),
  /** Records in which changes of both sides were put together. */
  merged: z.int(),
  /** Fields that both sides had changed, and in which the strategy dropped one of the values. */
  overridden: z.int(),
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
  merged: 0,
  overridden: 0,
}

/** How far a run has come. It is stored in the same step as the page that it describes. */
export const Checkpoint = z.object({
  /** Pages stored so far. */
  pages: z.int(),
  /** Where the next page begins; null before the first page and after the last. */
  cursor: z.string().nullable(),
  /** Whether the last page is stored. */
  complete: z.boolean(),
  /** Whether a page has said that the ERP may have more records than the pull shows. */
  partial: z.boolean(),
  /** The smallest total that the ERP has announced; null if it has announced none. */
  total: z.int().nullable(),
  /** Distinct records among the accepted ones; counted only if there is a total to compare with. */
  distinct: z.int(),
  /** Rejected rows of which nobody knows under which ids their records are stored. */
  unidentified: z.int(),
  /** The latest change time in the ERP's data so far. */
  highWater: z.string().nullable(),
  /** The ERP's clock at the first page: later change times do not move the watermark. */
  serverTime: z.string().nullable(),
  /** From when the ERP was asked for changes; null: for everything. */
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
  unidentified: 0,
  highWater: null,
  serverTime: null,
  since: null,
}

/** A run as it is stored: what was requested, how far it has come, and how it ended. */
export const Run = z.object({
  id: z.string(),
  connectionId: z.string(),
  dataType: DataTypeId,
  direction: Direction,
  trigger: Trigger,
  mode: Mode,
  /** The caller's request to read only what has changed since this time; null without one. */
  since: z.string().nullable(),
  dryRun: z.boolean(),
  /** The mapping that a dry run tries in place of the stored one, checked when it was asked for; absent if it tries none. */
  mapping: z.custom<MappingSettings>().optional(),
  /** Whether it works although the circuit of its connection is open; absent if not. */
  force: z.literal(true).optional(),
  /** Where its trace goes on; absent if nothing is traced. */
  trace: z.object({ traceparent: z.string(), tracestate: z.string().exactOptional() }).optional(),
  createdBy: z.string(),
  syncConfigId: z.string().nullable().default(null),
  /** The due time of the schedule that started it; null if none did. */
  dueAt: z.iso.datetime().nullable().default(null),
  queuedAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  completedAt: z.iso.datetime().nullable(),
  status: RunStatus,
  /** How many executions have failed and been retried, plus the current one. */
  attempts: z.int(),
  /** Failures since the last stored page, limited by `retryAttempts`. */
  failures: z.int(),
  /** When the ERP first asked us to wait since the last stored page. */
  throttledSince: z.iso.datetime().nullable(),
  counts: Counts,
  checkpoint: Checkpoint,
  error: RunError.nullable(),
  /** Somebody has asked its worker to end it with this error; absent if nobody has. */
  stop: RunError.optional(),
  /** Since when it has been waiting for the circuit of its connection; absent if it does not. */
  interruptedAt: z.iso.datetime().optional(),
  /** What was decided about its balance as it ended; absent before, and if it ended before that was stored. */
  verdict: BalanceVerdict.optional(),
  /** What a push has left behind: records whose outcome is unknown, and records that wait. Counted as it ended. */
  left: z.object({ uncertain: z.int(), waiting: z.int() }).optional(),
})
export type Run = z.infer<typeof Run>

export const isEnded = ({ status }: Pick<Run, 'status'>): boolean => status === 'success' || status === 'error'

const runIds = scopedId('log')
export const runIdFor = (connectionId: string, at: Date, random: string): string => runIds.create(connectionId, timedSuffix(at, random))

/** The connection that a run's id belongs to; null for any other text. */
export const connectionOfRun = runIds.connectionOf
