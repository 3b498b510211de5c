import { setTimeout as delay } from 'node:timers/promises'
import type { DataTypeId, ERPRecord, ERPSyncLog, ERPSyncStatistics } from '@linkspan/core'
import { startRestErp } from '@linkspan/simulators'
import type { Stack } from '../test/stack/stack.ts'
import { fetchAll, retry } from './api.ts'
import { differencesOfPushed, differencesOfRecords } from './compare.ts'
import { differencesOfCounts } from './counts.ts'
import { endingsOf, faultsIn } from './endings.ts'
import { createErpEdits } from './erp-edits.ts'
import { erpForms } from './erp-forms.ts'
import { differencesOfEvents, readEvents, readIncidents } from './events.ts'
import { createFollower } from './follower.ts'
import type { Random } from './random.ts'
import { differencesOfDeliveries, startReceiver } from './receiver.ts'
import { differencesOfStatistics } from './statistics.ts'
import { createWriter } from './writer.ts'

export const maxSyncMinutes = 10
const maxArrivalMs = 180_000
/** How many differences of one kind are listed; the others are only counted. */
const maxShown = 5

export interface Figures {
  readonly orders: number
  readonly tombstones: number
  /** Orders that Redis had lost in failovers. */
  readonly writtenAgain: number
}

export interface Findings {
  readonly endings: Readonly<Record<string, number>>
  /** A description of everything that is wrong. */
  readonly differences: readonly string[]
}

/** One customer: an ERP that misbehaves, its connection, writers on both sides, and followers of the changes. */
export interface Tenant extends AsyncDisposable {
  /** Writes, edits, syncs and follows until `signal` aborts. */
  run(signal: AbortSignal): Promise<void>
  /** Syncs until nothing is left to sync. Returns false if that takes longer than `maxSyncMinutes`. */
  syncCompletely(): Promise<boolean>
  compare(): Promise<Findings>
  /** The orders acknowledged and the deletions seen so far. */
  figures(): Figures
}

export interface TenantOptions {
  readonly name: string
  readonly conflictResolution: 'erp_wins' | 'newest_wins'
  /**
   * Whether Redis may lose what it has acknowledged, because it fails over: then the platform writes it again, and neither the counts of
   * runs nor a follower of the changes can be right.
   */
  readonly mayLoseWrites: boolean
}

