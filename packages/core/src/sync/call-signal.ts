import { toAppError } from '../kernel/errors.ts'
import { isClaimLost } from '../runs/claim-lost.ts'

/** How long a write in hand may take when the worker is told to stop: less than a stopping worker waits for its jobs. */
const stopGraceMs = 10_000

export interface CallSignal extends Disposable {
  /** Cuts off the calls to the ERP. */
  readonly signal: AbortSignal
  /** From now on the calls are writes, and their look-ups. */
  startSending(): void
}

/**
 * The signal that cuts off calls to the ERP once a run has to stop. A read is cut off at once, because it can be repeated. A write in hand
 * gets its answer first: cut off, nobody would know what became of it (what still waits for a permit has not left, see `PermitWaits`). Only a worker that is told to stop waits no longer than a while, and
 * one that has lost the run does not wait at all.
 */
export function createCallSignal(stop: AbortSignal): CallSignal {
  const cut = new AbortController()
  let isSending = false
  let timer: NodeJS.Timeout | undefined
  const onStop = () => {
    const { reason } = stop
    if (!isSending || isClaimLost(reason)) cut.abort(reason)
    else if (toAppError(reason).code === 'run.interrupted') timer = setTimeout(() => cut.abort(reason), stopGraceMs)
  }
  if (stop.aborted) onStop()
  else stop.addEventListener('abort', onStop, { once: true })
  return {
    signal: cut.signal,
    startSending() {
      isSending = true
    },
    [Symbol.dispose]() {
      stop.removeEventListener('abort', onStop)
      clearTimeout(timer)
    },
  }
}
