import { silentLogger } from '@linkspan/core'
import { type RedisServer, startRedis } from '@linkspan/simulators'
import { Worker } from 'bullmq'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type RedisClient } from '../client.ts'
import { openQueue } from './queues.ts'
import { isJobTaken } from './taken-jobs.ts'

let redis: RedisServer
let client: RedisClient
beforeAll(async () => {
  redis = await startRedis()
  client = connect({ kind: 'single', url: redis.url }, 'wait', silentLogger)
})
afterAll(async () => {
  client.disconnect()
  await redis[Symbol.asyncDispose]()
})

/** What BullMQ throws when it refuses. */
const refusal = (attempt: Promise<unknown>): Promise<Error> =>
  attempt.then(
    () => expect.unreachable('BullMQ did not refuse'),
    (error: Error) => error,
  )

test('BullMQ refuses to remove or promote a job that a worker has taken, with errors that are recognized', async () => {
  const queue = openQueue('erp-sync', client, 'test', () => {})
  const job = await queue.add('title', {})
  const worker = new Worker('erp-sync', null, { connection: client, prefix: 'test' })
  await worker.getNextJob('token')
  expect(await job.isActive()).toBe(true)
  expect(isJobTaken(await refusal(job.remove()))).toBe(true)
  expect(isJobTaken(await refusal(job.promote()))).toBe(true)
  expect(isJobTaken(new Error('Connection is closed'))).toBe(false)
})
