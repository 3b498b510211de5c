import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import { AppError } from '../kernel/errors.ts'
import type { Clock } from '../kernel/ports.ts'
import { onlyVolatile, toContent, withoutVolatile } from '../records/content.ts'
import { dataTypes } from '../records/data-types.ts'
import { withoutAssumed } from '../records/filled-in.ts'
import type { RecordStore } from '../records/record-store.ts'
import { changesBetween, type Data, itemOf, withChanges } from './change-set.ts'
import { connectionOfConflict, type ERPConflict } from './conflict.ts'
import { ConflictSide, type NewDecision, notOpen } from './decision.ts'
import { createdAnew } from './deleted-in-erp.ts'
import type { OutboxEntry } from './entry.ts'
import type { HeldRecord } from './held-record.ts'
import { merge } from './merge.ts'
import type { EntryChange, OutboxChange, OutboxStore } from './outbox-store.ts'

export const ConflictResolutionRequest = z
  .object({
    winner: ConflictSide.describe('Whose values are taken, unless `fields` says otherwise.'),
    fields: z.record(z.string(), ConflictSide).optional().describe("Whose value is taken at single paths of the conflict's fields."),
  })
  .meta({ id: 'ERPConflictResolution' })

export interface ResolvePorts {
  readonly clock: Clock
  readonly outbox: OutboxStore
  readonly records: Pick<RecordStore, 'get'>
}

/** Throws `code` if the conflict is not open; who decided it is said if that is known. */
export async function mustGetConflict(
  outbox: Pick<OutboxStore, 'conflict' | 'decidedConflict'>,
  id: string,
  code: 'request.not-found' | 'request.conflict' = 'request.not-found',
): Promise<ERPConflict> {
  if (connectionOfConflict(id) === null) throw notOpen('request.not-found', id, undefined)
  const conflict = await outbox.conflict(id)
  if (conflict) return conflict
  const decision = (await outbox.decidedConflict(id))?.decision
  throw notOpen(decision ? code : 'request.not-found', id, decision)
}

/** An open conflict with its record, and what the caller wants to decide. Throws as `mustGetConflict`, and `request.invalid` for unknown fields. */
export async function readForDecision(
  outbox: OutboxStore,
  { id, fields = {} }: { readonly id: string; readonly fields?: Decision['fields'] },
) {
  const conflict = await mustGetConflict(outbox, id, 'request.conflict')
  assertFieldsOf(conflict, Object.keys(fields))
  const { erpConnectionId: connectionId, dataType, recordId } = conflict
  const stream = { connectionId, dataType }
  const [held] = await outbox.read(stream, [recordId])
  if (!held?.data || held.entry?.conflictId !== id) {
    await mustGetConflict(outbox, id, 'request.conflict') // somebody may have decided it since it was read
    throw notOpen('request.not-found', id, undefined)
  }
  return { conflict, stream, held }
}

/** Resolves a conflict as a person decides. If any value of the system is taken, the record waits to be pushed again. */
export function conflictCommands(command: ReturnType<typeof createCommands>, { clock, outbox, records }: ResolvePorts) {
  const resolve = command({
    action: 'erp_conflict_resolved',
    role: 'operator',
    input: ConflictResolutionRequest.extend({ id: z.string() }),
    async run({ id, winner, fields = {} }, caller) {
      const hasFields = Object.keys(fields).length > 0
      const { conflict, stream, held } = await readForDecision(outbox, { id, fields })
      const { erpConnectionId, dataType, recordId } = conflict
      const decision: Decision = { how: 'person', by: caller.id, winner, ...(hasFields && { fields }) }
      const change = changeThatResolves(conflict, held, decision, clock.now())
      const before = await records.get(erpConnectionId, dataType, recordId)
      const stale = await outbox.change(stream, [change])
      if (stale.length > 0) {
        await mustGetConflict(outbox, id, 'request.conflict')
        throw new AppError('request.conflict', `Conflict ${id} has changed in the meantime. Read it again before you resolve it`)
      }
      return {
        output: { ...stream, recordId, before },
        target: id,
        changes: { erpConnectionId, dataType, recordId, winner, ...(hasFields && { fields }) },
      }
    },
  })
  return { resolve }
}

