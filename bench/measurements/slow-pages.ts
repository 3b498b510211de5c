import { startRedis } from '@linkspan/simulators'
import type { Measurement } from '../measurement.ts'
import { startPageServer } from '../page-server.ts'
import { startProduct } from '../product.ts'
import { alternate, timed } from '../rounds.ts'

const latencyMs = 200
const resources = { products: { paging: { style: 'page', parameter: 'page', firstPage: 1 } } }

/** Pages of a slow ERP, asked for ahead and one after the other. */
export const slowPages: Measurement = {
  title: 'One sync of a slow ERP, with pages asked for ahead',
  async run({ rounds, size }) {
    const pages = size(100, 10)
    await using redis = await startRedis()
    await using erp = await startPageServer({ records: pages * 100, pageSize: 100, row: 'whole', latencyMs })
    await using product = await startProduct(redis)
    await product.startWorker()
    const rateOf = async (settings: Readonly<Record<string, unknown>>): Promise<number> => {
      const connectionId = await product.connect(erp.url, { resources, ...settings })
      const ms = await timed(async () => product.succeeded((await product.start(connectionId)).id))
      return pages / (ms / 1000)
    }
    const rates = await alternate(rounds, { baseline: () => rateOf({ maxConcurrentCalls: 1 }), product: () => rateOf({}) })
    return {
      sizes: { pages, latencyMs },
      findings: [
        {
          what: 'pages that take 200 ms each',
          unit: 'pages/s',
          product: { label: 'as many at once as usual', rounds: rates.product },
          baseline: { label: 'maxConcurrentCalls: 1', rounds: rates.baseline },
          target: { atLeast: 5 },
        },
      ],
    }
  },
}
