import { setTimeout as sleep } from 'node:timers/promises'
import { type DataTypeId, dataTypeIds, type Slot } from '@linkspan/core'
import { startRedis } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import type { Finding } from '../finding.ts'
import type { Measurement } from '../measurement.ts'
import { startPageServer } from '../page-server.ts'
import { type Product, startProduct } from '../product.ts'
import { redisCpuMicros } from '../redis-cpu.ts'
import { percentile } from '../statistics.ts'

const minuteMs = 60_000
/** A slot gets its fate when the run before it has ended, so it may come a little later. */
const settleMs = 20_000
const maxSettleMs = 300_000
const createdAtOnce = 20

interface Stream {
  readonly connectionId: string
  readonly dataType: DataTypeId
  readonly minute: number
}

/** Whether all slots of many hourly schedules are accounted for, and how late their syncs start, with many workers. */
export const manySchedules: Measurement = {
  title: 'Thousands of connections, each with six hourly schedules',
  async run({ size }) {
    const [connections, workers, minutes] = [size(10_000, 200), size(20, 2), size(5, 1)]
    await using redis = await startRedis()
    await using erp = await startPageServer({ records: 1, pageSize: 1, row: 'whole', prerendered: true })
    await using product = await startProduct(redis, { SCHEDULE_JITTER_MS: '0' })
    const client = new Redis(redis.url)
    const memory = async () => Number(/used_memory:(\d+)/.exec(await client.info('memory'))?.[1])

    const empty = await memory()
    const streams = await connectEach(product, erp.url, connections)
    const bytes = ((await memory()) - empty) / connections
    for (let count = 0; count < workers; count += 1) await product.startWorker()
    await sleep(minuteMs) // they connect, and take over what was due meanwhile

    const from = Math.ceil(Date.now() / minuteMs) * minuteMs
    const to = from + minutes * minuteMs
    await sleep(from - Date.now())
    const [cpuBefore, memoryBefore] = [await redisCpuMicros(client), await memory()]
    await sleep(to - Date.now())
    const [cpu, grown] = [(await redisCpuMicros(client)) - cpuBefore, (await memory()) - memoryBefore]

    const due = streams.filter(({ minute }) => (minute - new Date(from).getUTCMinutes() + 60) % 60 < minutes)
    const fates = await slotsOf(product, due, from, to)
    client.disconnect()
    const late = await latenessOf(product, fates.flat())
    const figure = (what: string, unit: string, value: number, target: Finding['target'] = null): Finding => ({
      what,
      unit,
      product: { label: `${streams.length} schedules, ${workers} workers`, rounds: [value] },
      baseline: null,
      target,
    })
    return {
      sizes: { connections, schedules: streams.length, workers, minutes, due: due.length },
      findings: [
        figure('due times with exactly one fate', '%', (fates.filter((slots) => slots.length === 1).length / due.length) * 100, {
          atLeast: 100,
        }),
        figure('lateness of a start, p50', 'ms', percentile(late, 0.5)),
        figure('lateness of a start, p99', 'ms', percentile(late, 0.99), { atMost: 2000 }),
        figure('Redis, processor time for each sync', 'µs', cpu / due.length),
        figure('Redis, memory for each connection with six schedules', 'bytes', bytes),
        figure('Redis, memory for each sync and its log', 'bytes', grown / due.length),
      ],
    }
  },
}

/** Connections whose schedules are due once an hour each, spread evenly over its seconds. */
async function connectEach(product: Product, apiUrl: string, count: number): Promise<readonly Stream[]> {
  const streams: Stream[] = []
  const connect = async (at: number) => {
    const second = Math.floor((at * 3600) / count)
    const minute = Math.floor(second / 60)
    const connectionId = await product.connect(apiUrl, { syncSchedule: `${second % 60} ${minute} * * * *` })
    for (const dataType of dataTypeIds) streams.push({ connectionId, dataType, minute })
  }
  for (let at = 0; at < count; at += createdAtOnce)
    await Promise.all(Array.from({ length: Math.min(createdAtOnce, count - at) }, (_, index) => connect(at + index)))
  return streams
}

/** What became of each due time, once all have a fate or some still have none after minutes. */
async function slotsOf({ ports }: Product, due: readonly Stream[], from: number, to: number): Promise<readonly (readonly Slot[])[]> {
  const range = { from: new Date(from).toISOString(), to: new Date(to - 1).toISOString(), limit: 10 }
  for (const until = Date.now() + maxSettleMs; ; await sleep(settleMs)) {
    const fates: (readonly Slot[])[] = []
    for (const stream of due) fates.push(await ports.slots.list(stream, range))
    if (fates.every((slots) => slots.length === 1) || Date.now() > until) return fates
  }
}

/** How many milliseconds after its due time each sync has started. */
async function latenessOf({ ports }: Product, slots: readonly Slot[]): Promise<number[]> {
  const late: number[] = []
  for (const { dueAt, syncLogId = '' } of slots) {
    const startedAt = (await ports.runs.get(syncLogId))?.startedAt
    if (startedAt) late.push(Date.parse(startedAt) - Date.parse(dueAt))
  }
  return late
}
