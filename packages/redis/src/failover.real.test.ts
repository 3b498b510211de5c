import { pagesOf } from '@linkspan/core/testing'
import { startRedis, startRedisCluster } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { caller, startHarness } from './testing/harness.ts'

const pause = () => new Promise((resolve) => setTimeout(resolve, 50))

/** Waits until the replica has everything that the master has. */
async function untilInSync(master: Redis): Promise<void> {
  while (!/slave0:.*state=online/.test(await master.info('replication'))) await pause()
}

test('an order is sent to the ERP only when a replica knows of it', async () => {
  await using harness = await startHarness((request) => pagesOf([], request, 10))
  await using replica = await startRedis({
    extraArgs: ['--replicaof', `127.0.0.1 ${harness.redis.port}`, '--repl-diskless-sync-delay', '0'],
  })
  const [master, follower] = [new Redis(harness.redis.url), new Redis(replica.url)]
  try {
    await untilInSync(master)
    const connectionId = await harness.connect({ timeout: 1000, retryAttempts: 3 })
    const { ledger } = harness.erp
    await harness.core.records.write(caller, {
      connectionId,
      dataType: 'products',
      records: [{ id: 'A', name: 'Mug', price: '12.50', currency: 'EUR' }],
    })

    replica.pause()
    harness.startWorker()
    const runId = await harness.start(connectionId, { direction: 'push' })
    while ((await harness.core.records.get(connectionId, 'products', 'A')).syncStatus === 'pending') await pause()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(ledger.records).toHaveLength(0)

    replica.resume()
    let whenAsked: string | null = null
    ledger.onWrite = async () => {
      whenAsked ??= await follower.hget(`erp_record:{${connectionId}}:products:outbox`, 'A')
    }
    expect(await harness.ended(runId)).toMatchObject({ status: 'success', recordsPushed: 1 })
    expect(whenAsked).toContain('in_flight')
    expect(ledger.records).toHaveLength(1)
  } finally {
    master.disconnect()
    follower.disconnect()
  }
})

test('in a cluster, the replica of the node that holds the order has to know of it', async () => {
  await using cluster = await startRedisCluster()
  await using harness = await startHarness((request) => pagesOf([], request, 10), { REDIS_CLUSTER_NODES: cluster.nodes })
  const { ledger } = harness.erp
  const connectionId = await harness.connect({ timeout: 1000, retryAttempts: 10 })
  const write = (id: string) => {
    const records = [{ id, name: 'Mug', price: '12.50', currency: 'EUR' }]
    return harness.core.records.write(caller, { connectionId, dataType: 'products', records })
  }
  const { own, other } = await cluster.pairsFor(`erp_record:{${connectionId}}:products:outbox`)
  harness.startWorker()

  await write('A')
  other.replica.pause()
  expect(await harness.ended(await harness.start(connectionId, { direction: 'push' }))).toMatchObject({ recordsPushed: 1 })
  other.replica.resume()

  own.replica.pause()
  await write('B')
  const runId = await harness.start(connectionId, { direction: 'push' })
  while ((await harness.core.records.get(connectionId, 'products', 'B')).syncStatus === 'pending') await pause()
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(ledger.records).toHaveLength(1)
  own.replica.resume()
  expect(await harness.ended(runId)).toMatchObject({ status: 'success', recordsPushed: 1 })
  expect(ledger.records).toHaveLength(2)
})

test('in a cluster, the replica that one connection has seen counts for all whose orders are on its node', async () => {
  await using cluster = await startRedisCluster()
  await using harness = await startHarness((request) => pagesOf([], request, 10), { REDIS_CLUSTER_NODES: cluster.nodes })
  const { outbox } = harness.store
  const pairOf = async (connectionId: string) => (await cluster.pairsFor(`erp_record:{${connectionId}}:products:outbox`)).own
  const first = await harness.connect()
  const { master, replica } = await pairOf(first)
  let second = await harness.connect()
  while ((await pairOf(second)).master.port !== master.port) second = await harness.connect()

  expect(await outbox.replicated({ connectionId: first, dataType: 'products' })).toBe(true)
  await replica.kill()
  const redis = new Redis(master.url)
  while (!(await redis.info('replication')).includes('connected_slaves:0')) await pause()
  redis.disconnect()
  await expect(outbox.replicated({ connectionId: second, dataType: 'products' })).rejects.toMatchObject({ code: 'store.unavailable' })
})
