import type { OutboundPolicy } from '@linkspan/core/connector'
import { Agent, buildConnector } from 'undici'
import { assertAllowed, assertAllowedHost, guardedLookup } from './guarded-lookup.ts'

const connectTimeoutMs = 10_000
const connections = 8

/** Keep-alive connections of one client, none of which leads to an address that `outbound` closes. Deadlines are the caller's. */
export function createDispatcher(outbound: OutboundPolicy, timeoutMs: number): Agent {
  const connect = buildConnector({ lookup: guardedLookup(outbound), timeout: Math.min(timeoutMs, connectTimeoutMs) })
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
