import type { JobName } from '@linkspan/core'
import { jobNames } from './producer.ts'
import type { Queues } from './queues.ts'

export const jobStates = ['active', 'waiting', 'delayed', 'prioritized', 'completed', 'failed'] as const

export interface QueueCounts {
  readonly queue: JobName
  readonly counts: Readonly<Record<(typeof jobStates)[number], number>>
}

/** How many jobs each queue holds in all its shards, by state. */
export const countJobs = (queues: Queues): Promise<readonly QueueCounts[]> =>
  Promise.all(
    jobNames.map(async (queue) => {
      const shards = await Promise.all((await queues.all(queue)).map((shard) => shard.getJobCounts(...jobStates)))
      const sum = (state: (typeof jobStates)[number]) => shards.reduce((total, counts) => total + (counts[state] ?? 0), 0)
      return { queue, counts: Object.fromEntries(jobStates.map((state) => [state, sum(state)])) as QueueCounts['counts'] }
    }),
  )
