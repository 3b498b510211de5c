import { startRedis } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import type { SyncLoopRequest } from '../baselines/sync-loop.ts'
import { startChild } from '../child.ts'
import type { Measurement } from '../measurement.ts'
import { startPageServer } from '../page-server.ts'
import { caller, startProduct, until } from '../product.ts'
import { alternate, timed } from '../rounds.ts'

/** What a client's mapping typically does with a product. */
const mapping = {
  fieldMapping: { barcode: 'barcode', brand: 'category' },
  transformations: [
    { field: 'name', operation: 'trim' },
    { field: 'uom', operation: 'lookup', value: { table: { EA: 'PCE' }, fallback: 'EA' } },
    { field: 'price', operation: 'multiply', value: '1.19' },
    { field: 'price', operation: 'round', value: 2 },
    { field: 'brand', operation: 'upper' },
  ],
}

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
    const mapped: number[] = []

    const sync = (connectionId: string) => timed(async () => product.succeeded((await product.start(connectionId)).id))
    const remove = async (connectionId: string) => {
      await product.core.connections.remove(caller, { id: connectionId })
      await freed()
    }

    const loaded = await alternate(rounds, {
      async baseline() {
        const ms = await timed(() => loop.ask({ redisUrl: redis.url, apiUrl: erp.url, prefix: 'bench:loop' }))
        await cleaner.redis.unlink('bench:loop:records', 'bench:loop:hashes')
        await freed()
        return rate(ms)
      },
      async product() {
        const connectionId = await product.connect(erp.url)
        const ms = await sync(connectionId)
        again.push(rate(await sync(connectionId)))
        await remove(connectionId)

        const withMapping = await product.connect(erp.url)
        await product.core.syncConfigs.create(caller, { erpConnectionId: withMapping, dataType: 'products', settings: mapping })
        mapped.push(rate(await sync(withMapping)))
        await remove(withMapping)
        return rate(ms)
      },
    })
    const ours = { label: 'our engine', rounds: loaded.product }
    const baseline = { label: 'hand-written loop', rounds: loaded.baseline }
    return {
      sizes: { records },
      findings: [
        {
          what: 'first load',
          unit: 'records/s',
          product: ours,
          baseline,
          target: { atLeast: 0.65 },
        },
        {
          what: 'first load with a mapping of seven steps',
          unit: 'records/s',
          product: { label: 'our engine', rounds: mapped.slice(1) },
          baseline,
          target: { atLeast: 0.55 },
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
