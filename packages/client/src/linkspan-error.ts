/** A failure as the API describes it (RFC 9457). */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly requestId: string
  readonly code: string
  readonly hint: string
  /** For input that is not valid: where and why. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[]
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'status' in value && 'detail' in value && 'code' in value

/** The API has refused or failed. `problem` says why and what to do; it is null where something in between has answered. */
export class LinkspanError extends Error {
  readonly status: number
  readonly problem: Problem | null
  /** Seconds until asking again makes sense, where the API says so. */
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
