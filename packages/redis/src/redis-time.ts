import { Cluster } from 'ioredis'
import type { RedisClient } from './client.ts'
import { defineScript } from './lua/define-script.ts'

/** In a cluster the command TIME goes to any master, because it has no key. */
const script = defineScript({ name: 'linkspanTime', keys: ['key'], args: {}, lua: "return redis.call('TIME')" })

/** Tells the time in milliseconds by the one Redis, or by the node of a cluster that holds a key, which need not exist: clocks differ. */
export function redisTime(client: RedisClient, key: string): () => Promise<number> {
  const call = script.on(client)
  return async () => {
    const answer = client instanceof Cluster ? ((await call({ keys: { key }, args: {} })) as [string, string]) : await client.time()
    const [seconds, microseconds] = answer
    return Number(seconds) * 1000 + Number(microseconds) / 1000
  }
}
