import { z } from 'zod'
import { scopedId, timedSuffix } from '../kernel/scoped-id.ts'
import { DataTypeId } from '../records/data-types.ts'
import { changesBetween, type Data, valueAtPath } from './change-set.ts'
import { ConflictDecision } from './decision.ts'
import { conflictReasons, type OutboxEntry } from './entry.ts'
import type { HeldRecord, RecordStream } from './held-record.ts'
import type { Contested } from './merge.ts'

import type { RemoteRecord } from './reconcile.ts'

const Content = z.record(z.string(), z.unknown())

/** A record that waits for a person, because both sides have changed it and neither may win automatically. */
export const ERPConflict = z
  .object({
    id: z.string(),
    erpConnectionId: z.string(),
    dataType: DataTypeId,
    recordId: z.string(),
    erpId: z.string().nullable(),
    reason: z
      .enum(conflictReasons)
      .describe(
        'both_changed: both sides changed it since the last sync, differently; back_and_forth: each side reverted the other three times; deleted_in_erp: the ERP has deleted it, and the system has changed it since.',
      ),
    kind: z.enum(conflictReasons).optional().describe('The same as `reason`.'),
    explanation: z.string().describe('In words: who changed what and when, and which run found it.'),
    detectedAt: z.iso.datetime(),
    syncLogId: z.string().nullable().describe('The run that found it; null if it was found when the system wrote the record.'),
    fields: z.array(
      z.object({
        path: z.string().describe('A field, a field of an address (shipTo.city) or a line (lines[10]).'),
        base: z.unknown().describe('The value that both sides last agreed on.'),
        erp: z.unknown(),
        system: z.unknown(),
        erpForm: z.string().optional().describe('What the ERP was seen to do to this field, in words.'),
      }),
    ),
    erp: z.object({ changedAt: z.string().nullable(), data: Content }),
    system: z.object({ changedAt: z.iso.datetime(), data: Content }),
    status: z.enum(['open', 'resolved']).optional().describe('Whether somebody still has to decide.'),
    decision: ConflictDecision.optional().describe('How it ended; absent while it is open.'),
  })
  .meta({ id: 'ERPConflict' })
export type ERPConflict = z.infer<typeof ERPConflict>

const conflictIds = scopedId('conflict')
export const conflictIdFor = (connectionId: string, at: Date, random: string): string =>
  conflictIds.create(connectionId, timedSuffix(at, random))

/** The connection that a conflict's id belongs to; null for any other text. */
export const connectionOfConflict = conflictIds.connectionOf

/** When the conflict was found, and randomness for its id. */
interface Found {
  readonly now: Date
  readonly random: string
}

/** The conflict of a record in which both sides have changed the same fields since they last agreed. */
export function bothChangedConflict(
  { connectionId, dataType }: RecordStream,
  { id, data }: { readonly id: string; readonly data: Data },
  entry: OutboxEntry,
  theirs: RemoteRecord,
  fields: readonly Contested[],
  { now, random, runId }: Found & { readonly runId: string },
): ERPConflict {
  const paths = fields.map(({ path }) => path).join(', ')
  return {
    id: entry.conflictId ?? conflictIdFor(connectionId, now, random),
    erpConnectionId: connectionId,
    dataType,
    recordId: id,
    erpId: theirs.erpId,
    reason: 'both_changed',
    explanation:
      `Since the last sync the ERP ${theirs.changedAt === null ? 'has' : `(${theirs.changedAt})`} and the system (${entry.changedAt}) ` +
      `have both changed ${paths} of ${id}, in different ways. ${runId} found this. Neither side is overwritten until the conflict is resolved.`,
    detectedAt: now.toISOString(),
    syncLogId: runId,
    fields: [...fields],
    erp: { changedAt: theirs.changedAt, data: theirs.data },
    system: { changedAt: entry.changedAt, data },
  }
}

/** The conflict of a record that the ERP has deleted while a change by the system waited. */
export function deletedInErpConflict(
  { connectionId, dataType }: RecordStream,
  { id, data }: { readonly id: string; readonly data: Data },
  entry: OutboxEntry,
  { now, random, runId }: Found & { readonly runId: string },
): ERPConflict {
  const before = entry.conflictReason === 'both_changed' ? 'Before it was deleted, both sides had changed it. ' : ''
  return {
    id: entry.conflictId ?? conflictIdFor(connectionId, now, random),
    erpConnectionId: connectionId,
    dataType,
    recordId: id,
    erpId: entry.erpId,
    reason: 'deleted_in_erp',
    explanation: `The ERP no longer has ${id}, which the system has changed (${entry.changedAt}). ${before}${runId} found this. Resolve it with winner "erp" to delete the record here too, or with "system" to create it in the ERP again.`,
    detectedAt: now.toISOString(),
    syncLogId: runId,
    fields: [],
    erp: { changedAt: null, data: {} },
    system: { changedAt: entry.changedAt, data },
  }
}

/** The conflict of a record that each side keeps reverting, perhaps because a rule in the ERP contradicts one of the platform. */
export function backAndForthConflict(
  { connectionId, dataType }: RecordStream,
  { id, data: before, entry: previous }: Pick<HeldRecord, 'id' | 'data' | 'entry'>,
  wanted: Data,
  entry: OutboxEntry,
  { now, random }: Found,
): ERPConflict {
  const theirs = previous?.base?.theirs ?? before ?? {}
  const changes = changesBetween(theirs, wanted)
  return {
    id: conflictIdFor(connectionId, now, random),
    erpConnectionId: connectionId,
    dataType,
    recordId: id,
    erpId: entry.erpId,
    reason: 'back_and_forth',
    explanation: `The system has written the same content of ${id} four times, and the ERP has changed it back each time. It is not sent again until the conflict is resolved.`,
    detectedAt: now.toISOString(),
    syncLogId: null,
    fields: [...changes].map(([path, system]) => ({
      path,
      base: valueAtPath(previous?.base?.ours ?? {}, path) ?? null,
      erp: valueAtPath(theirs, path) ?? null,
      system: system ?? null,
    })),
    erp: { changedAt: null, data: theirs },
    system: { changedAt: entry.changedAt, data: wanted },
  }
}
