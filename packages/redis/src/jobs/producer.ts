import { type JobContract, type JobName, type JobQueue, jobContracts } from '@linkspan/core'
import type { Job } from 'bullmq'
import { priorityOf } from './priorities.ts'
import type { Queues } from './queues.ts'
import { ignoreTaken } from './taken-jobs.ts'

export const jobNames = Object.keys(jobContracts) as JobName[]

/** The job queue over BullMQ. A payload is parsed by its contract before it is stored. */
export function createProducer(queues: Queues): JobQueue {
  const jobOf = async (name: JobName, id: string): Promise<Job | undefined> => (await queues.of(name, id)).getJob(id)

  return {
    async enqueue(name, payload, title, priority) {
      const contract: JobContract = jobContracts[name]
      const data = contract.payload.parse(payload)
      const key = contract.key?.(data)
      const jobId = contract.id(data)
      const queue = await queues.of(name, jobId)
      const job = await queue.add(title, data, {
        jobId,
        ...(contract.removeWhenDone && { removeOnComplete: true, removeOnFail: true }),
        ...(key && { deduplication: { id: key } }),
        ...(priority && { priority: priorityOf(priority), delay: priority.delayMs ?? 0 }),
      })
      return job.id ?? jobId
    },
    async withdraw(name, id) {
      const job = await jobOf(name, id)
      if (job && !(await job.isActive())) await job.remove().catch(ignoreTaken)
    },
    async promote(name, id) {
      const job = await jobOf(name, id)
      if (await job?.isDelayed()) await job?.promote().catch(ignoreTaken)
    },
    async postpone(name, id, delayMs) {
      const job = await jobOf(name, id)
      if (await job?.isDelayed()) await job?.changeDelay(delayMs).catch(ignoreTaken)
    },
    async freeKey(name, id) {
      await (await jobOf(name, id))?.removeDeduplicationKey()
    },
    async hasWaiting(name) {
      const counts = await Promise.all((await queues.all(name)).map((queue) => queue.getJobCountByTypes('waiting', 'prioritized')))
      return counts.some((count) => count > 0)
    },
    async isPending(name, id) {
      const job = await jobOf(name, id)
      return job !== undefined && !['completed', 'failed', 'unknown'].includes(await job.getState())
    },
  }
}
