import type { Clock, JobPayload, ScheduleRule, Scheduler } from '@linkspan/core'
import type { Queues } from './queues.ts'

interface Stored {
  readonly pattern?: string | undefined
  readonly tz?: string | undefined
  readonly every?: number | undefined
  readonly next?: number | undefined
}

const isSame = (stored: Stored, rule: ScheduleRule): boolean =>
  'everyMs' in rule ? Number(stored.every) === rule.everyMs : stored.pattern === rule.pattern && stored.tz === rule.timezone

/** Stored schedules are BullMQ's job schedulers. Its delayed job is the next time; one that is overdue is done once, at once. */
export function createScheduler(queues: Queues, clock: Clock): Scheduler<JobPayload<'erp-schedule'>> {
  const find = async (id: string): Promise<Stored | undefined> => (await queues.of('erp-schedule')).getJobScheduler(id)

  return {
    async put(id, rule, payload, title) {
      const stored = await find(id)
      if (stored && isSame(stored, rule)) return
      const queue = await queues.of('erp-schedule')
      const repeat =
        'everyMs' in rule
          ? { every: rule.everyMs, startDate: new Date(clock.now().getTime() + rule.everyMs) }
          : { pattern: rule.pattern, tz: rule.timezone }
      await queue.upsertJobScheduler(id, repeat, {
        name: title,
        data: payload,
        opts: { removeOnComplete: true, removeOnFail: { count: 100 } },
      })
    },
    async drop(id) {
      await (await queues.of('erp-schedule')).removeJobScheduler(id)
    },
    async upcoming(limit) {
      const schedulers = await (await queues.of('erp-schedule')).getJobSchedulers(0, limit - 1, true)
      return schedulers.flatMap(({ key, next }) => (next ? [{ id: key, at: new Date(Number(next)).toISOString() }] : []))
    },
    async next(id) {
      const next = (await find(id))?.next
      return next ? new Date(Number(next)).toISOString() : null
    },
  }
}
