/** A time limit. Disposing it removes its timer and its listeners; the signal does not abort any more then. */
export interface DeadlineSignal extends Disposable {
  readonly signal: AbortSignal
  /** Whether the signal aborted because the time was over. */
  readonly isOverdue: boolean
}

/**
 * A signal that aborts after `ms`, or as soon as one of `others` does, with that one's reason. Its timer holds it, so it fires whatever the
 * garbage collector does. `AbortSignal.any` holds its parts weakly: on Node 20 a timeout among them can be collected, and never fires.
 */
export function deadlineSignal(ms: number, ...others: readonly AbortSignal[]): DeadlineSignal {
  const controller = new AbortController()
  const { signal } = controller
  const overdue = new DOMException(`The ${ms} ms are over`, 'TimeoutError')
  const onAbort = (): void => end(others.find(({ aborted }) => aborted)?.reason)
  const timer = setTimeout(() => end(overdue), ms)
  const release = (): void => {
    clearTimeout(timer)
    for (const other of others) other.removeEventListener('abort', onAbort)
  }
  const end = (reason: unknown): void => {
    release()
    controller.abort(reason)
  }
  for (const other of others) other.addEventListener('abort', onAbort, { once: true })
  if (others.some(({ aborted }) => aborted)) onAbort()
  return {
    signal,
    get isOverdue() {
      return signal.reason === overdue
    },
    [Symbol.dispose]: release,
  }
}
