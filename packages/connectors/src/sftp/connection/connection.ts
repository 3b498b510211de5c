import type { Readable } from 'node:stream'
import { abortError, withDeadline } from '@linkspan/connector-kit/http/deadline'
import { AppError, type CallPermit, deadlineSignal, type OpenContext } from '@linkspan/core/connector'
import type SftpClient from 'ssh2-sftp-client'
import { algorithmsFor } from './algorithms.ts'
import type { SftpCredentials } from './credentials.ts'
import { assertHostKey, fingerprintOf, keepAlive, offerOnce } from './login.ts'
import { openSocket, placeOf } from './open-socket.ts'
import { assertKeyUsable } from './private-key.ts'
import { toLoginError, toSftpError } from './sftp-errors.ts'

export type SftpConnectionContext = Pick<
  OpenContext<{ readonly legacyAlgorithms: boolean }, SftpCredentials>,
  'settings' | 'credentials' | 'outbound' | 'timeoutMs' | 'signal' | 'acquireCall' | 'onCall'
>

/** One SSH connection, opened when first needed and then kept: servers accept only a few at once (docs/erp/sftp-files.md#sessions). */
export interface SftpConnection extends AsyncDisposable {
  /** The fingerprint of the server's host key. Rejects if it is not the saved one. */
  hostKey(): Promise<string>
  /** Logs in, unless that is done already. */
  login(): Promise<void>
  /** Runs one operation within the deadline. `what` says what is tried, with the path, and begins the message of a failure. */
  call<Result>(what: string, work: (client: SftpClient) => Promise<Result>): Promise<Result>
  /** Writes a file, replacing any that has the path. Throws `remote.unavailable` if the server kept fewer bytes. */
  write(path: string, bytes: Buffer): Promise<void>
  /** The bytes of a file, from the offset `start` on. */
  read(path: string, start: number): AsyncIterable<Buffer>
}

interface Opened {
  readonly client: SftpClient
  readonly permit: CallPermit
  /** Aborts as soon as the connection is gone. */
  readonly gone: AbortSignal
}

