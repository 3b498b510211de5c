import type { JobName } from '@linkspan/core'
import { jobNames } from './producer.ts'
import type { Queues } from './queues.ts'

export const jobStates = ['active', 'waiting', 'delayed', 'prioritized', 'completed', 'failed'] as const

export interface QueueCounts {
  readonly queue: JobName
  readonly counts: Readonly<Record<(typeof jobStates)[number], number>>
}

/** How many jobs each queue holds, by state. */
export const countJobs = (queues: Queues): Promise<readonly QueueCounts[]> =>
  Promise.all(
    jobNames.map(async (queue) => {
      const counts = await (await queues.of(queue)).getJobCounts(...jobStates)
      return { queue, counts: Object.fromEntries(jobStates.map((state) => [state, counts[state] ?? 0])) as QueueCounts['counts'] }
    }),
  )
