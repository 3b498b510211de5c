import { z } from 'zod'
import { scopedId, timedSuffix } from '../kernel/scoped-id.ts'
import { DataTypeId } from '../records/data-types.ts'
import { changesBetween, type Data, valueAtPath } from './change-set.ts'
import type { OutboxEntry } from './entry.ts'
import type { Contested } from './merge.ts'
import type { HeldRecord, RecordStream } from './outbox-store.ts'
import type { RemoteRecord } from './reconcile.ts'

const Content = z.record(z.string(), z.unknown())

/** A record that waits for a person: both sides have changed it, and neither may win by itself. */
export const ERPConflict = z
  .object({
    id: z.string(),
    erpConnectionId: z.string(),
    dataType: DataTypeId,
    recordId: z.string(),
    erpId: z.string().nullable(),
    reason: z
      .enum(['both_changed', 'back_and_forth'])
      .describe(
        'both_changed: since the last sync, in different ways; back_and_forth: each side undid the change of the other three times.',
      ),
    explanation: z.string().describe('Who changed what, when, and which run found it, in words.'),
    detectedAt: z.iso.datetime(),
    syncLogId: z.string().nullable().describe('The run that found it; null where a change of the system did.'),
    fields: z.array(
      z.object({
        path: z.string().describe('A field, a field of an address (shipTo.city) or a line (lines[10]).'),
        base: z.unknown().describe('What both last agreed on.'),
        erp: z.unknown(),
        system: z.unknown(),
      }),
    ),
    erp: z.object({ changedAt: z.string().nullable(), data: Content }),
    system: z.object({ changedAt: z.iso.datetime(), data: Content }),
  })
  .meta({ id: 'ERPConflict' })
export type ERPConflict = z.infer<typeof ERPConflict>

const conflictIds = scopedId('conflict')
export const conflictIdFor = (connectionId: string, at: Date, random: string): string =>
  conflictIds.create(connectionId, timedSuffix(at, random))

/** The connection that a conflict's id belongs to; null for any other text. */
export const connectionOfConflict = conflictIds.connectionOf

interface Found {
  readonly now: Date
  readonly random: string
}

/** Both sides have changed the same since they last agreed. */
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
      `have both changed ${paths} of ${id}, in different ways. ${runId} found it. Neither side is overwritten until it is resolved.`,
    detectedAt: now.toISOString(),
    syncLogId: runId,
    fields: [...fields],
    erp: { changedAt: theirs.changedAt, data: theirs.data },
    system: { changedAt: entry.changedAt, data },
  }
}

/** Each side has undone the other's change again and again: perhaps a rule in the ERP and one of the platform contradict each other. */
export function backAndForthConflict(
  { connectionId, dataType }: RecordStream,
  { id, data: before, entry: former }: Pick<HeldRecord, 'id' | 'data' | 'entry'>,
  wanted: Data,
  entry: OutboxEntry,
  { now, random }: Found,
): ERPConflict {
  const theirs = former?.base?.theirs ?? before ?? {}
  const changes = changesBetween(theirs, wanted)
  return {
    id: conflictIdFor(connectionId, now, random),
    erpConnectionId: connectionId,
    dataType,
    recordId: id,
    erpId: entry.erpId,
    reason: 'back_and_forth',
    explanation: `The system has written the same content of ${id} for the fourth time, and the ERP has changed it back each time. It is not sent again until it is resolved.`,
    detectedAt: now.toISOString(),
    syncLogId: null,
    fields: [...changes].map(([path, system]) => ({
      path,
      base: valueAtPath(former?.base?.ours ?? {}, path) ?? null,
      erp: valueAtPath(theirs, path) ?? null,
      system: system ?? null,
    })),
    erp: { changedAt: null, data: theirs },
    system: { changedAt: entry.changedAt, data: wanted },
  }
}
