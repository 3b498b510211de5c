/** The value that `share` of all values do not exceed, interpolated linearly. 0.5 is the median. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  const at = (sorted.length - 1) * share
  const [below = Number.NaN, above = Number.NaN] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return below + (above - below) * (at - Math.floor(at))
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** The distance from the lowest to the highest round, as a share of their median. */
export const spread = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : (Math.max(...values) - Math.min(...values)) / Math.abs(median(values))