export async function startTenant(
  stack: Stack,
  { name, conflictResolution, mayLoseWrites }: TenantOptions,
  random: Random,
): Promise<Tenant> {
  const erp = await startRestErp({
    dataset: { products: 400, orders: 20 },
    paging: 'link',
    pageSize: 50,
    total: 'header',
    normalise: erpForms,
  })
  const { client } = stack
  const { id } = await stack.connect({
    name,
    credentials: { apiUrl: erp.url },
    settings: {
      enabledDataTypes: ['orders', 'products'],
      timeout: 1000,
      retryDelay: 50,
      retryAttempts: 100,
      batchSize: 50,
      rateLimit: { max: 10_000, perMs: 1000 },
      maxConcurrentCalls: 12,
      pushConcurrency: 8,
    },
  })
  const settings = { autoSync: false, conflictResolution }
  await client.call('POST', '/erp/sync-configs', { erpConnectionId: id, dataType: 'orders', direction: 'bidirectional', settings })
  const receiver = await startReceiver(random)
  await client.call('POST', '/erp/webhooks', { url: receiver.url, events: ['*'], connectionIds: [id] })
  erp.latencyMs = 10
  const writer = createWriter({ client, connectionId: id, name, mayLoseWrites }, random)
  const erpEdits = createErpEdits(erp, random)
  const follow = (dataType: DataTypeId) => createFollower({ client, connectionId: id, dataType, removed: erpEdits.removed }, random)
  const followers = { orders: follow('orders'), products: follow('products') }

  const sync = (dataType: string, request: object) =>
    client.call<ERPSyncLog>('POST', `/erp/connections/${id}/sync`, { dataType, ...request })
  const records = (dataType: string) => fetchAll<ERPRecord>(stack, `/erp/connections/${id}/records/${dataType}`)
  const told = async (dataType: keyof typeof followers, held: readonly ERPRecord[]) => ({
    dataType,
    records: held,
    end: await followers[dataType].end(),
  })

  /** Waits until the receiver has accepted an event; at most as long as a retry of the last one may take. */
  async function arrival(eventId: string | undefined): Promise<void> {
    const has = () => receiver.received.some(({ id: got, isAccepted }) => isAccepted && got === eventId)
    for (const until = Date.now() + maxArrivalMs; eventId !== undefined && !has() && Date.now() < until; ) await delay(200)
  }

  let writtenAgain = 0

  async function trigger(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const modes = ['full', 'incremental'] as const
      await sync('orders', { direction: 'bidirectional', mode: random.pick(modes) }).catch(() => {}) // the next round tries again
      await sync('products', { mode: random.pick(modes) }).catch(() => {})
      await delay(random.integer(100, 400))
    }
  }

  /** Syncs everything in full until two rounds in a row have succeeded. Returns false if that takes too long. */
  async function untilSynced(): Promise<boolean> {
    const isSynced = async () => (await records('orders')).every(({ syncStatus }) => syncStatus === 'synced')
    let rounds = 0 // two are needed: the first may join a run that began before the last change
    for (const until = Date.now() + maxSyncMinutes * 60_000; Date.now() < until && rounds < 2; await delay(200)) {
      const runs = [
        await retry(() => sync('orders', { direction: 'bidirectional', mode: 'full' })),
        await retry(() => sync('products', { mode: 'full' })),
      ]
      const ended = await Promise.all(runs.map((run) => stack.follow(run.id).catch(() => null)))
      rounds = ended.every((log) => log?.status === 'success') && (await isSynced()) ? rounds + 1 : 0
    }
    return rounds === 2
  }

  return {
    async run(signal) {
      for (const kind of ['drop-after-store', 'drop-before-store', '500-after-store', 'late'] as const)
        erp.faults.add({ kind, path: /^\/orders/, every: random.integer(7, 23), delayMs: 1500 })
      erp.faults.add({ kind: 'unavailable', path: '/products', every: 31 })
      erp.faults.add({ kind: 'throttled', path: /^\/orders/, every: random.integer(80, 160) })
      const actors = [writer, erpEdits, followers.orders, followers.products]
      await Promise.all([trigger(signal), ...actors.map((actor) => actor.run(signal))])
    },
    async syncCompletely() {
      erp.faults.clear()
      receiver.recover()
      if (mayLoseWrites) writtenAgain += await writer.writeLostAgain()
      const isComplete = await untilSynced()
      erpEdits.removeOne() // of what was surely read
      return (await untilSynced()) && isComplete
    },
    async compare() {
      const [orders, products, logs, statistics] = await Promise.all([
        records('orders'),
        records('products'),
        fetchAll<ERPSyncLog>(stack, `/erp/sync-logs?erpConnectionId=${id}`),
        retry(() => client.call<ERPSyncStatistics>('GET', `/erp/connections/${id}/statistics`)),
      ])
      const events = await readEvents(stack.redis.url, id)
      const incidents = await readIncidents(stack.redis.url, id)
      if (!mayLoseWrites) for (const log of [events, incidents]) await arrival(log.at(-1)?.id)
      const checks = [
        differencesOfPushed(erp, writer, erpEdits, erpForms),
        differencesOfRecords('orders', erp, orders, writer),
        differencesOfRecords('products', erp, products),
        faultsIn(logs),
        ...(mayLoseWrites
          ? [await followers.orders.differencesOfNewcomer(orders), await followers.products.differencesOfNewcomer(products)]
          : [
              await followers.orders.differences(orders),
              await followers.products.differences(products),
              differencesOfCounts(logs, erp.writeLog.summary(), erpEdits.removed.size),
              differencesOfStatistics(statistics, logs),
              differencesOfDeliveries(
                [events, incidents].map((log) => log.map((event) => event.id)),
                receiver.received,
              ),
              differencesOfEvents(
                events,
                logs,
                [await told('orders', orders), await told('products', products)],
                writer.acknowledged.keys(),
              ),
            ]),
      ]
      return {
        endings: endingsOf(logs),
        differences: checks.flatMap((differences) => shortened(differences).map((difference) => `${name}: ${difference}`)),
      }
    },
    figures: () => ({ orders: writer.acknowledged.size, tombstones: followers.orders.tombstones(), writtenAgain }),
    async [Symbol.asyncDispose]() {
      await Promise.all([erp[Symbol.asyncDispose](), receiver[Symbol.asyncDispose]()])
    },
  }
}

const shortened = (differences: readonly string[]): readonly string[] =>
  differences.length > maxShown
    ? [...differences.slice(0, maxShown), `and ${differences.length - maxShown} more of this kind`]
    : differences
