import type { AcceptedRecord, OutgoingRecord, RecordSink } from '../connector/connector.ts'
import { AppError, toAppError } from '../kernel/errors.ts'
import type { OutboxEntry, PushError } from '../outbox/entry.ts'
import type { HeldRecord, OutboxChange, PushAccount, PushClaim } from '../outbox/outbox-store.ts'
import { accepted } from '../outbox/reconcile.ts'
import { aboutToSend, lookupReliableAt, missing, notSent, refused, toOutgoing, uncertain, withTaken } from '../outbox/sending.ts'
import { onlyVolatile, toContent, withoutVolatile } from '../records/content.ts'
import { dataTypes } from '../records/data-types.ts'
import type { Reject } from '../records/reject.ts'
import { reconcileRemote, type SharedRecordPorts } from './shared-records.ts'

export interface Push extends SharedRecordPorts {
  readonly claim: PushClaim
  readonly sink: RecordSink
  /** Resolves where the claim surely still holds; throws `run.superseded` where it does not. */
  readonly confirm: () => Promise<void>
  /** The longest that the ERP is waited for. */
  readonly timeoutMs: number
  /** How often a record is sent that was never answered. */
  readonly maxAttempts: number
  readonly signal: AbortSignal
}

/** Records that are under way together: what became of them is stored in one step. */
const maxInFlight = 20

/** What became of one record that was to be sent. */
type Fate =
  | { readonly kind: 'accepted'; readonly record: AcceptedRecord }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'uncertain'; readonly reason: PushError }
  /** What the ERP has tells whether a change has come; one that has not may still be under way. `reason`: why the answer did not tell. */
  | { readonly kind: 'seen'; readonly record: AcceptedRecord; readonly reason: PushError; readonly mayStillCome: boolean }
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'missing'; readonly reason: PushError }

/**
 * Sends what waits, in its order, until nothing waits any more; yields after each step that is stored. That a record is about to be sent
 * is stored before the ERP hears of it; of one that was sent and never answered the ERP is asked before it is sent again. Throws
 * `push.unsettled` while the fate of one is not known yet.
 */
export async function* push(options: Push): AsyncGenerator<void> {
  yield* resolveUncertain(options)
  for (;;) {
    const sent = await pushBatch(options)
    if (sent.failure) throw sent.failure
    if (sent.count === 0) break
    yield
    options.signal.throwIfAborted() // only here: what was answered is always stored
  }
  yield* resolveUncertain(options)
  const left = await options.outbox.readShared(options.stream, await options.outbox.unsettled(options.stream, 1000))
  if (left.size === 0) return
  const believed = Math.min(...[...left.values()].map(({ entry }) => (entry ? lookupReliableAt(entry, options.timeoutMs) : 0)))
  throw new AppError('push.unsettled', `Of ${left.size} records it is not known yet whether the ERP has taken them`, {
    retryAfterMs: Math.max(250, believed - options.clock.now().getTime()),
  })
}

/** Takes the next ones that wait, and sends them one after the other. What was not sent waits again. */
async function pushBatch(options: Push): Promise<{ readonly count: number; readonly failure: AppError | null }> {
  const { stream, outbox, claim } = options
  const ids = await outbox.pending(stream, maxInFlight)
  if (ids.length === 0) return { count: 0, failure: null }
  const waiting = (await outbox.read(stream, ids)).filter(({ entry }) => entry?.status === 'pending')
  const intents = waiting.map((held) => markInFlight(held, options))
  const stale = new Set(await outbox.changeByRun(claim, intents, {}))
  if (stale.size > 0) return { count: stale.size, failure: null } // written by the system just now: looked at again

  const fates: { readonly held: HeldRecord; readonly before: OutboxEntry; readonly fate: Fate }[] = []
  let failure: AppError | null = null
  for (const [at, { id, entry, version }] of intents.entries()) {
    const before = waiting[at]?.entry ?? entry
    const held = { id, entry, version: version + 1, data: waiting[at]?.data ?? null }
    const sent: { readonly fate: Fate; readonly failure?: AppError } =
      failure || options.signal.aborted ? { fate: { kind: 'not-sent' } } : await send(toOutgoing(id, entry), entry, options)
    failure ??= sent.failure ?? null
    fates.push({ held, before, fate: sent.fate })
  }
  await saveOutcomes(fates, options)
  return { count: fates.length, failure }
}

