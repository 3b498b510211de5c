import { setTimeout as delay } from 'node:timers/promises'
import type { Stack } from '../test/stack/stack.ts'
import type { Conditions } from './arguments.ts'
import type { ChaosRedis } from './chaos-redis.ts'
import type { Random } from './random.ts'

export interface FaultCounts {
  readonly killed: number
  readonly frozen: number
  readonly redisKilled: number
  readonly redisRestarted: number
  readonly redisFailedOver: number
}

/** Longer than the six seconds after which a frozen worker's jobs are taken over. */
const frozenMs = { from: 8000, to: 11_000 }
const frozenShare = 0.12
const minAwake = 2

interface Victims {
  readonly stack: Stack
  readonly redis: ChaosRedis
  readonly conditions: Conditions
}

/** Starts three workers. Each `inject()` then kills or freezes one of them, or kills, restarts or fails over Redis. */
export async function startFaultInjector({ stack, redis, conditions }: Victims, random: Random) {
  const redisShare = conditions.failovers ? 0.25 : 0.08
  let started = 0
  const startWorker = () => stack.startWorker(workerSettings(conditions, started++))
  let awake: Awaited<ReturnType<Stack['startWorker']>>[] = await Promise.all([startWorker(), startWorker(), startWorker()])
  const thawing: Promise<void>[] = []
  const counts = { killed: 0, frozen: 0, redisKilled: 0, redisRestarted: 0, redisFailedOver: 0 }

  /** Kills Redis one time, and restarts it gracefully or fails it over the next. Resolves when it has its data again. */
  async function stopRedis(): Promise<string> {
    if (counts.redisKilled > counts.redisRestarted + counts.redisFailedOver) {
      counts[conditions.failovers ? 'redisFailedOver' : 'redisRestarted'] += 1
      return redis.stop()
    }
    counts.redisKilled += 1
    return redis.kill()
  }

  function takeOne() {
    const victim = random.pick(awake)
    awake = awake.filter((worker) => worker !== victim)
    return victim
  }

  async function freezeOne(): Promise<string> {
    const victim = takeOne()
    counts.frozen += 1
    await victim.kill('SIGSTOP')
    const thaw = async () => {
      await delay(random.integer(frozenMs.from, frozenMs.to))
      await victim.kill('SIGCONT')
      awake.push(victim)
    }
    thawing.push(thaw())
    if (awake.length < minAwake) awake.push(await startWorker())
    return 'A worker frozen'
  }

  async function killOne(): Promise<string> {
    counts.killed += 1
    await takeOne().kill('SIGKILL')
    awake.push(await startWorker())
    return 'A worker killed'
  }

  return {
    /** Injects one fault. Resolves with its description, once a killed worker is replaced. */
    inject(): Promise<string> {
      const chance = random.next()
      if (chance < redisShare) return stopRedis()
      return chance < redisShare + frozenShare ? freezeOne() : killOne()
    },
    counts: (): FaultCounts => ({ ...counts }),
    /** Resolves when no worker is frozen any more. */
    async thawed(): Promise<void> {
      await Promise.all(thawing)
    },
  }
}

function workerSettings({ skewSeconds, heapMegabytes }: Conditions, number: number): Readonly<Record<string, string>> {
  const isSkewed = skewSeconds !== undefined && number % 3 === 0
  return {
    ...(isSkewed && { SKEWED_CLOCK_MS: String((number % 2 === 0 ? 1000 : -1000) * skewSeconds) }),
    ...(heapMegabytes !== undefined && { NODE_OPTIONS: `--max-old-space-size=${heapMegabytes}` }),
  }
}
