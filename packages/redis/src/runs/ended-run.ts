import {
  type Circuit,
  type CircuitRules,
  type CircuitVerdict,
  circuitVerdict,
  isInterrupted,
  probeGapMs,
  type RunError,
} from '@linkspan/core'

/** The end of a run as `judgeRun` takes it. `probeAt`: when the first or next probe is due if it opens the circuit. */
export interface EndedRun {
  readonly connectionId: string
  readonly verdict: CircuitVerdict
  readonly code: string
  readonly reason: string
  readonly maxFailures: number
  readonly probeAt: number
}

/** Whether the end of a run may open the circuit of its connection. */
export const mayOpenCircuit = (error: RunError | null): boolean => ['fails', 'rejects'].includes(circuitVerdict(error?.code ?? null))

/** Describes the end of a run for the judgement of its connection's circuit. */
export function describeEndedRun(
  { connectionId, error }: { readonly connectionId: string; readonly error: RunError | null },
  circuit: Circuit | null,
  now: Date,
  rules: CircuitRules,
): EndedRun {
  const code = error?.code ?? ''
  const before = isInterrupted(circuit) ? circuit : null
  const state = { openedAt: before?.openedAt ?? now.toISOString(), failedProbes: before ? before.failedProbes + 1 : 0, code }
  return {
    connectionId,
    verdict: circuitVerdict(error?.code ?? null),
    code,
    reason: error?.message ?? '',
    maxFailures: rules.maxFailures,
    probeAt: now.getTime() + probeGapMs(connectionId, state, now, rules),
  }
}
