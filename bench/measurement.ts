import type { Finding } from './finding.ts'

export interface Scale {
  /** Rounds that count, for each side. */
  readonly rounds: number
  /** The whole size, or a smaller one that shows that the measurement works. */
  readonly size: (whole: number, quick: number) => number
}

export interface Measurement {
  readonly title: string
  /** Starts all that it needs, measures, and leaves nothing behind. `sizes` is for the record. */
  run(scale: Scale): Promise<{ readonly sizes: Readonly<Record<string, number>>; readonly findings: readonly Finding[] }>
}
