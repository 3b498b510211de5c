import { setTimeout as delay } from 'node:timers/promises'
import { pagesOf } from '@linkspan/core/testing'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { caller, type Harness, startHarness } from './testing/harness.ts'

let harness: Harness
let redis: Redis
beforeEach(async () => {
  harness = await startHarness((request) => pagesOf([], request, 10))
  redis = new Redis(harness.redis.url)
})
afterEach(async () => {
  redis.disconnect()
  await harness[Symbol.asyncDispose]()
})

/** What a replica has now. The answer puts it in the master's place, as a failover does: what was written in between is lost. */
async function replicate(): Promise<() => Promise<void>> {
  const keys = await redis.keys('*')
  const stored = await Promise.all(keys.map(async (key) => ({ key, value: await redis.dumpBuffer(key), ttl: await redis.pttl(key) })))
  return async () => {
    const batch = redis.multi().flushall()
    for (const { key, value, ttl } of stored) if (value) batch.restore(key, Math.max(0, ttl), value)
    await batch.exec()
  }
}

async function claim(runId: string, workerId: string) {
  const outcome = await harness.store.runs.claim(runId, workerId)
  if (outcome.kind !== 'claimed') throw new Error(outcome.kind)
  return outcome.claim
}

test('a worker whose claim a failover has lost cannot write for the next holder', async () => {
  const runId = await harness.start(await harness.connect())
  const failOver = await replicate()
  const lost = await claim(runId, 'A')
  await failOver()
  const held = await claim(runId, 'B')
  await expect(harness.store.runs.renew(lost)).rejects.toMatchObject({ code: 'run.superseded' })
  await harness.store.runs.renew(held)
})

test('a worker whose claim of a webhook a failover has lost cannot move it on', async () => {
  const { webhook } = await harness.core.webhooks.create(caller, { url: 'https://receiver.example', events: ['*'] })
  const lane = { webhookId: webhook.id, source: await harness.connect() }
  const { deliveries } = harness.store
  const failOver = await replicate()
  const lost = await deliveries.claim(lane)
  await failOver()
  const held = await deliveries.claim(lane)
  if (!lost || !held) throw new Error('The webhook is gone')
  expect(await deliveries.skip(lost, '1-0')).toBe(false)
  expect(await deliveries.skip(held, '1-0')).toBe(true)
})

test('two workers that have claimed one push, before and after a failover, send each order once', async () => {
  const connectionId = await harness.connect({ timeout: 1000, retryAttempts: 10 })
  const ids = Array.from({ length: 8 }, (_, at) => `P${at}`)
  const records = ids.map((id) => ({ id, name: 'Mug', price: '12.50', currency: 'EUR' }))
  await harness.core.records.write(caller, { connectionId, dataType: 'products', records })
  const runId = await harness.start(connectionId, { direction: 'push' })
  const failOver = await replicate()

  const [marked, looked, sends] = [createGate(), createGate(), createGate()]
  const { ledger } = harness.erp
  ledger.onWrite = () => {
    if (ledger.calls.filter(({ kind }) => kind === 'write').length > 1) sends.open()
    return sends.opened // the first order is under way until both send it, or one of them was refused
  }
  const second = harness.workerPorts()
  const outboxOfSecond = {
    ...second.outbox,
    async replicated() {
      marked.open()
      await looked.opened
      return true
    },
  }
  const first = harness.workerPorts()
  const { outbox } = first
  let hasFailedOver = false
  harness.startWorker('A', 1, {
    ...first,
    outbox: {
      ...outbox,
      async replicated() {
        if (hasFailedOver) return true
        hasFailedOver = true
        await failOver()
        await delay(300) // no failover is faster, and a claim is not trusted for longer
        harness.startWorker('B', 1, { ...second, outbox: outboxOfSecond })
        await marked.opened
        return true
      },
      async read(...asked) {
        const held = await outbox.read(...asked)
        if (hasFailedOver) looked.open()
        return held
      },
      changeByRun: (...asked) =>
        outbox.changeByRun(...asked).catch((error) => {
          sends.open()
          throw error
        }),
    },
  })
  expect(await harness.ended(runId)).toMatchObject({ status: 'success', recordsPushed: ids.length })
  expect(ids.map(ledger.timesOf)).toEqual(ids.map(() => 1))
})

function createGate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}
