/** How many values fall into each bin of a fixed scale, by the bin's number. Absent bins are empty. */
export type Histogram = Readonly<Record<string, number>>

/** Each bin is 19 % wider than the one before: four bins double the time. */
export const binsPerDoubling = 4

/** The bin of a time in milliseconds. Times below a millisecond are in the first one. */
export const binOf = (ms: number): number => Math.floor(Math.log2(Math.max(ms, 1)) * binsPerDoubling + 1e-9)

/** A time from the middle of a bin: no value of the bin is farther from it than 9.1 %. */
const middleOf = (bin: number): number => 2 ** ((bin + 0.5) / binsPerDoubling)

/** The time in milliseconds below which `share` (0 to 1) of the values lie, at most 9.1 % off; null if there are no values. */
export function percentile(histogram: Histogram, share: number): number | null {
  const bins = Object.entries(histogram)
    .map(([bin, count]) => [Number(bin), count] as const)
    .sort(([one], [other]) => one - other)
  const wanted = Math.max(1, Math.ceil(sizeOf(histogram) * share))
  let below = 0
  for (const [bin, count] of bins) {
    below += count
    if (below >= wanted) return middleOf(bin)
  }
  return null
}

export const sizeOf = (histogram: Histogram): number => Object.values(histogram).reduce((sum, count) => sum + count, 0)

/** Adds numbers of the same name. */
export function addUp(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const one of all) for (const [name, count] of Object.entries(one)) sums[name] = (sums[name] ?? 0) + count
  return sums
}

/** Collects times. */
export interface Times {
  add(ms: number): void
  histogram(): Histogram
}

export function createTimes(): Times {
  const counts: Record<string, number> = {}
  return {
    add(ms) {
      const bin = binOf(ms)
      counts[bin] = (counts[bin] ?? 0) + 1
    },
    histogram: () => ({ ...counts }),
  }
}
