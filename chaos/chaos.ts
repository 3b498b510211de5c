import { setTimeout as delay } from 'node:timers/promises'
import { type Stack, startStack } from '../test/stack/stack.ts'
import { createRandom } from './random.ts'
import { startTenant } from './tenant.ts'

export interface ChaosOptions {
  /** Decides what happens; when the processes come to what is not repeatable. */
  readonly seed: number
  /** How many workers are killed or frozen, and Redis restarted, in all. */
  readonly kills: number
  readonly tell?: (line: string) => void
}

export interface ChaosReport {
  readonly orders: number
  readonly killed: number
  readonly frozen: number
  readonly restarts: number
  readonly seconds: number
  /** Everything that is wrong, in words. */
  readonly differences: readonly string[]
}

type Worker = Awaited<ReturnType<Stack['startWorker']>>

const tenantNames = ['north', 'south']
/** A frozen worker's jobs are taken over after six seconds and a check. */
const frozenMs = { from: 8000, to: 11_000 }

/** Syncs in both directions while workers are killed and frozen, Redis restarts, and the ERPs misbehave; then everything is compared. */
export async function runChaos({ seed, kills, tell = () => {} }: ChaosOptions): Promise<ChaosReport> {
  const begun = performance.now()
  const random = createRandom(seed)
  await using stack = await startStack({ workers: 0, aof: true })
  const tenants = await Promise.all(tenantNames.map((name, at) => startTenant(stack, name, createRandom(seed + at + 1))))
  let workers: Worker[] = await Promise.all([stack.startWorker(), stack.startWorker(), stack.startWorker()])
  const living = new AbortController()
  const lives = tenants.map((tenant) => tenant.live(living.signal))
  const thawing: Promise<void>[] = []
  let [killed, frozen, restarts] = [0, 0, 0]

  for (let number = 1; number <= kills; number += 1) {
    await delay(random.integer(200, 1500))
    const chance = random.next()
    const victim = random.pick(workers)
    if (chance < 0.08) {
      tell(`${number}: Redis restarts`)
      restarts += 1
      await stack.redis.restart()
    } else if (chance < 0.2) {
      tell(`${number}: a worker freezes`)
      frozen += 1
      workers = workers.filter((worker) => worker !== victim)
      await victim.kill('SIGSTOP')
      thawing.push(
        delay(random.integer(frozenMs.from, frozenMs.to)).then(async () => {
          await victim.kill('SIGCONT')
          workers.push(victim)
        }),
      )
      if (workers.length < 2) workers.push(await stack.startWorker())
    } else {
      tell(`${number}: a worker is killed`)
      killed += 1
      workers = workers.filter((worker) => worker !== victim)
      await victim.kill('SIGKILL')
      workers.push(await stack.startWorker())
    }
  }
  living.abort()
  await Promise.all([...lives, ...thawing])
  tell('Settling')
  const settled = await Promise.all(tenants.map((tenant) => tenant.settle()))
  const differences = (await Promise.all(tenants.map((tenant) => tenant.differences()))).flat()
  const orders = tenants.reduce((sum, tenant) => sum + tenant.acknowledged.size, 0)
  for (const tenant of tenants) await tenant[Symbol.asyncDispose]()
  const late = settled.flatMap((isSettled, at) => (isSettled ? [] : [`${tenants[at]?.name}: records were left over when time was up`]))
  return { orders, killed, frozen, restarts, seconds: (performance.now() - begun) / 1000, differences: [...late, ...differences] }
}
