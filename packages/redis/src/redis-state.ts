import type { RedisClient } from './client.ts'
import { configWarningsIn, readInfo } from './redis-config-warnings.ts'

/** How the Redis is that holds store and queues. Of a cluster, the node that has answered. */
export interface RedisState {
  readonly version: string | null
  readonly usedBytes: number | null
  /** Null: no limit is set, or it is not shown. */
  readonly maxBytes: number | null
  /** Settings that put data at risk, as sentences that say what to set. */
  readonly warnings: readonly string[]
}

export const readRedisState = async (client: RedisClient): Promise<RedisState> => redisStateIn(`${await client.info()}`)

export function redisStateIn(info: string): RedisState {
  const number = (field: string): number | null => {
    const text = readInfo(info, field)
    return text === undefined || !/^\d+$/.test(text) ? null : Number(text)
  }
  return {
    version: readInfo(info, 'redis_version') ?? null,
    usedBytes: number('used_memory'),
    maxBytes: number('maxmemory') || null,
    warnings: configWarningsIn(info),
  }
}