export function createSftpConnection(context: SftpConnectionContext): SftpConnection {
  const { settings, credentials, timeoutMs, signal, acquireCall, onCall } = context
  const { sftpHost: host, sftpPort: port, sftpUsername: username } = credentials
  const target = { ...context, host, port }
  const place = placeOf(target)
  const gone = new AbortController()
  const shown = deferred<string>()
  let opening: Promise<Opened> | null = null

  async function open(): Promise<Opened> {
    if (signal.aborted) throw abortError(signal)
    if (credentials.sftpPrivateKey !== undefined) await assertKeyUsable(credentials.sftpPrivateKey, credentials.sftpPassphrase)
    const { default: Client } = await import('ssh2-sftp-client')
    const permit = disposableOnce(await acquireCall()) // the connection is the call: servers count how many there are at once
    gone.signal.addEventListener('abort', () => permit[Symbol.dispose](), { once: true })
    const socket = await openSocket(target).catch((thrown) => {
      permit[Symbol.dispose]()
      throw thrown
    })
    const client = new Client('linkspan', {})
    let refusal: AppError | null = null
    let failure: unknown
    client.on('error', (error) => {
      failure ??= error
    })
    client.on('close', () => gone.abort())
    const stop = () => socket.destroy()
    signal.addEventListener('abort', stop, { once: true })
    gone.signal.addEventListener('abort', () => signal.removeEventListener('abort', stop), { once: true })
    try {
      await client.connect({
        sock: socket,
        username,
        readyTimeout: timeoutMs,
        ...keepAlive,
        ...algorithmsFor(settings.legacyAlgorithms),
        authHandler: offerOnce(credentials),
        hostVerifier: (key: Buffer) => {
          try {
            assertHostKey(fingerprintOf(key), credentials.sftpHostFingerprint, place)
          } catch (thrown) {
            refusal = thrown as AppError
            return false
          }
          shown.resolve(fingerprintOf(key))
          return true
        },
      })
      return { client, permit, gone: gone.signal }
    } catch (thrown) {
      socket.destroy()
      permit[Symbol.dispose]()
      if (signal.aborted) throw abortError(signal)
      throw refusal ?? (await toLoginError(failure ?? thrown, target, username))
    }
  }

  const opened = (): Promise<Opened> => {
    opening ??= open()
    opening.catch((thrown) => shown.reject(thrown))
    return opening
  }

  /** Rejects when the connection breaks or the deadline aborts, even if `work` never settles: the library may wait for ever. */
  function orGone<Result>(deadline: AbortSignal, what: string, work: Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const broken = () => reject(signal.aborted ? abortError(signal) : new AppError('remote.cut-short', `${what}: the connection broke`))
      if (gone.signal.aborted) return broken()
      gone.signal.addEventListener('abort', broken, { once: true })
      deadline.addEventListener('abort', () => reject(deadline.reason), { once: true })
      work.then(resolve, reject).finally(() => gone.signal.removeEventListener('abort', broken))
    })
  }

  async function timed<Result>(what: string, work: (deadline: AbortSignal) => Promise<Result>): Promise<Result> {
    const begun = performance.now()
    const done = (status: number | null) => onCall({ status, seconds: (performance.now() - begun) / 1000 })
    const overdue = () => new AppError('remote.timeout', `${what}: no answer within ${timeoutMs} ms`)
    try {
      const result = await withDeadline({ signal, timeoutMs, overdue }, (deadline) => orGone(deadline, what, work(deadline)))
      done(200)
      return result
    } catch (thrown) {
      const failure = toSftpError(thrown, what)
      done(failure.kind === 'transient' || failure.kind === 'wait' ? null : 400)
      throw failure
    }
  }

  return {
    hostKey: () => {
      opened().catch(() => {}) // `shown` rejects with the same error
      return shown.promise
    },
    login: async () => void (await opened()),
    call: async (what, work) => {
      const { client } = await opened()
      return timed(what, () => work(client))
    },
    async write(path, bytes) {
      const { client } = await opened()
      const what = `Writing ${path}`
      await timed(what, async () => {
        await client.put(bytes, path)
        const { size } = await client.stat(path) // the library hides that the server refused bytes (docs/erp/sftp-files.md#writes-that-fail)
        if (size !== bytes.length)
          throw new AppError(
            'remote.unavailable',
            `${what}: the server kept ${size} of ${bytes.length} bytes; perhaps its disk or the quota is full`,
          )
      })
    },
    async *read(path, start) {
      const what = `Reading ${path}`
      const { client } = await opened()
      const stream: Readable = client.createReadStream(path, { start, highWaterMark: 256 * 1024 })
      stream.on('error', () => {}) // the iterator throws it; after the iterator has ended, it does not matter
      const chunks = stream[Symbol.asyncIterator]()
      try {
        for (;;) {
          const chunk = await timed(what, () => chunks.next())
          if (chunk.done) return
          yield chunk.value as Buffer
        }
      } finally {
        stream.destroy()
      }
    },
    async [Symbol.asyncDispose]() {
      if (!opening) return
      const there = await opening.catch(() => null)
      if (!there || gone.signal.aborted) return
      using patience = deadlineSignal(2000, gone.signal)
      const closed = new Promise<void>((resolve) => patience.signal.addEventListener('abort', () => resolve(), { once: true }))
      const ended = there.client.end().catch(() => {}) // some servers reset it (docs/erp/sftp-files.md#the-end-of-a-session)
      await Promise.race([ended, closed])
      there.permit[Symbol.dispose]()
    },
  }
}

function deferred<Value>() {
  let resolve!: (value: Value) => void
  let reject!: (reason: unknown) => void
  const promise = new Promise<Value>((...both) => {
    ;[resolve, reject] = both
  })
  promise.catch(() => {})
  return { promise, resolve, reject }
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
