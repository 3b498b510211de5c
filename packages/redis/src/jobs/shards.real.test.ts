import { connectionOfRun, runIdFor, systemClock } from '@linkspan/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createKeys } from '../keys.ts'
import { type RedisClientFixture, startRedisClient } from '../testing/redis-client.ts'
import { createProducer } from './producer.ts'
import { countJobs } from './queue-counts.ts'
import { createQueues } from './queues.ts'
import { createScheduler } from './scheduler.ts'
import { shardOf } from './shards.ts'

let redis: RedisClientFixture
beforeAll(async () => {
  redis = await startRedisClient()
})
afterAll(() => redis[Symbol.asyncDispose]())

const open = (shards: number) => createQueues(redis.client, createKeys('').queues(shards), () => {})
const connectionIds = Array.from({ length: 40 }, (_, at) => `erp_${String(at).padStart(16, '0')}`)
const rule = { everyMs: 3_600_000 }
const payloadOf = (connectionId: string) => ({ connectionId, dataType: 'products' as const })

test('all runs of a connection are in one shard, and connections are spread over all of them', () => {
  const shards = connectionIds.map((connectionId) => {
    const runs = ['aaaaaa', 'bbbbbb', 'cccccc'].map((random, at) => runIdFor(connectionId, new Date(at * 1_000_000_000), random))
    expect(connectionOfRun(runs[0] ?? '')).toBe(connectionId)
    const own = new Set(runs.map((id) => shardOf(id, 4)))
    expect(own.size).toBe(1)
    return [...own][0]
  })
  expect([...new Set(shards)].sort()).toEqual([0, 1, 2, 3])
  expect(new Set(connectionIds.map((id) => shardOf(id, 1)))).toEqual(new Set([0]))
})

test('a job is found in its shard by its id, and counted with those of all shards', async () => {
  await redis.client.flushall()
  await using queues = open(4)
  const producer = createProducer(queues)
  for (const source of connectionIds) await producer.enqueue('erp-watch', { source }, `Watch ${source}`)
  expect(await Promise.all(connectionIds.map((id) => producer.isPending('erp-watch', id)))).toEqual(connectionIds.map(() => true))
  const held = await Promise.all((await queues.all('erp-watch')).map((queue) => queue.getWaitingCount()))
  expect(held.every((count) => count > 0)).toBe(true)
  expect((await countJobs(queues)).find(({ queue }) => queue === 'erp-watch')?.counts.waiting).toBe(connectionIds.length)
  expect(await producer.hasWaiting('erp-watch')).toBe(true)
})

test.each([
  [1, 4],
  [4, 1],
  [2, 3],
])('when the number of shards changes from %d to %d, each schedule is in its own shard only', async (before, after) => {
  await redis.client.flushall()
  await using old = open(before)
  const put = async (queues: typeof old) => {
    const scheduler = createScheduler(queues, systemClock)
    for (const id of connectionIds) await scheduler.put(id, rule, payloadOf(id), 'A schedule')
    return scheduler
  }
  await put(old)
  await using queues = open(after)
  const scheduler = await put(queues)
  expect((await scheduler.all()).map(({ id }) => id).sort()).toEqual(connectionIds)
  expect((await scheduler.upcoming(3)).length).toBe(3)
  const held = await Promise.all((await queues.all('erp-schedule')).map((queue) => queue.getJobSchedulers(0, -1, true)))
  expect(held.flatMap((each, shard) => each.map(({ key }) => shardOf(key, after) === shard))).toEqual(connectionIds.map(() => true))
})
