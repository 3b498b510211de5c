import pMap from 'p-map'
import type { AcceptedRecord } from '../../connector/sink.ts'
import { AppError } from '../../kernel/errors.ts'
import { printEntry } from '../../outbox/entry.ts'
import type { HeldRecord } from '../../outbox/held-record.ts'
import { toOutgoing } from '../../outbox/sending.ts'
import { noteErpClock } from '../erp-clock.ts'
import type { PushOptions } from './options.ts'
import { reconciled } from './outcome.ts'
import { accountOf } from './save-outcomes.ts'

/**
 * Reads the ERP's present version of the records that are about to be updated, and reconciles them: a push never overwrites what somebody
 * has changed in the ERP since it was seen last. Not read are new records, and those whose stale update the ERP refuses by version. If the ERP
 * does not show single records, its changes are looked at instead. Returns the records that may be sent now.
 */
export async function readBeforeUpdate(waiting: readonly HeldRecord[], options: PushOptions): Promise<readonly HeldRecord[]> {
  const { stream, outbox, claim } = options
  const outcomes: ReturnType<typeof reconciled>[] = []
  let areUnknown = false
  const present = await pMap(waiting, (held) => presentVersion(held, options), { concurrency: options.atOnce })
  for (const [at, held] of waiting.entries()) {
    const found = present[at] ?? 'not-needed'
    if (found === 'unknown') areUnknown = true
    if (typeof found === 'string' || held.entry === null) continue
    noteErpClock(found.serverTime, options)
    const outcome = reconciled(held, held.entry, found, options)
    const isSame = outcome.change.content === null || printEntry(outcome.change.entry) === printEntry(held.entry)
    if (!isSame) outcomes.push(outcome)
  }
  if (areUnknown) await options.lookAtChanges()
  if (outcomes.length === 0 && !areUnknown) return waiting
  const changes = outcomes.map(({ change }) => change)
  const stale = changes.length === 0 ? [] : await outbox.changeByRun(claim, changes, accountOf(outcomes))
  if (stale.length > 0) return [] // the system has just written one of them: all are read and reconciled anew
  const ids = waiting.map(({ id }) => id)
  return (await outbox.read(stream, ids)).filter(({ entry }) => entry?.status === 'pending')
}

/**
 * `not-needed` if the record is new, guarded by its version, or gone: a write then tells. `unknown` if the ERP does not show single records.
 */
async function presentVersion(
  { id, entry }: HeldRecord,
  { sink, signal }: PushOptions,
): Promise<AcceptedRecord | 'not-needed' | 'unknown'> {
  signal.throwIfAborted()
  if (entry === null || entry.erpId === null) return 'not-needed'
  if (sink.guardsByVersion === true && entry.erpVersion !== null) return 'not-needed'
  try {
    const found = await sink.find(toOutgoing(id, entry))
    if (found === null) return 'not-needed'
    return found.fields === null ? 'unknown' : found
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.kind === 'setup' && thrown.code !== 'setup.credentials-rejected') return 'unknown'
    throw thrown
  }
}
