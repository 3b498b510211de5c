import { outcomeAt } from '../../connector/batched-outcome.ts'
import type { BatchedOutcome, OutgoingRecord, RecordSink, WriteOutcome } from '../../connector/sink.ts'
import { type AppError, toAppError } from '../../kernel/errors.ts'
import type { OutboxEntry } from '../../outbox/entry.ts'
import type { HeldRecord } from '../../outbox/held-record.ts'
import { leftBy } from '../../outbox/sending.ts'
import type { PushOptions } from './options.ts'
import type { SendResult } from './outcome.ts'
import { lookUp } from './resolve-uncertain.ts'

/** A record that is marked as in flight. */
export interface InFlight {
  readonly record: OutgoingRecord
  readonly held: HeldRecord & { readonly entry: OutboxEntry }
  /** Its entry before it was marked. */
  readonly before: OutboxEntry
}

/** What came of sending it. `failure`: what went wrong beyond a single record, so that no more records are sent. */
export type Sent = InFlight & { readonly result: SendResult; readonly failure?: AppError }

export const notSent = (one: InFlight): Sent => ({ ...one, result: { kind: 'not-sent' } })

/** The records of each call: new ones together, as many as the ERP takes in one call, and each change by itself. */
export function inCalls(all: readonly InFlight[], { batches }: RecordSink): readonly (readonly InFlight[])[] {
  const calls: InFlight[][] = []
  for (const one of all) {
    const last = calls.at(-1)
    const joins = batches && last && last.length < batches.size && isNew(one) && last.every(isNew)
    if (joins) last.push(one)
    else calls.push([one])
  }
  return calls
}

const isNew = ({ record }: InFlight): boolean => record.erpId === null

/** Makes a call once, if the claim still holds. */
export async function send(call: readonly InFlight[], options: PushOptions): Promise<readonly Sent[]> {
  try {
    await options.confirm()
    const outcomes = await write(
      call.map(({ record }) => record),
      options.sink,
    )
    return await Promise.all(call.map((one, at) => settle(one, outcomeAt(outcomes, at), options)))
  } catch (thrown) {
    return call.map((one) => failed(one, thrown))
  }
}

async function write(records: readonly OutgoingRecord[], sink: RecordSink): Promise<readonly BatchedOutcome[]> {
  const [first] = records
  if (records.length > 1 && sink.batches) return sink.batches.write(records)
  return first ? [await sink.write(first)] : []
}

const failed = (one: InFlight, thrown: unknown): Sent => ({ ...notSent(one), failure: toAppError(thrown) })

/** What an outcome means for its record; if it does not tell, the ERP is asked for the record. */
async function settle(one: InFlight, outcome: BatchedOutcome, options: PushOptions): Promise<Sent> {
  try {
    if (outcome.kind === 'not-taken') return failed(one, outcome.error)
    return { ...one, ...(await resultOf(one, outcome, options)) }
  } catch (thrown) {
    return failed(one, thrown)
  }
}

async function resultOf(
  { record, held }: InFlight,
  outcome: WriteOutcome,
  options: PushOptions,
): Promise<Pick<Sent, 'result' | 'failure'>> {
  switch (outcome.kind) {
    case 'accepted':
      return { result: outcome }
    case 'refused':
      return { result: (await isDeletedInErp(record, outcome, options.sink)) ? { kind: 'deleted-in-erp' } : outcome }
    case 'stale':
      return { result: await readAgain(record, held.entry, options.sink) }
    case 'unknown': {
      const { error, leftMsAgo = 0 } = outcome
      const leftAt = new Date(options.clock.now().getTime() - leftMsAgo)
      return lookUp(record, leftBy(held.entry, leftAt), error, options)
    }
  }
}

/** Whether an update was refused because there is no such record any more: both the answer and a look-up have to say so. */
async function isDeletedInErp(
  record: OutgoingRecord,
  { details }: Extract<WriteOutcome, { kind: 'refused' }>,
  sink: RecordSink,
): Promise<boolean> {
  const isGone = record.erpId !== null && (details?.status === 404 || details?.status === 410)
  return isGone && (await sink.find(record).catch(() => undefined)) === null
}

/** The ERP has a newer version of the record than the one our change is based on: that version decides what is left to send. */
async function readAgain(record: OutgoingRecord, entry: OutboxEntry, sink: RecordSink): Promise<SendResult> {
  const found = await sink.find(record)
  if (!found?.fields) return { kind: 'refused', reason: 'The ERP has changed or deleted this record, and no longer shows it' }
  if (found.erpVersion !== null && found.erpVersion === entry.erpVersion)
    return { kind: 'refused', reason: 'The ERP says that the record has changed, but shows the same version of it' }
  const reason = { code: 'remote.unavailable', message: 'The ERP had changed the record in the meantime' }
  return { kind: 'seen', record: found, reason, leftBy: null }
}