/** Throws `request.invalid` if any of the paths is not one of the conflict's. */
function assertFieldsOf(conflict: ERPConflict, paths: readonly string[]): void {
  const unknown = paths.filter((path) => !conflict.fields.some((field) => field.path === path))
  if (unknown.length === 0) return
  const issues = unknown.map((path) => ({ path: `fields.${path}`, message: 'is not a field of this conflict' }))
  throw new AppError('request.invalid', 'The request names fields that are not part of the conflict', { details: { issues } })
}

/** What a person, or a strategy, has decided. */
export interface Decision extends NewDecision {
  readonly winner: ConflictSide
}

/** The change that closes a conflict. Throws `request.not-found` if the record is gone, and `request.invalid` if no valid one results. */
export function changeThatResolves(conflict: ERPConflict, held: HeldRecord, decision: Decision, now: Date): OutboxChange {
  const { winner, fields = {} } = decision
  const { data, entry } = held
  if (data === null || entry === null) throw new AppError('request.not-found', `There is no open conflict ${conflict.id}`)
  if (conflict.reason === 'deleted_in_erp') return resolveDeletion(conflict, held, entry, decision, now)
  const winnerOf = (path: string) => fields[path] ?? fields[itemOf(path) ?? ''] ?? winner
  const resolved = resolution(conflict, held, data, entry, winnerOf, now)
  return { ...resolved, conflict: { closes: conflict.id, decision } }
}

/** The change that closes the conflict about a deletion: the record goes here too, or is created anew in the ERP. */
function resolveDeletion(
  { id: conflictId }: ERPConflict,
  { id, version }: HeldRecord,
  entry: OutboxEntry,
  decision: Decision,
  now: Date,
): OutboxChange {
  const conflict = { closes: conflictId, decision }
  if (decision.winner === 'erp') return { id, version, erpId: entry.erpId, conflict, forgets: true }
  return { id, version, entry: createdAnew(entry, now), content: null, conflict }
}

/** The change of a record to the chosen values; throws `request.invalid` if they do not make a valid record. */
function resolution(
  conflict: ERPConflict,
  { id, version }: HeldRecord,
  data: Data,
  entry: OutboxEntry,
  winnerOf: (path: string) => ConflictSide,
  now: Date,
): EntryChange {
  const dataType = dataTypes[conflict.dataType]
  const ours = withoutVolatile(dataType, data)
  const merged = merge(entry.base ?? { ours: {}, theirs: {}, unconfirmed: [] }, ours, conflict.erp.data, winnerOf)
  const theirs = conflict.fields.filter(({ path }) => winnerOf(path) === 'erp').map(({ path, erp }) => [path, erp ?? undefined] as const)
  const chosen = withChanges(merged.data, new Map(theirs))
  const whole = { ...chosen, ...onlyVolatile(dataType, data) }
  const parsed = dataType.schema.safeParse(whole)
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }))
    throw new AppError('request.invalid', 'The chosen values do not make a valid record', { details: { issues } })
  }
  const resolved = withoutAssumed(dataType, whole, parsed.data)
  const isLeft = changesBetween(merged.base.ours, withoutVolatile(dataType, resolved)).size > 0
  const next: OutboxEntry = {
    ...entry,
    status: isLeft ? 'pending' : 'synced',
    base: merged.base,
    revision: entry.revision + 1,
    changedAt: now.toISOString(),
    conflictId: null,
    conflictReason: null,
    written: null,
    revertedHashes: [],
    error: null,
  }
  return { id, version, entry: next, content: toContent(dataType, resolved) }
}
