import { abortError } from '@linkspan/connector-kit/http/deadline'

/** A promise with its `resolve` and `reject`. It rejects by itself when the signal aborts. */
export function deferredUntilAbort(signal: AbortSignal) {
  let resolve!: () => void
  let reject!: (reason: unknown) => void
  const promise = new Promise<void>((...both) => {
    ;[resolve, reject] = both
  })
  promise.catch(() => {})
  if (signal.aborted) reject(abortError(signal))
  else signal.addEventListener('abort', () => reject(abortError(signal)), { once: true })
  return { promise, resolve, reject }
}
