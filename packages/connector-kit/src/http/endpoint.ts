import type { Clock, OutboundPolicy } from '@linkspan/core/connector'

/** A server to be checked, and what the checks need. */
export interface Endpoint {
  readonly url: URL
  readonly timeoutMs: number
  readonly outbound: OutboundPolicy
  readonly clock: Clock
  readonly signal: AbortSignal
}
