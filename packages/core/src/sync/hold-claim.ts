import { toAppError } from '../kernel/errors.ts'
import type { Claim, RunStore } from '../runs/run-store.ts'

/** Well within the lease, so that a slow answer or two do no harm. */
const renewMs = 2000

/**
 * Renews the claim while the run works. `signal` aborts when the worker is told to stop, when another worker has
 * taken the run over, or when somebody has ended it; the reason is the AppError that says which.
 */
export function holdClaim(
  claim: Claim,
  runs: Pick<RunStore, 'renew'>,
  outer: AbortSignal,
): AsyncDisposable & { readonly signal: AbortSignal } {
  const lost = new AbortController()
  let renewing: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    renewing = runs.renew(claim).catch((thrown) => {
      const error = toAppError(thrown)
      if (error.code === 'run.superseded' || error.code === 'run.ended') lost.abort(error)
    })
  }, renewMs)
  return {
    signal: AbortSignal.any([outer, lost.signal]),
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await renewing
    },
  }
}
