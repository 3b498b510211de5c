import { setTimeout as delay } from 'node:timers/promises'
import type { Stack } from '../test/stack/stack.ts'
import type { Random } from './random.ts'

export interface BlowCounts {
  readonly killed: number
  readonly frozen: number
  readonly redisKilled: number
  readonly redisRestarted: number
}

/** A frozen worker's jobs are taken over after six seconds and a check. */
const frozenMs = { from: 8000, to: 11_000 }
const [redisShare, frozenShare] = [0.08, 0.12]
const fewestAwake = 2

/** Starts three workers, and deals faultInjector to them and to Redis. */
export async function startFaultInjector(stack: Stack, random: Random) {
  let awake: Awaited<ReturnType<Stack['startWorker']>>[] = await Promise.all([
    stack.startWorker(),
    stack.startWorker(),
    stack.startWorker(),
  ])
  const thawing: Promise<void>[] = []
  const counts = { killed: 0, frozen: 0, redisKilled: 0, redisRestarted: 0 }

  /** In turns it is killed, and restarted in good order; both times it is awaited until it has loaded what it had. */
  async function strikeRedis(): Promise<string> {
    if (counts.redisKilled > counts.redisRestarted) {
      counts.redisRestarted += 1
      await stack.redis.restart()
      return 'Redis restarts'
    }
    counts.redisKilled += 1
    await stack.redis.kill()
    await stack.redis.restart()
    return 'Redis is killed'
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
    if (awake.length < fewestAwake) awake.push(await stack.startWorker())
    return 'a worker freezes'
  }

  async function killOne(): Promise<string> {
    counts.killed += 1
    await takeOne().kill('SIGKILL')
    awake.push(await stack.startWorker())
    return 'a worker is killed'
  }

  return {
    /** Resolves with what it was, in words, when who was killed is replaced. */
    strike(): Promise<string> {
      const chance = random.next()
      if (chance < redisShare) return strikeRedis()
      return chance < redisShare + frozenShare ? freezeOne() : killOne()
    },
    counts: (): BlowCounts => ({ ...counts }),
    /** Resolves when nobody is frozen any more. */
    async thawed(): Promise<void> {
      await Promise.all(thawing)
    },
  }
}
