import { type JobName, noTracing, type Tracing } from '@linkspan/core'
import { Queue } from 'bullmq'
import type { RedisClient } from '../client.ts'
import { shardOf } from './shards.ts'
import { createTelemetry } from './telemetry.ts'

const day = 86_400
/** Finished jobs are only kept for display at the board; the logs of the runs are what counts. */
const removeOnComplete = { age: day, count: 1000 }
const removeOnFail = { age: 7 * day, count: 5000 }

export function openQueue(
  name: JobName,
  connection: RedisClient,
  prefix: string,
  onError: (error: Error) => void,
  tracing: Tracing = noTracing,
): Queue {
  const telemetry = createTelemetry(name, tracing)
  const queue = new Queue(name, {
    connection,
    prefix,
    ...(telemetry && { telemetry }),
    skipWaitingForReady: true,
    defaultJobOptions: { attempts: 1, removeOnComplete, removeOnFail },
  })
  queue.on('error', onError)
  return queue
}

export interface Queues extends AsyncDisposable {
  /** The queue that a job with this id is in, or belongs to. */
  of(name: JobName, jobId: string): Promise<Queue>
  /** All queues of this kind of job: one for each shard. */
  all(name: JobName): Promise<readonly Queue[]>
}

/**
 * A BullMQ queue for each contract and shard, opened when it is first used: a queue that is opened while Redis is away never works.
 * `prefixes`: of each shard.
 */
export function createQueues(
  connection: RedisClient,
  prefixes: readonly string[],
  onError: (error: Error) => void,
  tracing?: Tracing,
): Queues {
  const queues = new Map<string, Promise<Queue>>()

  const open = async (name: JobName, prefix: string): Promise<Queue> => {
    const queue = openQueue(name, connection, prefix, onError, tracing)
    try {
      await queue.waitUntilReady()
      return queue
    } catch (error) {
      queues.delete(`${prefix}:${name}`)
      await queue.close().catch(onError)
      throw error
    }
  }

  function at(name: JobName, prefix: string): Promise<Queue> {
    const opened = queues.get(`${prefix}:${name}`)
    if (opened) return opened
    const opening = open(name, prefix)
    queues.set(`${prefix}:${name}`, opening)
    return opening
  }

  return {
    of: (name, jobId) => at(name, prefixes[shardOf(jobId, prefixes.length)] ?? ''),
    all: (name) => Promise.all(prefixes.map((prefix) => at(name, prefix))),
    async [Symbol.asyncDispose]() {
      await Promise.all([...queues.values()].map(async (queue) => (await queue).close()))
    },
  }
}
