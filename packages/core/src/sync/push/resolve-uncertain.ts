import type { OutgoingRecord } from '../../connector/sink.ts'
import { type AppError, toAppError } from '../../kernel/errors.ts'
import type { OutboxEntry, PushError } from '../../outbox/entry.ts'
import { leftBy, lookupReliableAt, toOutgoing } from '../../outbox/sending.ts'
import { maxUncertain } from '../shared-records.ts'
import { noteUnsent } from './note-unsent.ts'
import type { PushOptions } from './options.ts'
import type { SendResult } from './outcome.ts'
import { saveOutcomes } from './save-outcomes.ts'

/** Asks the ERP about every record that any run has sent and whose outcome is unknown; yields after each. */
export async function* resolveUncertain(options: PushOptions): AsyncGenerator<void> {
  const { stream, outbox } = options
  for (const id of await outbox.unsettled(stream, maxUncertain)) {
    const [held] = await outbox.read(stream, [id])
    const entry = held?.entry
    if (!held || !entry?.sent) continue
    const reason = entry.error ?? { code: 'remote.unavailable', message: 'The worker that sent it ended before the answer came' }
    const record = toOutgoing(id, entry)
    const sent = entry.status === 'in_flight' ? leftBy(entry, options.clock.now()) : entry // its worker may have sent it in its last moment
    const { result, failure } = await lookUp(record, sent, reason, options)
    await noteUnsent(record, result, options)
    await saveOutcomes([{ held, before: entry, result }], options)
    if (failure) throw failure
    yield
    options.signal.throwIfAborted()
  }
}

/**
 * Asks the ERP whether it has a record that was sent. That it does not is believed only once nothing of the request can still be under way.
 * `failure`: the look-up itself failed.
 */
export async function lookUp(
  record: OutgoingRecord,
  entry: OutboxEntry,
  reason: PushError,
  { sink, timeoutMs, clock }: PushOptions,
): Promise<{ readonly result: SendResult; readonly failure?: AppError }> {
  const left = entry.sent === null ? clock.now() : new Date(entry.sent.at)
  try {
    const found = await sink.find(record)
    if (found && record.erpId === null) return { result: { kind: 'accepted', record: found, foundDespite: reason.message } }
    const mayStillArrive = clock.now().getTime() < lookupReliableAt(entry, timeoutMs)
    if (found?.fields) return { result: { kind: 'seen', record: found, reason, leftBy: mayStillArrive ? left : null } }
    return { result: mayStillArrive ? { kind: 'uncertain', reason, leftBy: left } : { kind: 'missing', reason } }
  } catch (thrown) {
    return { result: { kind: 'uncertain', reason, leftBy: left }, failure: toAppError(thrown) }
  }
}
