import { setTimeout as sleep } from 'node:timers/promises'
import { runSchedule, silentLogger } from '@linkspan/core'
import { startRedis } from '@linkspan/simulators'
import type { Measurement } from '../measurement.ts'
import { startPageServer } from '../page-server.ts'
import { type Product, startProduct, until } from '../product.ts'
import { percentile } from '../statistics.ts'

/** The delay of the ERP's answers, and so the least time for which a sync occupies the worker. */
const latencyMs = 20
const dataTypes = ['products', 'inventory'] as const

/** How much longer a person's sync waits to start while thousands of scheduled syncs of other connections wait. */
export const waitingBehindMany: Measurement = {
  title: 'A trigger while scheduled syncs of other connections wait',
  async run({ rounds, size }) {
    const [waiting, triggers] = [size(5000, 1000), size(60, 10)]
    await using redis = await startRedis()
    await using erp = await startPageServer({ records: 1, pageSize: 1, row: 'whole', prerendered: true, latencyMs })
    await using product = await startProduct(redis)
    const person = await product.connect(erp.url)
    const others = await connectMany(product, erp.url, waiting / dataTypes.length)
    const hasWaiting = () => product.ports.queue.hasWaiting('erp-sync')

    const longer: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      let idle = 0
      {
        await using _worker = await product.startWorker()
        idle = percentile(await waits(product, person, triggers), 0.5)
      }
      for (const connectionId of others) await Promise.all(dataTypes.map((dataType) => schedule(product, connectionId, dataType)))
      {
        await using _worker = await product.startWorker()
        const busy = await waits(product, person, triggers)
        if (!(await hasWaiting())) throw new Error('The scheduled syncs ended before the triggered ones')
        longer.push(percentile(busy, 0.5) - idle)
        await until(async () => !(await hasWaiting()))
        await sleep(1000)
      }
    }
    const what = 'additional wait, p50'
    const finding = {
      what,
      unit: 'ms',
      product: { label: `while ${waiting} wait`, rounds: longer },
      baseline: null,
      target: { atMost: 60 },
    }
    return { sizes: { waiting, triggers, latencyMs }, findings: [finding] }
  },
}

async function connectMany(product: Product, apiUrl: string, count: number): Promise<string[]> {
  const ids: string[] = []
  while (ids.length < count) {
    const some = Array.from({ length: Math.min(50, count - ids.length) }, () => product.connect(apiUrl, { syncSchedule: '0 2 1 1 *' }))
    ids.push(...(await Promise.all(some)))
  }
  return ids
}

const schedule = ({ corePorts }: Product, connectionId: string, dataType: (typeof dataTypes)[number]) =>
  runSchedule({ connectionId, dataType }, { ...corePorts, logger: silentLogger, scheduleJitterMs: 0 }, { dueAt: new Date() })

/** The time from each trigger to the start of its sync in milliseconds, one trigger after the other. */
async function waits(product: Product, connectionId: string, triggers: number): Promise<number[]> {
  const all: number[] = []
  for (let count = 0; count < triggers; count += 1) {
    const begun = performance.now()
    const { id } = await product.start(connectionId)
    await until(async () => (await product.ports.runs.get(id))?.startedAt !== null, 1)
    all.push(performance.now() - begun)
    await product.succeeded(id)
  }
  return all
}
