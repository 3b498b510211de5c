import { z } from 'zod'
import { errorKinds } from '../kernel/error-kind.ts'
import { errorText } from '../kernel/error-texts.ts'
import { definitionOf, isErrorCode } from '../kernel/errors.ts'
import type { Language } from '../kernel/language.ts'
import { DataTypeId } from '../records/data-types.ts'
import { Direction, isEnded, Mode, type Run, RunError, RunStatus, Trigger } from './run.ts'
import { ERPSyncBalance, toBalance } from './run-balance.ts'

const count = z.int().min(0)

/** Why a run failed, with what the catalogue says of its code. */
const ErrorDetails = RunError.extend({
  title: z.string().optional().describe('The failure in a few words; absent if this version does not know its code.'),
  kind: z
    .enum(errorKinds)
    .optional()
    .describe(
      'Who acts: setup: an administrator; record: the owner of the record; transient and wait: nobody, Linkspan goes on by itself; request: who asked for the run; bug: the developers.',
    ),
})

function toErrorDetails(error: RunError): z.infer<typeof ErrorDetails> {
  const { title, kind } = definitionOf(error.code) ?? {}
  return { ...error, ...(title !== undefined && { title }), ...(kind !== undefined && { kind }) }
}

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
    since: z.string().optional().describe('Only what the ERP has changed since this time was requested.'),
    dryRun: z.boolean(),
    draftMapping: z.literal(true).optional().describe('The dry run tried a mapping that came with the request; absent if it did not.'),
    startedAt: z.iso.datetime().describe('When it began to work; while it waits, when it was requested.'),
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
    recordsPushed: count.describe('Accepted by the ERP.'),
    recordsEchoed: count.describe('How many of the unchanged are our own pushes that the ERP returned.'),
    recordsConflicted: count.describe('Changed by both sides; they now wait for a person.'),
    recordsMerged: count.describe('Records in which changes of both sides were put together.'),
    fieldsOverridden: count.describe('Fields that both sides had changed, in which the strategy dropped one value; the entries name them.'),
    recordsRead: count.describe('All records that the ERP gave.'),
    recordsTotal: count.optional().describe('The number of records that the ERP announced, if it did.'),
    pages: count.describe('Pages stored so far.'),
    balance: ERPSyncBalance.optional().describe('Absent in logs that ended before it was kept.'),
    attempts: count.describe('How many executions failed and were retried, plus the last one.'),
    progress: z.number().min(0).max(100).describe('In percent; 0 until the end if the ERP announces no total.'),
    stopping: z.boolean().optional().describe('Somebody has cancelled it. It ends as soon as what it has in hand is stored.'),
    errorMessage: z.string().optional(),
    errorDetails: ErrorDetails.optional(),
    duration: z.number().optional().describe('Seconds from startedAt to completedAt.'),
  })
  .meta({ id: 'ERPSyncLog', description: 'One run of one data type.' })
export type ERPSyncLog = z.infer<typeof ERPSyncLog>

/** A log with the title and the hint of its error in the language of a reader. The message stays in English. */
export function syncLogIn(language: Language, log: ERPSyncLog): ERPSyncLog {
  const { errorDetails: error } = log
  if (language === 'en' || error === undefined || !isErrorCode(error.code)) return log
  const { title, hint } = errorText(error.code, language)
  return { ...log, errorDetails: { ...error, title, hint } }
}

export function toERPSyncLog(run: Run): ERPSyncLog {
  const { counts, checkpoint, error } = run
  const recordsSuccess = counts.created + counts.updated + counts.unchanged + counts.pushed
  const recordsFailed = counts.rejected + counts.refused
  const startedAt = run.startedAt ?? run.queuedAt
  const balance = toBalance(run)
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
    ...(run.mapping && { draftMapping: true as const }),
    startedAt,
    ...(run.completedAt !== null && {
      completedAt: run.completedAt,
      duration: Math.max(0, Date.parse(run.completedAt) - Date.parse(startedAt)) / 1000,
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
    recordsMerged: counts.merged,
    fieldsOverridden: counts.overridden,
    recordsRead: counts.read,
    ...(checkpoint.total !== null && { recordsTotal: checkpoint.total }),
    pages: checkpoint.pages,
    ...(balance && { balance }),
    attempts: run.attempts,
    progress: progressOf(run),
    ...(run.stop !== undefined && !isEnded(run) && { stopping: true }),
    ...(error !== null && { errorMessage: error.message, errorDetails: toErrorDetails(error) }),
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
