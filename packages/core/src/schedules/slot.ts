import { CronExpressionParser } from 'cron-parser'
import { z } from 'zod'
import type { ScheduleRule } from './schedule.ts'

/** What became of one time at which a schedule was due. Each time has exactly one fate. */
export const Slot = z
  .object({
    dueAt: z.iso.datetime(),
    state: z
      .enum(['ran', 'joined', 'caught_up', 'skipped'])
      .describe(
        'ran: it started a run; joined: a run was under way; caught_up: missed, and made up for by a later run; skipped: see reason.',
      ),
    syncLogId: z.string().optional(),
    lateSeconds: z.number().min(0).optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'ERPScheduleSlot', description: 'What became of one time at which a schedule was due.' })
export type Slot = z.infer<typeof Slot>

export interface SlotRange {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly limit: number
}

export interface SlotLog {
  /** Notes fates, oldest first. A time whose fate is known keeps it. */
  note(configId: string, slots: readonly Slot[]): Promise<void>
  /** Newest first. */
  list(configId: string, range: SlotRange): Promise<readonly Slot[]>
}

const mostAtOnce = 10_000

/** The times after `dueAt` up to `now` at which the same schedule was due too, oldest first; at most the first ten thousand. */
export function missedSince(rule: ScheduleRule, dueAt: Date, now: Date): Date[] {
  if ('everyMs' in rule) {
    const count = Math.min(mostAtOnce, Math.floor((now.getTime() - dueAt.getTime()) / rule.everyMs))
    return Array.from({ length: Math.max(0, count) }, (_, at) => new Date(dueAt.getTime() + (at + 1) * rule.everyMs))
  }
  const missed: Date[] = []
  const times = CronExpressionParser.parse(rule.pattern, { tz: rule.timezone, currentDate: dueAt })
  for (let next = times.next().toDate(); next <= now && missed.length < mostAtOnce; next = times.next().toDate()) missed.push(next)
  return missed
}
