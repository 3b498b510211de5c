import { abortError, withDeadline } from '@linkspan/connector-kit/http/deadline'
import { AppError, inSpan, noTracing, type SpanStart } from '@linkspan/core/connector'
import type { SftpConnectionContext } from './open-session.ts'
import { toSftpError } from './sftp-errors.ts'

/** Runs one operation. `what` says what is tried, with the path, and begins the message of a failure. */
export type RunTimed = <Result>(what: string, work: () => Promise<Result>) => Promise<Result>

/**
 * Runs operations within the connection's deadline, reports each as a call, and turns what the library throws into errors for people.
 * `gone` aborts when the connection breaks.
 */
export function createTimedOperations(
  { credentials, signal, timeoutMs, onCall, tracing = noTracing }: SftpConnectionContext,
  gone: AbortSignal,
): RunTimed {
  const { sftpHost, sftpPort } = credentials
  /** Without what is done to which file: names of files may be those of customers. */
  const span: SpanStart = {
    name: 'sftp',
    kind: 'client',
    attributes: { 'network.protocol.name': 'sftp', 'server.address': sftpHost, 'server.port': sftpPort },
  }
  /** Rejects when the connection breaks or the deadline aborts, even if `work` never settles: the library may wait for ever. */
  function orGone<Result>(deadline: AbortSignal, what: string, work: Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const broken = () => reject(signal.aborted ? abortError(signal) : new AppError('remote.cut-short', `${what}: the connection broke`))
      if (gone.aborted) return broken()
      gone.addEventListener('abort', broken, { once: true })
      deadline.addEventListener('abort', () => reject(deadline.reason), { once: true })
      work.then(resolve, reject).finally(() => gone.removeEventListener('abort', broken))
    })
  }

  return async (what, work) => {
    const begun = performance.now()
    const report = (status: number | null) => onCall({ status, seconds: (performance.now() - begun) / 1000 })
    const overdue = () => new AppError('remote.timeout', `${what}: no answer within ${timeoutMs} ms`)
    try {
      const result = await inSpan(tracing, span, () =>
        withDeadline({ signal, timeoutMs, overdue }, (deadline) => orGone(deadline, what, work())),
      )
      report(200)
      return result
    } catch (thrown) {
      const failure = toSftpError(thrown, what)
      report(failure.kind === 'transient' || failure.kind === 'wait' ? null : 400)
      throw failure
    }
  }
}
