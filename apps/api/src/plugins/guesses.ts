import { createHash } from 'node:crypto'
import { AppError, type Stopwatch, systemStopwatch } from '@linkspan/core'

/** So many different wrong credentials from one address within a minute are guesses. The same ones again and again are a mistake. */
export const maxGuesses = 20
const minuteMs = 60_000
const longestLockMs = 3_600_000
const maxAddresses = 50_000
const maxCallers = 1000

interface Address {
  /** Digests of the wrong credentials of this minute. */
  readonly guesses: Set<string>
  minuteEndsAt: number
  lockedUntil: number
  lockMs: number
  /** Who was let in from here before: they are not the result of guessing. */
  readonly callers: Set<string>
}

export interface Guesses {
  /** Throws `request.rate-limited` if the address is locked, unless this caller was let in from there before. */
  assertAllowed(address: string, caller: string | null): void
  /** Notes credentials that were wrong. */
  failed(address: string, credentials: string): void
  succeeded(address: string, caller: string): void
}

/**
 * Slows the guessing of keys. After `maxGuesses` wrong ones in a minute an address gets 429 whatever it sends, a right key included: for a
 * minute at first, and twice as long each time, up to an hour. Callers who were let in from there before are not affected.
 */
export function createGuesses(stopwatch: Stopwatch = systemStopwatch): Guesses {
  const addresses = new Map<string, Address>()

  function at(name: string): Address {
    const known = addresses.get(name)
    if (known) return known
    if (addresses.size >= maxAddresses) for (const oldest of [...addresses.keys()].slice(0, maxAddresses / 10)) addresses.delete(oldest)
    const fresh = { guesses: new Set<string>(), minuteEndsAt: 0, lockedUntil: 0, lockMs: 0, callers: new Set<string>() }
    addresses.set(name, fresh)
    return fresh
  }

  return {
    assertAllowed(name, caller) {
      const address = addresses.get(name)
      const retryAfterMs = (address?.lockedUntil ?? 0) - stopwatch()
      if (!address || retryAfterMs <= 0 || (caller !== null && address.callers.has(caller))) return
      const message = `Too many wrong credentials came from this address. Try again in ${Math.ceil(retryAfterMs / 1000)} s`
      throw new AppError('request.rate-limited', message, { retryAfterMs })
    },
    failed(name, credentials) {
      const [address, now] = [at(name), stopwatch()]
      if (now >= address.minuteEndsAt) {
        address.guesses.clear()
        address.minuteEndsAt = now + minuteMs
      }
      address.guesses.add(createHash('sha256').update(credentials).digest('base64url'))
      if (address.guesses.size < maxGuesses) return
      const isCalm = address.lockMs === 0 || now > address.lockedUntil + longestLockMs
      address.lockMs = isCalm ? minuteMs : Math.min(address.lockMs * 2, longestLockMs)
      address.lockedUntil = now + address.lockMs
      address.guesses.clear()
    },
    succeeded(name, caller) {
      const { callers } = at(name)
      callers.add(caller)
      for (const oldest of callers) {
        if (callers.size <= maxCallers) break
        callers.delete(oldest)
      }
    },
  }
}
