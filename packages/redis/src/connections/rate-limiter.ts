import { setImmediate as endOfTurn } from 'node:timers/promises'
import { callRanks, type RateLimiter } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { redisClock } from '../runs/redis-clock.ts'
import { releaseSteps, takenSteps, takeSteps } from './pace.ts'

const released = { releasedId: 'text', verdict: 'text', kind: 'text', ms: 'number', askedMs: 'number' } as const
const releaseCall = 'release(now, permits, pace, releasedId, verdict, kind, ms, askedMs)'

/**
 * Returns the milliseconds to wait before asking again; 0: the call may be made. A `concurrency` of 0 means any number. A permit may be
 * released in the same step, before that. Expects `now`. The steps stand apart from the clock, so that a test can move it.
 */
export const takeCallSource = {
  keys: ['calls', 'permits', 'pace'],
  args: {
    ...released,
    max: 'number',
    windowMs: 'number',
    concurrency: 'number',
    permitId: 'text',
    rank: 'number',
    leaseMs: 'number',
    pauseMs: 'number',
  },
  include: [releaseSteps],
  lua: `
if releasedId ~= '' then ${releaseCall} end
${takeSteps}
if redis.call('LLEN', calls) >= max - reserved then
  local restMs = max > reserved and tonumber(redis.call('LINDEX', calls, max - reserved - 1)) + windowMs - now or pauseMs
  if restMs > math.max(windowMs, pauseMs) then redis.call('DEL', calls) -- the clock of Redis has gone back
  elseif restMs > 0 then return wait(restMs) end
end
redis.call('LPUSH', calls, now)
redis.call('LTRIM', calls, 0, max - 1)
redis.call('PEXPIRE', calls, windowMs)
redis.call('ZADD', permits, now + leaseMs, permitId)
redis.call('PEXPIRE', permits, leaseMs)
${takenSteps}
return 0
`,
} as const

/** Gives a permit back, and learns from the answer. Expects `now`. */
export const releaseCallSource = { keys: ['permits', 'pace'], args: released, include: [releaseSteps], lua: releaseCall } as const

const byRedisClock = 'local now = clockMs()\n'
const takeScript = defineScript({
  ...takeCallSource,
  name: 'linkspanTakeCall',
  include: [redisClock, ...takeCallSource.include],
  lua: byRedisClock + takeCallSource.lua,
})
const releaseScript = defineScript({
  ...releaseCallSource,
  name: 'linkspanReleaseCall',
  include: [redisClock, ...releaseCallSource.include],
  lua: byRedisClock + releaseCallSource.lua,
})

const renewPermit = defineScript({
  name: 'linkspanRenewPermit',
  keys: ['permits'],
  args: { permitId: 'text', leaseMs: 'number' },
  include: [redisClock],
  lua: `
if redis.call('ZSCORE', permits, permitId) then
  redis.call('ZADD', permits, clockMs() + leaseMs, permitId)
  redis.call('PEXPIRE', permits, leaseMs)
end
return 0
`,
})

const defaultLeaseMs = 30_000
/** How soon a caller asks again if all permits are in use. */
const pauseMs = 25

/** A permit to give back, as the scripts take it. */
interface Released {
  readonly releasedId: string
  readonly verdict: string
  readonly kind: string
  readonly ms: number
  readonly askedMs: number
}
interface Ending {
  readonly id: string
  readonly released: Released
}
export const nothingReleased: Released = { releasedId: '', verdict: 'none', kind: '', ms: 0, askedMs: 0 }

/**
 * A sliding window over all workers: never more than `max` calls in any `perMs`, and with `concurrency` never more than that at once; and a
 * pace that follows the ERP's answers. A permit that is neither released nor renewed is free again after `leaseMs`.
 *
 * A permit is given back at the end of the turn of the event loop, or by the next call of the connection that is asked for before that: one
 * call after the other then costs one command each.
 */
export function redisRateLimiter(client: RedisClient, keys: Keys, leaseMs = defaultLeaseMs): RateLimiter {
  const take = takeScript.on(client)
  const renew = renewPermit.on(client)
  const release = releaseScript.on(client)
  /** Permits that are yet to be given back: whoever takes one out gives it back. If that fails, the next call of the connection does. */
  const ending = new Set<Ending>()
  const keepForNext = (ended: Ending | undefined) => (thrown: unknown) => {
    if (ended) ending.add(ended)
    throw thrown
  }

  return {
    leaseMs,
    async take(id, { max, perMs, concurrency = 0 }, permit) {
      const ended = [...ending].find((one) => one.id === id)
      if (ended) ending.delete(ended)
      const released = ended?.released ?? nothingReleased
      const waitMs = await take({
        keys: { calls: keys.calls(id), permits: keys.permits(id), pace: keys.pace(id) },
        args: { ...released, max, windowMs: perMs, concurrency, permitId: permit.id, rank: callRanks[permit.rank], leaseMs, pauseMs },
      }).catch(keepForNext(ended))
      return Number(waitMs)
    },
    renew: async (id, permitId) => void (await renew({ keys: { permits: keys.permits(id) }, args: { permitId, leaseMs } })),
    async release(id, releasedId, answer) {
      const { verdict = 'none', kind = '', ms = 0, pauseMs: askedMs = 0 } = answer ?? {}
      const ended = { id, released: { releasedId, verdict, kind, ms, askedMs } }
      ending.add(ended)
      await endOfTurn()
      if (!ending.delete(ended)) return
      await release({ keys: { permits: keys.permits(id), pace: keys.pace(id) }, args: ended.released }).catch(keepForNext(ended))
    },
  }
}
