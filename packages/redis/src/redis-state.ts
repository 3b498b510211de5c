import type { RedisClient } from './client.ts'
import { type NodeInfo, readInfos } from './node-infos.ts'
import { configWarningsOf, readInfo } from './redis-config-warnings.ts'

/** How the Redis is that holds store and queues. Of a cluster: the oldest version, and the memory of its fullest master. */
export interface RedisState {
  readonly version: string | null
  readonly usedBytes: number | null
  /** Null: no limit is set, or it is not shown. */
  readonly maxBytes: number | null
  /** Settings that put data at risk, as sentences that say what to set. */
  readonly warnings: readonly string[]
}

export const readRedisState = async (client: RedisClient): Promise<RedisState> => redisStateOf(await readInfos(client))

export function redisStateOf(infos: readonly NodeInfo[]): RedisState {
  const versions = infos.flatMap(({ info }) => readInfo(info, 'redis_version') ?? [])
  const [oldest = null] = versions.sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
  const [fullest = { usedBytes: null, maxBytes: null }] = infos.map(({ info }) => memoryIn(info)).sort(fullestFirst)
  return { version: oldest, ...fullest, warnings: configWarningsOf(infos) }
}

type Memory = Pick<RedisState, 'usedBytes' | 'maxBytes'>

/** By the share of the limit that is used; without limits by what is used. */
const fullestFirst = (one: Memory, other: Memory): number => shareOf(other) - shareOf(one) || (other.usedBytes ?? 0) - (one.usedBytes ?? 0)
const shareOf = ({ usedBytes, maxBytes }: Memory): number => (maxBytes === null ? 0 : (usedBytes ?? 0) / maxBytes)

function memoryIn(info: string): Memory {
  const number = (field: string): number | null => {
    const text = readInfo(info, field)
    return text === undefined || !/^\d+$/.test(text) ? null : Number(text)
  }
  return { usedBytes: number('used_memory'), maxBytes: number('maxmemory') || null }
}
