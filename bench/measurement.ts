import type { Finding } from './finding.ts'

export interface Scale {
  /** How many rounds count, for each side. */
  readonly rounds: number
  /** Picks the full size, or with --quick a small one that only shows that the measurement works. */
  readonly size: (full: number, quick: number) => number
}

export interface Measurement {
  readonly title: string
  /** Starts everything it needs, measures, and cleans up. `sizes` goes into the result file. */
  run(scale: Scale): Promise<{ readonly sizes: Readonly<Record<string, number>>; readonly findings: readonly Finding[] }>
}
