import { Redis } from 'ioredis'

/** Queues, the audit trail, signs of life, when keys were used, and that all records can be searched: processes write these at any time. */
const byThemselves = /linkspan|audit|erp_workers|erp_key_uses|:searchable$/

/** The content of Redis by key, without keys that expire, what processes write by themselves, and the keys that match `except`. */
export async function storedIn(redisUrl: string, except?: RegExp): Promise<ReadonlyMap<string, string>> {
  const redis = new Redis(redisUrl)
  const found = new Map<string, string>()
  for (const key of (await redis.keys('*')).filter((name) => !byThemselves.test(name) && !except?.test(name)).sort())
    if ((await redis.pttl(key)) === -1) found.set(key, (await redis.dump(key)) ?? '')
  redis.disconnect()
  return found
}
