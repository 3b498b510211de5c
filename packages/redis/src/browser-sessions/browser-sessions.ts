import { type BrowserSessionLimits, type BrowserSessionStore, type Clock, roles, type StoredBrowserSession } from '@linkspan/core'
import { z } from 'zod'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'

const Stored = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  authentication: z.enum(['api-key', 'jwt']),
  createdAt: z.string(),
  seenAt: z.string(),
  endsAt: z.string(),
  ipAddress: z.string().nullable(),
  userAgent: z.string().nullable(),
}) satisfies z.ZodType<StoredBrowserSession>

/** Notes that a session is used, and lets it last `idleMs` from now, but never beyond its end. */
const use = defineScript({
  name: 'linkspanUseSession',
  keys: ['session'],
  args: { now: 'number', nowIso: 'text', idleMs: 'number' },
  lua: `
local doc, endsAtMs = unpack(redis.call('HMGET', session, 'doc', 'endsAtMs'))
if not doc then return {} end
local leftMs = math.min(idleMs, tonumber(endsAtMs) - now)
if leftMs <= 0 then
  redis.call('DEL', session)
  return {}
end
redis.call('HSET', session, 'seenAt', nowIso)
redis.call('PEXPIRE', session, string.format('%.0f', leftMs))
return {doc, nowIso}
`,
})

/** Sessions by the digests of their tokens, and an index of the digests by the sessions' ends. */
export function redisBrowserSessions(client: RedisClient, keys: Keys, clock: Clock, limits: BrowserSessionLimits): BrowserSessionStore {
  const callUse = use.on(client)

  async function read(): Promise<readonly { readonly digest: string; readonly session: StoredBrowserSession }[]> {
    await client.zremrangebyscore(keys.sessions, '-inf', clock.now().getTime())
    const digests = await client.zrange(keys.sessions, '0', '-1')
    const found = await Promise.all(digests.map((digest) => client.hmget(keys.session(digest), 'doc', 'seenAt')))
    return found.flatMap(([doc, seenAt], at) => (doc && seenAt ? [{ digest: digests[at] ?? '', session: toStored(doc, seenAt) }] : []))
  }

  return {
    limits,
    async create(digest, session) {
      const endsAtMs = Date.parse(session.endsAt)
      const lastsMs = Math.max(1, Math.min(limits.idleMs, endsAtMs - clock.now().getTime()))
      await client
        .multi()
        .hset(keys.session(digest), { doc: JSON.stringify(session), seenAt: session.seenAt, endsAtMs })
        .pexpire(keys.session(digest), lastsMs)
        .zadd(keys.sessions, endsAtMs, digest)
        .exec()
    },
    async use(digest) {
      const now = clock.now()
      const [doc, seenAt] = (await callUse({
        keys: { session: keys.session(digest) },
        args: { now: now.getTime(), nowIso: now.toISOString(), idleMs: limits.idleMs },
      })) as [string?, string?]
      return doc && seenAt ? toStored(doc, seenAt) : null
    },
    isOpen: async (digest) => (await client.exists(keys.session(digest))) === 1,
    async list() {
      const sessions = (await read()).map(({ session }) => session)
      return sessions.toSorted((one, other) => other.createdAt.localeCompare(one.createdAt))
    },
    async end(id) {
      const found = (await read()).find(({ session }) => session.id === id)
      if (!found) return null
      await client.multi().del(keys.session(found.digest)).zrem(keys.sessions, found.digest).exec()
      return found.session
    },
  }
}

const toStored = (doc: string, seenAt: string): StoredBrowserSession => Stored.parse({ ...(JSON.parse(doc) as object), seenAt })
