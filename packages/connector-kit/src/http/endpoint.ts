import type { Clock, OutboundPolicy } from '@linkspan/core/connector'
import type { TlsIdentity } from '../authorizers/authorizer.ts'

/** A server to be checked, and what the checks need. */
export interface Endpoint {
  readonly url: URL
  readonly timeoutMs: number
  readonly outbound: OutboundPolicy
  readonly clock: Clock
  readonly signal: AbortSignal
  /** A client certificate that the server may ask for. */
  readonly tls?: TlsIdentity | undefined
}
