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
 * A connection to an allowed host; nothing is sent yet. Small packets leave at once: uploads depend on it
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

/** What the server says first, as "SSH-2.0-OpenSSH_9.2". Throws where it is no SSH. */
export async function readGreeting(target: SocketTarget): Promise<string> {
  const { timeoutMs, signal } = target
  const place = placeOf(target)
  const socket = await openSocket(target)
  const overdue = () => new AppError('remote.timeout', `${place}: connected, but the server said nothing within ${timeoutMs} ms`)
  try {
    return await withDeadline({ signal, timeoutMs, overdue }, async (deadline) => {
      deadline.addEventListener('abort', () => socket.destroy(deadline.reason), { once: true })
      let heard = ''
      for await (const chunk of socket) {
        heard += (chunk as Buffer).toString('latin1')
        const line = /^SSH-[^\r\n]*/m.exec(heard)
        if (line) return line[0]
        if (heard.length > 8192 || /^HTTP\//.test(heard)) break
      }
      throw new AppError('setup.answer-unexpected', `${place}: this is no SSH server`, { details: { heard: heard.slice(0, 100) } })
    })
  } catch (thrown) {
    throw toNetworkError(thrown, 'before-answer', place)
  } finally {
    socket.destroy()
  }
}
