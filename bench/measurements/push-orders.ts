import { startRedis } from '@linkspan/simulators'
import type { PushLoopRequest } from '../baselines/push-loop.ts'
import { startChild } from '../child.ts'
import type { Measurement } from '../measurement.ts'
import { startOrderServer } from '../order-server.ts'
import { anOrder } from '../orders.ts'
import { caller, startProduct } from '../product.ts'
import { alternate, timed } from '../rounds.ts'

/** Orders per second into an ERP that costs next to nothing, one after the other, compared with a loop without any guarantees. */
export const pushOrders: Measurement = {
  title: 'Pushing orders, one after the other',
  async run({ rounds, size }) {
    const orders = size(10_000, 1000)
    await using redis = await startRedis()
    await using erp = await startOrderServer()
    await using loop = startChild<PushLoopRequest, number>(new URL('../baselines/push-loop.ts', import.meta.url))
    await using product = await startProduct(redis)
    await product.startWorker()
    const connectionId = await product.connect(erp.url, { pushConcurrency: 1 })
    let times = 0

    const { baseline, product: ours } = await alternate(rounds, {
      async baseline() {
        times += 1
        const ms = await timed(() => loop.ask({ apiUrl: erp.url, name: `loop-${times}`, orders }))
        return orders / (ms / 1000)
      },
      async product() {
        times += 1
        for (let from = 0; from < orders; from += 500) {
          const records = Array.from({ length: 500 }, (_, at) => anOrder(`ours-${times}-${from + at}`))
          await product.core.records.write(caller, { connectionId, dataType: 'orders', records })
        }
        const ms = await timed(async () => {
          const { run } = await product.core.runs.start(caller, { connectionId, dataType: 'orders', direction: 'push' })
          await product.succeeded(run.id)
        })
        return orders / (ms / 1000)
      },
    })
    const { different, all } = await erp.received()
    if (different !== all || all !== times * orders)
      throw new Error(`The ERP has ${different} orders in ${all} calls, not ${times * orders}`)
    return {
      sizes: { orders },
      findings: [
        {
          what: 'orders pushed',
          unit: 'orders/s',
          product: { label: 'our engine', rounds: ours },
          baseline: { label: 'bare undici loop', rounds: baseline },
          target: { atLeast: 0.4 },
        },
      ],
    }
  },
}
