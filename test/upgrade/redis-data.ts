import type { Redis } from 'ioredis'

/** One key of Redis with its value, as text: readable in a diff, and independent of the version of Redis. */
export type StoredKey =
  | { readonly key: string; readonly type: 'string'; readonly value: string }
  | { readonly key: string; readonly type: 'list' | 'set'; readonly value: readonly string[] }
  | { readonly key: string; readonly type: 'hash'; readonly value: Readonly<Record<string, string>> }
  | { readonly key: string; readonly type: 'zset'; readonly value: readonly (readonly [member: string, score: string])[] }
  | { readonly key: string; readonly type: 'stream'; readonly value: readonly (readonly [id: string, fields: readonly string[]])[] }

const hourMs = 3_600_000

/**
 * Everything that a Redis holds, by key. The data are read long after they were written: keys that live for less than an hour, such as
 * locks, are left out, and the others are kept without their expiry.
 */
export async function readAll(redis: Redis): Promise<readonly StoredKey[]> {
  const found: StoredKey[] = []
  for (const key of (await redis.keys('*')).sort()) {
    const ttlMs = await redis.pttl(key)
    if (ttlMs === -1 || ttlMs > hourMs) found.push(await readKey(redis, key))
  }
  return found
}

async function readKey(redis: Redis, key: string): Promise<StoredKey> {
  const type = await redis.type(key)
  switch (type) {
    case 'string':
      return { key, type, value: (await redis.get(key)) ?? '' }
    case 'list':
      return { key, type, value: await redis.lrange(key, 0, -1) }
    case 'set':
      return { key, type, value: (await redis.smembers(key)).sort() }
    case 'hash':
      return { key, type, value: await redis.hgetall(key) }
    case 'zset':
      return { key, type, value: await redis.zrange(key, 0, -1, 'WITHSCORES').then(pairs) }
    case 'stream':
      return { key, type, value: await redis.xrange(key, '-', '+') }
    default:
      throw new Error(`${key} is a ${type}, which is not read here`)
  }
}

export async function writeAll(redis: Redis, keys: readonly StoredKey[]): Promise<void> {
  const step = redis.pipeline()
  for (const { key, type, value } of keys) {
    if (type === 'string') step.set(key, value)
    else if (type === 'list') step.rpush(key, ...value)
    else if (type === 'set') step.sadd(key, ...value)
    else if (type === 'hash') step.hset(key, value)
    else if (type === 'zset') step.zadd(key, ...value.flatMap(([member, score]) => [score, member]))
    else for (const [id, fields] of value) step.xadd(key, id, ...fields)
  }
  for (const [error] of (await step.exec()) ?? []) if (error) throw error
}

/** Replies come as one flat list, or as pairs with a number (RESP3). */
const pairs = (reply: readonly unknown[]): [string, string][] =>
  Array.isArray(reply[0])
    ? (reply as readonly [string, number][]).map(([member, score]) => [member, String(score)])
    : Array.from({ length: reply.length / 2 }, (_, at) => [String(reply[at * 2]), String(reply[at * 2 + 1])])
