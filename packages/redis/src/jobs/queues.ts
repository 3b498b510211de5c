import { type JobName, noTracing, type Tracing } from '@linkspan/core'
import { Queue } from 'bullmq'
import type { RedisClient } from '../client.ts'
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
  of(name: JobName): Promise<Queue>
}

/** One BullMQ queue for each contract, opened when it is first used: a queue that is opened while Redis is away never works. */
export function createQueues(connection: RedisClient, prefix: string, onError: (error: Error) => void, tracing?: Tracing): Queues {
  const queues = new Map<JobName, Promise<Queue>>()

  const open = async (name: JobName): Promise<Queue> => {
    const queue = openQueue(name, connection, prefix, onError, tracing)
    try {
      await queue.waitUntilReady()
      return queue
    } catch (error) {
      queues.delete(name)
      await queue.close().catch(onError)
      throw error
    }
  }

  return {
    of(name) {
      const opened = queues.get(name)
      if (opened) return opened
      const opening = open(name)
      queues.set(name, opening)
      return opening
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...queues.values()].map(async (queue) => (await queue).close()))
    },
  }
}
