import { AppError, type ErrorCode } from '@linkspan/core'

/** What is known of an answer that is no success. `words`: the ERP's own, short. */
export interface Refusal {
  readonly request: string
  readonly status: number
  readonly words: string
  readonly retryAfterMs: number | undefined
}

/** What a 429 without Retry-After waits. */
const unsaidPauseMs = 30_000

/** The one table: HTTP status to what it means and who acts next (RFC 9110, RFC 6585; ERP-FACTS 12, 26). */
const meanings: Readonly<Record<number, ErrorCode>> = {
  401: 'setup.credentials-rejected',
  403: 'setup.permission-missing',
  404: 'setup.resource-missing',
  408: 'remote.unavailable',
  410: 'setup.resource-missing',
  425: 'remote.unavailable',
  429: 'remote.throttled',
  500: 'remote.unavailable',
  502: 'remote.unavailable',
  503: 'remote.unavailable',
  504: 'remote.unavailable',
  509: 'remote.throttled',
}

const meaningOf = ({ status, retryAfterMs }: Refusal): ErrorCode => {
  if (status === 503 && retryAfterMs !== undefined) return 'remote.throttled'
  return meanings[status] ?? (status >= 500 ? 'remote.unavailable' : 'setup.request-refused')
}

/** Names a refusal. */
export function classify(refusal: Refusal): AppError {
  const code = meaningOf(refusal)
  const { request, status, words } = refusal
  const pause = code === 'remote.throttled' ? (refusal.retryAfterMs ?? unsaidPauseMs) : undefined
  return new AppError(code, `${request} answered ${status}`, { details: { status, ...(words && { answer: words }) }, retryAfterMs: pause })
}

const codes: Readonly<Record<string, ErrorCode>> = {
  ENOTFOUND: 'setup.host-unknown',
  EAI_AGAIN: 'remote.unreachable',
  ECONNREFUSED: 'remote.unreachable',
  EHOSTUNREACH: 'remote.unreachable',
  ENETUNREACH: 'remote.unreachable',
  ECONNRESET: 'remote.cut-short',
  EPIPE: 'remote.cut-short',
  ETIMEDOUT: 'remote.timeout',
  UND_ERR_CONNECT_TIMEOUT: 'remote.timeout',
  UND_ERR_HEADERS_TIMEOUT: 'remote.timeout',
  UND_ERR_BODY_TIMEOUT: 'remote.timeout',
  UND_ERR_SOCKET: 'remote.cut-short',
  HPE_INVALID_EOF_STATE: 'remote.cut-short',
  Z_BUF_ERROR: 'remote.cut-short',
}

const sentences: Partial<Record<ErrorCode, string>> = {
  'setup.host-unknown': 'found no such host',
  'setup.certificate-untrusted': 'was refused: the certificate is not to be trusted',
  'remote.unreachable': 'could not connect',
  'remote.timeout': 'got no answer in time',
  'remote.cut-short': 'was cut off before the answer was complete',
}

const certificate = /^(CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/

/** Names what went wrong on the wire, by the code that Node or undici gave it. */
export function classifyFailure(thrown: unknown, request: string): AppError {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if (error instanceof AppError) return error
    const { code = '' } = error as NodeJS.ErrnoException
    const meaning = certificate.test(code) ? 'setup.certificate-untrusted' : codes[code]
    if (meaning) return new AppError(meaning, `${request} ${sentences[meaning]} (${code})`, { cause: thrown, details: { code } })
    if (error instanceof AggregateError && error.errors.length > 0) return classifyFailure(error.errors[0], request)
  }
  return new AppError('remote.unreachable', `${request} failed`, { cause: thrown })
}
