/**
 * Whether an ERP is worked with. A circuit opens when runs keep failing because of the ERP, and nothing but probes reaches the ERP then.
 * After a probe that passed it is half-open: one run goes through. If that run gets through too, the circuit is closed, and the runs that
 * were due meanwhile are caught up.
 */
export interface Circuit {
  /** `closed`: the ERP is worked with again, but what was due meanwhile is not caught up yet. */
  readonly phase: 'open' | 'half-open' | 'closed'
  /** When the first of the failures ended that opened it; ISO 8601, as all times here. */
  readonly failingSince: string
  readonly openedAt: string
  readonly closedAt: string | null
  /** The error of the latest failure. */
  readonly code: string
  readonly reason: string
  /** How many runs in a row have failed, of any data type. */
  readonly failures: number
  /** How many probes have failed, and runs after a probe that passed. */
  readonly failedProbes: number
  readonly nextProbeAt: string
  /** Whether a probe is under way. */
  readonly isProbing: boolean
  /** The run that goes through a half-open circuit; null before there is one. */
  readonly trial: { readonly runId: string; readonly since: string } | null
}

/** Whether the runs of the connection have to wait. */
export const isInterrupted = (circuit: Circuit | null | undefined): circuit is Circuit => circuit != null && circuit.phase !== 'closed'

/** When a circuit opens, and how long it waits between probes. */
export interface CircuitRules {
  /** So many failures in a row open it. */
  readonly maxFailures: number
  readonly minGapMs: number
  readonly maxGapMs: number
}

/** What a probe has found. `failed` says why; `abandoned`: its worker was told to stop before it knew. */
export type ProbeResult =
  | { readonly kind: 'passed' | 'abandoned' }
  | { readonly kind: 'failed'; readonly code: string; readonly reason: string }

/**
 * The answer to whoever wants to probe. `busy`: somebody else does. `early`: the time of the next probe has not come. `none`: there is
 * nothing to probe for, because the circuit is closed or half-open.
 */
export type ProbeTurn = 'begun' | 'busy' | 'early' | 'none'

/** The circuits of connections. Each step changes the circuit, the connection's status and the event log at once. */
export interface CircuitStore {
  /** Null if the circuit is closed and everything is caught up, or if there is no such connection. */
  get(connectionId: string): Promise<Circuit | null>
  /** Takes the turn to probe, for `leaseMs` at most. An urgent probe does not wait for its time. */
  beginProbe(connectionId: string, probeId: string, options: { readonly leaseMs: number; readonly isUrgent: boolean }): Promise<ProbeTurn>
  /** Half-opens the circuit, or sets the time of the next probe. Does nothing if `probeId` no longer has its turn. */
  endProbe(connectionId: string, probeId: string, result: ProbeResult): Promise<void>
  /** Closes an open or half-open circuit. `reason`: why the ERP can be worked with again. */
  close(connectionId: string, reason: string): Promise<void>
  /** Everything that was due while the circuit was open has been started. */
  endCatchUp(connectionId: string): Promise<void>
  /** The connections whose circuit may need attention. */
  list(): Promise<readonly string[]>
}
