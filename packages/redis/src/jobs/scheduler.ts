import {
  type Clock,
  firstTime,
  isLaterThanRule,
  isSameRule,
  type JobPayload,
  type ScheduleRule,
  type Scheduler,
  type StoredSchedule,
} from '@linkspan/core'
import type { Queue } from 'bullmq'
import type { Queues } from './queues.ts'
import { shardOf } from './shards.ts'
import { ignoreTaken } from './taken-jobs.ts'

interface Stored {
  readonly pattern?: string | undefined
  readonly tz?: string | undefined
  readonly every?: number | undefined
  readonly next?: number | undefined
}

const toRule = ({ pattern = '', tz = 'UTC', every }: Stored): ScheduleRule =>
  every === undefined ? { pattern, timezone: tz } : { everyMs: Number(every) }

/**
 * Schedules are stored as BullMQ's job schedulers, whose delayed job is the next due time. An overdue one runs once, immediately. The
 * offset keeps an interval in phase even if times were missed.
 */
export function createScheduler(queues: Queues, clock: Clock): Scheduler<JobPayload<'erp-schedule'>> {
  const queueOf = (id: string) => queues.of('erp-schedule', id)
  const find = async (id: string): Promise<StoredSchedule | null> => {
    const stored: Stored | undefined = await (await queueOf(id)).getJobScheduler(id)
    return stored?.next ? { rule: toRule(stored), next: new Date(Number(stored.next)).toISOString() } : null
  }

  /** A schedule that was changed behind our back may have left its job, and BullMQ adds none with the same id. */
  const removeLeftJob = async (queue: Queue, id: string, rule: ScheduleRule) => {
    const left = await queue.getJob(`repeat:${id}:${firstTime(rule, clock.now()).getTime()}`)
    if (await left?.isDelayed()) await left?.remove().catch(ignoreTaken)
  }

  /** The schedulers of a shard. Those that belong to another, since the number of shards was changed, are removed: they would run twice. */
  const ownSchedulers = async (queue: Queue, shard: number, { length }: readonly Queue[]) => {
    const stored = await queue.getJobSchedulers(0, -1, true)
    const isOwn = ({ key }: { readonly key: string }) => shardOf(key, length) === shard
    for (const stray of stored.filter((one) => !isOwn(one))) await queue.removeJobScheduler(stray.key)
    return stored.filter(isOwn)
  }

  return {
    find,
    async put(id, rule, payload, title) {
      const stored = await find(id)
      if (stored && isSameRule(stored.rule, rule) && !isLaterThanRule(stored, clock.now())) return
      const queue = await queueOf(id)
      if (stored) await queue.removeJobScheduler(id)
      await removeLeftJob(queue, id, rule)
      const repeat =
        'everyMs' in rule
          ? { every: rule.everyMs, offset: clock.now().getTime() % rule.everyMs }
          : { pattern: rule.pattern, tz: rule.timezone }
      await queue.upsertJobScheduler(id, repeat, {
        name: title,
        data: payload,
        opts: { removeOnComplete: true, removeOnFail: { count: 100 } },
      })
    },
    async drop(id) {
      await (await queueOf(id)).removeJobScheduler(id)
    },
    async all() {
      const stored = await Promise.all((await queues.all('erp-schedule')).map(ownSchedulers))
      return stored.flat().map(({ key, next, template, ...rule }) => ({
        id: key,
        rule: toRule(rule),
        next: new Date(Number(next)).toISOString(),
        payload: template?.data as JobPayload<'erp-schedule'> | undefined,
      }))
    },
    async hasJob({ id, next }) {
      const job = await (await queueOf(id)).getJob(`repeat:${id}:${Date.parse(next)}`)
      return job !== undefined && !['completed', 'failed', 'unknown'].includes(await job.getState())
    },
    async upcoming(limit) {
      const shards = await queues.all('erp-schedule')
      const first = await Promise.all(shards.map((queue) => queue.getJobSchedulers(0, limit - 1, true)))
      const times = first.flat().flatMap(({ key, next }) => (next ? [{ id: key, at: new Date(Number(next)).toISOString() }] : []))
      return times.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)).slice(0, limit)
    },
  }
}
