import { startRedis } from '@linkspan/simulators'
import type { Measurement } from '../measurement.ts'
import { startPageServer } from '../page-server.ts'
import { startProduct } from '../product.ts'

/** How long a sync pauses when its worker is killed: until another worker requests the next page. */
export const takeOver: Measurement = {
  title: 'A worker is killed during a sync',
  async run({ rounds, size }) {
    const repeats = size(rounds, 1)
    await using redis = await startRedis()
    await using product = await startProduct(redis)
    const seconds: number[] = []
    for (let round = 0; round < repeats; round += 1) {
      await using erp = await startPageServer({ records: 10_000, pageSize: 10, row: 'whole', latencyMs: 100, announces: true })
      await using victim = await product.startWorker()
      const duringSync = erp.nextArrival(({ page }) => page >= 5)
      await product.start(await product.connect(erp.url))
      const { connection } = await duringSync
      await using _successor = await product.startWorker()
      const killedNs = process.hrtime.bigint()
      const takenOver = erp.nextArrival((arrival) => arrival.connection > connection)
      await victim.kill('SIGKILL')
      seconds.push(Number(BigInt((await takenOver).atNs) - killedNs) / 1e9)
    }
    return {
      sizes: { repeats },
      findings: [
        {
          what: 'from SIGKILL to the next page',
          unit: 's',
          product: { label: 'by another worker', rounds: seconds },
          baseline: null,
          target: { atMost: 15 },
        },
      ],
    }
  },
}
