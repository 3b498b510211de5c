import { Webhook as Verifier } from 'standardwebhooks'
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

const numbers = (from = 0) => receiver.received.slice(from).map(({ event }) => event.data.number)

async function connect(): Promise<string> {
  const credentials = { apiUrl: 'https://erp.example', apiKey: 'top-secret-key' }
  const input = {
    name: 'ERP',
    provider: 'Custom',
    connectionMethod: 'api',
    credentials,
    settings: { enabledDataTypes: ['products'] },
  } as const
  const { connection } = await harness.core.connections.create(caller, input)
  return connection.id
}

test('a replay sends the events of its range again, in their order and with their ids', async () => {
  const { id } = await harness.createWebhook(receiver.url)
  const source = await connect()
  harness.startWorker()
  await harness.append(source, 1, 2)
  harness.pass(60_000)
  const since = harness.clock.now().toISOString()
  await harness.append(source, 3, 4, 5)
  const until = harness.clock.now().toISOString()
  harness.pass(60_000)
  await harness.append(source, 6)
  await expect.poll(numbers).toEqual([1, 2, 3, 4, 5, 6])
  await harness.core.webhooks.replay(caller, { id, since, until })
  await expect.poll(() => numbers(6)).toEqual([3, 4, 5])
  const idOf = (number: number) => receiver.received.filter(({ event }) => event.data.number === number).map((delivery) => delivery.id)
  expect(new Set(idOf(4)).size).toBe(1)
  await expect.poll(async () => (await harness.core.webhooks.get(id)).webhook.waiting).toBe(0)
  const { items } = await harness.core.webhooks.deliveries(id, { limit: 10 })
  expect(items.map(({ attemptCount }) => attemptCount)).toEqual([1, 2, 2, 2, 1, 1])
  const { attempts } = await harness.core.webhooks.delivery(id, items[1]?.id ?? '')
  expect(attempts.map(({ trigger }) => trigger)).toEqual(['event', 'replay'])
})

test('a replay that fails is retried beside the events of the present, and waits while the webhook is paused', async () => {
  const { id } = await harness.createWebhook(receiver.url)
  const source = await connect()
  harness.startWorker()
  await harness.append(source, 1, 2)
  await expect.poll(numbers).toEqual([1, 2])
  receiver.answer = (response) => void response.writeHead(410).end()
  await harness.core.webhooks.replay(caller, { id, since: '2026-01-01T00:00:00Z' })
  await expect.poll(async () => (await harness.core.webhooks.get(id)).webhook.status).toBe('paused')
  receiver.answer = (response) => void response.writeHead(204).end()
  await harness.append(source, 3)
  await harness.core.webhooks.update(caller, { id, change: { enabled: true } })
  await expect.poll(() => numbers(3).toSorted()).toEqual([1, 2, 3])
})

test('filters by connection and by client decide what is sent', async () => {
  const [one, other] = [await connect(), await connect()]
  await harness.core.assignments.assignClient(caller, { clientId: 'acme', erpConnectionId: other })
  const byClient = await startReceiver()
  await harness.createWebhook(receiver.url, { connectionIds: [one], events: ['sync.failed'] })
  await harness.createWebhook(byClient.url, { clientIds: ['acme'] })
  harness.startWorker()
  const failed = (connectionId: string) => ({ type: 'sync.failed' as const, data: { connectionId } })
  await harness.store.events.append(one, [failed(one), { type: 'sync.succeeded', data: { connectionId: one } }])
  await harness.store.events.append(other, [failed(other)])
  await harness.store.events.append('installation', [{ type: 'incident.opened', data: { incident: { connectionIds: [one, other] } } }])
  await expect.poll(() => byClient.received.map(({ event }) => event.type).toSorted()).toEqual(['incident.opened', 'sync.failed'])
  await expect.poll(() => receiver.received.map(({ event }) => event.data.connectionId)).toEqual([one])
  await byClient[Symbol.asyncDispose]()
})

test('after a rotation the old secret signs along for a day, and no longer', async () => {
  const { id, secret: old } = await harness.createWebhook(receiver.url)
  harness.startWorker()
  const rotated = await harness.core.webhooks.rotateSecret(caller, { id })
  const source = newSource()
  await harness.append(source, 1)
  await expect.poll(() => receiver.received.length).toBe(1)
  harness.pass(23 * 3_600_000)
  await harness.append(source, 2)
  await expect.poll(() => receiver.received.length).toBe(2)
  harness.pass(2 * 3_600_000)
  await harness.append(source, 3)
  await expect.poll(() => receiver.received.length).toBe(3)
  const countOf = (secret: string, at: number) => {
    const delivery = receiver.received[at]
    if (!delivery) throw new Error(`There is no delivery ${at}`)
    const sentAt = new Date(Number(delivery.headers['webhook-timestamp']) * 1000)
    const right = new Verifier(secret).sign(delivery.id, sentAt, delivery.body)
    return String(delivery.headers['webhook-signature'])
      .split(' ')
      .filter((signature) => signature === right).length
  }
  expect([0, 1, 2].map((at) => [countOf(old, at), countOf(String(rotated.webhook.secret), at)])).toEqual([
    [1, 1],
    [1, 1],
    [0, 1],
  ])
})

test('a new address is used at once for what waits', async () => {
  const dead = await startReceiver()
  dead.answer = (response) => void response.writeHead(500).end()
  const { id } = await harness.createWebhook(dead.url)
  harness.startWorker()
  await harness.append(newSource(), 1)
  await expect.poll(async () => (await harness.core.webhooks.get(id)).webhook.failuresInARow).toBe(1)
  await harness.core.webhooks.update(caller, { id, change: { url: receiver.url, enabled: true } })
  await expect.poll(numbers).toEqual([1])
  await dead[Symbol.asyncDispose]()
})

test('a job that was lost is added again', async () => {
  const { id } = await harness.createWebhook(receiver.url)
  const source = newSource()
  receiver.answer = (response) => void response.writeHead(500).end()
  harness.startWorker()
  await harness.append(source, 1)
  await expect.poll(async () => (await harness.core.webhooks.get(id)).webhook.failuresInARow).toBe(1)
  await harness.settled()
  await harness.store.queue.withdraw('erp-delivery', `${id}-${source}`)
  receiver.answer = (response) => void response.writeHead(204).end()
  harness.pass(60_000)
  await expect.poll(numbers).toEqual([1, 1])
})

test('nothing more is sent to a webhook that was deleted', async () => {
  const { id } = await harness.createWebhook(receiver.url)
  const source = newSource()
  harness.startWorker()
  await harness.append(source, 1)
  await expect.poll(numbers).toEqual([1])
  await harness.core.webhooks.remove(caller, { id })
  await harness.append(source, 2)
  await harness.settled()
  expect(numbers()).toEqual([1])
  expect(await harness.core.webhooks.list({ limit: 10 })).toEqual({ items: [], next: null })
})
