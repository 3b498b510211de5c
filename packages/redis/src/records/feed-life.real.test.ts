import { pagesOf, products } from '@linkspan/core/testing'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, startHarness } from '../testing/harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf(products(12), request, 10))
  harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())

const changes = (connectionId: string, after: { position: number; epoch: string | null }) =>
  harness.core.records.changes(connectionId, 'products', after, 100)

test('a feed that began anew refuses the positions of its life before, although it has as many changes', async () => {
  const connectionId = await harness.connect()
  await harness.ended(await harness.start(connectionId, { mode: 'full' }))
  const before = await changes(connectionId, { position: 0, epoch: null })
  expect(await changes(connectionId, { position: 12, epoch: before.epoch })).toMatchObject({ changes: [], epoch: before.epoch })

  const redis = new Redis(harness.redis.url)
  await redis.del(await redis.keys(`erp_record:{${connectionId}}:products:*`))
  redis.disconnect()
  await harness.ended(await harness.start(connectionId, { mode: 'full' }))
  await expect(changes(connectionId, { position: 12, epoch: before.epoch })).rejects.toMatchObject({ code: 'feed.position-unknown' })
  const after = await changes(connectionId, { position: 0, epoch: before.epoch })
  expect(after.changes).toHaveLength(12)
  expect(after.epoch).not.toBe(before.epoch)
})

test('reading the feed of a connection that is gone leaves nothing behind', async () => {
  const life = await harness.store.records.changes('erp_aaaaaaaaaaaaaaaa', 'products', 0, 10)
  expect(life.changes).toEqual([])
  const redis = new Redis(harness.redis.url)
  expect(await redis.keys('*{erp_aaaaaaaaaaaaaaaa}*')).toEqual([])
  redis.disconnect()
})
