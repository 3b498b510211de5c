import { type JobContract, type JobName, type JobQueue, jobContracts } from '@linkspan/core'
import { type Job, Queue } from 'bullmq'
import type { RedisClient } from '../client.ts'

const day = 86_400
/** Finished jobs are for people at the board; the truth is in the logs. */
const removeOnComplete = { age: day, count: 1000 }
const removeOnFail = { age: 7 * day, count: 5000 }

export const jobNames = Object.keys(jobContracts) as JobName[]

export function openQueue(name: JobName, connection: RedisClient, prefix: string, onError: (error: Error) => void): Queue {
  const queue = new Queue(name, {
    connection,
    prefix,
    skipWaitingForReady: true,
    defaultJobOptions: { attempts: 1, removeOnComplete, removeOnFail },
  })
  queue.on('error', onError)
  return queue
}

/** One BullMQ queue for each contract, opened when it is first used: one that is opened while Redis is away never works. */
export function createProducer(connection: RedisClient, prefix: string, onError: (error: Error) => void): JobQueue & AsyncDisposable {
  const queues = new Map<JobName, Promise<Queue>>()

  const open = async (name: JobName): Promise<Queue> => {
    const queue = openQueue(name, connection, prefix, onError)
    try {
      await queue.waitUntilReady()
      return queue
    } catch (error) {
      queues.delete(name)
      await queue.close().catch(onError)
      throw error
    }
  }
  const queueFor = (name: JobName): Promise<Queue> => {
    const known = queues.get(name)
    if (known) return known
    const opening = open(name)
    queues.set(name, opening)
    return opening
  }
  const jobOf = async (name: JobName, id: string): Promise<Job | undefined> => (await queueFor(name)).getJob(id)

  return {
    async enqueue(name, payload, title) {
      const contract: JobContract = jobContracts[name]
      const data = contract.payload.parse(payload)
      const key = contract.key?.(data)
      const queue = await queueFor(name)
      const job = await queue.add(title, data, { jobId: contract.id(data), ...(key && { deduplication: { id: key } }) })
      return job.id ?? contract.id(data)
    },
    async withdraw(name, id) {
      const job = await jobOf(name, id)
      if (job && !(await job.isActive())) await job.remove().catch(ignoreTaken)
    },
    async promote(name, id) {
      const job = await jobOf(name, id)
      if (await job?.isDelayed()) await job?.promote().catch(ignoreTaken)
    },
    hasWaiting: async (name) => (await (await queueFor(name)).getWaitingCount()) > 0,
    async isPending(name, id) {
      const job = await jobOf(name, id)
      return job !== undefined && !['completed', 'failed', 'unknown'].includes(await job.getState())
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...queues.values()].map(async (queue) => (await queue).close()))
    },
  }
}

/** A worker took the job in the meantime; that is as good. */
function ignoreTaken(error: Error): void {
  if (!/locked|not in a state|not in the delayed state|could not be removed/i.test(error.message)) throw error
}
