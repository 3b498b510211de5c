import { rescueRuns } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { findFreePort, startRedis, startSentinel } from '@linkspan/simulators'
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

test('orders reach the ERP once although Redis fails over again and again while they are sent', async () => {
  const [port, count] = [await findFreePort(), 60]
  await using harness = await startHarness((request) => pagesOf([], request, 10), {
    REDIS_SENTINELS: `127.0.0.1:${port}`,
    REDIS_SENTINEL_MASTER: 'main',
  })
  await using replica = await startRedis({
    extraArgs: ['--replicaof', `127.0.0.1 ${harness.redis.port}`, '--repl-diskless-sync-delay', '0'],
  })
  const master = new Redis(harness.redis.url)
  await master.config('SET', 'repl-diskless-sync-delay', '0')
  await untilInSync(master)
  master.disconnect()
  await using _sentinel = await startSentinel({ port, name: 'main', masterPort: harness.redis.port })
  const asker = new Redis(port)
  const isReady = async () => {
    const replicas = (await asker.call('SENTINEL', 'REPLICAS', 'main')) as string[][]
    return replicas.some((fields) => fields.includes(String(replica.port)) || fields.includes(String(harness.redis.port)))
  }
  try {
    while (!(await isReady())) await pause()
    const connectionId = await harness.connect({ timeout: 1000, retryAttempts: 10 })
    const records = Array.from({ length: count }, (_, at) => ({ id: `P${at}`, name: 'Mug', price: '12.50', currency: 'EUR' }))
    await harness.core.records.write(caller, { connectionId, dataType: 'products', records })

    let [writes, failovers] = [0, 0]
    harness.erp.ledger.onWrite = async () => {
      writes += 1
      if (writes % 15 !== 0) return
      const answer = await asker.call('SENTINEL', 'FAILOVER', 'main').catch(() => null) // the one before is not over yet
      if (answer !== null) failovers += 1
    }
    harness.startWorker()
    const ports = harness.workerPorts()
    /** A failover may lose a run or its job: both are made again, as the platform and a worker's housekeeping do. */
    const goOn = async () => {
      await rescueRuns(ports)
      await harness.start(connectionId, { direction: 'push' })
    }
    const isPushed = async () => {
      const { items } = await harness.core.records.list(connectionId, 'products', { limit: 100 })
      return items.filter(({ syncStatus }) => syncStatus === 'synced').length === count
    }
    for (let tries = 0; !(await isPushed().catch(() => false)); tries += 1) {
      if (tries % 40 === 0) await goOn().catch(() => {})
      await pause()
    }
    const times = harness.erp.ledger.records.map(({ reference }) => harness.erp.ledger.timesOf(reference))
    expect(times).toEqual(Array(count).fill(1))
    expect(failovers).toBeGreaterThan(0)
  } finally {
    asker.disconnect()
  }
})
