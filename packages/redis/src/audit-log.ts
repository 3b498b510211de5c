import { AuditEvent, type AuditLog } from '@linkspan/core'
import type { RedisClient } from './client.ts'
import type { Keys } from './keys.ts'
import { readStream } from './stream-pages.ts'

/** So many events are kept; older ones make room. */
const kept = 1_000_000

/** An append-only stream. */
export const redisAuditLog = (client: RedisClient, keys: Keys): AuditLog => ({
  async append(event) {
    await client.xadd(keys.audit, 'MAXLEN', '~', kept, '*', 'json', JSON.stringify(event))
  },
  list: (query) => readStream(client, keys.audit, query, 'newest-first', (json, id) => AuditEvent.parse({ id, ...(json as object) })),
})
