import { AppError, type Stopwatch } from '@linkspan/core'
import { Cluster } from 'ioredis'
import type { RedisClient } from './client.ts'

const ackWithinMs = 1000
/** A replica that has vanished counts for this long: in a failover it is the new master. After that, Redis is taken to run without one. */
const rememberedMs = 60_000

/**
 * Returns a function that resolves when a replica has acknowledged everything this client has written: true if there are replicas, false if
 * there are none. It throws `store.unavailable` if no replica acknowledges in time. A master of a cluster is not asked.
 */
export function createReplicaWait(client: RedisClient, stopwatch: Stopwatch): () => Promise<boolean> {
  let seenAt = Number.NEGATIVE_INFINITY
  return async () => {
    if (client instanceof Cluster) return false
    const replicas = Number(/^connected_slaves:(\d+)/m.exec(await client.info('replication'))?.[1] ?? 0)
    if (replicas > 0) seenAt = stopwatch()
    else if (stopwatch() - seenAt > rememberedMs) return false
    if ((await client.wait(1, ackWithinMs)) > 0) return true
    throw new AppError('store.unavailable', 'No replica of Redis has acknowledged what is about to be sent to the ERP')
  }
}
