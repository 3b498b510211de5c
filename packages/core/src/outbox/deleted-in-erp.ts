import { maxReferenceLength, neverSent, type OutboxEntry } from './entry.ts'

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
