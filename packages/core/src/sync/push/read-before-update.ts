import type { AcceptedRecord } from '../../connector/sink.ts'
import { AppError } from '../../kernel/errors.ts'
import { printEntry } from '../../outbox/entry.ts'
import type { HeldRecord } from '../../outbox/held-record.ts'
import { toOutgoing } from '../../outbox/sending.ts'
import type { PushOptions } from './options.ts'
import { reconciled } from './outcome.ts'
import { accountOf } from './save-outcomes.ts'

/**
 * Reads the ERP's present version of the records that are about to be updated, and reconciles them: a push never overwrites what somebody
 * has changed in the ERP since it was seen last. Not read are new records, and those whose stale update the ERP refuses by version. Returns
 * the records that still wait to be sent.
 */
export async function readBeforeUpdate(waiting: readonly HeldRecord[], options: PushOptions): Promise<readonly HeldRecord[]> {
  const { stream, outbox, claim } = options
  const outcomes: ReturnType<typeof reconciled>[] = []
  for (const held of waiting) {
    options.signal.throwIfAborted()
    const found = await presentVersion(held, options)
    if (found === null || held.entry === null) continue
    const outcome = reconciled(held, held.entry, found, options)
    const isSame = outcome.change.content === null || printEntry(outcome.change.entry) === printEntry(held.entry)
    if (!isSame) outcomes.push(outcome)
  }
  if (outcomes.length === 0) return waiting
  await outbox.changeByRun(
    claim,
    outcomes.map(({ change }) => change),
    accountOf(outcomes),
  ) // a record that the system has just written again is read again with the next batch
  const ids = waiting.map(({ id }) => id)
  return (await outbox.read(stream, ids)).filter(({ entry }) => entry?.status === 'pending')
}

/** Null if the record is new, guarded by its version, or not shown: a write then tells whether the ERP still has it. */
async function presentVersion({ id, entry }: HeldRecord, { sink }: PushOptions): Promise<AcceptedRecord | null> {
  if (entry === null || entry.erpId === null) return null
  if (sink.guardsByVersion === true && entry.erpVersion !== null) return null
  try {
    return await sink.find(toOutgoing(id, entry))
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.kind === 'setup' && thrown.code !== 'setup.credentials-rejected') return null
    throw thrown
  }
}
