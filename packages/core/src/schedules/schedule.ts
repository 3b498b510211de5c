import { createHash } from 'node:crypto'
import { CronExpressionParser } from 'cron-parser'

/** When something happens automatically: by a cron expression in a time zone, or at a fixed interval. */
export type ScheduleRule = { readonly pattern: string; readonly timezone: string } | { readonly everyMs: number }

/** Stores schedules by id. Each adds a job at its times, once across all processes. */
export interface Scheduler<Payload> {
  /**
   * Sets a schedule. If it is the same as the stored one, nothing changes, so that a missed time is still caught up; unless its next time is
   * later than the rule allows.
   */
  put(id: string, rule: ScheduleRule, payload: Payload, title: string): Promise<void>
  drop(id: string): Promise<void>
  /** Null if there is no such schedule. */
  find(id: string): Promise<StoredSchedule | null>
  /** Every stored schedule. */
  all(): Promise<readonly ScheduleWithPayload<Payload>[]>
  /** Whether the job of its next due time exists. */
  hasJob(schedule: StoredSchedule & { readonly id: string }): Promise<boolean>
  /** The schedules that are due next, soonest first. */
  upcoming(limit: number): Promise<readonly Upcoming[]>
}

export interface StoredSchedule {
  readonly rule: ScheduleRule
  /** When it is due next; in the past if it is overdue. ISO 8601, UTC. */
  readonly next: string
}

export interface ScheduleWithPayload<Payload> extends StoredSchedule {
  readonly id: string
  readonly payload: Payload | undefined
}

export interface Upcoming {
  readonly id: string
  /** ISO 8601, UTC. */
  readonly at: string
}

export const isSameRule = (one: ScheduleRule, other: ScheduleRule): boolean =>
  'everyMs' in one
    ? 'everyMs' in other && one.everyMs === other.everyMs
    : 'pattern' in other && one.pattern === other.pattern && one.timezone === other.timezone

/** The first time after `now`. */
export const firstTime = (rule: ScheduleRule, now: Date): Date =>
  'everyMs' in rule
    ? new Date(now.getTime() + rule.everyMs)
    : CronExpressionParser.parse(rule.pattern, { tz: rule.timezone, currentDate: now }).next().toDate()

/** A worker may take a due schedule this early, because its clock may differ a little. */
const earliestMs = 5000

/** Whether the next due time is later than the rule allows: it was set by a clock that was ahead. */
export const isLaterThanRule = ({ rule, next }: StoredSchedule, now: Date): boolean =>
  Date.parse(next) > firstTime(rule, new Date(now.getTime() + earliestMs)).getTime()

/** The time from one occurrence to the next, in milliseconds. */
export function periodMs(rule: ScheduleRule, from: Date): number {
  if ('everyMs' in rule) return rule.everyMs
  const times = CronExpressionParser.parse(rule.pattern, { tz: rule.timezone, currentDate: from })
  const first = times.next().getTime()
  return times.next().getTime() - first
}

/**
 * How much later than its time a schedule starts, so that many schedules with the same time do not start at once. The delay is always the
 * same for an id, at most `maxMs`, and at most a tenth of the period.
 */
export function jitterMs(id: string, rule: ScheduleRule, maxMs: number, from: Date): number {
  const range = Math.min(maxMs, Math.floor(periodMs(rule, from) / 10))
  return range <= 0 ? 0 : createHash('sha256').update(id).digest().readUInt32BE(0) % (range + 1)
}
