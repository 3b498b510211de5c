import type { Checkpoint } from '../runs/run.ts'

/** From where an incremental pull asks: a little before the watermark, since records can be committed late. Null: everything. */
export const sinceWatermark = (watermark: string | null, overlapMs: number): string | null =>
  watermark === null ? null : new Date(Date.parse(watermark) - overlapMs).toISOString()

/** How far the clock of an ERP that does not tell it may be ahead of ours. */
const maxAheadMs = 86_400_000

/**
 * Up to where a stream is known after a success that asked from `since`: the latest change time that the ERP's data showed, never back,
 * and never beyond the ERP's own clock, so that one record dated into the future hides none of the later ones. An ERP that does not
 * tell its clock is believed up to a day beyond ours. A run that left out what lies between the watermark and its `since` proves
 * nothing about that, and moves nothing.
 */
export function nextWatermark(
  before: string | null,
  { highWater, asOf }: Pick<Checkpoint, 'highWater' | 'asOf'>,
  { since, now }: { readonly since: string | null; readonly now: Date },
): string | null {
  if (since !== null && (before === null || since > before)) return before
  const limit = asOf ?? new Date(now.getTime() + maxAheadMs).toISOString()
  const believed = highWater !== null && limit < highWater ? limit : highWater
  if (before === null || believed === null) return believed ?? before
  return believed > before ? believed : before
}
