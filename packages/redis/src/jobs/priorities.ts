import { type JobName, type QueuePriority, type Urgency, urgencies } from '@linkspan/core'
import type { Job, Queue } from 'bullmq'

/** A connection has at most as many runs as there are data types. */
const ranksPerUrgency = 8

/**
 * BullMQ starts what has a lower priority first, and of the same priority what came first; what has none starts before all. So a
 * connection's second run waits behind the first ones of others.
 */
export const priorityOf = ({ urgency, rank }: QueuePriority): number =>
  1 + urgencies.indexOf(urgency) * ranksPerUrgency + Math.min(rank, ranksPerUrgency - 1)

const priorities = (urgencies as readonly Urgency[]).flatMap((urgency) =>
  Array.from({ length: ranksPerUrgency }, (_, rank) => priorityOf({ urgency, rank })),
)

/** One start in so many goes to the job that has waited longest, however urgent the others are: so none starves. */
const startsPerOldest = 4

/** Counts the starts of one process. `timeSliceMs`: how long a job works before it makes room. */
export function createTurns(open: (name: JobName) => Queue, timeSliceMs: number) {
  const queues = new Map<JobName, Queue>()
  let starts = 0
  const queueOf = (name: JobName): Queue => {
    const queue = queues.get(name) ?? open(name)
    queues.set(name, queue)
    return queue
  }
  return {
    /** To be told of each start. */
    started(name: JobName, { opts }: Job): void {
      if (opts.priority === undefined) return
      starts += 1
      if (starts % startsPerOldest === 0) advanceOldest(queueOf(name), timeSliceMs).catch(() => {}) // the next one is tried for again
    },
  }
}

/**
 * Lets the job start next that has waited longest. One that has worked already is given its turn when it has waited for as long as it
 * may work: it never takes more than half of the time. Where the queue moves meanwhile it may be another one, which does no harm.
 */
async function advanceOldest(queue: Queue, timeSliceMs: number): Promise<void> {
  const counts = Object.values(await queue.getCountsPerPriority(priorities))
  const ranks = counts.flatMap((count, at) => (count > 0 ? [counts.slice(0, at).reduce((sum, one) => sum + one, 0)] : []))
  if (ranks.length < 2) return
  const heads = (await Promise.all(ranks.map((rank) => queue.getJobs(['prioritized'], rank, rank, true)))).flat().filter(Boolean)
  const waiting = heads.flatMap((job) => {
    const since = job.processedOn === undefined ? job.timestamp : job.processedOn + timeSliceMs
    return job.processedOn !== undefined && Date.now() - since < timeSliceMs ? [] : [{ job, since }]
  })
  const [oldest] = waiting.sort((one, other) => one.since - other.since)
  await oldest?.job.changePriority({ priority: 0 })
}
