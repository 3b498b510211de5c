/** A part of a list, as it is asked for: `limit` rows from the row `start`, counted from 0; null where the ERP decides how many. */
export interface Window {
  readonly start: number
  readonly limit: number | null
}

/**
 * The page, numbered from 0, that begins at or before the row `from` and reaches farthest, and is no larger than `size`. Pages have
 * fixed borders, but their size is ours to choose: page 1 of 99 begins one row before the end of page 0 of 100. Null where no such
 * page reaches beyond the row `given`.
 */
export function overlappingPage(from: number, given: number, size: number): { readonly page: number; readonly limit: number } | null {
  let best: { readonly page: number; readonly limit: number } | null = null
  let farthest = given
  for (let limit = size; limit > 0; limit--) {
    const page = Math.floor(from / limit)
    if ((page + 1) * limit <= farthest) continue
    farthest = (page + 1) * limit
    best = { page, limit }
  }
  return best
}

/** Where the rows that were not given before begin: after the last row of `trail` that is found. Null where none of them is there. */
export function afterTrail(rows: readonly string[], trail: readonly string[]): number | null {
  const places = new Map(rows.map((row, at) => [row, at]))
  for (let back = trail.length - 1; back >= 0; back--) {
    const at = places.get(trail[back] ?? '')
    if (at !== undefined) return at + 1
  }
  return null
}
