import { Worker } from 'bullmq'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RedisClientFixture, startRedisClient } from '../testing/redis-client.ts'
import { openQueue } from './queues.ts'
import { isJobTaken } from './taken-jobs.ts'

let redis: RedisClientFixture
beforeAll(async () => {
  redis = await startRedisClient()
})
afterAll(() => redis[Symbol.asyncDispose]())

/** What BullMQ throws when it refuses. */
const refusal = (attempt: Promise<unknown>): Promise<Error> =>
  attempt.then(
    () => expect.unreachable('BullMQ did not refuse'),
    (error: Error) => error,
  )

test('BullMQ refuses to remove or promote a job that a worker has taken, with errors that are recognized', async () => {
  const queue = openQueue('erp-sync', redis.client, 'test', () => {})
  const job = await queue.add('title', {})
  const worker = new Worker('erp-sync', null, { connection: redis.client, prefix: 'test' })
  await worker.getNextJob('token')
  expect(await job.isActive()).toBe(true)
  expect(isJobTaken(await refusal(job.remove()))).toBe(true)
  expect(isJobTaken(await refusal(job.promote()))).toBe(true)
  expect(isJobTaken(new Error('Connection is closed'))).toBe(false)
})
