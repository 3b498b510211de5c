import { z } from 'zod'
import type { ConnectionRepository } from '../connections/connection.ts'
import { mustGetConnection } from '../connections/connection-commands.ts'
import { AppError } from '../kernel/errors.ts'
import type { Clock } from '../kernel/ports.ts'
import { DataTypeId, dataTypeIds } from '../records/data-types.ts'
import { addUp, type Histogram, percentile, sizeOf } from './histogram.ts'
import type { RunStore } from './run-store.ts'
import { type BucketSize, bucketSizes, bucketSpans, type TimeBucket } from './time-buckets.ts'

const count = z.int().min(0)
const percentiles = { p50: z.number().min(0).describe('The median.'), p95: z.number().min(0).describe('95 of 100 took no longer.') }

const Activity = z.object({
  outcomes: z
    .object({
      success: count.describe('Runs that have succeeded.'),
      error: count.describe('Those that somebody has cancelled are among them.'),
      cancelled: count.describe('How many of the failed ones somebody has cancelled.'),
    })
    .describe('How the runs ended.'),
  fates: z
    .object({
      read: count.describe('All records that the ERP gave.'),
      created: count.describe('Stored for the first time.'),
      updated: count.describe('Stored, because they had changed.'),
      unchanged: count.describe('Stored already as they are.'),
      filtered: count.describe('Left out by the filters of a mapping.'),
      rejected: count.describe('Read from the ERP, and not stored.'),
      deleted: count.describe('Gone from the ERP, and deleted here.'),
      pushed: count.describe('Accepted by the ERP.'),
      refused: count.describe('Refused by the ERP.'),
      conflicts: count.describe('Changed by both sides, so that a person had to decide.'),
    })
    .describe('What became of the records.'),
  duration: z.object(percentiles).optional().describe('How long the runs took, in seconds, at most 9.1 % off.'),
  erpLatency: z
    .object({ calls: count.describe('How many calls were measured.'), ...percentiles })
    .optional()
    .describe('How long the ERPs took to answer, in seconds, at most 9.1 % off. Absent if no call was measured.'),
})
type Activity = z.infer<typeof Activity>

/** What the runs of a range of time have come to, by hour or by day. */
export const ERPActivity = z
  .object({
    bucket: z.enum(bucketSizes).describe('How long a bucket is.'),
    since: z.iso.datetime().describe('When the first bucket begins.'),
    until: z.iso.datetime().describe('The end of the range that was asked for.'),
    totals: Activity.describe('Of the whole range.'),
    byDataType: z.partialRecord(DataTypeId, Activity).describe('The same by data type, of those that have run.'),
    buckets: z
      .array(Activity.extend({ at: z.iso.datetime().describe('When the hour or the day begins, in UTC.') }))
      .describe('Oldest first. An hour or a day in which no run began is absent.'),
  })
  .meta({ id: 'ERPActivity', description: 'What has become of the runs of a range of time.' })
export type ERPActivity = z.infer<typeof ERPActivity>

export interface ActivityQuery {
  readonly connection?: string | undefined
  readonly dataType?: DataTypeId | undefined
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly bucket?: BucketSize | undefined
}

export interface ActivityPorts {
  readonly clock: Clock
  readonly connections: ConnectionRepository
  readonly runs: Pick<RunStore, 'timeBuckets'>
}

const dayMs = 86_400_000
/** Ranges up to this long are shown by hour. */
const longestByHour = 2 * dayMs

/** Its cost grows with the number of buckets, of which a limited number is kept, and not with that of runs or connections. */
export async function readActivity(query: ActivityQuery, { clock, connections, runs }: ActivityPorts): Promise<ERPActivity> {
  if (query.connection !== undefined) await mustGetConnection(connections, query.connection)
  const { size, first, last } = rangeOf(query, clock.now().getTime())
  const types = query.dataType === undefined ? dataTypeIds : [query.dataType]
  const connectionId = query.connection ?? null
  const found = await Promise.all(types.map((dataType) => runs.timeBuckets({ connectionId, dataType, size, first, last })))
  const byNumber = new Map<number, TimeBucket[]>()
  for (const one of found.flat()) byNumber.set(one.bucket, [...(byNumber.get(one.bucket) ?? []), one])
  const { ms } = bucketSpans[size]
  return {
    bucket: size,
    since: new Date(first * ms).toISOString(),
    until: query.until ?? clock.now().toISOString(),
    totals: activityOf(found.flat()),
    byDataType: Object.fromEntries(types.flatMap((type, at) => (found[at]?.length ? [[type, activityOf(found[at])] as const] : []))),
    buckets: [...byNumber.keys()]
      .sort((one, other) => one - other)
      .map((number) => ({ at: new Date(number * ms).toISOString(), ...activityOf(byNumber.get(number) ?? []) })),
  }
}

/** The buckets of a range: from the one in which it begins to the one in which it ends, if they may still be kept. */
function rangeOf({ since, until, bucket }: ActivityQuery, now: number) {
  const end = until === undefined ? now : Date.parse(until)
  const begin = since === undefined ? end - dayMs : Date.parse(since)
  if (begin > end) throw new AppError('request.invalid', 'since must not be later than until')
  const size: BucketSize = bucket ?? (end - begin <= longestByHour ? 'hour' : 'day')
  const { ms, kept } = bucketSpans[size]
  const newest = Math.floor(now / ms)
  const last = Math.min(newest, Math.floor(end / ms))
  return { size, first: Math.max(newest - kept + 1, Math.floor(begin / ms)), last }
}

function activityOf(buckets: readonly TimeBucket[]): Activity {
  const counts = addUp(buckets.map((bucket) => bucket.counts))
  const of = (name: string): number => counts[name] ?? 0
  const duration = percentilesOf(addUp(buckets.map(({ durations }) => durations)))
  const calls = addUp(buckets.map((bucket) => bucket.calls))
  const latency = percentilesOf(calls)
  return {
    outcomes: { success: of('success'), error: of('error'), cancelled: of('cancelled') },
    fates: {
      read: of('read'),
      created: of('created'),
      updated: of('updated'),
      unchanged: of('unchanged'),
      filtered: of('filtered'),
      rejected: of('rejected'),
      deleted: of('deleted'),
      pushed: of('pushed'),
      refused: of('refused'),
      conflicts: of('conflicts'),
    },
    ...(duration && { duration }),
    ...(latency && { erpLatency: { calls: sizeOf(calls), ...latency } }),
  }
}

function percentilesOf(histogram: Histogram): { readonly p50: number; readonly p95: number } | null {
  const [p50, p95] = [percentile(histogram, 0.5), percentile(histogram, 0.95)]
  return p50 === null || p95 === null ? null : { p50: inSeconds(p50), p95: inSeconds(p95) }
}

const inSeconds = (ms: number): number => Math.round(ms) / 1000
