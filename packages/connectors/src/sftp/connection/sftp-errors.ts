import { toNetworkError } from '@linkspan/connector-kit/http/network-errors'
import { AppError, type ErrorCode } from '@linkspan/core/connector'
import { disagreementIn, offersOf } from './algorithms.ts'
import { placeOf, type SocketTarget } from './open-socket.ts'

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

/** The catalogue's error for a failed login. If no algorithm fits, the server is asked which ones it offers. */
export async function toLoginError(thrown: unknown, target: SocketTarget, username: string): Promise<AppError> {
  if (thrown instanceof AppError) return thrown
  const what = disagreementIn((thrown as SshFailure).message)
  return what === null ? asLoginError(thrown, placeOf(target), username) : noCommonAlgorithm(thrown, what, target)
}

async function noCommonAlgorithm(cause: unknown, what: string, target: SocketTarget): Promise<AppError> {
  const offers = await offersOf(target, what)
  const offered = offers === null ? '' : `; the server offers ${offers.replaceAll(',', ', ')}`
  const details = { reason: (cause as SshFailure).message, ...(offers !== null && { offers: offers.split(',') }) }
  const message = `${placeOf(target)}: the server and Linkspan have no ${what} in common${offered}`
  return new AppError('setup.ssh-algorithms', message, { cause, details })
}

function asLoginError(thrown: unknown, place: string, username: string): AppError {
  const { message, level, code } = thrown as SshFailure
  const failure = (error: ErrorCode, words: string) =>
    new AppError(error, `${place}: ${words}`, { cause: thrown, details: { reason: message } })
  if (level === 'client-authentication' || /authentication methods failed/.test(message))
    return failure('setup.credentials-rejected', `the server refused the login of "${username}"`)
  if (level === 'client-timeout' || /timed out/i.test(message)) return failure('remote.timeout', 'the server did not answer in time')
  if (/unsupported|Invalid (username|identification)/i.test(message))
    return failure('setup.not-ssh', `the server speaks no version of SSH that is supported here (${message})`)
  if (typeof code === 'number' || /subsystem|Unable to exec|Channel open failure/i.test(message))
    return failure('setup.permission-missing', `the login was accepted, but this account may not use SFTP (${message})`)
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) return toNetworkError(thrown, 'before-answer', place)
  return failure('remote.unreachable', 'the server closed the connection during the login')
}
