import { z } from 'zod'
import { DataTypeId } from '../records/data-types.ts'
import { Direction, isEnded, Mode, type Run, RunError, RunStatus, Trigger } from './run.ts'

const count = z.int().min(0)

/** A run as the outside sees it. */
export const ERPSyncLog = z
  .object({
    id: z.string(),
    erpConnectionId: z.string(),
    dataType: DataTypeId,
    direction: Direction,
    syncConfigId: z.string().optional(),
    trigger: Trigger,
    mode: Mode,
    since: z.string().optional().describe('Where the pull began: only what the ERP changed at this time or later.'),
    dryRun: z.boolean(),
    startedAt: z.iso.datetime().describe('When it began to work; while it waits, when it was asked for.'),
    completedAt: z.iso.datetime().optional(),
    status: RunStatus,
    recordsProcessed: count.describe('recordsSuccess + recordsFailed'),
    recordsSuccess: count.describe('created + updated + unchanged, and pushed'),
    recordsFailed: count.describe('rejected by us, or refused by the ERP; see /rejects'),
    recordsCreated: count,
    recordsUpdated: count,
    recordsUnchanged: count,
    recordsFiltered: count,
    recordsDeleted: count,
    recordsPushed: count.describe('Taken by the ERP.'),
    recordsEchoed: count.describe('Of the unchanged: what we had pushed ourselves, and came back.'),
    recordsConflicted: count.describe('Changed by both sides; they wait for a person now.'),
    recordsRead: count.describe('All that the ERP gave.'),
    recordsTotal: count.optional().describe('What the ERP announced, where it does.'),
    pages: count.describe('Pages stored so far.'),
    attempts: count.describe('Executions that failed and were tried again, and the last one.'),
    progress: z.number().min(0).max(100).describe('Percent; while the ERP announces no total it stays 0 until the end.'),
    errorMessage: z.string().optional(),
    errorDetails: RunError.optional(),
    duration: z.number().optional().describe('Seconds from startedAt to completedAt.'),
  })
  .meta({ id: 'ERPSyncLog', description: 'One run of one data type.' })
export type ERPSyncLog = z.infer<typeof ERPSyncLog>

export function toERPSyncLog(run: Run): ERPSyncLog {
  const { counts, checkpoint, error } = run
  const recordsSuccess = counts.created + counts.updated + counts.unchanged + counts.pushed
  const recordsFailed = counts.rejected + counts.refused
  const startedAt = run.startedAt ?? run.queuedAt
  return {
    id: run.id,
    erpConnectionId: run.connectionId,
    dataType: run.dataType,
    direction: run.direction,
    ...(run.syncConfigId !== null && { syncConfigId: run.syncConfigId }),
    trigger: run.trigger,
    mode: run.mode,
    ...(run.since !== null && { since: run.since }),
    dryRun: run.dryRun,
    startedAt,
    ...(run.completedAt !== null && {
      completedAt: run.completedAt,
      duration: (Date.parse(run.completedAt) - Date.parse(startedAt)) / 1000,
    }),
    status: run.status,
    recordsProcessed: recordsSuccess + recordsFailed,
    recordsSuccess,
    recordsFailed,
    recordsCreated: counts.created,
    recordsUpdated: counts.updated,
    recordsUnchanged: counts.unchanged,
    recordsFiltered: counts.filtered,
    recordsDeleted: counts.deleted,
    recordsPushed: counts.pushed,
    recordsEchoed: counts.echoes,
    recordsConflicted: counts.conflicts,
    recordsRead: counts.read,
    ...(checkpoint.total !== null && { recordsTotal: checkpoint.total }),
    pages: checkpoint.pages,
    attempts: run.attempts,
    progress: progressOf(run),
    ...(error !== null && { errorMessage: error.message, errorDetails: error }),
  }
}

function progressOf(run: Run): number {
  if (run.status === 'success') return 100
  const { total } = run.checkpoint
  if (!total) return 0
  return Math.min(isEnded(run) ? 100 : 99, Math.floor((run.counts.read / total) * 100))
}

/** One line of a run's log. */
export const RunEntry = z
  .object({
    at: z.iso.datetime(),
    level: z.enum(['info', 'warn', 'error']),
    message: z.string(),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'ERPSyncLogEntry' })
export type RunEntry = z.infer<typeof RunEntry>