function markInFlight(
  { id, version, data, entry }: HeldRecord,
  { stream, claim, clock }: Push,
): OutboxChange & { readonly entry: OutboxEntry } {
  if (entry === null) throw new Error(`${id} has no entry`)
  const dataType = dataTypes[stream.dataType]
  const content = withoutVolatile(dataType, data ?? {})
  const { hash } = toContent(dataType, data ?? {})
  return { id, version, entry: aboutToSend(entry, { data: content, hash }, claim, clock.now()), content: null }
}

/** Sends one record, once. A failure that concerns more than this record is given back beside its fate. */
async function send(record: OutgoingRecord, entry: OutboxEntry, options: Push): Promise<{ fate: Fate; failure?: AppError }> {
  const { sink, confirm } = options
  try {
    await confirm()
  } catch (thrown) {
    return { fate: { kind: 'not-sent' }, failure: toAppError(thrown) }
  }
  try {
    const outcome = await sink.write(record)
    switch (outcome.kind) {
      case 'accepted':
      case 'refused':
        return { fate: outcome }
      case 'stale':
        return await readAgain(record, entry, sink)
      case 'unknown':
        return await lookUp(record, entry, outcome.error, options)
    }
  } catch (thrown) {
    return { fate: { kind: 'not-sent' }, failure: toAppError(thrown) }
  }
}

/** The ERP has changed the record meanwhile: what it is now decides what is left to send. */
async function readAgain(record: OutgoingRecord, entry: OutboxEntry, sink: RecordSink): Promise<{ fate: Fate }> {
  const found = await sink.find(record)
  if (!found?.fields)
    return { fate: { kind: 'refused', reason: 'The ERP has changed or deleted this record, and does not show it any more' } }
  if (found.erpVersion !== null && found.erpVersion === entry.erpVersion)
    return { fate: { kind: 'refused', reason: 'The ERP says that the record has changed, but shows the same version of it' } }
  const reason = { code: 'remote.unavailable', message: 'The ERP had changed the record meanwhile' }
  return { fate: { kind: 'seen', record: found, reason, mayStillCome: false } }
}

/** It may have been taken or not: only the ERP knows. Its "no" is believed when nothing of the request can be under way any more. */
async function lookUp(
  record: OutgoingRecord,
  entry: OutboxEntry,
  reason: PushError,
  { sink, timeoutMs, clock }: Push,
): Promise<{ fate: Fate; failure?: AppError }> {
  try {
    const found = await sink.find(record)
    if (found && record.erpId === null) return { fate: { kind: 'accepted', record: found } }
    const mayStillCome = clock.now().getTime() < lookupReliableAt(entry, timeoutMs)
    if (found?.fields) return { fate: { kind: 'seen', record: found, reason, mayStillCome } }
    return { fate: mayStillCome ? { kind: 'uncertain', reason } : { kind: 'missing', reason } }
  } catch (thrown) {
    return { fate: { kind: 'uncertain', reason }, failure: toAppError(thrown) }
  }
}

/** Asks the ERP for everything that was sent, by whomever, and never answered. */
async function* resolveUncertain(options: Push): AsyncGenerator<void> {
  const { stream, outbox } = options
  const ids = await outbox.unsettled(stream, 1000)
  for (const id of ids) {
    const [held] = await outbox.read(stream, [id])
    const entry = held?.entry
    if (!held || !entry?.sent) continue
    const reason = entry.error ?? { code: 'remote.unavailable', message: 'The worker that sent it ended before the answer came' }
    const { fate, failure } = await lookUp(toOutgoing(id, entry), entry, reason, options)
    await saveOutcomes([{ held, before: entry, fate }], options)
    if (failure) throw failure
    yield
    options.signal.throwIfAborted()
  }
}

