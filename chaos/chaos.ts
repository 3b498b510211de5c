import { setTimeout as delay } from 'node:timers/promises'
import { type Stack, startStack } from '../test/stack/stack.ts'
import { createRandom } from './random.ts'
import { startTenant } from './tenant.ts'

export interface ChaosOptions {
  /** Decides what happens; when the processes come to what is not repeatable. */
  readonly seed: number
  /** How many workers are killed. In between others are frozen, and Redis is killed or restarted. */
  readonly kills: number
  readonly tell?: (line: string) => void
  /** Ends it early: what was done until then is compared all the same. */
  readonly signal?: AbortSignal
}

export interface ChaosReport {
  readonly orders: number
  readonly killed: number
  readonly frozen: number
  /** How often Redis was killed, and how often it was restarted in peace. */
  readonly redisKilled: number
  readonly redisRestarted: number
  readonly seconds: number
  /** How many runs ended in which way. */
  readonly endings: Readonly<Record<string, number>>
  /** Everything that is wrong, in words. */
  readonly differences: readonly string[]
}

type Worker = Awaited<ReturnType<Stack['startWorker']>>

const tenantNames = ['north', 'south']
/** A frozen worker's jobs are taken over after six seconds and a check. */
const frozenMs = { from: 8000, to: 11_000 }

/** Syncs in both directions while workers are killed and frozen, Redis dies and restarts, and the ERPs misbehave; then everything is compared. */
export async function runChaos({ seed, kills, tell = () => {}, signal }: ChaosOptions): Promise<ChaosReport> {
  const begun = performance.now()
  const random = createRandom(seed)
  await using stack = await startStack({ workers: 0, aof: true })
  const tenants = await Promise.all(tenantNames.map((name, at) => startTenant(stack, name, createRandom(seed + at + 1))))
  let workers: Worker[] = await Promise.all([stack.startWorker(), stack.startWorker(), stack.startWorker()])
  const living = new AbortController()
  const lives = tenants.map((tenant) => tenant.live(living.signal))
  const thawing: Promise<void>[] = []
  let [killed, frozen, redisKilled, redisRestarted] = [0, 0, 0, 0]

  async function strike(): Promise<string> {
    const chance = random.next()
    const victim = random.pick(workers)
    if (chance < 0.08) {
      if (random.next() < 0.5) {
        redisRestarted += 1
        await stack.redis.restart()
        return 'Redis restarts'
      }
      redisKilled += 1
      await stack.redis.kill()
      await stack.redis.restart()
      return 'Redis is killed'
    }
    workers = workers.filter((worker) => worker !== victim)
    if (chance < 0.2) {
      frozen += 1
      await victim.kill('SIGSTOP')
      thawing.push(
        delay(random.integer(frozenMs.from, frozenMs.to)).then(async () => {
          await victim.kill('SIGCONT')
          workers.push(victim)
        }),
      )
      if (workers.length < 2) workers.push(await stack.startWorker())
      return 'a worker freezes'
    }
    killed += 1
    await victim.kill('SIGKILL')
    workers.push(await stack.startWorker())
    return 'a worker is killed'
  }

  while (killed < kills && !signal?.aborted) {
    await delay(random.integer(200, 1500))
    tell(`${killed + 1} of ${kills}: ${await strike()}`)
  }
  living.abort()
  await Promise.all([...lives, ...thawing])
  tell('Settling')
  const settled = await Promise.all(tenants.map((tenant) => tenant.settle()))
  const found = await Promise.all(tenants.map((tenant) => tenant.compare()))
  const orders = tenants.reduce((sum, tenant) => sum + tenant.orderCount(), 0)
  for (const tenant of tenants) await tenant[Symbol.asyncDispose]()

  const early = signal?.aborted ? [`ended after ${killed} of ${kills} kills: ${String(signal.reason)}`] : []
  const late = settled.flatMap((isSettled, at) => (isSettled ? [] : [`${tenants[at]?.name}: records were left over when time was up`]))
  const endings: Record<string, number> = {}
  for (const [name, count] of found.flatMap((one) => Object.entries(one.endings))) endings[name] = (endings[name] ?? 0) + count
  const differences = [...early, ...late, ...found.flatMap((one) => one.differences)]
  return { orders, killed, frozen, redisKilled, redisRestarted, seconds: (performance.now() - begun) / 1000, endings, differences }
}
