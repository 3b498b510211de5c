import type { Clock } from '@linkspan/core'
import type { RedisClient } from './client.ts'
import type { Keys } from './keys.ts'

/** When each API key was used last, by its name. */
export interface KeyUses {
  note(name: string): Promise<void>
  of(names: readonly string[]): Promise<ReadonlyMap<string, Date>>
}

export const redisKeyUses = (client: RedisClient, keys: Keys, clock: Clock): KeyUses => ({
  async note(name) {
    await client.hset(keys.keyUses, name, clock.now().getTime())
  },
  async of(names) {
    const times = names.length === 0 ? [] : await client.hmget(keys.keyUses, ...names)
    return new Map(names.flatMap((name, at) => (times[at] ? [[name, new Date(Number(times[at]))] as const] : [])))
  },
})
