import type { Clock } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'

const forgottenMs = 86_400_000

/** Which workers are alive. */
export interface WorkerRegistry {
  /** Notes a sign of life. */
  beat(workerId: string): Promise<void>
  /** How many workers gave a sign of life within the last `ms`. */
  seen(ms: number): Promise<number>
}

export const redisWorkers = (client: RedisClient, keys: Keys, clock: Clock): WorkerRegistry => ({
  async beat(workerId) {
    const now = clock.now().getTime()
    await client
      .multi()
      .zadd(keys.workers, now, workerId)
      .zremrangebyscore(keys.workers, '-inf', now - forgottenMs)
      .exec()
  },
  seen: async (ms) => client.zcount(keys.workers, clock.now().getTime() - ms, '+inf'),
})
