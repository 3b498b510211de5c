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
import { createdAnew } from './deleted-in-erp.ts'
import type { OutboxEntry } from './entry.ts'
import type { HeldRecord } from './held-record.ts'
import { merge } from './merge.ts'
import type { OutboxChange, OutboxStore } from './outbox-store.ts'

const Side = z.enum(['erp', 'system'])

export const ConflictResolutionRequest = z
  .object({
    winner: Side.describe('Whose values are taken, unless `fields` says otherwise.'),
    fields: z.record(z.string(), Side).optional().describe("Whose value is taken at single paths of the conflict's fields."),
  })
  .meta({ id: 'ERPConflictResolution' })

export interface ResolvePorts {
  readonly clock: Clock
  readonly outbox: OutboxStore
  readonly records: Pick<RecordStore, 'get'>
}

export async function mustGetConflict(outbox: Pick<OutboxStore, 'conflict'>, id: string): Promise<ERPConflict> {
  const conflict = connectionOfConflict(id) === null ? null : await outbox.conflict(id)
  if (!conflict) throw new AppError('request.not-found', `There is no open conflict ${id}`)
  return conflict
}

/** Resolves a conflict as a person decides. If any value of the system is taken, the record waits to be pushed again. */
export function conflictCommands(command: ReturnType<typeof createCommands>, { clock, outbox, records }: ResolvePorts) {
  const resolve = command({
    action: 'erp_conflict_resolved',
    role: 'operator',
    input: ConflictResolutionRequest.extend({ id: z.string() }),
    async run({ id, winner, fields = {} }) {
      const conflict = await mustGetConflict(outbox, id)
      assertFieldsOf(conflict, Object.keys(fields))
      const { erpConnectionId, dataType, recordId } = conflict
      const stream = { connectionId: erpConnectionId, dataType }
      const [held] = await outbox.read(stream, [recordId])
      if (!held?.data || held.entry?.conflictId !== id) throw new AppError('request.not-found', `There is no open conflict ${id}`)

      const change = changeThatResolves(conflict, held, { winner, fields }, clock.now())
      const before = await records.get(erpConnectionId, dataType, recordId)
      const stale = await outbox.change(stream, [change])
      if (stale.length > 0)
        throw new AppError('request.conflict', `Conflict ${id} has changed in the meantime. Read it again before you resolve it`)
      return {
        output: { ...stream, recordId, before },
        target: id,
        changes: { erpConnectionId, dataType, recordId, winner, ...(Object.keys(fields).length > 0 && { fields }) },
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
interface Decision {
  readonly winner: z.output<typeof Side>
  readonly fields?: Readonly<Record<string, z.output<typeof Side>>>
}

/** The change that closes a conflict. Throws `request.not-found` if the record is gone, and `request.invalid` if no valid one results. */
export function changeThatResolves(conflict: ERPConflict, held: HeldRecord, { winner, fields = {} }: Decision, now: Date): OutboxChange {
  const { data, entry } = held
  if (data === null || entry === null) throw new AppError('request.not-found', `There is no open conflict ${conflict.id}`)
  if (conflict.reason === 'deleted_in_erp') return resolveDeletion(conflict, held, entry, winner, now)
  return resolution(conflict, held, data, entry, (path) => fields[path] ?? fields[itemOf(path) ?? ''] ?? winner, now)
}

/** The change that closes the conflict about a deletion: the record goes here too, or is created anew in the ERP. */
function resolveDeletion(
  { id: conflictId }: ERPConflict,
  { id, version }: HeldRecord,
  entry: OutboxEntry,
  winner: z.output<typeof Side>,
  now: Date,
): OutboxChange {
  const conflict = { closes: conflictId }
  if (winner === 'erp') return { id, version, erpId: entry.erpId, conflict, forgets: true }
  return { id, version, entry: createdAnew(entry, now), content: null, conflict }
}

/** The change that closes a conflict with the chosen values; throws `request.invalid` if they do not make a valid record. */
function resolution(
  conflict: ERPConflict,
  { id, version }: HeldRecord,
  data: Data,
  entry: OutboxEntry,
  winnerOf: (path: string) => z.output<typeof Side>,
  now: Date,
): OutboxChange {
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
  return { id, version, entry: next, content: toContent(dataType, resolved), conflict: { closes: conflict.id } }
}
