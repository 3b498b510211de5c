import type { Socket } from 'node:net'
import { abortError, withDeadline } from '@linkspan/connector-kit/http/deadline'
import { AppError, type CallPermit, type OpenContext } from '@linkspan/core/connector'
import type SftpClient from 'ssh2-sftp-client'
import { algorithmsFor } from './algorithms.ts'
import type { SftpCredentials } from './credentials.ts'
import { assertHostKey, fingerprintOf, keepAlive, offerOnce } from './login.ts'
import { openSocket, placeOf } from './open-socket.ts'
import { assertKeyUsable } from './private-key.ts'
import { toLoginError } from './sftp-errors.ts'

export type SftpConnectionContext = Pick<
  OpenContext<{ readonly legacyAlgorithms: boolean }, SftpCredentials>,
  'settings' | 'credentials' | 'outbound' | 'timeoutMs' | 'signal' | 'acquireCall' | 'onCall' | 'tracing'
>

/** A session in which the server has accepted our login. */
export interface SftpSession {
  readonly client: SftpClient
  /** Below the client, which does not end it if the server has ended SFTP alone. */
  readonly socket: Socket
  /** The session counts as one call for as long as it is open: servers limit how many there are at once. */
  readonly permit: CallPermit
}

export interface SessionEvents {
  /** Aborted by the session as soon as its connection is gone. */
  readonly gone: AbortController
  /** Called with the fingerprint of the server's host key once it is accepted. */
  readonly onHostKey: (fingerprint: string) => void
}

/** The login, and the beginning of SFTP: the library has a limit for the first only. */
const loginSteps = 2

/**
 * Connects and logs in. Rejects with the reason why the host key is not accepted, why the login failed, or with the abort error if the run
 * ends meanwhile; nothing stays open then.
 */
export async function openSession(context: SftpConnectionContext, events: SessionEvents): Promise<SftpSession> {
  const { settings, credentials, timeoutMs, signal, acquireCall } = context
  const { sftpHost: host, sftpPort: port, sftpUsername: username } = credentials
  const target = { ...context, host, port }
  const place = placeOf(target)
  if (signal.aborted) throw abortError(signal)
  if (credentials.sftpPrivateKey !== undefined) await assertKeyUsable(credentials.sftpPrivateKey, credentials.sftpPassphrase)
  const { default: Client } = await import('ssh2-sftp-client')
  const permit = disposableOnce(await acquireCall())
  const gone = events.gone.signal
  gone.addEventListener('abort', () => permit[Symbol.dispose](), { once: true })
  const socket = await openSocket(target).catch((thrown) => {
    permit[Symbol.dispose]()
    throw thrown
  })
  const client = new Client('linkspan', {})
  let failure: unknown
  client.on('error', (error) => {
    failure ??= error
  })
  client.on('close', () => events.gone.abort())
  const stop = () => socket.destroy()
  signal.addEventListener('abort', stop, { once: true })
  gone.addEventListener('abort', () => signal.removeEventListener('abort', stop), { once: true })
  const hostKey = createHostVerifier(credentials.sftpHostFingerprint, place, events.onHostKey)
  try {
    const login = { username, readyTimeout: timeoutMs, authHandler: offerOnce(credentials), ...algorithmsFor(settings.legacyAlgorithms) }
    const overdue = () => new AppError('remote.timeout', `${place}: the server did not begin SFTP within ${loginSteps * timeoutMs} ms`)
    await withDeadline({ signal, timeoutMs: loginSteps * timeoutMs, overdue }, (deadline) =>
      orAborted(deadline, client.connect({ sock: socket, ...login, ...keepAlive, hostVerifier: hostKey.verify })),
    )
    return { client, socket, permit }
  } catch (thrown) {
    socket.destroy()
    permit[Symbol.dispose]()
    if (signal.aborted) throw abortError(signal)
    if (thrown instanceof AppError) throw thrown
    throw hostKey.refusal() ?? (await toLoginError(failure ?? thrown, target, username))
  }
}

/** The result of the work; rejects if `deadline` aborts first, even if the work never settles. */
function orAborted<Result>(deadline: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    deadline.addEventListener('abort', () => reject(deadline.reason), { once: true })
    work.then(resolve, reject)
  })
}

/** Checks the host key for the SSH library, which only hears yes or no, and keeps the reason of a no. */
function createHostVerifier(expected: string | undefined, place: string, onHostKey: SessionEvents['onHostKey']) {
  let refusal: AppError | null = null
  return {
    refusal: (): AppError | null => refusal,
    verify(key: Buffer): boolean {
      try {
        assertHostKey(fingerprintOf(key), expected, place)
      } catch (thrown) {
        refusal = thrown as AppError
        return false
      }
      onHostKey(fingerprintOf(key))
      return true
    },
  }
}

/** A connection may end in more than one way at once; its permit is given back only once. */
function disposableOnce(permit: CallPermit): CallPermit {
  let isHeld = true
  return {
    [Symbol.dispose]() {
      if (!isHeld) return
      isHeld = false
      permit[Symbol.dispose]()
    },
  }
}
