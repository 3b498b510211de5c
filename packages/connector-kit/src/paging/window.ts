/** A page of some size, numbered from 0. */
export interface SizedPage {
  readonly page: number
  readonly limit: number
}

/**
 * The page that begins at or before the row `from`, is no larger than `size`, and reaches farthest. Pages have fixed borders, but
 * their size is ours to choose: page 1 of 99 rows begins one row before page 0 of 100 rows ends. Null if none of them reaches
 * beyond the row `given`.
 */
export function overlappingPage(from: number, given: number, size: number): SizedPage | null {
  let best: SizedPage | null = null
  let farthest = given
  for (let limit = size; limit > 0; limit--) {
    const page = Math.floor(from / limit)
    if ((page + 1) * limit <= farthest) continue
    farthest = (page + 1) * limit
    best = { page, limit }
  }
  return best
}

/** Where the rows that were not given before begin: after the last row of `overlapIds` that is found. Null if none of them is there. */
export function findOverlap(rows: readonly string[], overlapIds: readonly string[]): number | null {
  const places = new Map(rows.map((row, at) => [row, at]))
  for (let back = overlapIds.length - 1; back >= 0; back--) {
    const at = places.get(overlapIds[back] ?? '')
    if (at !== undefined) return at + 1
  }
  return null
}
