import { toNetworkError } from '@linkspan/connector-kit/http/network-errors'
import { AppError, type ErrorCode } from '@linkspan/core/connector'

/** Status codes of SFTP version 3 that have a cause a person can act on. */
const byStatus: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  2: ['setup.resource-missing', 'there is no such file or folder'],
  3: ['setup.permission-missing', 'this account is not allowed to do that'],
  4: ['remote.unavailable', 'the server failed; perhaps its disk or the quota is full'],
  8: ['setup.request-refused', 'the server does not support it'],
}

const statusOf = (thrown: unknown): number | null => {
  const code = (thrown as { readonly code?: unknown } | null)?.code
  if (code === 'ENOENT') return 2
  return typeof code === 'number' ? code : null
}

export const isMissing = (thrown: unknown): boolean => thrown instanceof AppError && thrown.code === 'setup.resource-missing'

/** The catalogue's error for a failed operation. `what` says what was tried, with the path. */
export function toSftpError(thrown: unknown, what: string): AppError {
  if (thrown instanceof AppError) return thrown
  const status = statusOf(thrown)
  const known = status === null ? undefined : byStatus[status]
  const details = { operation: what, ...(status !== null && { status }) }
  if (known) return new AppError(known[0], `${what}: ${known[1]}`, { cause: thrown, details })
  return new AppError('remote.cut-short', `${what}: the connection broke`, { cause: thrown, details })
}

interface SshFailure {
  readonly message: string
  readonly level?: string
  readonly code?: unknown
}

/** The catalogue's error for a failed login. `place` is host and port. */
export function toLoginError(thrown: unknown, place: string, username: string): AppError {
  if (thrown instanceof AppError) return thrown
  const { message, level, code } = thrown as SshFailure
  const failure = (error: ErrorCode, words: string) =>
    new AppError(error, `${place}: ${words}`, { cause: thrown, details: { reason: message } })
  if (level === 'client-authentication' || /authentication methods failed/.test(message))
    return failure('setup.credentials-rejected', `the server refused the login of "${username}"`)
  if (level === 'client-timeout' || /timed out/i.test(message)) return failure('remote.timeout', 'the server did not answer in time')
  if (/no matching|unsupported|Invalid (username|identification)/i.test(message))
    return failure('setup.answer-unexpected', `the server speaks no version of SSH that is supported here (${message})`)
  if (typeof code === 'number' || /subsystem|Unable to exec|Channel open failure/i.test(message))
    return failure('setup.request-refused', `the login was accepted, but this account may not use SFTP (${message})`)
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) return toNetworkError(thrown, 'before-answer', place)
  return failure('remote.unreachable', 'the server closed the connection during the login')
}
