import type { JobName } from '@linkspan/core'
import type { Queue } from 'bullmq'
import { jobNames } from './producer.ts'
import type { Queues } from './queues.ts'

/** What of these queues does not work as it should, because somebody has paused or limited it at the board, as sentences. */
export async function findQueueWarnings(queues: Queues, names: readonly JobName[] = jobNames): Promise<readonly string[]> {
  const found = names.map(async (name) => Promise.all((await queues.all(name)).map((queue) => warningsOf(name, queue))))
  return [...new Set((await Promise.all(found)).flat(2))]
}

async function warningsOf(name: JobName, queue: Queue): Promise<string[]> {
  const [isPaused, limit, concurrency] = await Promise.all([queue.isPaused(), queue.getGlobalRateLimit(), queue.getGlobalConcurrency()])
  return [
    ...(isPaused ? [`The queue ${name} is paused: its jobs wait until somebody resumes it at the board`] : []),
    ...(limit ? [`The queue ${name} is limited to ${limit.max} jobs in ${limit.duration} ms: remove the limit at the board`] : []),
    ...(concurrency ? [`The queue ${name} is limited to ${concurrency} jobs at once: remove the limit at the board`] : []),
  ]
}
