import { aliveMs, findMissingWorkers, type UnreadableItem } from '@linkspan/core'
import type { RedisPorts, SkewedWorker } from '@linkspan/redis'

const routeOf = ({ kind, id }: UnreadableItem): string =>
  kind === 'connection' ? `/erp/connections/${id}` : `/erp/unreadable/${kind}/${encodeURIComponent(id)}`

export interface Warnings {
  readonly warnings: string[]
  readonly areJobsHeldUp: boolean
}

/** What is wrong with this installation, as sentences that say what to do. They are public, so they hold ids but no data. */
export async function readWarnings(redis: RedisPorts): Promise<Warnings> {
  const [missing, skewed, queues] = await Promise.all([
    findMissingWorkers(redis.workers),
    redis.workers.skewed(aliveMs),
    redis.queueWarnings(),
  ])
  return {
    warnings: [
      ...(missing === null ? [] : [missing]),
      ...skewed.map(describeSkew),
      ...queues,
      ...redis.unreadable.seen().map(describeUnreadable),
    ],
    areJobsHeldUp: queues.length > 0,
  }
}

const describeSkew = ({ workerId, skewMs }: SkewedWorker): string =>
  `The clock of ${workerId} is ${(Math.abs(skewMs) / 1000).toFixed(1)} s ${skewMs > 0 ? 'ahead of' : 'behind'} the clock of Redis, so it takes no schedules: set it by NTP`

const describeUnreadable = (item: UnreadableItem): string =>
  `A ${item.kind} cannot be read, and lists leave it out. Delete it with DELETE ${routeOf(item)}`
