import type { Clock, Ids } from '../kernel/ports.ts'
import { deletedInErpConflict } from './conflict.ts'
import { maxReferenceLength, neverSent, type OutboxEntry } from './entry.ts'
import type { HeldRecord, RecordStream } from './held-record.ts'
import type { OutboxChange } from './outbox-store.ts'
import type { ConflictResolution } from './reconcile.ts'

export interface DeletionPorts {
  readonly stream: RecordStream
  readonly runId: string
  readonly resolution: ConflictResolution
  readonly clock: Clock
  readonly ids: Ids
  readonly notes: { add(message: string): void }
}

/**
 * The change of a record that is deleted there and changed here: the strategy decides, or a person. Nobody knows when it was deleted, so the
 * newest cannot win. An open conflict about what both sides had changed becomes one about the deletion.
 */
export function deletedInErp(
  { id, version, data }: HeldRecord,
  entry: OutboxEntry,
  { stream, resolution, runId, clock, ids, notes }: DeletionPorts,
): { readonly change: OutboxChange; readonly deleted?: true; readonly conflict?: boolean } {
  const now = clock.now()
  const closed = entry.conflictId === null ? undefined : { closes: entry.conflictId }
  if (resolution === 'erp_wins') {
    notes.add(`${id} was deleted in the ERP, so it was deleted here, with the system's last change`)
    return { change: { id, version, erpId: entry.erpId, forgets: true, conflict: closed }, deleted: true }
  }
  if (resolution === 'system_wins') {
    notes.add(`${id} was deleted in the ERP, and is created there again`)
    return { change: { id, version, entry: createdAnew(entry, now), content: null, conflict: closed } }
  }
  const opens = deletedInErpConflict(stream, { id, data: data ?? {} }, entry, { now, random: ids.random(6), runId })
  const waiting: OutboxEntry = { ...entry, status: 'conflict', conflictReason: 'deleted_in_erp', conflictId: opens.id, sent: null }
  return { change: { id, version, entry: waiting, content: null, conflict: { opens } }, conflict: entry.status !== 'conflict' }
}

/**
 * The entry of a record that the ERP has deleted and that is to be created there again. Its reference is a new one, so that a look-up
 * never takes a remainder of the old record for it.
 */
export function createdAnew(entry: OutboxEntry, now: Date): OutboxEntry {
  const revision = entry.revision + 1
  return {
    ...entry,
    status: 'pending',
    erpId: null,
    erpVersion: null,
    reference: nextReference(entry.reference, revision),
    revision,
    changedAt: now.toISOString(),
    base: null,
    ...neverSent,
  }
}

function nextReference(reference: string, revision: number): string {
  const suffix = `-${revision}`
  return `${reference.slice(0, maxReferenceLength - suffix.length)}${suffix}`
}
