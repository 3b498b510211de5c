import { AppError } from '../../kernel/errors.ts'
import { lookupReliableAt } from '../../outbox/sending.ts'
import { maxUncertain, type PushOptions } from './options.ts'
import { resolveUncertain } from './resolve-uncertain.ts'
import { pushBatch } from './send.ts'

const minRetryMs = 250

/**
 * Sends the records that wait to be pushed, oldest first, until none is left; yields after each stored step. A record is stored as in flight
 * before the ERP hears of it, and if no answer came, the ERP is asked for it before it is sent again. Throws `push.unsettled` if the outcome
 * of a record is still unknown at the end.
 */
export async function* push(options: PushOptions): AsyncGenerator<void> {
  yield* resolveUncertain(options)
  for (;;) {
    const { count, failure } = await pushBatch(options)
    if (failure) throw failure
    if (count === 0) break
    yield
    options.signal.throwIfAborted() // only here: each answer of the ERP is stored first
  }
  yield* resolveUncertain(options)
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
