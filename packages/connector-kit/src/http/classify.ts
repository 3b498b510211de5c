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

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

function codeFor(status: number, pauseMs: number | undefined): ErrorCode {
  if (status === 503 && pauseMs !== undefined) return 'remote.throttled'
  const known = byStatus[status]
  if (known) return known
  if (status >= 500) return 'remote.unavailable'
  return status >= 400 ? 'setup.request-refused' : 'setup.answer-unexpected'
}

/** The one table from an HTTP answer that is no success to a failure of the catalogue, with the ERP's own words in the details. */
export function classify({ place, path, status, headers, body, rules }: FailedAnswer, clock: Clock): AppError {
  const pauseMs = retryAfterMs(one(headers['retry-after']), { date: one(headers.date), now: clock.now() })
  const code = ruleFor({ status, body }, rules)?.code ?? codeFor(status, pauseMs)
  const words = extractErrorMessage(body)
  return new AppError(code, `${place}: HTTP ${status}${words && code === 'setup.request-refused' ? `, ${words.slice(0, 200)}` : ''}`, {
    details: { status, path, ...(words && { answer: words }) },
    ...(code === 'remote.throttled' && { retryAfterMs: pauseMs ?? defaultPauseMs }),
  })
}
