import { setTimeout as delay } from 'node:timers/promises'
import type { Changes, ERPRecord, ERPSyncLog, ERPSyncStatistics } from '@linkspan/core'
import { createDataset, type RestErp, startRestErp } from '@linkspan/simulators'
import type { Client } from '../script/sandbox/client.ts'
import type { Stack } from '../test/stack/stack.ts'
import type { Random } from './random.ts'

const products = 400
const [{ sku }] = [...createDataset({ products: 1 }).products] as unknown as [{ sku: string }]

/** One customer: an ERP that misbehaves, its connection, the orders that are written for it, and who follows its changes. */
export interface Tenant extends AsyncDisposable {
  readonly name: string
  readonly erp: RestErp
  /** Orders whose writing was acknowledged. */
  readonly acknowledged: ReadonlySet<string>
  /** Writes, syncs, changes and follows until `signal` aborts. */
  live(signal: AbortSignal): Promise<void>
  /** Syncs until nothing waits any more. Answers whether it came to that in time. */
  settle(): Promise<boolean>
  /** Everything that is wrong, in words. */
  differences(): Promise<readonly string[]>
  readonly pushed: () => number
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
  const client: Client = stack.client
  const acknowledged = new Set<string>()
  const copy = new Map<string, unknown>()
  let position = 0
  let written = 0
  const nextId = (): string => {
    written += 1
    return `${name}-${written}`
  }

  /** What fails while Redis is away is tried again: nothing was promised yet. */
  async function insist<Answer>(work: () => Promise<Answer>, signal?: AbortSignal): Promise<Answer | null> {
    for (let tries = 0; tries < 200 && !signal?.aborted; tries += 1) {
      try {
        return await work()
      } catch (error) {
        if (/answered 4\d\d/.test(String(error)) && !/answered 409/.test(String(error))) throw error
        await delay(100)
      }
    }
    return null
  }

  const sync = (dataType: string, request: object) =>
    insist(() => client.call<ERPSyncLog>('POST', `/erp/connections/${id}/sync`, { dataType, ...request }))

