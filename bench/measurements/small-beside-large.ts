import { startRedis } from '@linkspan/simulators'
import type { Measurement } from '../measurement.ts'
import { startPageServer } from '../page-server.ts'
import { startProduct, until } from '../product.ts'
import { alternate } from '../rounds.ts'
import { median } from '../statistics.ts'

const small = 50

/** How long fifty small syncs wait for a very large one in a worker that runs one at a time, with and without time slices. */
export const smallBesideLarge: Measurement = {
  title: 'Fifty small syncs and a large one, in one worker that runs one at a time',
  async run({ rounds, size }) {
    const records = size(1_000_000, 100_000)
    await using large = await startPageServer({ records, pageSize: 1000, row: 'small' })
    await using erp = await startPageServer({ records: 100, pageSize: 100, row: 'small', prerendered: true })

    /** The median time from trigger to start, in seconds. */
    async function waited(timeSliceMs: number): Promise<number> {
      await using redis = await startRedis()
      await using product = await startProduct(redis, { WORKER_CONCURRENCY: '1', SYNC_TIME_SLICE_MS: String(timeSliceMs) })
      const connectionId = await product.connect(large.url)
      const others = await Promise.all(Array.from({ length: small }, () => product.connect(erp.url)))
      await using _worker = await product.startWorker()
      const { id } = await product.start(connectionId)
      await until(async () => ((await product.ports.runs.get(id))?.checkpoint.pages ?? 0) > 0)
      const runs = await Promise.all(others.map((other) => product.start(other)))
      const waits: number[] = []
      for (const run of runs) {
        await product.succeeded(run.id)
        const { queuedAt, startedAt } = (await product.ports.runs.get(run.id)) ?? {}
        waits.push((Date.parse(startedAt ?? '') - Date.parse(queuedAt ?? '')) / 1000)
      }
      await product.succeeded(id)
      return median(waits)
    }

    const wholeRunMs = 3_600_000
    const sides = { baseline: () => waited(wholeRunMs), product: () => waited(1000) }
    const { baseline, product } = await alternate(rounds, sides, { warmUp: false })
    return {
      sizes: { records, small },
      findings: [
        {
          what: 'median wait of the small syncs',
          unit: 's',
          product: { label: 'time slices of 1 s', rounds: product },
          baseline: { label: 'no time slices', rounds: baseline },
          target: null,
        },
      ],
    }
  },
}
