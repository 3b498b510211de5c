import { startRedis } from '@linkspan/simulators'
import type { Measurement } from '../measurement.ts'
import { startPageServer } from '../page-server.ts'
import { peakOf } from '../process-usage.ts'
import { caller, startProduct } from '../product.ts'
import { alternate } from '../rounds.ts'

/** The peak memory of a worker in a long sync, compared with a short one. Each sync has a fresh worker. */
export const memory: Measurement = {
  title: 'Peak memory of a worker',
  async run({ rounds, size }) {
    const [few, many] = [size(10_000, 5000), size(1_000_000, 50_000)]
    await using redis = await startRedis()
    await using product = await startProduct(redis)

    const peakFor = async (records: number): Promise<number> => {
      await using erp = await startPageServer({ records, pageSize: 1000, row: 'small' })
      await using worker = await product.startWorker()
      const connectionId = await product.connect(erp.url)
      await product.succeeded((await product.start(connectionId)).id)
      const peak = peakOf(worker.pid)
      await product.core.connections.remove(caller, { id: connectionId })
      return peak
    }
    const peaks = await alternate(rounds, { baseline: () => peakFor(few), product: () => peakFor(many) }, { warmUp: false })
    return {
      sizes: { few, many },
      findings: [
        {
          what: 'peak resident memory of a worker',
          unit: 'MiB',
          product: { label: `${many} records`, rounds: peaks.product },
          baseline: { label: `${few} records`, rounds: peaks.baseline },
          target: { atMost: 1.25 },
        },
        {
          what: `${many} records: MiB at most`,
          unit: 'MiB',
          product: { label: `${many} records`, rounds: peaks.product },
          baseline: null,
          target: { atMost: 256 },
        },
      ],
    }
  },
}
