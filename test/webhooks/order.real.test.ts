import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Receiver, startReceiver } from './receiver.ts'
import { newSource, startWebhookHarness, type WebhookHarness } from './webhook-harness.ts'

let harness: WebhookHarness
let receiver: Receiver
beforeEach(async () => {
  harness = await startWebhookHarness()
  receiver = await startReceiver()
})
afterEach(async () => {
  await harness[Symbol.asyncDispose]()
  await receiver[Symbol.asyncDispose]()
})

const numbersOf = (source?: string) =>
  receiver.received.filter(({ event }) => source === undefined || event.data.source === source).map(({ event }) => event.data.number)
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

test('events are delivered once, in the order of their log, and the log of deliveries tells it', async () => {
  const { id } = await harness.createWebhook(receiver.url)
  const source = newSource()
  harness.startWorker()
  await harness.append(source, ...upTo(250))
  await expect.poll(() => receiver.received.length).toBe(250)
  expect(numbersOf()).toEqual(upTo(250))
  expect(receiver.open.most).toBe(1)
  await expect.poll(async () => (await harness.core.webhooks.get(id)).webhook.waiting).toBe(0)
  await harness.append(source, 251)
  await expect.poll(() => receiver.received.length).toBe(251)
  const { webhook } = await harness.core.webhooks.get(id)
  expect(webhook).toMatchObject({ status: 'active', failuresInARow: 0, last24Hours: { delivered: 251, failed: 0, pending: 0 } })
  const { items } = await harness.core.webhooks.deliveries(id, { limit: 1000 })
  expect(items.map(({ status, attemptCount }) => [status, attemptCount])).toEqual(Array.from({ length: 251 }, () => ['delivered', 1]))
})

test('several workers keep the order of each log', async () => {
  await harness.createWebhook(receiver.url)
  const sources = [newSource(), newSource(), newSource(), newSource(), newSource(), newSource()]
  for (let count = 0; count < 3; count += 1) harness.startWorker()
  const append = (source: string, from: number) =>
    harness.store.events.append(
      source,
      upTo(20).map((number) => ({ type: 'sync.failed', data: { number: from + number, source } })),
    )
  for (const from of [0, 20, 40]) await Promise.all(sources.map((source) => append(source, from)))
  await expect.poll(() => receiver.received.length).toBe(360)
  for (const source of sources) expect(numbersOf(source)).toEqual(upTo(60))
})
