/** A worker that has reported within this time is alive. */
export const aliveMs = 30_000

/** Signs of life of workers. */
export interface WorkerSigns {
  /** How many workers have reported within the last `ms`. */
  seen(ms: number): Promise<number>
  /** When a worker reported last; null if none ever did. */
  lastSeen(): Promise<Date | null>
}

/** Says that no worker is running, since when, and what to do; null if one is. */
export async function findMissingWorkers(workers: WorkerSigns): Promise<string | null> {
  if ((await workers.seen(aliveMs)) > 0) return null
  const last = await workers.lastSeen()
  const since = last === null ? 'No worker has run yet' : `No worker is running since ${last.toISOString()}`
  return `${since}, so syncs and tests wait. Start one with "pnpm start:worker"`
}
