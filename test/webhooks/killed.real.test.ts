import { loadConfig, type NewEvent, silentLogger, systemClock } from '@linkspan/core'
import { createRedisPorts } from '@linkspan/redis'
import { expect, test } from 'vitest'
import { startStack } from '../stack/stack.ts'
import { startReceiver } from './receiver.ts'
import { newSource, numbered } from './webhook-harness.ts'

test('a worker that is killed in the middle of a delivery costs no event and no order', async () => {
  await using stack = await startStack({ workers: 0 })
  await using receiver = await startReceiver()
  const config = loadConfig({ REDIS_URL: stack.redis.url }, 'worker')
  await using ports = createRedisPorts({ config, offlinePolicy: 'wait', clock: systemClock, logger: silentLogger })
  const { id } = await stack.client.call<{ id: string }>('POST', '/erp/webhooks', { url: receiver.url, events: ['*'] })
  const source = newSource()
  let isHeld = true
  receiver.answer = (response, { event }) => {
    if (event.data.number !== 3 || !isHeld) response.writeHead(204).end()
  }
  const first = await stack.startWorker()
  const events: NewEvent[] = [1, 2, 3, 4, 5].map(numbered)
  await ports.events.append(source, events)
  const numbers = () => receiver.received.map(({ event }) => event.data.number)
  await expect.poll(numbers).toEqual([1, 2, 3])
  await first.kill('SIGKILL')
  isHeld = false
  await stack.startWorker()
  await expect.poll(numbers, { timeout: 60_000 }).toEqual([1, 2, 3, 3, 4, 5])
  const [, , third, again] = receiver.received
  expect(again?.id).toBe(third?.id)
  await expect
    .poll(async () => (await stack.client.call<{ last24Hours: object }>('GET', `/erp/webhooks/${id}`)).last24Hours)
    .toEqual({ delivered: 5, failed: 0, pending: 0 })
  expect(await stack.metrics()).toContain('linkspan_webhooks{status="active"} 1')
})

test('a worker that is told to stop ends its delivery and hands the rest on', async () => {
  await using stack = await startStack({ workers: 1 })
  await using receiver = await startReceiver()
  const config = loadConfig({ REDIS_URL: stack.redis.url }, 'worker')
  await using ports = createRedisPorts({ config, offlinePolicy: 'wait', clock: systemClock, logger: silentLogger })
  await stack.client.call('POST', '/erp/webhooks', { url: receiver.url, events: ['*'] })
  const source = newSource()
  receiver.answer = (response) => void setTimeout(() => response.writeHead(204).end(), 20)
  await ports.events.append(
    source,
    Array.from({ length: 200 }, (_, at) => numbered(at + 1)),
  )
  await expect.poll(() => receiver.received.length).toBeGreaterThan(10)
  await stack.stopAll('SIGTERM')
  expect(receiver.received.length).toBeLessThan(200)
  await stack.startApi()
  await stack.startWorker()
  await expect.poll(() => receiver.received.length, { timeout: 60_000 }).toBe(200)
  expect(receiver.received.map(({ event }) => event.data.number)).toEqual(Array.from({ length: 200 }, (_, at) => at + 1))
})