/** Stores what became of records. One that the system has written again meanwhile is looked at anew; its fate is the same. */
async function saveOutcomes(
  settled: readonly { readonly held: HeldRecord; readonly before: OutboxEntry; readonly fate: Fate }[],
  options: Push,
): Promise<void> {
  const { stream, outbox, claim } = options
  for (let left = settled; left.length > 0; ) {
    const outcomes = left.map(({ held, before, fate }) => outcomeOf(held, before, fate, options))
    const account = sumOf(outcomes)
    const stale = await outbox.changeByRun(
      claim,
      outcomes.map(({ change }) => change),
      account,
    )
    if (stale.length === 0) return
    const anew = await outbox.read(
      stream,
      left.map(({ held }) => held.id),
    )
    left = left.map((one, at) => ({ ...one, held: anew[at] ?? one.held }))
  }
}

interface Outcome {
  readonly change: OutboxChange
  readonly pushed?: true
  readonly echo?: boolean
  readonly conflict?: boolean
  readonly reject?: Reject
}

const count = (flags: readonly (boolean | undefined)[]): number => flags.filter(Boolean).length

function sumOf(outcomes: readonly Outcome[]): PushAccount {
  const counts = {
    pushed: count(outcomes.map(({ pushed }) => pushed)),
    refused: count(outcomes.map(({ reject }) => reject !== undefined)),
    conflicts: count(outcomes.map(({ conflict }) => conflict)),
  }
  const rejects = outcomes.flatMap(({ reject }) => (reject ? [reject] : []))
  return { counts: Object.fromEntries(Object.entries(counts).filter(([, number]) => number > 0)), rejects }
}

function outcomeOf(held: HeldRecord, before: OutboxEntry, fate: Fate, options: Push): Outcome {
  const { id, version, entry } = held
  if (entry === null) throw new Error(`${id} has no entry`)
  const becomes = (after: OutboxEntry): OutboxChange => ({ id, version, entry: after, content: null })
  switch (fate.kind) {
    case 'accepted':
      return { ...shown(held, withTaken(accepted(entry), fate.record), fate.record, options, entry.erpId === null), pushed: true }
    case 'seen': {
      const outcome = shown(held, entry, fate.record, options, true)
      const { entry: after } = outcome.change
      if (after.sent === null) return { ...outcome, ...(after.status === 'synced' && { pushed: true as const }) }
      if (fate.mayStillCome) return { change: becomes(uncertain(entry, fate.reason)) }
      return { ...outcome, ...requeue(outcome.change, missing(after, fate.reason, options.maxAttempts)) }
    }
    case 'refused':
      return {
        change: becomes(refused(entry, fate.reason)),
        reject: { recordId: id, page: 0, errors: [{ path: '', message: fate.reason, value: null }] },
      }
    case 'uncertain':
      return { change: becomes(uncertain(entry, fate.reason)) }
    case 'not-sent':
      return { change: becomes(notSent(entry, before)) }
    case 'missing':
      return requeue({ id, version, content: null }, missing(entry, fate.reason, options.maxAttempts))
  }
}

/** It waits once more, or was tried often enough. */
function requeue(change: Omit<OutboxChange, 'entry'>, entry: OutboxEntry): Outcome {
  const reject = { recordId: change.id, page: 0, errors: [{ path: '', message: entry.error?.message ?? '', value: null }] }
  return { change: { ...change, entry }, ...(entry.status === 'error' && { reject }) }
}

/** The ERP's answer may show what it made of the record: then that is met as if it had been pulled. */
function shown(
  held: HeldRecord,
  entry: OutboxEntry,
  { erpId, erpVersion, fields }: AcceptedRecord,
  options: Push,
  isWhole: boolean,
): Outcome {
  const dataType = dataTypes[options.stream.dataType]
  const parsed = isWhole && fields ? dataType.schema.safeParse(fields) : null
  if (!parsed?.success) return { change: { id: held.id, version: held.version, entry, content: null } }
  const changedAt = typeof parsed.data.sourceUpdatedAt === 'string' ? parsed.data.sourceUpdatedAt : null
  const theirs = { erpId, data: withoutVolatile(dataType, parsed.data), changedAt, version: erpVersion }
  const met = reconcileRemote({ ...held, entry }, theirs, onlyVolatile(dataType, parsed.data), options)
  return { change: met.change, echo: met.isEcho, conflict: met.isConflict }
}
