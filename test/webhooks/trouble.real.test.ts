import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { watchWebhooks } from '@linkspan/core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Receiver, startReceiver } from './receiver.ts'
import { caller, newSource, startWebhookHarness, type WebhookHarness } from './webhook-harness.ts'

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

const hourMs = 3_600_000
const numbers = () => receiver.received.map(({ event }) => event.data.number)
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
const stateOf = async (id: string) => (await harness.core.webhooks.get(id)).webhook
const deliveriesOf = async (id: string, status?: 'pending' | 'delivered' | 'failed') =>
  (await harness.core.webhooks.deliveries(id, { limit: 1000, status })).items

/** Moves the clock on until the condition holds: waiting jobs start when their time has come. */
async function passUntil(ms: number, condition: () => boolean | Promise<boolean>): Promise<void> {
  await expect
    .poll(async () => {
      harness.pass(ms)
      await harness.wakeDelayed()
      return condition()
    })
    .toBe(true)
}

test('an event that is not accepted is sent again, with the same id, before those behind it', async () => {
  const { id } = await harness.createWebhook(receiver.url)
  let failures = 3
  receiver.answer = (response) => {
    response.writeHead(failures > 0 ? 500 : 200).end(`failure ${failures--}`)
  }
  harness.startWorker()
  await harness.append(newSource(), 1, 2)
  await expect.poll(() => receiver.received.length).toBe(1)
  await expect
    .poll(() => deliveriesOf(id, 'pending'))
    .toMatchObject([{ attemptCount: 1, lastStatus: 500, nextAttemptAt: expect.any(String) }])
  expect(await stateOf(id)).toMatchObject({
    failuresInARow: 1,
    waiting: 1,
    oldestWaitingSince: expect.any(String),
    nextAttemptAt: expect.any(String),
  })
  await passUntil(60_000, () => receiver.received.length === 5)
  expect(numbers()).toEqual([1, 1, 1, 1, 2])
  expect(new Set(receiver.received.slice(0, 4).map((delivery) => delivery.id)).size).toBe(1)
  await expect.poll(() => deliveriesOf(id, 'delivered')).toHaveLength(2)
  const [, first] = await deliveriesOf(id)
  const { attempts } = await harness.core.webhooks.delivery(id, first?.id ?? '')
  expect(attempts.map(({ status, answer }) => [status, answer])).toEqual([
    [500, 'failure 3'],
    [500, 'failure 2'],
    [500, 'failure 1'],
    [200, 'failure 0'],
  ])
  expect(await stateOf(id)).toMatchObject({ failuresInARow: 0 })
})

test('Retry-After holds the whole webhook back', async () => {
  const { id } = await harness.createWebhook(receiver.url)
  receiver.answer = (response) => void response.writeHead(429, { 'retry-after': '600' }).end()
  harness.startWorker()
  await harness.append(newSource(), 1)
  await expect.poll(() => deliveriesOf(id, 'pending')).toHaveLength(1)
  receiver.answer = (response) => void response.writeHead(200).end()
  await harness.append(newSource(), 2)
  const { nextAttemptAt = '' } = await stateOf(id)
  expect(Date.parse(nextAttemptAt) - harness.clock.now().getTime()).toBeGreaterThan(590_000)
  harness.pass(300_000)
  await harness.wakeDelayed()
  await harness.settled()
  expect(numbers()).toEqual([1])
  await passUntil(100_000, () => receiver.received.length === 3)
  expect(numbers().toSorted()).toEqual([1, 1, 2])
})

test('410 pauses the webhook at once, and when it is resumed, everything is sent', async () => {
  const { id } = await harness.createWebhook(receiver.url)
  receiver.answer = (response) => void response.writeHead(410).end()
  harness.startWorker()
  const source = newSource()
  await harness.append(source, 1, 2)
  await expect
    .poll(() => stateOf(id))
    .toMatchObject({ status: 'paused', enabled: false, pausedBy: 'gone', statusReason: expect.stringContaining('410') })
  expect(await deliveriesOf(id)).toMatchObject([{ status: 'failed', attemptCount: 1 }])
  await harness.append(source, 3)
  await harness.settled()
  expect(numbers()).toEqual([1])
  receiver.answer = (response) => void response.writeHead(200).end()
  await harness.core.webhooks.update(caller, { id, change: { enabled: true } })
  await expect.poll(numbers).toEqual([1, 1, 2, 3])
  await expect.poll(() => deliveriesOf(id, 'delivered')).toHaveLength(3)
})

test('an event that is not accepted for a day pauses the webhook', async () => {
  const { id } = await harness.createWebhook(receiver.url)
  receiver.answer = (response) => void response.writeHead(503).end('closed')
  harness.startWorker()
  await harness.append(newSource(), 1)
  const begun = harness.clock.now().getTime()
  await passUntil(hourMs / 4, async () => (await stateOf(id)).status === 'paused')
  const hours = (harness.clock.now().getTime() - begun) / hourMs
  expect(hours).toBeGreaterThanOrEqual(24)
  expect(await stateOf(id)).toMatchObject({ pausedBy: 'failing', statusReason: expect.stringContaining('503') })
  expect(receiver.received.length).toBeGreaterThan(15)
})

