import type { Ids } from '@linkspan/core'
import type { RedisClient } from './client.ts'
import type { Keys } from './keys.ts'
import { defineScript } from './lua/define-script.ts'

/** An answer as it was sent. */
export interface KeptAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * - new: nothing is known of the key. The caller executes the request, and then calls `keep` or `release`.
 * - answered: the request was executed before, with this answer.
 * - other: the key belongs to another request.
 * - busy: the same request is being executed.
 */
export type Begun =
  | { readonly kind: 'new'; keep(answer: KeptAnswer): Promise<void>; release(): Promise<void> }
  | { readonly kind: 'answered'; readonly answer: KeptAnswer }
  | { readonly kind: 'other' }
  | { readonly kind: 'busy' }

/** Remembers the answers to requests that must not be executed twice. */
export interface IdempotencyStore {
  /** `fingerprint` tells one request from another under the same key. */
  begin(request: { readonly key: string; readonly fingerprint: string }): Promise<Begun>
}

const keptMs = 86_400_000
/** Longer than any answer waits for a run. If the process dies before it answers, the key is free again after this time. */
const leaseMs = 150_000

/** All three steps: `begin` claims a key that is free; `keep` and `release` work only for the claim of this token. */
const script = defineScript({
  name: 'linkspanIdempotency',
  keys: ['entry'],
  args: { step: 'text', fingerprint: 'text', token: 'text', answer: 'text', leaseMs: 'number', keptMs: 'number' },
  lua: `
local known = redis.call('HMGET', entry, 'fingerprint', 'token', 'answer')
if step == 'begin' then
  if not known[1] then
    redis.call('HSET', entry, 'fingerprint', fingerprint, 'token', token)
    redis.call('PEXPIRE', entry, leaseMs)
    return {'NEW'}
  end
  if known[1] ~= fingerprint then return {'OTHER'} end
  return known[3] and {'ANSWER', known[3]} or {'BUSY'}
end
if known[2] ~= token then return {'LOST'} end
if step == 'release' then
  redis.call('DEL', entry)
else
  redis.call('HSET', entry, 'answer', answer)
  redis.call('PEXPIRE', entry, keptMs)
end
return {'OK'}
`,
})

export function redisIdempotency(client: RedisClient, keys: Keys, ids: Ids): IdempotencyStore {
  const call = script.on(client)
  return {
    async begin({ key, fingerprint }) {
      const token = ids.random(16)
      const take = (step: 'begin' | 'keep' | 'release', answer = '') =>
        call({ keys: { entry: keys.idempotency(key) }, args: { step, fingerprint, token, answer, leaseMs, keptMs } })
      const [kind, answer] = (await take('begin')) as readonly string[]
      switch (kind) {
        case 'NEW':
          return {
            kind: 'new',
            keep: async (kept) => void (await take('keep', JSON.stringify(kept))),
            release: async () => void (await take('release')),
          }
        case 'ANSWER':
          return { kind: 'answered', answer: JSON.parse(answer ?? 'null') as KeptAnswer }
        default:
          return { kind: kind === 'OTHER' ? 'other' : 'busy' }
      }
    },
  }
}
