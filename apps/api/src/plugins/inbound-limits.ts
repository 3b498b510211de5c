import { AppError, type Stopwatch, systemStopwatch } from '@linkspan/core'

/** Bytes of bodies that this process reads at the same time from senders who are proven, and from all others together. */
const maxBytes = { proven: 64_000_000, unproven: 16_000_000 } as const
export type Sender = keyof typeof maxBytes

const minuteMs = 60_000
const maxAddresses = 50_000

export interface Attempt {
  /** Throws `request.rate-limited` if the address has failed too often in this minute. */
  assertAllowed(): void
  /** It has not failed after all. */
  succeeded(): void
}

/** Bounds the memory and the work that messages from outside can cost. */
export interface InboundLimits {
  /** Counts an attempt as failed, before any work is done for it. */
  attempt(address: string): Attempt
  /** Counts an event for a connection. Throws `request.rate-limited` if it had so many in this minute. */
  countEvent(connectionId: string, maxPerMinute: number): void
  /** Takes room for a body. Throws `request.rate-limited` if there is none. Give it back when the answer is sent. */
  takeRoom(sender: Sender, bytes: number): () => void
}

/** An attempt counts as failed until it has succeeded, so that many at once do not pass. 0 failures a minute: they are not limited. */
export function createInboundLimits(maxFailures: number, stopwatch: Stopwatch = systemStopwatch): InboundLimits {
  const failures = new Map<string, number>()
  const events = new Map<string, number>()
  const taken = { proven: 0, unproven: 0 }
  let endsAt = 0

  function startMinute(): void {
    if (stopwatch() < endsAt && failures.size < maxAddresses) return
    failures.clear()
    events.clear()
    endsAt = stopwatch() + minuteMs
  }

  return {
    attempt(address) {
      startMinute()
      const count = failures.get(address) ?? 0
      failures.set(address, count + 1)
      return {
        assertAllowed() {
          if (maxFailures === 0 || count < maxFailures) return
          const retryAfterMs = Math.max(1000, endsAt - stopwatch())
          throw new AppError('request.rate-limited', 'Too many messages from this address were refused in this minute', { retryAfterMs })
        },
        succeeded: () => void failures.set(address, Math.max(0, (failures.get(address) ?? 0) - 1)),
      }
    },
    countEvent(connectionId, maxPerMinute) {
      startMinute()
      const count = events.get(connectionId) ?? 0
      if (maxFailures > 0 && count >= maxPerMinute)
        throw new AppError('request.rate-limited', `Connection ${connectionId} had ${count} events in this minute`, {
          retryAfterMs: Math.max(1000, endsAt - stopwatch()),
        })
      events.set(connectionId, count + 1)
    },
    takeRoom(sender, bytes) {
      if (taken[sender] + bytes > maxBytes[sender])
        throw new AppError('request.rate-limited', 'Too many messages arrive at the same time', { retryAfterMs: 1000 })
      taken[sender] += bytes
      let isTaken = true
      return () => {
        if (isTaken) taken[sender] -= bytes
        isTaken = false
      }
    },
  }
}
