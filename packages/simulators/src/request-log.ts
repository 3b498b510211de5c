import type { IncomingHttpHeaders } from 'node:http'

export interface LoggedRequest {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** Path and query exactly as sent. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** When it arrived, ISO 8601. */
  readonly at: string
}

/** Remembers the latest requests, and lets tests wait for one. */
export interface RequestLog {
  readonly requests: readonly LoggedRequest[]
  /** How many requests there have been, including those no longer remembered. */
  readonly count: number
  add(request: LoggedRequest): void
  /**
   * Resolves once this many requests have come, or once a request matches; at once if that is already so. Rejects if the server is
   * closed first.
   */
  whenRequested(awaited: number | ((request: LoggedRequest) => boolean)): Promise<void>
  close(): void
}

interface Waiting {
  isSatisfied(newest: LoggedRequest): boolean
  resolve(): void
  reject(error: Error): void
}

export function createRequestLog(limit = 10_000): RequestLog {
  const requests: LoggedRequest[] = []
  let waiting: Waiting[] = []
  let count = 0

  return {
    requests,
    get count() {
      return count
    },
    add: (request) => {
      requests.push(request)
      if (requests.length > limit) requests.shift()
      count++
      const satisfied = waiting.filter((each) => each.isSatisfied(request))
      waiting = waiting.filter((each) => !satisfied.includes(each))
      for (const each of satisfied) each.resolve()
    },
    whenRequested: (awaited) => {
      const isThere = typeof awaited === 'number' ? count >= awaited : requests.some(awaited)
      if (isThere) return Promise.resolve()
      const promise = new Promise<void>((resolve, reject) => {
        const isSatisfied = typeof awaited === 'number' ? () => count >= awaited : awaited
        waiting.push({ isSatisfied, resolve, reject })
      })
      promise.catch(() => {})
      return promise
    },
    close: () => {
      for (const each of waiting) each.reject(new Error('The simulator was closed before the awaited request came.'))
      waiting = []
    },
  }
}
