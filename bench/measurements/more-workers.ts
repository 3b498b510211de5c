import { startRedis } from '@linkspan/simulators'
import type { InstalledProcess } from '../installed-process.ts'
import type { Measurement } from '../measurement.ts'
import { startPageServer } from '../page-server.ts'
import { startProduct } from '../product.ts'
import { alternate, timed } from '../rounds.ts'

const syncs = 50
const latencyMs = 200
/** Fifty syncs take one worker nine batches and three workers three, so their number alone does not limit the speed-up. */
const concurrency = 6

/** Fifty syncs of a slow ERP with one worker and with three: how much more processes help if waiting is the bottleneck. */
export const moreWorkers: Measurement = {
  title: 'Fifty syncs of a slow ERP, with one worker and with three',
  async run({ rounds, size }) {
    const pages = size(10, 2)
    await using redis = await startRedis()
    await using erp = await startPageServer({ records: pages * 10, pageSize: 10, row: 'whole', latencyMs })
    await using product = await startProduct(redis)
    const connections = await Promise.all(Array.from({ length: syncs }, () => product.connect(erp.url)))

    const rateWith = async (workers: number): Promise<number> => {
      const processes: InstalledProcess[] = []
      while (processes.length < workers) processes.push(await product.startWorker({ WORKER_CONCURRENCY: String(concurrency) }))
      const ms = await timed(async () => {
        const runs = await Promise.all(connections.map((id) => product.start(id)))
        for (const { id } of runs) await product.succeeded(id)
      })
      await Promise.all(processes.map((worker) => worker.kill('SIGTERM')))
      return (syncs * pages) / (ms / 1000)
    }
    const rates = await alternate(rounds, { baseline: () => rateWith(1), product: () => rateWith(3) }, { warmUp: false })
    return {
      sizes: { syncs, pages, latencyMs, concurrency },
      findings: [
        {
          what: 'fifty syncs, 200 ms per page',
          unit: 'pages/s',
          product: { label: 'three workers', rounds: rates.product },
          baseline: { label: 'one worker', rounds: rates.baseline },
          target: { atLeast: 2.5 },
        },
      ],
    }
  },
}
