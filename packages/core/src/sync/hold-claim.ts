import { toAppError } from '../kernel/errors.ts'
import type { Claim, RunStore } from '../runs/run-store.ts'

/** Well within the lease, so that a slow answer or two do no harm. */
const renewMs = 2000

/**
 * A claim that was confirmed so lately cannot have been taken over: that takes longer than a lock of a dead worker lasts. A worker that
 * was stopped in between finds that time has passed.
 */
const trustedMs = 3000

export interface HeldClaim extends AsyncDisposable {
  readonly signal: AbortSignal
  /** Resolves where the claim surely still holds; else throws why not. Asked before each thing that cannot be undone. */
  confirm(): Promise<void>
}

/**
 * Renews the claim while the run works. `signal` aborts when the worker is told to stop, when another worker has
 * taken the run over, or when somebody has ended it; the reason is the AppError that says which.
 */
export function holdClaim(claim: Claim, runs: Pick<RunStore, 'renew'>, outer: AbortSignal): HeldClaim {
  const lost = new AbortController()
  let confirmedAt = performance.now()
  const renew = async () => {
    const askedAt = performance.now()
    await runs.renew(claim)
    confirmedAt = askedAt
  }
  let renewing: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    renewing = renew().catch((thrown) => {
      const error = toAppError(thrown)
      if (error.code === 'run.superseded' || error.code === 'run.ended') lost.abort(error)
    })
  }, renewMs)
  return {
    signal: AbortSignal.any([outer, lost.signal]),
    async confirm() {
      lost.signal.throwIfAborted()
      if (performance.now() - confirmedAt > trustedMs) await renew()
    },
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await renewing
    },
  }
}
