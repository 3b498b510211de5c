import type { Readable } from 'node:stream'
import { abortError, withDeadline } from '@linkspan/connector-kit/http/deadline'
import { AppError, type OpenContext } from '@linkspan/core/connector'
import type SftpClient from 'ssh2-sftp-client'
import type { SftpCredentials } from './credentials.ts'
import { assertHostKey, fingerprintOf, keepAlive, offerOnce } from './login.ts'
import { openSocket, placeOf } from './open-socket.ts'
import { assertKeyUsable } from './private-key.ts'
import { toLoginError, toSftpError } from './sftp-errors.ts'

export type SftpConnectionContext = Pick<
  OpenContext<unknown, SftpCredentials>,
  'credentials' | 'outbound' | 'timeoutMs' | 'signal' | 'acquireCall' | 'onCall'
>

/** One SSH connection, opened when first needed and then kept: servers allow few sessions (docs/erp/sftp-files.md#sessions). */
export interface SftpConnection extends AsyncDisposable {
  /** The server's fingerprint, once it has proven to be the saved one. */
  hostKey(): Promise<string>
  /** Logs in where that is not done yet. */
  login(): Promise<void>
  /** One operation. `what` says what is tried, with the path. */
  call<Result>(what: string, work: (client: SftpClient) => Promise<Result>): Promise<Result>
  /** Makes a file of these bytes, or replaces it. */
  write(path: string, bytes: Buffer): Promise<void>
  /** The bytes of a file from `start` on. */
  read(path: string, start: number): AsyncIterable<Buffer>
}

interface Opened {
  readonly client: SftpClient
  /** Aborts as soon as the connection is gone. */
  readonly gone: AbortSignal
}

export function createSftpConnection(context: SftpConnectionContext): SftpConnection {
  const { credentials, timeoutMs, signal, acquireCall, onCall } = context
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
    await acquireCall()
    const socket = await openSocket(target)
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
      return { client, gone: gone.signal }
    } catch (thrown) {
      socket.destroy()
      if (signal.aborted) throw abortError(signal)
      throw refusal ?? toLoginError(failure ?? thrown, place, username)
    }
  }

  const opened = (): Promise<Opened> => {
    opening ??= open()
    opening.catch((thrown) => shown.reject(thrown))
    return opening
  }

  /** Ends what is under way where the connection breaks or somebody aborts: the library itself may wait for ever. */
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
      opened().catch(() => {}) // it is told by `shown`
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
        const { size } = await client.stat(path) // a refused block goes unreported (docs/erp/sftp-files.md#writes-that-fail)
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
      stream.on('error', () => {}) // told by the iterator, or after it was left
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
      const closed = new Promise<void>((resolve) => gone.signal.addEventListener('abort', () => resolve(), { once: true }))
      const patience = AbortSignal.timeout(2000)
      const ended = there.client.end().catch(() => {}) // some servers reset it (docs/erp/sftp-files.md#the-end-of-a-session)
      await Promise.race([
        ended,
        closed,
        new Promise<void>((resolve) => patience.addEventListener('abort', () => resolve(), { once: true })),
      ])
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
