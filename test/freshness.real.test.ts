import { ok } from '@linkspan/client'
import { startRestErp } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { type Stack, startStack } from './stack/stack.ts'

const start = new Date('2026-03-02T10:00:00Z')
const hourMs = 3_600_000

const late = (stack: Stack) => ok(stack.api.GET('/erp/streams', { params: { query: { late: true } } }))

/** Lets a process that has just started be the one that watches: the lease of an earlier one is over. */
async function endLease(stack: Stack): Promise<void> {
  const redis = new Redis(stack.redis.url)
  await redis.del('erp_workers:lease:streams')
  redis.disconnect()
}

/** The events of a connection, by type. */
async function eventsOf(stack: Stack, connectionId: string): Promise<readonly string[]> {
  const redis = new Redis(stack.redis.url)
  const entries = await redis.xrange(`erp_event:{${connectionId}}`, '-', '+')
  redis.disconnect()
  return entries.flatMap(([, values]) => values[values.indexOf('type') + 1] ?? []).filter((type) => type.startsWith('freshness.'))
}

test('late data are noticed if no worker runs', async () => {
  await using erp = await startRestErp({ dataset: { products: 3 }, paging: 'none' })
  await using stack = await startStack({ workers: 0, startsAt: start.toISOString() })
  const settings = { enabledDataTypes: ['products'], syncSchedule: '0 * * * *' }
  const { id } = await stack.connect({ credentials: { apiUrl: erp.url }, settings })
  await stack.stopAll('SIGTERM')
  await endLease(stack)
  await stack.startApi()
  expect(await late(stack)).toEqual([])

  await stack.stopAll('SIGTERM')
  await stack.moveTo(new Date(start.getTime() + 3 * hourMs))
  await endLease(stack)
  await stack.startApi()
  await expect.poll(() => eventsOf(stack, id)).toEqual(['freshness.late'])
  expect(await late(stack)).toMatchObject([{ connectionId: id, freshness: { allowedSeconds: 7200, late: true } }])

  const incidents = () => ok(stack.api.GET('/erp/incidents', { params: { query: { connectionId: id } } }))
  await expect.poll(incidents).toMatchObject([{ cause: 'freshness.late', status: 'open', dataTypes: ['products'] }])

  await stack.startWorker()
  await stack.sync(id)
  await stack.stopAll('SIGTERM')
  await endLease(stack)
  await stack.startApi()
  await expect.poll(() => eventsOf(stack, id)).toEqual(['freshness.late', 'freshness.met'])
  expect(await late(stack)).toEqual([])
  await expect.poll(incidents).toMatchObject([{ cause: 'freshness.late', status: 'closed' }])
})
