import { lookup } from 'node:dns/promises'
import type { OutboundPolicy } from '@linkspan/core/connector'
import { type Dispatcher, ProxyAgent } from 'undici'
import type { TlsIdentity } from '../authorizers/authorizer.ts'
import { addressOfHost } from './address-guard.ts'
import { connections, connectTimeoutMs, createDispatcher, toTlsOptions } from './dispatcher.ts'
import { assertAllowed, assertAllowedHost } from './guarded-lookup.ts'
import { proxyFor } from './proxy-for.ts'

/** How the requests of one client reach their server. */
export interface Route {
  readonly dispatcher: Dispatcher
  /** Throws `setup.address-forbidden` if a server that is called through a proxy is closed to us. To be called before each request. */
  assertAllowed(): Promise<void>
}

interface RouteOptions {
  readonly origin: string
  readonly outbound: OutboundPolicy
  readonly timeoutMs: number
  readonly tls?: TlsIdentity | undefined
}

/** The way to a server: directly, where each connection is guarded itself, or through the proxy of the environment. */
export function createRoute({ origin, outbound, timeoutMs, tls }: RouteOptions): Route {
  const url = new URL(origin)
  const proxy = proxyFor(url, outbound)
  if (proxy === null) return { dispatcher: createDispatcher(outbound, timeoutMs, tls), assertAllowed: async () => {} }
  const timeout = Math.min(timeoutMs, connectTimeoutMs)
  const servername = addressOfHost(url.hostname) === null ? { servername: url.hostname } : {}
  const dispatcher = new ProxyAgent({
    uri: proxy.href,
    connections,
    headersTimeout: 0,
    bodyTimeout: 0,
    proxyTls: { timeout },
    requestTls: { timeout, ...servername, ...(tls && toTlsOptions(tls)) },
  })
  return { dispatcher, assertAllowed: () => assertTarget(url.hostname, outbound) }
}

/** The proxy looks the name up itself; what it leads to from here must be allowed all the same. */
async function assertTarget(hostname: string, outbound: OutboundPolicy): Promise<void> {
  assertAllowedHost(hostname, outbound)
  if (outbound.allowPrivate || addressOfHost(hostname) !== null) return
  const found = await lookup(hostname, { all: true })
  assertAllowed(
    hostname,
    found.map(({ address }) => address),
    outbound,
  )
}
