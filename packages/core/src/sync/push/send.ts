import pMap from 'p-map'
import type { OutgoingRecord, RecordSink, WriteOutcome } from '../../connector/sink.ts'
import { type AppError, toAppError } from '../../kernel/errors.ts'
import type { OutboxEntry } from '../../outbox/entry.ts'
import type { HeldRecord } from '../../outbox/held-record.ts'
import type { OutboxChange } from '../../outbox/outbox-store.ts'
import { aboutToSend, toOutgoing } from '../../outbox/sending.ts'
import { toContent, withoutVolatile } from '../../records/content.ts'
import { dataTypes } from '../../records/data-types.ts'
import { noteUnsent } from './note-unsent.ts'
import type { PushOptions } from './options.ts'
import type { SendResult } from './outcome.ts'
import { readBeforeUpdate } from './read-before-update.ts'
import { lookUp } from './resolve-uncertain.ts'
import { type SentRecord, saveOutcomes } from './save-outcomes.ts'

/** How many records are in flight together: their outcomes are stored in one step. Of each that are sent at once, that is five rounds. */
const batchSizeOf = (atOnce: number): number => Math.max(20, 5 * atOnce)

/** `failure`: what went wrong beyond a single record, so that no more records are sent. */
type Sent = { readonly result: SendResult; readonly failure?: AppError }

/**
 * Marks the next pending records as in flight, sends them, up to `atOnce` at the same time, and stores their outcomes. The first batch of a
 * push sends one record alone first: if the ERP rejects our credentials, it does so once. Records that were not sent, because something
 * failed or the run has to stop or to make room, wait again. `count` is 0 if nothing is pending.
 */
export async function pushBatch(
  options: PushOptions,
  { isFirst }: { readonly isFirst: boolean },
): Promise<{ readonly count: number; readonly failure: AppError | null }> {
  const { stream, outbox, claim, atOnce } = options
  const ids = await outbox.pending(stream, batchSizeOf(atOnce))
  if (ids.length === 0) return { count: 0, failure: null }
  const pending = (await outbox.read(stream, ids)).filter(({ entry }) => entry?.status === 'pending')
  const waiting = await readBeforeUpdate(pending, options)
  if (waiting.length === 0) return { count: pending.length, failure: null } // none of them is left to send
  const marked = waiting.map((held) => markInFlight(held, options))
  const stale = await outbox.changeByRun(claim, marked, {})
  if (stale.length > 0) return { count: stale.length, failure: null } // the system has just written one of them: read them again
  if (!(await isStored(marked, options))) return { count: marked.length, failure: null } // a failover has lost the marks: begin again

  let failure: AppError | null = null
  const sendNext = async ({ id, entry, version }: (typeof marked)[number], at: number): Promise<SentRecord> => {
    const makesRoom = at > 0 && (await options.shouldYield())
    const record = toOutgoing(id, entry)
    const stops = makesRoom || failure !== null || options.signal.aborted
    const one: Sent = stops ? { result: { kind: 'not-sent' } } : await send(record, entry, options)
    failure ??= one.failure ?? null
    await noteUnsent(record, one.result, options)
    const held = { id, entry, version: version + 1, data: waiting[at]?.data ?? null }
    return { held, before: waiting[at]?.entry ?? entry, result: one.result }
  }
  const alone = isFirst ? 1 : 0
  const first = await pMap(marked.slice(0, alone), sendNext)
  const others = await pMap(marked.slice(alone), (one, at) => sendNext(one, at + alone), { concurrency: atOnce })
  const sent = [...first, ...others]
  await saveOutcomes(sent, options)
  return { count: sent.length, failure }
}

/** The change that marks a record as in flight. It is stored before the ERP hears of the record. */
function markInFlight(
  { id, version, data, entry }: HeldRecord,
  { stream, claim, clock }: PushOptions,
): OutboxChange & { readonly entry: OutboxEntry } {
  if (entry === null) throw new Error(`${id} has no outbox entry`)
  const dataType = dataTypes[stream.dataType]
  const content = withoutVolatile(dataType, data ?? {})
  const { hash } = toContent(dataType, data ?? {})
  return { id, version, entry: aboutToSend(entry, { data: content, hash }, claim, clock.now()), content: null }
}

/**
 * Whether the marks would outlive a failover of Redis: otherwise the next master would not know that the records were sent, and they would be
 * sent again. Throws `store.unavailable` if no replica has acknowledged them; then nothing was sent, and the run goes on later.
 */
async function isStored(marked: readonly (OutboxChange & { readonly entry: OutboxEntry })[], { stream, outbox }: PushOptions) {
  if (!(await outbox.replicated(stream))) return true
  const held = await outbox.read(
    stream,
    marked.map(({ id }) => id),
  )
  return held.every(({ version, entry }, at) => entry?.status === 'in_flight' && version === (marked[at]?.version ?? 0) + 1)
}

/** Sends one record once, if the claim still holds. */
async function send(record: OutgoingRecord, entry: OutboxEntry, options: PushOptions): Promise<Sent> {
  const { sink, confirm } = options
  try {
    await confirm()
    const outcome = await sink.write(record)
    switch (outcome.kind) {
      case 'accepted':
        return { result: outcome }
      case 'refused':
        return { result: (await isDeletedInErp(record, outcome, sink)) ? { kind: 'deleted-in-erp' } : outcome }
      case 'stale':
        return { result: await readAgain(record, entry, sink) }
      case 'unknown':
        return await lookUp(record, entry, outcome.error, options)
    }
  } catch (thrown) {
    return { result: { kind: 'not-sent' }, failure: toAppError(thrown) }
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
  return { kind: 'seen', record: found, reason, mayStillArrive: false }
}
