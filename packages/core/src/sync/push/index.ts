import type { Connection } from '../../connections/connection.ts'
import type { RecordSink } from '../../connector/sink.ts'
import { counted } from '../../kernel/counted.ts'
import { AppError } from '../../kernel/errors.ts'
import { openReverseMapping } from '../../mapping/open-reverse-mapping.ts'
import { lookupReliableAt } from '../../outbox/sending.ts'
import { placesOf } from '../../sync-configs/push-remarks.ts'
import type { OpenRun, PhaseResult } from '../open-run.ts'
import { maxUncertain } from '../shared-records.ts'
import { timedSink } from '../spent-time.ts'
import { createLookAtChanges } from './look-at-changes.ts'
import { mappedSink } from './mapped-sink.ts'
import type { PushOptions } from './options.ts'
import { resolveUncertain } from './resolve-uncertain.ts'
import { pushBatch } from './send.ts'

const minRetryMs = 250

/** What a dry run does not try. */
const cannotKnow =
  'A real run reads each record in the ERP before it updates it, and the ERP may refuse a record: both can change what is pushed'

/** The phase that pushes all records that wait; a dry run only counts them. */
export async function pushPending(open: OpenRun): Promise<PhaseResult> {
  const { execution, ports, held, connection, session, shared, timeSlice } = open
  const { run, claim } = execution
  if (run.direction === 'pull') return 'done'
  const pending = await shared.outbox.countPending(shared.stream)
  const waiting = shared.forecast?.waiting(pending) ?? pending
  await ports.runs.log(run.id, { level: 'info', message: `${run.dryRun ? 'Would push' : 'Pushing'} ${counted(waiting, 'record')}` })
  if (run.dryRun) {
    await ports.runs.log(run.id, { level: 'info', message: cannotKnow })
    if (waiting > 0) await shared.outbox.changeByRun(claim, [], { counts: { pushed: waiting } })
    return 'done'
  }
  const ownSink = session.sink?.(run.dataType)
  if (!ownSink) throw new AppError('connection.not-capable', `"${connection.name}" cannot push "${run.dataType}"`)
  const { timeout: timeoutMs, retryAttempts } = connection.settings
  const { confirm, signal } = held
  open.calls.startSending()
  await using reverse = openReverseMapping(open.mappingSettings, open.calls.signal, placesOf(connection, run.dataType, ports))
  const sink = mappedSink(timedSink(ownSink, execution.time), { mapping: open.mapping, reverse })
  const lookAtChanges = createLookAtChanges(open)
  let yields = false
  const shouldYield = async () => {
    yields ||= await timeSlice.shouldYield()
    return yields
  }
  const { addUnsent: noteUnsent } = open.notes
  const limits = { timeoutMs, maxAttempts: retryAttempts + 1 }
  const atOnce = atOnceOf(connection.settings, sink)
  const options = { ...shared, ...limits, atOnce, claim, sink, confirm, signal, shouldYield, lookAtChanges, noteUnsent }
  try {
    for await (const _ of push(options)) {
      execution.progressed = true
      await shared.notes.flush()
      if (await shouldYield()) return 'yield'
    }
  } finally {
    await open.notes.save().catch(() => {}) // without them the run tells less; its own failure counts
  }
  return 'done'
}

/** How many records are sent at once. Calls to the ERP are limited besides, over all runs of the connection. */
const atOnceOf = ({ pushConcurrency }: Connection['settings'], { maxAtOnce = pushConcurrency }: RecordSink): number =>
  Math.min(pushConcurrency, maxAtOnce)

/**
 * Sends the records that wait to be pushed, oldest first, until none is left; yields after each stored step. A record is stored as in flight
 * before the ERP hears of it, and if no answer came, the ERP is asked for it before it is sent again. Throws `push.unsettled` if the outcome
 * of a record is still unknown at the end.
 */
async function* push(options: PushOptions): AsyncGenerator<void> {
  let isFirst = true
  for (let sent = 1; sent > 0; ) {
    yield* resolveUncertain(options) // what turns out to be missing waits again
    sent = 0
    for (;;) {
      const { count, failure } = await pushBatch(options, { isFirst })
      if (failure) throw failure
      if (count === 0) break
      isFirst = false
      sent += count
      yield
      options.signal.throwIfAborted() // only here: each answer of the ERP is stored first
    }
  }
  await assertSettled(options)
}

async function assertSettled({ stream, outbox, clock, timeoutMs }: PushOptions): Promise<void> {
  const left = await outbox.readShared(stream, await outbox.unsettled(stream, maxUncertain))
  if (left.size === 0) return
  const reliableAt = Math.min(...[...left.values()].map(({ entry }) => (entry ? lookupReliableAt(entry, timeoutMs) : 0)))
  throw new AppError('push.unsettled', `It is not yet known whether the ERP has accepted ${left.size} records`, {
    retryAfterMs: Math.max(minRetryMs, reliableAt - clock.now().getTime()),
  })
}
