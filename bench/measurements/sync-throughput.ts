import { startRedis } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import type { SyncLoopRequest } from '../baselines/sync-loop.ts'
import { startChild } from '../child.ts'
import type { Measurement } from '../measurement.ts'
import { startPageServer } from '../page-server.ts'
import { caller, startProduct, until } from '../product.ts'
import { alternate, timed } from '../rounds.ts'

/** Records per second from an instant ERP into the store, compared with a hand-written loop, and again when nothing has changed. */
export const syncThroughput: Measurement = {
  title: 'Sync of products, 1000 per page',
  async run({ rounds, size }) {
    const records = size(100_000, 10_000)
    await using redis = await startRedis()
    await using erp = await startPageServer({ records, pageSize: 1000, row: 'whole', prerendered: true })
    await using loop = startChild<SyncLoopRequest, number>(new URL('../baselines/sync-loop.ts', import.meta.url))
    await using product = await startProduct(redis)
    await product.startWorker()
    await using cleaner = disposable(new Redis(redis.url))

    const freed = () => until(async () => /lazyfree_pending_objects:0/.test(await cleaner.redis.info('memory')))
    const rate = (ms: number) => records / (ms / 1000)
    const again: number[] = []

    const loaded = await alternate(rounds, {
      async baseline() {
        const ms = await timed(() => loop.ask({ redisUrl: redis.url, apiUrl: erp.url, prefix: 'bench:loop' }))
        await cleaner.redis.unlink('bench:loop:records', 'bench:loop:hashes')
        await freed()
        return rate(ms)
      },
      async product() {
        const connectionId = await product.connect(erp.url)
        const sync = () => timed(async () => product.succeeded((await product.start(connectionId)).id))
        const ms = await sync()
        again.push(rate(await sync()))
        await product.core.connections.remove(caller, { id: connectionId })
        await freed()
        return rate(ms)
      },
    })
    const ours = { label: 'our engine', rounds: loaded.product }
    return {
      sizes: { records },
      findings: [
        {
          what: 'first load',
          unit: 'records/s',
          product: ours,
          baseline: { label: 'hand-written loop', rounds: loaded.baseline },
          target: { atLeast: 0.6 },
        },
        {
          what: 'nothing changed',
          unit: 'records/s',
          product: { label: 'second sync', rounds: again.slice(1) },
          baseline: ours,
          target: { atLeast: 2 },
        },
      ],
    }
  },
}

const disposable = (redis: Redis) => ({ redis, [Symbol.asyncDispose]: async () => redis.disconnect() })
