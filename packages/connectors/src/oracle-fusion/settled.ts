import { setTimeout as delay } from 'node:timers/promises'
import type { Clock } from '@linkspan/core/connector'

/** From when Fusion's "not found" can be believed (docs/erp/oracle-fusion.md#new-orders-are-not-found-at-once). */
export interface Settling {
  /** To be called before and after an order is sent. */
  sent(reference: string): void
  /** Resolves once everything that was sent of an order must be visible: what an earlier session sent, it sent before this one began. */
  settled(reference: string): Promise<void>
  /** Whether that is so by now. */
  isSettled(reference: string): boolean
}

/** Clocks and networks are not exact. */
const margin = 1.05

export function createSettling({
  clock,
  signal,
  visibleAfterMs,
}: {
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly visibleAfterMs: number
}): Settling {
  const begun = clock.now().getTime()
  const times = new Map<string, number>()
  const missing = (reference: string): number => (times.get(reference) ?? begun) + visibleAfterMs * margin - clock.now().getTime()
  return {
    sent: (reference) => void times.set(reference, clock.now().getTime()),
    isSettled: (reference) => missing(reference) <= 0,
    async settled(reference) {
      const ms = missing(reference)
      if (ms <= 0) return
      await delay(ms, undefined, { signal }).catch((thrown: unknown) => {
        throw signal.aborted ? signal.reason : thrown
      })
    },
  }
}
