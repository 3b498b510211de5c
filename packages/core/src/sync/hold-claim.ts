import { systemStopwatch } from '../kernel/ports.ts'
import type { Claim } from '../runs/claim.ts'
import { isCancelled, isClaimLost } from '../runs/claim-lost.ts'
import type { RunStore } from '../runs/run-store.ts'

/** Short compared to the lease, so that a slow answer or two do no harm. */
const renewMs = 2000

/**
 * How long a renewed claim is trusted without asking. No other worker takes a run over that fast, and a run that is cancelled sends nothing
 * more soon afterwards. Measured on a stopwatch, so that a process that was frozen notices how much time has passed.
 */
const trustedMs = 250

export interface HeldClaim extends AsyncDisposable {
  readonly signal: AbortSignal
  /**
   * Resolves if the claim surely still holds and nobody has cancelled the run; otherwise throws the reason. To be called before each step that
   * cannot be undone.
   */
  confirm(): Promise<void>
}

/**
 * Renews the claim until it is disposed. `signal` aborts when the worker is told to stop (`outer`), when another worker has taken the run
 * over, or when someone has ended or cancelled it. Its reason is the AppError that says which.
 */
export function holdClaim(claim: Claim, runs: Pick<RunStore, 'renew'>, outer: AbortSignal): HeldClaim {
  const lost = new AbortController()
  let confirmedAt = systemStopwatch()
  const renew = async () => {
    const askedAt = systemStopwatch()
    try {
      await runs.renew(claim)
    } catch (thrown) {
      if (isClaimLost(thrown) || isCancelled(thrown)) lost.abort(thrown)
      throw thrown
    }
    confirmedAt = askedAt
  }
  let renewing: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    renewing = renew().catch(() => {}) // it is tried again; a lost claim has aborted the signal
  }, renewMs)
  return {
    signal: AbortSignal.any([outer, lost.signal]),
    async confirm() {
      lost.signal.throwIfAborted()
      if (systemStopwatch() - confirmedAt > trustedMs) await renew()
    },
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await renewing
    },
  }
}
