import { AppError, type Clock, type ErrorCode } from '@linkspan/core/connector'
import { extractErrorMessage } from './error-message.ts'
import { type FailureRule, ruleFor } from './failure-rules.ts'
import { retryAfterMs } from './retry-after.ts'

/** An answer as far as its failure is to be named. */
export interface FailedAnswer {
  /** Method and path, without the query. */
  readonly place: string
  readonly path: string
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
  /** What this ERP's failures mean if the status does not tell; they come before the table of statuses. */
  readonly rules?: readonly FailureRule[] | undefined
}

/** What a status means. What is not listed: other 5xx are `remote.unavailable`, other 4xx `setup.request-refused`. */
const byStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'setup.credentials-rejected',
  403: 'setup.permission-missing',
  404: 'setup.resource-missing',
  408: 'remote.unavailable',
  410: 'setup.resource-missing',
  423: 'remote.unavailable',
  425: 'remote.unavailable',
  429: 'remote.throttled',
  501: 'setup.request-refused',
  505: 'setup.request-refused',
}

/** The pause after a 429 without `Retry-After`: gateways mostly ask for this one (docs/erp/sap-s4hana.md#rate-limits). */
const defaultPauseMs = 60_000

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value.join(', ') : value)

/** Names under which servers say how many more calls they bear. */
const remainingNames = ['x-ratelimit-remaining', 'x-rate-limit-remaining', 'ratelimit-remaining']

/** These are a request to slow down if they name a pause, and 403 if no calls are left. */
const pausing: readonly number[] = [403, 502, 503, 504]

function isThrottling(status: number, pauseMs: number | undefined, headers: FailedAnswer['headers']): boolean {
  if (!pausing.includes(status)) return false
  return pauseMs !== undefined || (status === 403 && remainingNames.some((name) => /^\s*0\s*$/.test(one(headers[name]) ?? '')))
}

/** Whether a server says that the token is at fault, with 403 in place of 401 (RFC 6750, 3.1). */
export const saysInvalidToken = ({ headers, text }: { readonly headers: FailedAnswer['headers']; readonly text: string }): boolean =>
  /\binvalid_token\b/.test(`${one(headers['www-authenticate'])} ${text.slice(0, 2000)}`)

function codeFor({ status, headers, body }: FailedAnswer, pauseMs: number | undefined): ErrorCode {
  if (isThrottling(status, pauseMs, headers)) return 'remote.throttled'
  return status === 403 && saysInvalidToken({ headers, text: body }) ? 'setup.credentials-rejected' : codeForStatus(status)
}

/** What a status means if nothing else is known of the answer. */
export function codeForStatus(status: number): ErrorCode {
  const known = byStatus[status]
  if (known) return known
  if (status >= 500) return 'remote.unavailable'
  return status >= 400 ? 'setup.request-refused' : 'setup.answer-unexpected'
}

/** The one table from an HTTP answer that is no success to a failure of the catalogue, with the ERP's own words in the details. */
export function classify(failed: FailedAnswer, clock: Clock): AppError {
  const { place, path, status, headers, body, rules } = failed
  const pauseMs = retryAfterMs(one(headers['retry-after']), { date: one(headers.date), now: clock.now() })
  const code = ruleFor({ status, body }, rules)?.code ?? codeFor(failed, pauseMs)
  const words = extractErrorMessage(body)
  return new AppError(code, `${place}: HTTP ${status}${words && code === 'setup.request-refused' ? `, ${words.slice(0, 200)}` : ''}`, {
    details: { status, path, ...(words && { answer: words }) },
    ...(code === 'remote.throttled' && { retryAfterMs: pauseMs ?? defaultPauseMs }),
  })
}
