const maxMs = 3_600_000

/** Exponential backoff with full jitter: a random delay from 0 to base × 2^(failures − 1) milliseconds, at most an hour. */
export const backoffMs = (baseMs: number, failures: number, random: () => number): number =>
  Math.round(random() * Math.min(maxMs, baseMs * 2 ** Math.min(failures - 1, 30)))