test('what happens while a webhook is paused is sent when it is resumed', async () => {
  const { id } = await harness.createWebhook(receiver.url)
  harness.startWorker()
  const sources = Array.from({ length: 20 }, newSource)
  await harness.append(sources[0] ?? '', 0)
  await expect.poll(numbers).toEqual([0])
  await harness.core.webhooks.update(caller, { id, change: { enabled: false } })
  expect(await stateOf(id)).toMatchObject({ status: 'paused', pausedBy: 'person', statusReason: expect.stringContaining('tester') })
  for (const source of sources) await harness.append(source, ...upTo(10))
  await harness.settled()
  expect(numbers()).toEqual([0])
  await harness.core.webhooks.update(caller, { id, change: { enabled: true } })
  await expect.poll(() => receiver.received.length, { timeout: 100_000 }).toBe(201)
  expect(new Set(receiver.received.map((delivery) => delivery.id)).size).toBe(201)
  await expect.poll(async () => (await stateOf(id)).waiting).toBe(0)
})

test('a receiver that is slow or dead delays no other', async () => {
  const slow = await startReceiver()
  slow.answer = () => {} // never
  const dead = createServer()
  await new Promise<void>((resolve) => dead.listen(0, '127.0.0.1', resolve))
  const { port } = dead.address() as AddressInfo
  dead.close()
  const [slowHook, deadHook] = [await harness.createWebhook(slow.url), await harness.createWebhook(`http://127.0.0.1:${port}/`)]
  await harness.createWebhook(receiver.url)
  harness.startWorker()
  const sources = Array.from({ length: 30 }, newSource)
  for (const source of sources) await harness.append(source, 1, 2)
  await expect.poll(() => receiver.received.length, { timeout: 100_000 }).toBe(60)
  expect(slow.open.most).toBeLessThanOrEqual(4)
  await expect.poll(async () => (await stateOf(deadHook.id)).lastFailure?.message).toContain('refused')
  expect(await stateOf(slowHook.id)).toMatchObject({ status: 'active', waiting: 30 })
  await slow[Symbol.asyncDispose]()
})

test('a receiver that seems to be down is asked by one attempt at a time', async () => {
  await harness.createWebhook(receiver.url)
  let answered = 0
  let isKnownToBeDown = false
  let mostWhileDown = 0
  receiver.answer = (response) => {
    if (isKnownToBeDown && answered < 12) mostWhileDown = Math.max(mostWhileDown, receiver.open.now)
    setTimeout(() => response.writeHead(answered++ < 12 ? 502 : 200).end(), 20)
  }
  harness.startWorker()
  const sources = Array.from({ length: 40 }, newSource)
  for (const source of sources) await harness.append(source, 1)
  await expect.poll(() => receiver.received.length).toBeGreaterThanOrEqual(5)
  await harness.settled()
  const before = answered
  isKnownToBeDown = true
  await passUntil(4000, () => answered > 12)
  expect(before).toBeLessThan(12)
  expect(mostWhileDown).toBe(1)
  await passUntil(30_000, () => new Set(receiver.received.map((delivery) => delivery.id)).size === 40)
})

test('of an endless answer the first 4 kB are shown', async () => {
  const { id } = await harness.createWebhook(receiver.url)
  receiver.answer = (response) => {
    response.writeHead(200)
    const more = () => {
      while (response.write('x'.repeat(65_536)));
      response.once('drain', more)
    }
    more()
  }
  harness.startWorker()
  await harness.append(newSource(), 1)
  await expect.poll(() => deliveriesOf(id, 'delivered')).toHaveLength(1)
  const [{ id: deliveryId = '' } = {}] = await deliveriesOf(id)
  expect((await harness.core.webhooks.delivery(id, deliveryId)).attempts).toMatchObject([{ status: 200, answer: 'x'.repeat(4096) }])
})

test('a redirect is not followed, and says so', async () => {
  const { id } = await harness.createWebhook(receiver.url)
  const inside = await startReceiver()
  receiver.answer = (response) => void response.writeHead(308, { location: inside.url }).end()
  harness.startWorker()
  await harness.append(newSource(), 1)
  await expect.poll(async () => (await stateOf(id)).lastFailure?.message).toBe('The receiver answered 308: redirects are not followed')
  expect(inside.received).toEqual([])
  await inside[Symbol.asyncDispose]()
})

test('a private address is refused where private addresses are closed', async () => {
  await using closed = await startWebhookHarness({ allowPrivate: false })
  const { id } = await closed.createWebhook(receiver.url)
  closed.startWorker()
  await closed.append(newSource(), 1)
  await expect.poll(async () => (await closed.core.webhooks.deliveries(id, { limit: 1 })).items).toHaveLength(1)
  const [delivery] = (await closed.core.webhooks.deliveries(id, { limit: 1 })).items
  const { attempts } = await closed.core.webhooks.delivery(id, delivery?.id ?? '')
  expect(attempts).toMatchObject([{ status: null, error: { code: 'setup.address-forbidden' } }])
  expect(receiver.received).toEqual([])
})

test('a webhook that stops accepting is an incident until it is resumed, and one that a person has paused is none', async () => {
  const [failing, paused] = [await harness.createWebhook(receiver.url), await harness.createWebhook(receiver.url, { enabled: false })]
  receiver.answer = (response) => void response.writeHead(410).end()
  harness.startWorker()
  await harness.append(newSource(), 1)
  await expect.poll(async () => (await stateOf(failing.id)).status).toBe('paused')
  const incidents = async () => (await harness.store.incidents.list({ limit: 10 })).items
  for (let count = 0; count < 3; count += 1) await watchWebhooks({ ...harness.store, clock: harness.clock })
  expect(await incidents()).toMatchObject([
    { cause: 'webhook.paused', status: 'open', occurrences: 1, title: expect.stringContaining(new URL(receiver.url).host) },
  ])
  await harness.core.webhooks.update(caller, { id: failing.id, change: { enabled: true } })
  await watchWebhooks({ ...harness.store, clock: harness.clock })
  expect(await incidents()).toMatchObject([{ status: 'closed' }])
  expect((await stateOf(paused.id)).status).toBe('paused')
})