  async function write(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const orders = Array.from({ length: random.integer(1, 5) }, () => order(nextId()))
      const taken = await insist(() => client.call<ERPRecord[]>('POST', `/erp/connections/${id}/records/orders`, orders), signal)
      for (const { id } of taken ?? []) acknowledged.add(id)
      await delay(random.integer(50, 250))
    }
  }

  async function trigger(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await client
        .call('POST', `/erp/connections/${id}/sync`, { dataType: 'orders', direction: 'bidirectional', mode: 'full' })
        .catch(() => {})
      await client
        .call('POST', `/erp/connections/${id}/sync`, { dataType: 'products', mode: random.pick(['full', 'incremental']) })
        .catch(() => {})
      await delay(random.integer(100, 400))
    }
  }

  async function change(signal: AbortSignal): Promise<void> {
    const rows = [...erp.dataset.products]
    while (!signal.aborted) {
      const product = random.pick(rows)
      erp.change('products', product.id, { price: `${random.integer(1, 99)}.00` })
      await delay(random.integer(50, 300))
    }
  }

  async function follow(limit: number): Promise<number> {
    const page = await client.call<Changes>('GET', `/erp/connections/${id}/changes/products?after=${position}&limit=${limit}`)
    for (const { id, deleted, record } of page.changes) {
      if (deleted) copy.delete(id)
      else copy.set(id, record?.data)
    }
    position = page.next
    return page.changes.length
  }

  async function consume(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await follow(random.integer(1, 60)).catch(() => {})
      await delay(random.integer(50, 500))
    }
  }

  async function all<Item>(path: string): Promise<Item[]> {
    const items: Item[] = []
    const separator = path.includes('?') ? '&' : '?'
    for (let cursor = ''; ; ) {
      const response = await fetch(`${stack.url}/api/v1${path}${separator}limit=500${cursor}`, { headers: stack.headers })
      items.push(...((await response.json()) as Item[]))
      const next = response.headers.get('x-next-cursor')
      if (next === null) return items
      cursor = `&cursor=${encodeURIComponent(next)}`
    }
  }

  const records = (dataType: string) => all<ERPRecord>(`/erp/connections/${id}/records/${dataType}`)

  return {
    name,
    erp,
    acknowledged,
    pushed: () => erp.ledger.summary().stored,
    async live(signal) {
      for (const kind of ['drop-after-store', 'drop-before-store', '500-after-store', 'late'] as const)
        erp.faults.add({ kind, path: '/orders', every: random.integer(7, 23), delayMs: 1500 })
      erp.faults.add({ kind: 'unavailable', path: '/products', every: 31 })
      await Promise.all([write(signal), trigger(signal), change(signal), consume(signal)])
    },
    async settle() {
      erp.faults.clear()
      for (const until = Date.now() + 120_000; Date.now() < until; await delay(200)) {
        const runs = [await sync('orders', { direction: 'bidirectional', mode: 'full' }), await sync('products', { mode: 'full' })]
        const ended = await Promise.all(runs.map((run) => run && stack.follow(run.id).catch(() => null)))
        const unsettled = (await records('orders')).filter(({ syncStatus }) => syncStatus !== 'synced')
        if (ended.every((log) => log?.status === 'success') && unsettled.length === 0) break
      }
      while ((await follow(100)) > 0);
      return (await records('orders')).every(({ syncStatus }) => syncStatus === 'synced')
    },
    async differences() {
      const wrong: string[] = []
      const summary = erp.ledger.summary()
      if (summary.duplicates.length > 0) wrong.push(`placed twice: ${summary.duplicates.slice(0, 5).join(', ')}`)
      const stored = new Set(erp.ledger.orders().flatMap(({ reference, timesStored }) => (timesStored > 0 && reference ? [reference] : [])))
      const lost = [...acknowledged].filter((id) => !stored.has(id))
      if (lost.length > 0) wrong.push(`lost: ${lost.slice(0, 5).join(', ')} (${lost.length})`)

      const held = new Map((await records('orders')).map((record) => [record.erpId ?? record.id, record]))
      const rows = [...erp.dataset.orders]
      if (held.size !== rows.length) wrong.push(`${held.size} orders are held, the ERP has ${rows.length}`)
      for (const row of rows)
        if (held.get(row.id)?.data.total !== row.total)
          wrong.push(`order ${row.id} is held as ${held.get(row.id)?.data.total}, not ${row.total}`)

      const known = new Map((await records('products')).map((record) => [record.id, record.data]))
      for (const row of erp.dataset.products)
        if (known.get(row.id)?.price !== row.price) wrong.push(`product ${row.id} has another price than in the ERP`)
      if (known.size !== products) wrong.push(`${known.size} products are held, the ERP has ${products}`)
      for (const [key, data] of known)
        if (JSON.stringify(copy.get(key)) !== JSON.stringify(data)) wrong.push(`who followed the changes has another ${key}`)
      if (copy.size !== known.size) wrong.push(`who followed the changes has ${copy.size} products`)

      const logs = await all<ERPSyncLog>(`/erp/sync-logs?erpConnectionId=${id}`)
      const sum = (of: (log: ERPSyncLog) => number) => logs.reduce((total, log) => total + of(log), 0)
      const open = logs.filter(({ status }) => status !== 'success' && status !== 'error')
      if (open.length > 0) wrong.push(`without an end: ${open.map((log) => log.id).join(', ')}`)
      for (const log of logs)
        if (log.recordsProcessed !== log.recordsSuccess + log.recordsFailed) wrong.push(`the counts of ${log.id} do not add up`)
      if (sum((log) => log.recordsPushed) !== summary.stored)
        wrong.push(`${sum((log) => log.recordsPushed)} records were counted as pushed, the ERP has stored ${summary.stored}`)
      const statistics = await client.call<ERPSyncStatistics>('GET', `/erp/connections/${id}/statistics`)
      if (statistics.totalSyncs !== logs.length) wrong.push(`the statistics know ${statistics.totalSyncs} syncs of ${logs.length}`)
      if (statistics.totalRecordsProcessed !== sum((log) => log.recordsProcessed))
        wrong.push('the statistics have another number of records than the logs')
      return wrong.map((words) => `${name}: ${words}`)
    },
    [Symbol.asyncDispose]: () => erp[Symbol.asyncDispose](),
  }
}

const order = (id: string) => ({
  id,
  orderDate: '2026-11-23',
  currency: 'EUR',
  total: '25.00',
  customerId: '17100001',
  lines: [{ lineNumber: '10', sku, quantity: '2', unitPrice: '12.50' }],
})
