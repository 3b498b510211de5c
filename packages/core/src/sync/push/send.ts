import pMap from 'p-map'
import type { AppError } from '../../kernel/errors.ts'
import type { OutboxEntry } from '../../outbox/entry.ts'
import type { HeldRecord } from '../../outbox/held-record.ts'
import type { OutboxChange } from '../../outbox/outbox-store.ts'
import { aboutToSend, toOutgoing } from '../../outbox/sending.ts'
import { toContent, withoutVolatile } from '../../records/content.ts'
import { dataTypes } from '../../records/data-types.ts'
import { noteUnsent } from './note-unsent.ts'
import type { PushOptions } from './options.ts'
import { readBeforeUpdate } from './read-before-update.ts'
import { saveOutcomes } from './save-outcomes.ts'
import { type InFlight, inCalls, notSent, type Sent, send } from './send-call.ts'

/** The most records that are in flight together, so that a worker that dies leaves no more than these to be looked up. */
const maxInFlight = 500

/** How many records are in flight together: their outcomes are stored in one step. Of the calls that are made at once, that is five rounds. */
const inFlightOf = ({ atOnce, sink }: PushOptions): number => Math.min(maxInFlight, Math.max(20, 5 * atOnce * (sink.batches?.size ?? 1)))

/**
 * Marks the next pending records as in flight, sends them, by up to `atOnce` calls at the same time, and stores their outcomes. The first
 * record of a push goes alone: if the ERP rejects our credentials, it does so once. Records that were not sent, because something failed or the
 * run has to stop or to make room, wait again. `count` is 0 if nothing is pending.
 */
export async function pushBatch(
  options: PushOptions,
  { isFirst }: { readonly isFirst: boolean },
): Promise<{ readonly count: number; readonly failure: AppError | null }> {
  const { stream, outbox, claim, atOnce } = options
  const ids = await outbox.pending(stream, inFlightOf(options))
  if (ids.length === 0) return { count: 0, failure: null }
  const pending = (await outbox.read(stream, ids)).filter(({ entry }) => entry?.status === 'pending')
  const waiting = await readBeforeUpdate(pending, options)
  if (waiting.length === 0) return { count: pending.length, failure: null } // none of them is left to send
  const marked = waiting.map((held) => markInFlight(held, options))
  const stale = await outbox.changeByRun(claim, marked, {})
  if (stale.length > 0) return { count: stale.length, failure: null } // the system has just written one of them: read them again
  const flights = marked.map(({ id, entry, version }, at): InFlight => {
    const { data = null, entry: before } = waiting[at] ?? {}
    return { record: toOutgoing(id, entry), held: { id, entry, version: version + 1, data }, before: before ?? entry }
  })
  if (!(await areStored(flights, options))) return { count: flights.length, failure: null } // a failover has lost marks: begin again

  let failure: AppError | null = null
  const sendCall = async (call: readonly InFlight[]): Promise<readonly Sent[]> => {
    const makesRoom = call[0] !== flights[0] && (await options.shouldYield())
    const stops = makesRoom || failure !== null || options.signal.aborted
    const sent = stops ? call.map(notSent) : await send(call, options)
    failure ??= sent.find((one) => one.failure)?.failure ?? null
    for (const { record, result } of sent) await noteUnsent(record, result, options)
    return sent
  }
  const alone = isFirst ? 1 : 0
  const first = await pMap(inCalls(flights.slice(0, alone), options.sink), sendCall)
  const others = await pMap(inCalls(flights.slice(alone), options.sink), sendCall, { concurrency: atOnce })
  const sent = [...first, ...others].flat()
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
 * sent again. If a failover has lost marks, the records that still have theirs wait again. Throws `store.unavailable` if no replica has
 * acknowledged them; then nothing was sent, and the run goes on later.
 */
async function areStored(flights: readonly InFlight[], options: PushOptions): Promise<boolean> {
  const { stream, outbox } = options
  if (!(await outbox.replicated(stream))) return true
  const ids = flights.map(({ record }) => record.id)
  const current = await outbox.read(stream, ids)
  const marked = flights.filter(({ held }, at) => hasMark(current[at]?.entry ?? null, held.entry))
  if (marked.length === flights.length) return true
  await saveOutcomes(marked.map(notSent), options)
  return false
}

/** Whether an entry still has the mark that was made. The system may write the record meanwhile: that does not touch the mark. */
function hasMark(entry: OutboxEntry | null, { sent: mark }: OutboxEntry): boolean {
  if (entry?.status !== 'in_flight') return false
  return entry.sent?.runId === mark?.runId && entry.sent?.epoch === mark?.epoch && entry.sent?.at === mark?.at
}
