import type { Checkpoint } from '../runs/run.ts'

/** From when an incremental pull asks for changes: a little before the watermark, since records can be committed late. Null: everything. */
export const sinceWatermark = (watermark: string | null, overlapMs: number): string | null =>
  watermark === null ? null : new Date(Date.parse(watermark) - overlapMs).toISOString()

/** How far the clock of an ERP may be ahead of ours, if the ERP does not tell its time. */
const maxAheadMs = 86_400_000

/**
 * The watermark after a successful run that asked for changes from `since`: the latest change time in the ERP's data. It never moves back.
 * It never passes the ERP's own clock either, so that a record dated in the future does not hide later changes; if the ERP does not tell its
 * time, a day after our clock is the limit. A run whose `since` lies after the watermark leaves a gap, so it does not move the watermark.
 */
export function nextWatermark(
  before: string | null,
  { highWater, serverTime }: Pick<Checkpoint, 'highWater' | 'serverTime'>,
  { since, now }: { readonly since: string | null; readonly now: Date },
): string | null {
  if (since !== null && (before === null || since > before)) return before
  const limit = serverTime ?? new Date(now.getTime() + maxAheadMs).toISOString()
  const latest = highWater !== null && limit < highWater ? limit : highWater
  if (before === null || latest === null) return latest ?? before
  return latest > before ? latest : before
}
