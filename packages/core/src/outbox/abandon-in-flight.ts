import type { Clock } from '../kernel/ports.ts'
import type { RecordStream } from './held-record.ts'
import type { OutboxStore } from './outbox-store.ts'
import { leftBy, uncertain } from './sending.ts'

const maxLookedAt = 100_000
const reason = { code: 'remote.unavailable', message: 'The run ended before the answer came. The next push asks the ERP first' }

export interface AbandonPorts {
  readonly outbox: OutboxStore
  readonly clock: Clock
}

/**
 * Makes what a run has left in flight `uncertain`: nobody waits for its answer any more, and the next push looks it up before it sends
 * anything. Its worker may have sent any of them in its last moment. Returns how many records that were.
 */
export async function abandonInFlight({ outbox, clock }: AbandonPorts, stream: RecordStream, runId: string): Promise<number> {
  for (;;) {
    const held = await outbox.readShared(stream, await outbox.unsettled(stream, maxLookedAt))
    const changes = [...held.values()].flatMap(({ id, version, entry }) =>
      entry?.status === 'in_flight' && entry.sent?.runId === runId
        ? [{ id, version, entry: uncertain(leftBy(entry, clock.now()), reason), content: null }]
        : [],
    )
    const stale = changes.length === 0 ? [] : await outbox.change(stream, changes)
    if (stale.length === 0) return changes.length
  }
}
