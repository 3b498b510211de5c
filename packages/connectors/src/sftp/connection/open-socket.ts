import { connect, type Socket } from 'node:net'
import { addressOfHost } from '@linkspan/connector-kit/http/address-guard'
import { withDeadline } from '@linkspan/connector-kit/http/deadline'
import { assertAllowed, assertAllowedHost, guardedLookup } from '@linkspan/connector-kit/http/guarded-lookup'
import { toNetworkError } from '@linkspan/connector-kit/http/network-errors'
import { AppError, type OutboundPolicy } from '@linkspan/core/connector'

export interface SocketTarget {
  readonly host: string
  readonly port: number
  readonly outbound: OutboundPolicy
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

export const placeOf = ({ host, port }: Pick<SocketTarget, 'host' | 'port'>): string => `${host}:${port}`

/**
 * Opens a TCP connection, if the policy allows the host. Nagle's algorithm is off: it slows large uploads down
 * (docs/erp/sftp-files.md#small-packets).
 */
export async function openSocket(target: SocketTarget): Promise<Socket> {
  const { host, port, outbound, timeoutMs, signal } = target
  const place = placeOf(target)
  assertAllowedHost(host, outbound)
  const overdue = () => new AppError('remote.unreachable', `${place}: no connection within ${timeoutMs} ms`)
  let socket: Socket | null = null
  try {
    return await withDeadline({ signal, timeoutMs, overdue }, async (deadline) => {
      socket = connect({ host: addressOfHost(host) ?? host, port, lookup: guardedLookup(outbound), noDelay: true })
      const opened = await whenOpen(socket, deadline)
      if (opened.remoteAddress) assertAllowed(host, [opened.remoteAddress], outbound)
      return opened
    })
  } catch (thrown) {
    ;(socket as Socket | null)?.destroy()
    throw toNetworkError(thrown, 'before-answer', place)
  }
}

const whenOpen = (socket: Socket, signal: AbortSignal): Promise<Socket> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    socket.on('error', reject)
    socket.once('connect', () => resolve(socket))
  })

/** The server's first line, such as "SSH-2.0-OpenSSH_9.2". Throws `setup.not-ssh` if it is not SSH. */
export async function readGreeting(target: SocketTarget): Promise<string> {
  const { timeoutMs, signal } = target
  const place = placeOf(target)
  const socket = await openSocket(target)
  const overdue = () => new AppError('remote.timeout', `${place}: connected, but the server sent nothing within ${timeoutMs} ms`)
  try {
    return await withDeadline({ signal, timeoutMs, overdue }, async (deadline) => {
      deadline.addEventListener('abort', () => socket.destroy(deadline.reason), { once: true })
      let received = ''
      for await (const chunk of socket) {
        received += (chunk as Buffer).toString('latin1')
        const line = /^SSH-[^\r\n]*/m.exec(received)
        if (line) return line[0]
        if (received.length > 8192 || /^HTTP\//.test(received)) break
      }
      throw new AppError('setup.not-ssh', `${place}: this is not an SSH server`, {
        details: { received: received.slice(0, 100) },
      })
    })
  } catch (thrown) {
    throw toNetworkError(thrown, 'before-answer', place)
  } finally {
    socket.destroy()
  }
}
