import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { startStack } from '../test/stack/stack.ts'
import { type BlowCounts, startFaultInjector } from './fault-injector.ts'
import { createRandom } from './random.ts'
import { type Figures, type Found, startTenant } from './tenant.ts'

export interface ChaosOptions {
  /** Decides what happens; when the processes come to what is not repeatable. */
  readonly seed: number
  /** How many workers are killed. In between others are frozen, and Redis is killed or restarted. */
  readonly kills: number
  readonly report?: (line: string) => void
  /** Ends it at once, with all processes. Its reason is then the only difference: nothing is compared. */
  readonly signal?: AbortSignal
}

export interface ChaosReport extends Found, Figures, BlowCounts {
  readonly seconds: number
}

/** Syncs in both directions while workers are killed and frozen, Redis dies and restarts, and the ERPs misbehave; then everything is compared. */
export async function runChaos({
  seed,
  kills,
  report = () => {},
  signal = new AbortController().signal,
}: ChaosOptions): Promise<ChaosReport> {
  const begun = performance.now()
  const random = createRandom(seed)
  await using stack = await startStack({ workers: 0, aof: true })
  await using north = await startTenant(stack, { name: 'north', conflictResolution: 'erp_wins' }, createRandom(seed + 1))
  await using south = await startTenant(stack, { name: 'south', conflictResolution: 'newest_wins' }, createRandom(seed + 2))
  const tenants = [north, south]
  const faultInjector = await startFaultInjector(stack, random)
  const living = new AbortController()
  const lives = Promise.all(tenants.map((tenant) => tenant.live(living.signal)))
  lives.catch(() => {}) // told when it is awaited

  while (faultInjector.counts().killed < kills && !signal.aborted) {
    await delay(random.integer(200, 1500), undefined, { signal }).catch(() => {})
    if (!signal.aborted) report(`${await faultInjector.strike()}, ${faultInjector.counts().killed} of ${kills} killed`)
  }
  living.abort()

  async function finish(): Promise<readonly Found[]> {
    const [lived] = await Promise.allSettled([lives, faultInjector.thawed()])
    report('Settling')
    const settled = await Promise.all(tenants.map((tenant) => tenant.settle()))
    const found = await Promise.all(tenants.map((tenant) => tenant.compare()))
    const died = lived.status === 'rejected' ? [nothingBut(`a customer gave up: ${lived.reason}`)] : []
    const late = settled.every(Boolean) ? [] : [nothingBut('it did not settle in two minutes')]
    return [...found, ...died, ...late]
  }
  const { killed } = faultInjector.counts()
  const found = (await unlessAborted(finish, signal)) ?? [nothingBut(`${signal.reason}, with ${killed} of ${kills} workers killed`)]
  const figures = tenants.map((tenant) => tenant.figures())
  return {
    endings: addUp(found.map(({ endings }) => endings)),
    differences: found.flatMap(({ differences }) => differences),
    orders: figures.reduce((sum, { orders }) => sum + orders, 0),
    tombstones: figures.reduce((sum, { tombstones }) => sum + tombstones, 0),
    ...faultInjector.counts(),
    seconds: (performance.now() - begun) / 1000,
  }
}

const nothingBut = (difference: string): Found => ({ endings: {}, differences: [difference] })

function addUp(counts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const [name, count] of counts.flatMap(Object.entries<number>)) sums[name] = (sums[name] ?? 0) + count
  return sums
}

/** What the work gives; null where the signal came first, and what becomes of the work then is nobody's concern. */
async function unlessAborted<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result | null> {
  if (signal.aborted) return null
  const working = work()
  working.catch(() => {})
  return Promise.race([working, once(signal, 'abort').then(() => null)])
}
