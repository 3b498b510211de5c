import { startRedis } from '@linkspan/simulators'
import { Queue, QueueEvents } from 'bullmq'
import { Redis } from 'ioredis'
import type { JobThenGetRequest } from '../baselines/job-then-get.ts'
import { startChild } from '../child.ts'
import type { Finding } from '../finding.ts'
import type { Measurement } from '../measurement.ts'
import { startPageServer } from '../page-server.ts'
import { startProduct, until } from '../product.ts'
import { alternate } from '../rounds.ts'
import { percentile } from '../statistics.ts'

/** The time from a trigger to the first request at the ERP, one sync after another, compared with a plain job that sends a GET. */
export const firstPage: Measurement = {
  title: 'From the trigger to the first page',
  async run({ rounds, size }) {
    const triggers = size(200, 40)
    await using redis = await startRedis()
    await using erp = await startPageServer({ records: 1, pageSize: 1, row: 'whole', prerendered: true, announces: true })
    await using product = await startProduct(redis)
    await product.startWorker()
    const connectionId = await product.connect(erp.url)
    await using worker = startChild<JobThenGetRequest, null>(new URL('../baselines/job-then-get.ts', import.meta.url))
    await worker.ask({ redisUrl: redis.url })
    const client = new Redis(redis.url, { maxRetriesPerRequest: null })
    const queue = new Queue('bare', { connection: client })
    const events = new QueueEvents('bare', { connection: client })

    /** `trigger` returns a function that waits for the end of what it started, so that the next trigger finds an idle system. */
    async function latencies(trigger: () => Promise<() => Promise<unknown>>): Promise<number[]> {
      const all: number[] = []
      for (let count = 0; count < triggers; count += 1) {
        const arrival = erp.nextArrival()
        const begunNs = process.hrtime.bigint()
        const ended = await trigger()
        all.push(Number(BigInt((await arrival).atNs) - begunNs) / 1e6)
        await ended()
      }
      return all
    }

    const p99: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
    const p50 = await alternate(rounds, {
      async baseline() {
        const all = await latencies(async () => {
          const job = await queue.add('sync', { apiUrl: erp.url }, { removeOnComplete: { count: 1000 } })
          return () => job.waitUntilFinished(events)
        })
        p99.bare.push(percentile(all, 0.99))
        return percentile(all, 0.5)
      },
      async product() {
        const all = await latencies(async () => {
          const { id } = await product.start(connectionId)
          return async () => {
            await product.succeeded(id)
            await until(async () => !(await product.ports.queue.isPending('erp-sync', id))) // the worker has put the job away too
          }
        })
        p99.ours.push(percentile(all, 0.99))
        return percentile(all, 0.5)
      },
    })
    await Promise.all([queue.close(), events.close()])
    client.disconnect()

    const finding = (what: string, ours: readonly number[], bare: readonly number[]): Finding => ({
      what,
      unit: 'ms',
      product: { label: 'our API and worker, no HTTP', rounds: ours },
      baseline: { label: 'bare BullMQ and undici', rounds: bare },
      target: { atMost: 2.5 },
    })
    return {
      sizes: { triggers },
      findings: [finding('p50', p50.product, p50.baseline), finding('p99', p99.ours.slice(1), p99.bare.slice(1))],
    }
  },
}
