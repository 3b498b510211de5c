import type { Run } from './run.ts'

/** A worker's right to write for a run. It is void as soon as another worker claims the run or someone ends it. */
export interface Claim extends Pick<Run, 'connectionId' | 'dataType' | 'dryRun'> {
  readonly runId: string
  readonly epoch: number
}

export type ClaimOutcome =
  | {
      readonly kind: 'claimed'
      readonly claim: Claim
      readonly run: Run
      /** How many workers in a row died while they held the run, without storing a page. */
      readonly losses: number
      /** Of the run's stream; null before its first success. */
      readonly watermark: string | null
      /** What the run has noticed in its records so far, as `saveNotes` got it; null at its beginning. */
      readonly notes: string | null
    }
  /** The connection already runs its maximum number of syncs; the run is woken when one of them leaves. */
  | { readonly kind: 'parked' }
  /** The circuit of the connection is open. `isNew`: the run was not told before. */
  | { readonly kind: 'interrupted'; readonly nextProbeAt: string; readonly isNew: boolean }
  | { readonly kind: 'ended' }
