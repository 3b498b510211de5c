import { startRedis } from '@linkspan/simulators'
import { startBenchCollector } from '../collector.ts'
import type { Measurement } from '../measurement.ts'
import { startPageServer } from '../page-server.ts'
import { processorSecondsOf } from '../process-usage.ts'
import { caller, startProduct } from '../product.ts'
import { alternate, timed } from '../rounds.ts'

/** First loads in small pages, so with many calls, with every span sent to a collector, compared with tracing off. */
export const tracing: Measurement = {
  title: 'First load with tracing, 100 per page',
  async run({ rounds, size }) {
    const records = size(50_000, 5000)
    await using redis = await startRedis()
    await using erp = await startPageServer({ records, pageSize: 100, row: 'whole', prerendered: true })
    await using collector = await startBenchCollector()
    await using product = await startProduct(redis)
    const processor: { off: number[]; on: number[] } = { off: [], on: [] }

    /** Each round has a worker of its own, whose first load warms it up. */
    const rateWith = async (settings: Readonly<Record<string, string>>, seconds: number[]) => {
      await using worker = await product.startWorker(settings)
      const load = async () => {
        const connectionId = await product.connect(erp.url, { batchSize: 100 })
        const ms = await timed(async () => product.succeeded((await product.start(connectionId)).id))
        await product.core.connections.remove(caller, { id: connectionId })
        return records / (ms / 1000)
      }
      await load()
      const before = processorSecondsOf(worker.pid)
      const rate = await load()
      seconds.push(((processorSecondsOf(worker.pid) - before) / records) * 1e6)
      return rate
    }
    const traced = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url }
    const rates = await alternate(
      rounds,
      { baseline: () => rateWith({}, processor.off), product: () => rateWith(traced, processor.on) },
      { warmUp: false },
    )
    if (collector.bytes() === 0) throw new Error('No span has reached the collector')
    return {
      sizes: { records, pageSize: 100 },
      findings: [
        {
          what: 'first load, traced',
          unit: 'records/s',
          product: { label: 'tracing on', rounds: rates.product },
          baseline: { label: 'tracing off', rounds: rates.baseline },
          target: null,
        },
        {
          what: 'processor time of the worker',
          unit: 'µs/record',
          product: { label: 'tracing on', rounds: processor.on },
          baseline: { label: 'tracing off', rounds: processor.off },
          target: null,
        },
      ],
    }
  },
}
