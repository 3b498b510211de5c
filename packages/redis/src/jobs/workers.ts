import type { Clock, WorkerSigns } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'

const forgottenMs = 86_400_000

export interface SkewedWorker {
  readonly workerId: string
  readonly skewMs: number
}

/** A worker that has reported within the last day. */
export interface SeenWorker {
  readonly workerId: string
  readonly seenAt: Date
}

const maxListed = 1000

/** Which workers are alive. */
export interface WorkerRegistry extends WorkerSigns {
  /** Notes a sign of life, and how far the clock of the worker's machine is ahead, if it is wrong. */
  beat(workerId: string, skewMs?: number): Promise<void>
  /** Those of them whose clock is wrong. */
  skewed(ms: number): Promise<readonly SkewedWorker[]>
  /** Those that have reported within the last day, the latest first; at most a thousand. */
  list(): Promise<readonly SeenWorker[]>
}

export const redisWorkers = (client: RedisClient, keys: Keys, clock: Clock): WorkerRegistry => ({
  async beat(workerId, skewMs = 0) {
    const now = clock.now().getTime()
    await client
      .multi()
      .zadd(keys.workers, now, workerId)
      .zremrangebyscore(keys.workers, '-inf', now - forgottenMs)
      .exec()
    if (skewMs === 0) await client.hdel(keys.skewedWorkers, workerId)
    else await client.hset(keys.skewedWorkers, workerId, skewMs)
  },
  seen: async (ms) => client.zcount(keys.workers, clock.now().getTime() - ms, '+inf'),
  async lastSeen() {
    const [, at] = await client.zrange(keys.workers, '-1', '-1', 'WITHSCORES')
    return at === undefined ? null : new Date(Number(at))
  },
  async list() {
    const found = await client.zrevrange(keys.workers, 0, maxListed - 1, 'WITHSCORES')
    const oldest = clock.now().getTime() - forgottenMs
    return found.flatMap((workerId, at) => {
      const seenAt = new Date(Number(found[at + 1]))
      return at % 2 === 0 && seenAt.getTime() > oldest ? [{ workerId, seenAt }] : []
    })
  },
  async skewed(ms) {
    const alive = await client.zrangebyscore(keys.workers, clock.now().getTime() - ms, '+inf')
    const skews = alive.length === 0 ? [] : await client.hmget(keys.skewedWorkers, ...alive)
    return alive.flatMap((workerId, at) => (skews[at] ? [{ workerId, skewMs: Number(skews[at]) }] : []))
  },
})
