import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { startStack } from '../test/stack/stack.ts'
import type { Conditions } from './arguments.ts'
import { startChaosRedis } from './chaos-redis.ts'
import { type FaultCounts, startFaultInjector } from './fault-injector.ts'
import { createRandom } from './random.ts'
import { type Figures, type Findings, maxSyncMinutes, startTenant } from './tenant.ts'

export interface ChaosOptions {
  /** Decides which faults happen. How far the processes are at that time is not repeatable. */
  readonly seed: number
  /** How many workers to kill. Some are frozen besides, and Redis is killed and restarted. */
  readonly kills: number
  /** Keeps writing orders until this many are acknowledged, even after the last kill. Default: none. */
  readonly minOrders?: number
  readonly conditions?: Conditions
  readonly report?: (line: string) => void
  /** Stops everything at once. Nothing is compared then; the signal's reason is the only difference reported. */
  readonly signal?: AbortSignal
}

export interface ChaosReport extends Findings, Figures, FaultCounts {
  readonly seconds: number
}

/** Syncs in both directions while workers are killed and frozen, Redis is killed and restarted, and the ERPs misbehave. Then compares both sides. */
export async function runChaos({
  seed,
  kills,
  minOrders = 0,
  conditions = {},
  report = () => {},
  signal = new AbortController().signal,
}: ChaosOptions): Promise<ChaosReport> {
  const begun = performance.now()
  const random = createRandom(seed)
  const mayLoseWrites = conditions.failovers ?? false
  await using redis = await startChaosRedis(conditions.failovers ?? false)
  await using stack = await startStack({ workers: 0, redis: redis.server, env: redis.settings })
  await using north = await startTenant(stack, { name: 'NORTH', conflictResolution: 'erp_wins', mayLoseWrites }, createRandom(seed + 1))
  await using south = await startTenant(stack, { name: 'SOUTH', conflictResolution: 'newest_wins', mayLoseWrites }, createRandom(seed + 2))
  const tenants = [north, south]
  const faultInjector = await startFaultInjector({ stack, redis, conditions }, random)
  const orderCount = () => tenants.reduce((sum, tenant) => sum + tenant.figures().orders, 0)
  const load = new AbortController()
  const running = Promise.all(tenants.map((tenant) => tenant.run(load.signal)))
  let hasLoadFailed = false
  running.catch(() => {
    hasLoadFailed = true // `finish` reports the error
  })

  while (faultInjector.counts().killed < kills && !signal.aborted) {
    await delay(random.integer(200, 1500), undefined, { signal }).catch(() => {})
    if (!signal.aborted) report(`${await faultInjector.inject()}, ${faultInjector.counts().killed} of ${kills} killed`)
  }
  while (orderCount() < minOrders && !hasLoadFailed && !signal.aborted) await delay(100)
  load.abort()

  async function finish(): Promise<readonly Findings[]> {
    const [ran] = await Promise.allSettled([running, faultInjector.thawed()])
    report('Syncing the rest')
    const synced = await Promise.all(tenants.map((tenant) => tenant.syncCompletely()))
    const findings = await Promise.all(tenants.map((tenant) => tenant.compare()))
    const loadFailures = ran.status === 'rejected' ? [onlyDifference(`a customer's load failed: ${ran.reason}`)] : []
    const unsynced = synced.every(Boolean) ? [] : [onlyDifference(`not everything was synced within ${maxSyncMinutes} minutes`)]
    return [...findings, ...loadFailures, ...unsynced]
  }
  const { killed } = faultInjector.counts()
  const findings = (await unlessAborted(finish, signal)) ?? [onlyDifference(`${signal.reason}, with ${killed} of ${kills} workers killed`)]
  const figures = tenants.map((tenant) => tenant.figures())
  return {
    endings: addUp(findings.map(({ endings }) => endings)),
    differences: findings.flatMap(({ differences }) => differences),
    orders: orderCount(),
    tombstones: figures.reduce((sum, { tombstones }) => sum + tombstones, 0),
    writtenAgain: figures.reduce((sum, { writtenAgain }) => sum + writtenAgain, 0),
    ...faultInjector.counts(),
    seconds: (performance.now() - begun) / 1000,
  }
}

const onlyDifference = (difference: string): Findings => ({ endings: {}, differences: [difference] })

function addUp(counts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const [name, count] of counts.flatMap(Object.entries<number>)) sums[name] = (sums[name] ?? 0) + count
  return sums
}

/** The result of the work; null if the signal aborts first, whatever becomes of the work then. */
async function unlessAborted<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result | null> {
  if (signal.aborted) return null
  const working = work()
  working.catch(() => {})
  return Promise.race([working, once(signal, 'abort').then(() => null)])
}
