import type { Redis } from 'ioredis'

/** One key of Redis with its value as text, which is readable in a diff and independent of the version of Redis. */
export type StoredKey =
  | { readonly key: string; readonly type: 'string'; readonly value: string }
  | { readonly key: string; readonly type: 'list' | 'set'; readonly value: readonly string[] }
  | { readonly key: string; readonly type: 'hash'; readonly value: Readonly<Record<string, string>> }
  | { readonly key: string; readonly type: 'zset'; readonly value: readonly (readonly [member: string, score: string])[] }
  | { readonly key: string; readonly type: 'stream'; readonly value: readonly (readonly [id: string, fields: readonly string[]])[] }

const hourMs = 3_600_000

/**
 * All keys of a Redis with their values. The data are read long after they were written, so keys that expire within an hour, such as
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
      return { key, type, value: pairs((await redis.call('ZRANGE', key, 0, -1, 'WITHSCORES')) as unknown[]) }
    case 'stream':
      return { key, type, value: await redis.xrange(key, '-', '+') }
    default:
      throw new Error(`${key} is a ${type}, which is not read here`)
  }
}

export async function writeAll(redis: Redis, keys: readonly StoredKey[]): Promise<void> {
  for (const stored of keys) {
    const { key } = stored
    switch (stored.type) {
      case 'string':
        await redis.set(key, stored.value)
        break
      case 'list':
        await redis.rpush(key, ...stored.value)
        break
      case 'set':
        await redis.sadd(key, ...stored.value)
        break
      case 'hash':
        await redis.hset(key, stored.value)
        break
      case 'zset':
        await redis.zadd(key, ...stored.value.flatMap(([member, score]) => [score, member]))
        break
      case 'stream':
        for (const [id, fields] of stored.value) await redis.call('XADD', key, id, ...fields)
    }
  }
}

/** Pairs of text from a reply, which is a flat list (RESP2) or a list of pairs (RESP3). */
function pairs(reply: readonly unknown[]): (readonly [string, string])[] {
  const flat = reply.flat().map(String)
  return Array.from({ length: flat.length / 2 }, (_, at) => [flat[at * 2] ?? '', flat[at * 2 + 1] ?? ''])
}
