import { connect as connectTcp, type Socket, type TcpNetConnectOpts } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { AppError, type Clock, certificateFault } from '@linkspan/core/connector'
import { addressOfHost } from './address-guard.ts'
import { withDeadline } from './deadline.ts'
import { toTlsOptions } from './dispatcher.ts'
import type { Endpoint } from './endpoint.ts'
import { assertAllowedHost, guardedLookup } from './guarded-lookup.ts'
import { toNetworkError } from './network-errors.ts'
import { proxyFor } from './proxy-for.ts'
import { openTunnel } from './tunnel.ts'

const dayMs = 86_400_000
const soonDays = 30

/**
 * Connects, without a word of HTTP. Says how long it took and what the certificate is; throws if it is not to be trusted. In both cases it
 * tells `onCertificate` when the certificate ends.
 */
export async function checkTls(
  { url, timeoutMs, outbound, clock, signal, tls }: Endpoint,
  onCertificate: (end: Date) => void = () => {},
): Promise<string> {
  assertAllowedHost(url.hostname, outbound)
  const proxy = proxyFor(url, outbound)
  const host = addressOfHost(url.hostname) ?? url.hostname
  const isSecure = url.protocol === 'https:'
  const port = Number(url.port) || (isSecure ? 443 : 80)
  const place = `${host}:${port}`
  const overdue = () => new AppError('remote.unreachable', `${place}: no connection within ${timeoutMs} ms`)
  const begun = performance.now()
  const servername = addressOfHost(url.hostname) === null ? { servername: host } : {}
  // Nothing is sent over it: an untrusted certificate is looked at only to say what is wrong with it.
  const secured = { ...servername, ...(tls && toTlsOptions(tls)), rejectUnauthorized: false }
  let socket: Socket | undefined
  try {
    await withDeadline({ signal, timeoutMs, overdue }, async (deadline) => {
      const tunnel = proxy && (await openTunnel(proxy, host, port, deadline))
      socket = tunnel ?? undefined
      if (tunnel && !isSecure) return
      const options = tunnel ? { socket: tunnel } : { host, port, lookup: guardedLookup(outbound) }
      socket = isSecure ? connectTls({ ...options, ...secured }) : connectTcp(options as TcpNetConnectOpts)
      await opened(socket, isSecure ? 'secureConnect' : 'connect', deadline)
    })
    const connected = `Connected to ${place}${proxy ? ` through the proxy ${proxy.host}` : ''} in ${Math.round(performance.now() - begun)} ms`
    return isSecure ? `${connected}, ${describeTls(socket as TLSSocket, place, clock, onCertificate)}` : `${connected}; not encrypted`
  } catch (thrown) {
    throw toNetworkError(thrown, 'before-answer', place)
  } finally {
    socket?.destroy()
  }
}

const opened = (socket: Socket, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    socket.on('error', reject)
    socket.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })))
    socket.once(event, () => resolve())
  })

function describeTls(socket: TLSSocket, place: string, clock: Clock, onCertificate: (end: Date) => void): string {
  const { valid_to: until, subject } = socket.getPeerCertificate()
  const ends = Date.parse(until)
  if (!Number.isNaN(ends)) onCertificate(new Date(ends))
  const day = Number.isNaN(ends) ? 'an unknown day' : new Date(ends).toISOString().slice(0, 10)
  const name = subject?.CN ?? 'an unnamed subject'
  if (!socket.authorized) {
    const reason = String(socket.authorizationError)
    const words = certificateFault(reason)
    const why = words === null ? '' : `${words}, so it `
    const fault = reason === 'CERT_HAS_EXPIRED' ? `${name} ended on ${day}` : `${name}, valid until ${day}, ${why}is not trusted`
    throw new AppError('setup.certificate-untrusted', `${place}: the certificate of ${fault}`, {
      details: { subject: name, validUntil: day, reason },
    })
  }
  const days = Math.floor((ends - clock.now().getTime()) / dayMs)
  const warning = days < soonDays ? `; renew it soon, ${days} days are left` : ''
  return `${socket.getProtocol()}, certificate of ${name} valid until ${day}${warning}`
}
