import type { DataTypeId, ERPRecord } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'

/** More records than this in one state are looked for in the change feed. */
const maxSorted = 5000

export interface Positioned {
  readonly id: string
  readonly position: number
}

/**
 * Returns a function that finds the records which wait for something or for somebody, latest change first; null if they have to be looked for
 * in the change feed: those that are synced, and those of a state with too many records.
 */
export function recordsByState(client: RedisClient, keys: Keys) {
  const idsIn = async (connectionId: string, dataType: DataTypeId, state: ERPRecord['syncStatus']): Promise<readonly string[] | null> => {
    switch (state) {
      case 'synced':
        return null
      case 'pending':
        return client.zrange(keys.pending(connectionId, dataType), '0', String(maxSorted))
      case 'in_flight':
      case 'uncertain':
        return client.zrange(keys.unsettled(connectionId, dataType), '0', String(maxSorted))
      case 'error':
      case 'conflict': {
        if ((await client.hexists(keys.stream(connectionId, dataType), 'countsTrouble')) === 0) return null
        const score = state === 'error' ? 1 : 2
        return client.zrangebyscore(keys.troubled(connectionId, dataType), score, score, 'LIMIT', 0, maxSorted + 1)
      }
    }
  }

  return async (connectionId: string, dataType: DataTypeId, state: ERPRecord['syncStatus']): Promise<readonly Positioned[] | null> => {
    const ids = await idsIn(connectionId, dataType, state)
    if (ids === null || ids.length > maxSorted) return null
    if (ids.length === 0) return []
    const positions = await client.zmscore(keys.feed(connectionId, dataType), ...ids)
    return ids.map((id, at) => ({ id, position: Number(positions[at] ?? 0) })).sort((one, other) => other.position - one.position)
  }
}
