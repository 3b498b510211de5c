import type { OutboundPolicy } from '@linkspan/core/connector'
import { Agent, buildConnector } from 'undici'
import type { TlsIdentity } from '../authorizers/authorizer.ts'
import { assertAllowed, assertAllowedHost, guardedLookup } from './guarded-lookup.ts'

export const connectTimeoutMs = 10_000
/** To one server, of one client. */
export const connections = 8

/**
 * Keep-alive connections of one client, none of which leads to an address that `outbound` closes. A server that asks for a certificate is
 * shown `tls`. Deadlines are the caller's.
 */
export function createDispatcher(outbound: OutboundPolicy, timeoutMs: number, tls?: TlsIdentity): Agent {
  const connect = buildConnector({
    lookup: guardedLookup(outbound),
    timeout: Math.min(timeoutMs, connectTimeoutMs),
    ...(tls && toTlsOptions(tls)),
  })
  return new Agent({
    connections,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (options, callback) => {
      try {
        assertAllowedHost(options.hostname, outbound)
      } catch (forbidden) {
        callback(forbidden as Error, null)
        return
      }
      connect(options, (...result) => {
        const [, socket] = result
        try {
          if (socket?.remoteAddress) assertAllowed(options.hostname, [socket.remoteAddress], outbound)
        } catch (forbidden) {
          socket?.destroy()
          callback(forbidden as Error, null)
          return
        }
        callback(...result)
      })
    },
  })
}

/** A client certificate as Node's TLS takes it. */
export const toTlsOptions = ({ certificate, privateKey, passphrase, authority }: TlsIdentity) => ({
  cert: certificate,
  key: privateKey,
  ...(passphrase !== undefined && { passphrase }),
  ...(authority !== undefined && { ca: authority }),
})
