import type { Checkpoint } from '../runs/run.ts'

/** From where an incremental pull asks: a little before the watermark, since records can be committed late. Null: everything. */
export const sinceWatermark = (watermark: string | null, overlapMs: number): string | null =>
  watermark === null ? null : new Date(Date.parse(watermark) - overlapMs).toISOString()

/**
 * Up to where a stream is known after a success: the latest change time that the ERP's data showed, never back,
 * and never beyond the ERP's own clock, so that one record dated into the future hides none of the later ones.
 */
export function nextWatermark(before: string | null, { highWater, asOf }: Pick<Checkpoint, 'highWater' | 'asOf'>): string | null {
  const believed = highWater !== null && asOf !== null && asOf < highWater ? asOf : highWater
  if (before === null || believed === null) return believed ?? before
  return believed > before ? believed : before
}
