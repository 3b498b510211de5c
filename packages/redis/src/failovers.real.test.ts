import { rescueRuns } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { findFreePort } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { caller, startHarness } from './testing/harness.ts'
import { startSentinelPair } from './testing/sentinel-pair.ts'

const pause = () => new Promise((resolve) => setTimeout(resolve, 50))

/** `FAILOVER_ORDERS=600 FAILOVER_ROUNDS=4` is the long form: four graceful failovers and four kills. */
const count = Number(process.env.FAILOVER_ORDERS ?? 60)
const rounds = Number(process.env.FAILOVER_ROUNDS ?? 1)

test('orders reach the ERP once although Redis fails over and is killed again and again while they are sent', {
  timeout: 600_000,
}, async () => {
  const port = await findFreePort()
  await using harness = await startHarness((request) => pagesOf([], request, 10), {
    REDIS_SENTINELS: `127.0.0.1:${port}`,
    REDIS_SENTINEL_MASTER: 'main',
  })
  await using pair = await startSentinelPair(harness.redis, port)
  await pair.whole()
  const connectionId = await harness.connect({ timeout: 1000, retryAttempts: 100 })
  for (let from = 0; from < count; from += 100) {
    const numbers = Array.from({ length: Math.min(100, count - from) }, (_, at) => from + at)
    const records = numbers.map((number) => ({ id: `P${number}`, name: 'Mug', price: '12.50', currency: 'EUR' }))
    await harness.core.records.write(caller, { connectionId, dataType: 'products', records })
  }
  await pair.whole()

  const faults = Array.from({ length: rounds }, () => [pair.failOver, pair.killMaster]).flat()
  const every = Math.floor(count / (faults.length + 1))
  let [writes, injected, latest] = [0, 0, Promise.resolve()]
  harness.erp.ledger.onWrite = async () => {
    writes += 1
    const fault = writes >= every * (injected + 1) ? faults[injected] : undefined
    if (fault === undefined) return
    injected += 1
    await latest
    await pair.whole()
    latest = fault() // its answer comes while Redis fails over
  }
  harness.startWorker()
  const ports = harness.workerPorts()
  /** A failover may lose a run or its job: both are made again, as the platform and a worker's housekeeping do. */
  const goOn = async () => {
    await rescueRuns(ports)
    await harness.start(connectionId, { direction: 'push' })
  }
  for (let tries = 0; (await synced().catch(() => 0)) < count; tries += 1) {
    if (tries % 40 === 0) await goOn().catch(() => {})
    await pause()
  }
  await latest
  const { ledger } = harness.erp
  expect(ledger.records.map(({ reference }) => ledger.timesOf(reference))).toEqual(Array(count).fill(1))
  expect(injected).toBe(2 * rounds)
  if (process.env.FAILOVER_ORDERS) process.stdout.write(`${count} orders, ${rounds} failovers, ${rounds} kills, ${writes} writes\n`)

  async function synced(): Promise<number> {
    let [found, cursor]: [number, string | undefined] = [0, undefined]
    do {
      const { items, next } = await harness.core.records.list(connectionId, 'products', { limit: 500, cursor })
      found += items.filter(({ syncStatus }) => syncStatus === 'synced').length
      cursor = next ?? undefined
    } while (cursor !== undefined)
    return found
  }
})
