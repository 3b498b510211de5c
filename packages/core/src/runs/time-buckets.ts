import type { DataTypeId } from '../records/data-types.ts'
import type { Histogram } from './histogram.ts'

export const bucketSizes = ['hour', 'day'] as const
export type BucketSize = (typeof bucketSizes)[number]

/** How long one bucket is, and how many of the latest are kept. */
export const bucketSpans: Readonly<Record<BucketSize, { readonly ms: number; readonly kept: number }>> = {
  hour: { ms: 3_600_000, kept: 14 * 24 },
  day: { ms: 86_400_000, kept: 400 },
}

export interface BucketQuery {
  /** Null: of all connections, deleted ones too. */
  readonly connectionId: string | null
  readonly dataType: DataTypeId
  readonly size: BucketSize
  /** The numbers of the first and the last bucket, counted from 1970 UTC. */
  readonly first: number
  readonly last: number
}

/** What the runs of a data type that began in one hour or on one day have come to. Dry runs are not among them. */
export interface TimeBucket {
  /** Its number, counted from 1970 UTC. */
  readonly bucket: number
  /** By status (`success`, `error`, and `cancelled` for those of the errors that somebody has cancelled) and by the counts of a run; zeros are absent. */
  readonly counts: Readonly<Record<string, number>>
  /** How long the runs took. */
  readonly durations: Histogram
  /** How long the ERPs took to answer. */
  readonly calls: Histogram
}
