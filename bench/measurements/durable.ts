import { startRedis } from '@linkspan/simulators'
import type { JobPerRecordRequest } from '../baselines/job-per-record.ts'
import { startChild } from '../child.ts'
import type { Measurement } from '../measurement.ts'
import { startPageServer } from '../page-server.ts'
import { caller, startProduct } from '../product.ts'
import { alternate, timed } from '../rounds.ts'

/** Records per second if Redis syncs every write to disk, compared with one BullMQ job per record. */
export const durable: Measurement = {
  title: 'Records with appendfsync always',
  async run({ rounds, size }) {
    const records = size(50_000, 5000)
    await using redis = await startRedis({ aof: true })
    await using erp = await startPageServer({ records, pageSize: 1000, row: 'whole', prerendered: true })
    await using jobs = startChild<JobPerRecordRequest, number>(new URL('../baselines/job-per-record.ts', import.meta.url))
    await using product = await startProduct(redis)
    await product.startWorker()
    const rates = await alternate(rounds, {
      baseline: async () => records / ((await jobs.ask({ redisUrl: redis.url, records })) / 1000),
      async product() {
        const connectionId = await product.connect(erp.url)
        const ms = await timed(async () => product.succeeded((await product.start(connectionId)).id))
        await product.core.connections.remove(caller, { id: connectionId })
        return records / (ms / 1000)
      },
    })
    return {
      sizes: { records },
      findings: [
        {
          what: 'records, every write on disk',
          unit: 'records/s',
          product: { label: 'our engine', rounds: rates.product },
          baseline: { label: 'BullMQ, one job per record', rounds: rates.baseline },
          target: { atLeast: 5 },
        },
      ],
    }
  },
}
