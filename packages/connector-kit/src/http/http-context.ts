import type { OpenContext } from '@linkspan/core/connector'

/** What every HTTP call of a session needs of its context: limits, the guard, clock and logger. */
export type HttpContext = Pick<
  OpenContext,
  'timeoutMs' | 'outbound' | 'clock' | 'logger' | 'acquireCall' | 'onCall' | 'onSecret' | 'signal' | 'tracing'
>
