import { pagesOf } from '@linkspan/core/testing'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Harness, startHarness } from '../testing/harness.ts'

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

async function created() {
  const connection = await harness.store.connections.get(await harness.connect())
  if (!connection) throw new Error('The connection is gone')
  return connection
}

/** How many connections are counted, listed, and in the total of the list. */
async function known() {
  const { connections } = harness.store
  const { items, total } = await connections.list({ limit: 10 })
  const counts = Object.values(await connections.countByStatus())
  return { counted: counts.reduce((sum, count) => sum + count), listed: items.length, total }
}

test('a connection that could not be stored is not counted', async () => {
  const connection = await created()
  const id = connection.id.replace(/....$/, '0000')
  await redis.set(`erp_connection:{${id}}`, 'Redis cannot store a hash here')
  await expect(harness.store.connections.create({ ...connection, id })).rejects.toThrow('WRONGTYPE')
  expect(await known()).toEqual({ counted: 1, listed: 1, total: 1 })
})

test('a change of status that comes too late counts the connection once', async () => {
  const connection = await created()
  const other = connection.status === 'inactive' ? 'active' : 'inactive'
  const stale = { ...connection, status: other, revision: connection.revision - 1 } as const
  await expect(harness.store.connections.update(stale, connection)).rejects.toMatchObject({ code: 'request.stale' })
  expect(await known()).toEqual({ counted: 1, listed: 1, total: 1 })
})

test('what a process that died left of a connection in the lists is dropped, but no connection that is just being stored', async () => {
  const connection = await created()
  const { connections } = harness.store
  const anHourAgo = new Date(Date.now() - 3_700_000).toISOString()
  for (const [end, createdAt] of [
    ['0001', anHourAgo],
    ['0002', anHourAgo],
    ['0003', connection.createdAt],
  ] as const)
    await connections.create({ ...connection, id: connection.id.replace(/....$/, end), createdAt })
  for (const end of ['0001', '0003']) await redis.del(`erp_connection:{${connection.id.replace(/....$/, end)}}`)
  expect(await known()).toEqual({ counted: 4, listed: 2, total: 4 })
  await connections.forgetLost()
  expect(await known()).toEqual({ counted: 3, listed: 2, total: 3 })
})
