export interface TimelineOptions {
  readonly count: number
  /** Epoch milliseconds of the first and the last change. */
  readonly from: number
  readonly until: number
  /** How many rows share each ordinary change time. */
  readonly tieSize: number
  /** The share of rows that have the same change time, from one mass change in the middle of the period. */
  readonly bulkShare: number
}

/**
 * The change time of each of `count` rows, and their order by time, computed without keeping anything in memory. Rows with the same
 * time are ordered by index. The order by time differs from the order by index.
 */
export interface Timeline {
  timeOf(index: number): string
  rankOf(index: number): number
  indexAt(rank: number): number
}

export function createTimeline(options: TimelineOptions): Timeline {
  const { count, from, until } = options
  const bulk = Math.min(count, Math.floor(count * options.bulkShare))
  const ordinary = count - bulk
  const groups = Math.max(1, Math.ceil(ordinary / Math.max(1, options.tieSize)))
  const perGroup = Math.floor(ordinary / groups)
  const larger = ordinary % groups
  const step = (until - from) / groups
  const bulkGroup = Math.floor(groups / 2)

  const firstOf = (group: number): number => group * perGroup + Math.min(group, larger)
  const bulkStart = firstOf(bulkGroup)
  const groupTime = (group: number): number => Math.floor((from + group * step) / 1000) * 1000 + (step >= 1000 ? (group * 137) % 1000 : 0)
  /** Half a step before the group that follows it, so that no ordinary row shares the time of the mass change. */
  const bulkTime = groupTime(bulkGroup) - Math.max(1, Math.floor(step / 2))

  function groupAt(rank: number): number {
    const boundary = larger * (perGroup + 1)
    return rank < boundary ? Math.floor(rank / (perGroup + 1)) : larger + Math.floor((rank - boundary) / perGroup)
  }

  return {
    timeOf: (index) => new Date(index >= ordinary ? bulkTime : groupTime(index % groups)).toISOString(),
    rankOf: (index) => {
      if (index >= ordinary) return bulkStart + (index - ordinary)
      const rank = firstOf(index % groups) + Math.floor(index / groups)
      return rank < bulkStart ? rank : rank + bulk
    },
    indexAt: (rank) => {
      if (rank >= bulkStart && rank < bulkStart + bulk) return ordinary + (rank - bulkStart)
      const own = rank < bulkStart ? rank : rank - bulk
      const group = groupAt(own)
      return group + (own - firstOf(group)) * groups
    },
  }
}
