import type { AcceptedRecord } from '../../connector/sink.ts'
import { asKnown } from '../../outbox/as-known.ts'
import type { Data } from '../../outbox/change-set.ts'
import { deletedInErp } from '../../outbox/deleted-in-erp.ts'
import type { OutboxEntry, PushError } from '../../outbox/entry.ts'
import type { HeldRecord } from '../../outbox/held-record.ts'
import type { EntryChange, OutboxChange } from '../../outbox/outbox-store.ts'
import { accepted } from '../../outbox/reconcile.ts'
import { leftBy, missing, notSent, refused, uncertain, withErpId } from '../../outbox/sending.ts'
import { onlyVolatile, withoutVolatile } from '../../records/content.ts'
import { dataTypes } from '../../records/data-types.ts'
import { filledIn } from '../../records/filled-in.ts'
import type { Reject } from '../../records/reject.ts'
import { reconcileRemote, type SharedRecordPorts } from '../shared-records.ts'
import type { PushOptions } from './options.ts'

/** What is known of one record after an attempt to send it, or to look it up. */
export type SendResult =
  /** `foundDespite`: why the answer to the write did not tell, if the ERP had to be asked. */
  | { readonly kind: 'accepted'; readonly record: AcceptedRecord; readonly foundDespite?: string | undefined }
  | { readonly kind: 'refused'; readonly reason: string }
  /** `leftBy`: when the request left at the latest. */
  | { readonly kind: 'uncertain'; readonly reason: PushError; readonly leftBy: Date }
  /**
   * The ERP's version of the record was read, and shows whether our change has arrived. If it has not, it may still be under way: `leftBy` is
   * when it left at the latest, or null if it cannot be. `reason`: why the answer to the write did not tell.
   */
  | { readonly kind: 'seen'; readonly record: AcceptedRecord; readonly reason: PushError; readonly leftBy: Date | null }
  | { readonly kind: 'not-sent' }
  /** The ERP no longer has the record that was to be updated. */
  | { readonly kind: 'deleted-in-erp' }
  | { readonly kind: 'missing'; readonly reason: PushError }

/** What a result does to a record's entry, and what it adds to the run's log. */
export interface Outcome {
  readonly merged?: boolean
  readonly overridden?: number
  readonly deleted?: boolean
  readonly change: OutboxChange
  readonly conflict?: boolean
  readonly reject?: Reject
}

type OutcomePorts = SharedRecordPorts & Pick<PushOptions, 'maxAttempts'>

/** The outcome of sending `held`, whose entry was `before` when it was about to be sent. */
export function outcomeOf(held: HeldRecord, before: OutboxEntry, result: SendResult, ports: OutcomePorts): Outcome {
  const { id, version, entry } = held
  if (entry === null) throw new Error(`${id} has no outbox entry`)
  const withEntry = (after: OutboxEntry): EntryChange => ({ id, version, entry: after, content: null })
  switch (result.kind) {
    case 'accepted': {
      const after = withErpId(accepted(entry), result.record)
      return asPushed(reconciled(held, after, result.record, ports), result.foundDespite)
    }
    case 'seen': {
      const outcome = reconciled(held, entry, result.record, ports)
      const { entry: after } = outcome.change
      if (after.sent === null) return after.status === 'synced' ? asPushed(outcome, result.reason.message) : outcome
      if (result.leftBy !== null) return { change: withEntry(uncertain(leftBy(entry, result.leftBy), result.reason)) }
      return { ...outcome, ...requeue(outcome.change, missing(after, result.reason, ports.maxAttempts)) }
    }
    case 'refused':
      return { change: withEntry(refused(entry, result.reason)), reject: rejectOf(id, result.reason) }
    case 'uncertain':
      return { change: withEntry(uncertain(leftBy(entry, result.leftBy), result.reason)) }
    case 'not-sent':
      return { change: withEntry(notSent(entry, before)) }
    case 'deleted-in-erp':
      return deletedInErp(held, entry, ports)
    case 'missing':
      return requeue({ id, version, content: null }, missing(entry, result.reason, ports.maxAttempts))
  }
}

const asPushed = (outcome: Outcome & { readonly change: EntryChange }, foundDespite?: string): Outcome => ({
  ...outcome,
  change: { ...outcome.change, pushed: true, foundDespite },
})

/** The record waits to be sent again, or has failed after too many attempts. */
function requeue(change: Omit<EntryChange, 'entry'>, entry: OutboxEntry): Outcome {
  return { change: { ...change, entry }, ...(entry.status === 'error' && { reject: rejectOf(change.id, entry.error?.message ?? '') }) }
}

const rejectOf = (recordId: string, message: string): Reject => ({ recordId, page: 0, errors: [{ path: '', message, value: null }] })

/**
 * The ERP has shown its version of the record: it is reconciled as if it had been pulled. The answer to a write may show only a part of it:
 * what it leaves out is as we know it.
 */
export function reconciled(
  held: HeldRecord,
  entry: OutboxEntry,
  { erpId, erpVersion, fields }: AcceptedRecord,
  ports: SharedRecordPorts,
): Outcome & { readonly change: EntryChange } {
  const dataType = dataTypes[ports.stream.dataType]
  const shown = fields && withoutUndefined(fields)
  const known = { ...entry.base?.theirs, ...shown }
  const parsed = shown ? dataType.parse(known) : null
  if (!shown || !parsed) return { change: { id: held.id, version: held.version, entry, content: null } }
  const changedAt = typeof parsed.sourceUpdatedAt === 'string' ? parsed.sourceUpdatedAt : null
  const remote = {
    erpId,
    data: asKnown(dataType, withoutVolatile(dataType, parsed), filledIn(dataType, known, parsed), entry),
    changedAt,
    version: erpVersion,
    shownFields: new Set(Object.keys(shown)),
  }
  const { change, isConflict, isMerged, overridden } = reconcileRemote({ ...held, entry }, remote, onlyVolatile(dataType, parsed), ports)
  return { change, conflict: isConflict, merged: isMerged, overridden }
}

const withoutUndefined = (fields: Data): Data => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
