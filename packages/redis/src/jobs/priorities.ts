import { type Clock, type JobName, type QueuePriority, type Urgency, urgencies } from '@linkspan/core'
import type { Job, Queue } from 'bullmq'

/** A connection has at most as many runs as there are data types. */
const ranksPerUrgency = 8

/**
 * The BullMQ priority of a job. BullMQ starts lower numbers first, equal ones in the order of their arrival, and jobs without one before
 * all others. The rank makes a connection's second run wait behind the first runs of other connections.
 */
export const priorityOf = ({ urgency, rank }: QueuePriority): number =>
  1 + urgencies.indexOf(urgency) * ranksPerUrgency + Math.min(rank, ranksPerUrgency - 1)

const priorities = (urgencies as readonly Urgency[]).flatMap((urgency) =>
  Array.from({ length: ranksPerUrgency }, (_, rank) => priorityOf({ urgency, rank })),
)

/** One start in four goes to the job that has waited longest, however urgent the others are, so that none starves. */
const startsPerOldest = 4

export interface StarvationGuardOptions {
  readonly openQueue: (name: JobName, prefix: string) => Queue
  readonly clock: Clock
  /** How long a job works before it makes room for others. */
  readonly timeSliceMs: number
}

/** Counts the starts of jobs in this process, and now and then lets the oldest job start next. */
export function createStarvationGuard({ openQueue, clock, timeSliceMs }: StarvationGuardOptions) {
  const queues = new Map<string, Queue>()
  let starts = 0
  const queueOf = (name: JobName, prefix: string): Queue => {
    const queue = queues.get(`${prefix}:${name}`) ?? openQueue(name, prefix)
    queues.set(`${prefix}:${name}`, queue)
    return queue
  }
  return {
    /** Must be called at each start of a job. */
    onStart(name: JobName, { opts, prefix }: Job): void {
      if (opts.priority === undefined) return
      starts += 1
      if (starts % startsPerOldest === 0) advanceOldest(queueOf(name, prefix), clock, timeSliceMs).catch(() => {}) // tried again with a later start
    },
  }
}

/**
 * Lets the job that has waited longest start next. A job that has worked already counts only after it has waited for one time slice, so
 * it never takes more than half of the time. If the queue moves meanwhile, another job may be advanced, which does no harm.
 */
async function advanceOldest(queue: Queue, clock: Clock, timeSliceMs: number): Promise<void> {
  const counts = Object.values(await queue.getCountsPerPriority(priorities))
  const ranks = counts.flatMap((count, at) => (count > 0 ? [counts.slice(0, at).reduce((sum, one) => sum + one, 0)] : []))
  if (ranks.length < 2) return
  const heads = (await Promise.all(ranks.map((rank) => queue.getJobs(['prioritized'], rank, rank, true)))).flat().filter(Boolean)
  const now = clock.now().getTime()
  const waiting = heads.flatMap((job) => {
    const since = job.processedOn === undefined ? job.timestamp : job.processedOn + timeSliceMs
    return job.processedOn !== undefined && now - since < timeSliceMs ? [] : [{ job, since }]
  })
  const [oldest] = waiting.sort((one, other) => one.since - other.since)
  await oldest?.job.changePriority({ priority: 0 })
}
