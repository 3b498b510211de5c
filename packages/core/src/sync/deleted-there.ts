import { AppError } from '../kernel/errors.ts'
import { deletedInErp } from '../outbox/deleted-in-erp.ts'
import type { HeldRecord } from '../outbox/held-record.ts'
import { toOutgoing } from '../outbox/sending.ts'
import type { OpenRun } from './open-run.ts'
import { accountOf } from './push/save-outcomes.ts'

const batchSize = 100

/**
 * Records that the system has changed and that a pull of everything did not show: the strategy or a person decides about each that is really
 * gone. A record that changes meanwhile is left to its push.
 */
export async function reconcileDeletions(ids: readonly string[], open: OpenRun): Promise<void> {
  const { shared, execution, held: run } = open
  const { claim } = execution
  for (let from = 0; from < ids.length; from += batchSize) {
    const outcomes: ReturnType<typeof deletedInErp>[] = []
    for (const held of await shared.outbox.read(shared.stream, ids.slice(from, from + batchSize))) {
      run.signal.throwIfAborted()
      if (held.entry === null || held.entry.erpId === null || held.entry.sent !== null || (await isStillThere(held, open))) continue
      const outcome = deletedInErp(held, held.entry, shared)
      shared.forecast?.note(held.id, held.entry.status, outcome.change.forgets ? 'synced' : outcome.change.entry.status)
      outcomes.push(outcome)
    }
    if (outcomes.length === 0) continue
    const changes = claim.dryRun ? [] : outcomes.map(({ change }) => change)
    await shared.outbox.changeByRun(claim, changes, accountOf(outcomes))
  }
  await shared.notes.flush()
}

/** Asks the ERP for the record itself: the pull may have left it out by a filter. If it cannot be asked, the pull is believed, unless it filters. */
async function isStillThere({ id, entry }: HeldRecord, { session, shared, mappingSettings }: OpenRun): Promise<boolean> {
  const isFiltered = Object.keys(mappingSettings.filters ?? {}).length > 0
  const sink = session.sink?.(shared.stream.dataType)
  if (!sink || entry === null) return isFiltered
  try {
    const found = await sink.find(toOutgoing(id, entry))
    return found !== null && (found.fields !== null || isFiltered)
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.kind === 'setup' && thrown.code !== 'setup.credentials-rejected') return isFiltered
    throw thrown
  }
}
