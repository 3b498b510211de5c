import { setTimeout as delay } from 'node:timers/promises'
import type { Stack } from '../test/stack/stack.ts'
import type { Random } from './random.ts'

export interface FaultCounts {
  readonly killed: number
  readonly frozen: number
  readonly redisKilled: number
  readonly redisRestarted: number
}

/** Longer than the six seconds after which a frozen worker's jobs are taken over. */
const frozenMs = { from: 8000, to: 11_000 }
const [redisShare, frozenShare] = [0.08, 0.12]
const minAwake = 2

/** Starts three workers. Each `inject()` then kills or freezes one of them, or kills or restarts Redis. */
export async function startFaultInjector(stack: Stack, random: Random) {
  let awake: Awaited<ReturnType<Stack['startWorker']>>[] = await Promise.all([
    stack.startWorker(),
    stack.startWorker(),
    stack.startWorker(),
  ])
  const thawing: Promise<void>[] = []
  const counts = { killed: 0, frozen: 0, redisKilled: 0, redisRestarted: 0 }

  /** Kills Redis one time and restarts it gracefully the next. Resolves when it has loaded its data. */
  async function stopRedis(): Promise<string> {
    if (counts.redisKilled > counts.redisRestarted) {
      counts.redisRestarted += 1
      await stack.redis.restart()
      return 'Redis restarted'
    }
    counts.redisKilled += 1
    await stack.redis.kill()
    await stack.redis.restart()
    return 'Redis killed'
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
    if (awake.length < minAwake) awake.push(await stack.startWorker())
    return 'A worker frozen'
  }

  async function killOne(): Promise<string> {
    counts.killed += 1
    await takeOne().kill('SIGKILL')
    awake.push(await stack.startWorker())
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
