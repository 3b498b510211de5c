import { type CallRank, callRanks, type RateLimit } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { nothingReleased, releaseCallSource, takeCallSource } from '../connections/rate-limiter.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'

/** The real scripts of the pace, by a clock that the simulation moves. */
export const takeAt = defineScript({ ...takeCallSource, name: 'testTakeCallAt', args: { ...takeCallSource.args, now: 'number' } })
export const releaseAt = defineScript({
  ...releaseCallSource,
  name: 'testReleaseCallAt',
  args: { ...releaseCallSource.args, now: 'number' },
})

/** An ERP in the simulation: says of a call at a time how long its answer takes, and whether it is refused. */
export interface SimulatedErp {
  call(now: number): { readonly ms: number; readonly isRefused: boolean; readonly askedMs?: number }
  /** A call has been answered. */
  ended?(): void
}

export interface Caller {
  readonly rank: CallRank
  /** How long the caller pauses after each call. */
  readonly pauseMs?: number
}

export interface SimulatedCall {
  readonly at: number
  readonly rank: CallRank
  readonly waitedMs: number
  readonly isRefused: boolean
}

/** An ERP whose bucket holds ten calls and is filled with so many a second. It takes 50 to 150 ms for an answer. */
export function bucketErp(perSecond: (now: number) => number, askedMs = 0): SimulatedErp {
  let [tokens, filledAt, calls] = [10, 0, 0]
  return {
    call(now) {
      tokens = Math.min(10, tokens + ((now - filledAt) / 1000) * perSecond(now))
      filledAt = now
      if (tokens < 1) return { ms: 10, isRefused: true, askedMs }
      tokens -= 1
      calls += 1
      return { ms: 50 + ((calls * 37) % 101), isRefused: false }
    },
  }
}

export const crowdOf = (length: number, rank: CallRank = 'rest'): readonly Caller[] => Array.from({ length }, () => ({ rank }))

const pollMs = 25

export interface SimulationOptions {
  readonly erp: SimulatedErp
  readonly callers: readonly Caller[]
  readonly durationMs: number
  /** What limits the calls besides the ERP. */
  readonly limit?: RateLimit
}

/** Lets callers call an ERP for a while of simulated time, through the real scripts, and answers their calls. */
export async function simulatePace(
  client: RedisClient,
  keys: Keys,
  { erp, callers, durationMs, limit = { max: 1_000_000, perMs: 1000 } }: SimulationOptions,
): Promise<readonly SimulatedCall[]> {
  const [take, release] = [takeAt.on(client), releaseAt.on(client)]
  const id = 'erp_simulated'
  const [calls, permits, pace] = [keys.calls(id), keys.permits(id), keys.pace(id)]
  const made: SimulatedCall[] = []
  const events: { at: number; act: () => Promise<void> }[] = []
  const schedule = (at: number, act: () => Promise<void>) => {
    let place = events.length
    while (place > 0 && (events[place - 1]?.at ?? 0) > at) place -= 1
    events.splice(place, 0, { at, act })
  }
  let permit = 0

  function begin({ rank, pauseMs = 0 }: Caller, at: number, since: number): void {
    schedule(at, async () => {
      const permitId = `permit ${permit++}`
      const args = {
        ...nothingReleased,
        max: limit.max,
        windowMs: limit.perMs,
        concurrency: limit.concurrency ?? 0,
        permitId,
        rank: callRanks[rank],
        leaseMs: 30_000,
        pauseMs: pollMs,
        now: at,
      }
      const waitMs = Number(await take({ keys: { calls, permits, pace }, args }))
      if (waitMs > 0) return begin({ rank, pauseMs }, at + waitMs, since)
      const { ms, isRefused, askedMs = 0 } = erp.call(at)
      made.push({ at, rank, waitedMs: at - since, isRefused })
      schedule(at + ms, async () => {
        erp.ended?.()
        const verdict = isRefused ? 'too-fast' : 'good'
        await release({ keys: { permits, pace }, args: { releasedId: permitId, verdict, kind: 'GET /', ms, askedMs, now: at + ms } })
        begin({ rank, pauseMs }, at + ms + pauseMs, at + ms + pauseMs)
      })
    })
  }

  for (const [at, caller] of callers.entries()) begin(caller, at, at)
  for (let next = events.shift(); next && next.at < durationMs; next = events.shift()) await next.act()
  return made
}
