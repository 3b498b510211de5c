import { AppError } from '@linkspan/core/connector'

/** What an aborted signal means as a failure: its reason if that is an AppError. */
export function abortError({ reason }: AbortSignal): AppError {
  if (reason instanceof AppError) return reason
  if (reason instanceof Error && reason.name === 'TimeoutError') {
    return new AppError('remote.timeout', 'The time that was given for all of it is over', { cause: reason })
  }
  return new AppError('run.interrupted', 'The work was stopped', { cause: reason })
}

export interface Deadline {
  /** Ends the work from outside. */
  readonly signal: AbortSignal
  readonly timeoutMs: number
  /** What it fails with when the time is over. */
  readonly overdue: () => AppError
}

/** Waits for something that the time limit is not about. The limit begins anew afterwards. */
export type Untimed = (wait: Promise<void>) => Promise<void>

/** Runs `work` until it ends, the outer signal aborts, or the time is over; leaves neither timer nor listener behind. */
export async function withDeadline<Result>(
  { signal, timeoutMs, overdue }: Deadline,
  work: (signal: AbortSignal, untimed: Untimed) => Promise<Result>,
): Promise<Result> {
  if (signal.aborted) throw abortError(signal)
  const controller = new AbortController()
  const stop = () => controller.abort(abortError(signal))
  const start = () => setTimeout(() => controller.abort(overdue()), timeoutMs)
  let timer = start()
  const untimed: Untimed = async (wait) => {
    clearTimeout(timer)
    try {
      await wait
    } finally {
      timer = start()
    }
  }
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await work(controller.signal, untimed)
  } catch (thrown) {
    throw controller.signal.aborted ? controller.signal.reason : thrown
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}
