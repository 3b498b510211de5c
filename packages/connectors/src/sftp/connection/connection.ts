import type { Readable } from 'node:stream'
import { AppError, deadlineSignal } from '@linkspan/core/connector'
import type SftpClient from 'ssh2-sftp-client'
import { openSession, type SftpConnectionContext, type SftpSession } from './open-session.ts'
import { createTimedOperations, type RunTimed } from './timed-operations.ts'

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

const closeTimeoutMs = 2000
const readSize = 256 * 1024

export function createSftpConnection(context: SftpConnectionContext): SftpConnection {
  const gone = new AbortController()
  const runTimed = createTimedOperations(context, gone.signal)
  const hostKey = deferred<string>()
  let opening: Promise<SftpSession> | null = null
  const opened = (): Promise<SftpSession> => {
    opening ??= openSession(context, { gone, onHostKey: hostKey.resolve })
    opening.catch(hostKey.reject)
    return opening
  }
  return {
    hostKey: () => {
      opened().catch(() => {}) // `hostKey` rejects with the same error
      return hostKey.promise
    },
    login: async () => void (await opened()),
    call: async (what, work) => {
      const { client } = await opened()
      return runTimed(what, () => work(client))
    },
    write: async (path, bytes) => writeFile((await opened()).client, runTimed, path, bytes),
    async *read(path, start) {
      yield* readFile((await opened()).client, runTimed, path, start)
    },
    async [Symbol.asyncDispose]() {
      const session = await opening?.catch(() => null)
      if (session && !gone.signal.aborted) await close(session, gone.signal)
    },
  }
}

async function writeFile(client: SftpClient, runTimed: RunTimed, path: string, bytes: Buffer): Promise<void> {
  const what = `Writing ${path}`
  await runTimed(what, async () => {
    await client.put(bytes, path)
    const { size } = await client.stat(path) // the library hides that the server refused bytes (docs/erp/sftp-files.md#writes-that-fail)
    if (size === bytes.length) return
    const kept = `the server kept ${size} of ${bytes.length} bytes; perhaps its disk or the quota is full`
    throw new AppError('remote.unavailable', `${what}: ${kept}`)
  })
}

async function* readFile(client: SftpClient, runTimed: RunTimed, path: string, start: number): AsyncGenerator<Buffer> {
  const stream: Readable = client.createReadStream(path, { start, highWaterMark: readSize })
  stream.on('error', () => {}) // the iterator throws it; after the iterator has ended, it does not matter
  const chunks = stream[Symbol.asyncIterator]()
  try {
    for (;;) {
      const chunk = await runTimed(`Reading ${path}`, () => chunks.next())
      if (chunk.done) return
      yield chunk.value as Buffer
    }
  } finally {
    stream.destroy()
  }
}

/** Ends a session politely, but waits no longer than two seconds for the server. */
async function close({ client, socket, permit }: SftpSession, gone: AbortSignal): Promise<void> {
  using patience = deadlineSignal(closeTimeoutMs, gone)
  const closed = new Promise<void>((resolve) => patience.signal.addEventListener('abort', () => resolve(), { once: true }))
  const ended = client.end().catch(() => {}) // some servers reset it (docs/erp/sftp-files.md#the-end-of-a-session)
  await Promise.race([ended, closed])
  socket.destroy()
  permit[Symbol.dispose]()
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
