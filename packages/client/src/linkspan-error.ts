/** A problem document of the API (RFC 9457). */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly requestId: string
  readonly code: string
  /** Who acts: `request`: the caller; `setup`: an administrator; `record`: its owner; `transient`, `wait`: nobody; `bug`: the developers. */
  readonly kind: 'request' | 'setup' | 'record' | 'transient' | 'wait' | 'bug'
  readonly hint: string
  /** What is wrong with each field, if the input is not valid. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[]
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'status' in value && 'detail' in value && 'code' in value

/** A request failed. `problem` says why and what to do; it is null if a proxy answered instead of the API. */
export class LinkspanError extends Error {
  readonly status: number
  readonly problem: Problem | null
  /** The seconds to wait before trying again; null if the answer does not say. */
  readonly retryAfter: number | null

  constructor(response: Response, body: unknown) {
    const problem = isProblem(body) ? body : null
    super(`${new URL(response.url).pathname} answered ${response.status}${problem ? `: ${problem.detail} (${problem.code})` : ''}`)
    this.name = 'LinkspanError'
    this.status = response.status
    this.problem = problem
    const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
    this.retryAfter = Number.isNaN(seconds) ? null : seconds
  }
}
