import { setTimeout as delay } from 'node:timers/promises'
import type { ERPRecord, ERPSyncLog, ERPSyncStatistics } from '@linkspan/core'
import { type RestErp, startRestErp } from '@linkspan/simulators'
import type { Stack } from '../test/stack/stack.ts'
import { endings, faultsIn, pushedIn } from './account.ts'
import { all, insist } from './api.ts'
import { createFollower } from './follower.ts'
import { createOffice } from './office.ts'
import { essenceOf, isSameEssence } from './orders.ts'
import type { Random } from './random.ts'
import { createWriter } from './writer.ts'

const products = 400
/** Thousands of orders are read again and again, by workers that share a machine. */
const settleMs = 600_000
/** So many of one kind are told; the rest is a number. */
const mostTold = 5

/** One customer: an ERP that misbehaves, its connection, the orders that are written for it, and who follows its changes. */
export interface Tenant extends AsyncDisposable {
  readonly name: string
  readonly erp: RestErp
  readonly orderCount: () => number
  /** Writes, syncs, changes and follows until `signal` aborts. */
  live(signal: AbortSignal): Promise<void>
  /** Syncs until nothing waits any more. Answers whether it came to that in time. */
  settle(): Promise<boolean>
  /** Everything that is wrong, in words, and how the runs ended. */
  compare(): Promise<{ readonly differences: readonly string[]; readonly endings: Readonly<Record<string, number>> }>
}

export async function startTenant(stack: Stack, name: string, random: Random): Promise<Tenant> {
  const erp = await startRestErp({ dataset: { products, orders: 20 }, paging: 'link', pageSize: 50, total: 'header' })
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
    },
  })
  erp.latencyMs = 10
  const { client } = stack
  const writer = createWriter(client, id, name, random)
  const office = createOffice(erp, random)
  const followers = { orders: createFollower(client, id, 'orders', random), products: createFollower(client, id, 'products', random) }

  const sync = (dataType: string, request: object) =>
    client.call<ERPSyncLog>('POST', `/erp/connections/${id}/sync`, { dataType, ...request })
  const records = (dataType: string) => all<ERPRecord>(stack, `/erp/connections/${id}/records/${dataType}`)

  async function trigger(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await sync('orders', { direction: 'bidirectional', mode: random.pick(['full', 'incremental']) }).catch(() => {})
      await sync('products', { mode: random.pick(['full', 'incremental']) }).catch(() => {})
      await delay(random.integer(100, 400))
    }
  }

  function differencesOfOrders(held: readonly ERPRecord[]): string[] {
    const { duplicates } = erp.ledger.summary()
    const byErpId = new Map(held.map((record) => [record.erpId ?? record.id, record]))
    const byReference = new Map([...erp.dataset.orders].flatMap((row) => (row.ourReference ? [[row.ourReference, row] as const] : [])))
    const rows = [...erp.dataset.orders]
    return [
      ...some('placed twice', duplicates),
      ...some(
        'lost',
        [...writer.acknowledged.keys()].filter((reference) => !byReference.has(reference)),
      ),
      ...some(
        'not as it was written last',
        [...writer.acknowledged].flatMap(([reference, { city, lines }]) => {
          const row = byReference.get(reference)
          return !row || isSameEssence(essenceOf(row), { city, day: row.requestedDeliveryDate, lines }) ? [] : [reference]
        }),
      ),
      ...some(
        'in the ERP and not here',
        rows.flatMap((row) => (byErpId.has(row.id) ? [] : [row.id])),
      ),
      ...some(
        'here and not in the ERP',
        [...byErpId.keys()].filter((erpId) => !erp.dataset.orders.get(erpId)),
      ),
      ...some(
        'another here than in the ERP',
        rows.flatMap((row) => {
          const data = byErpId.get(row.id)?.data
          return !data || (data.total === row.total && isSameEssence(essenceOf(data), essenceOf(row))) ? [] : [row.id]
        }),
      ),
    ]
  }

  function differencesOfProducts(held: readonly ERPRecord[]): string[] {
    const known = new Map(held.map((record) => [record.id, record.data]))
    const rows = [...erp.dataset.products]
    return [
      ...some(
        'with another price than in the ERP',
        rows.flatMap((row) => (known.get(row.id)?.price === row.price ? [] : [row.id])),
      ),
      ...(known.size === rows.length ? [] : [`${known.size} products are held, the ERP has ${rows.length}`]),
    ]
  }

  return {
    name,
    erp,
    orderCount: () => writer.acknowledged.size,
    async live(signal) {
      for (const kind of ['drop-after-store', 'drop-before-store', '500-after-store', 'late'] as const)
        erp.faults.add({ kind, path: /^\/orders/, every: random.integer(7, 23), delayMs: 1500 })
      erp.faults.add({ kind: 'unavailable', path: '/products', every: 31 })
      const lives = [writer, office, followers.orders, followers.products]
      await Promise.all([trigger(signal), ...lives.map((one) => one.live(signal))])
    },
    async settle() {
      erp.faults.clear()
      const isSettled = async () => (await records('orders')).every(({ syncStatus }) => syncStatus === 'synced')
      let rounds = 0 // the first may join a run that began before the last change
      for (const until = Date.now() + settleMs; Date.now() < until && rounds < 2; await delay(200)) {
        const runs = [
          await insist(() => sync('orders', { direction: 'bidirectional', mode: 'full' })),
          await insist(() => sync('products', { mode: 'full' })),
        ]
        const ended = await Promise.all(runs.map((run) => run && stack.follow(run.id).catch(() => null)))
        rounds = ended.every((log) => log?.status === 'success') && (await isSettled()) ? rounds + 1 : 0
      }
      await Promise.all(Object.values(followers).map((follower) => follower.catchUp()))
      return isSettled()
    },
    async compare() {
      const [orders, held, logs] = await Promise.all([
        records('orders'),
        records('products'),
        all<ERPSyncLog>(stack, `/erp/sync-logs?erpConnectionId=${id}`),
      ])
      const statistics = await client.call<ERPSyncStatistics>('GET', `/erp/connections/${id}/statistics`)
      const wrong = [
        ...differencesOfOrders(orders),
        ...differencesOfProducts(held),
        ...followers.orders.differences(orders).slice(0, mostTold),
        ...followers.products.differences(held).slice(0, mostTold),
        ...faultsIn(logs, statistics),
      ]
      const { stored, updated } = erp.ledger.summary()
      const pushed = pushedIn(logs)
      if (pushed < stored || pushed > stored + updated)
        wrong.push(`${pushed} records were counted as pushed, the ERP has stored ${stored} and changed ${updated}`)
      return { differences: wrong.map((words) => `${name}: ${words}`), endings: endings(logs) }
    },
    [Symbol.asyncDispose]: () => erp[Symbol.asyncDispose](),
  }
}

const some = (what: string, ids: readonly string[]): string[] =>
  ids.length === 0 ? [] : [`${ids.length} ${what}: ${ids.slice(0, mostTold).join(', ')}`]
