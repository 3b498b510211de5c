import { CronExpressionParser } from 'cron-parser'
import { z } from 'zod'
import type { DataTypeId } from '../records/data-types.ts'
import { periodMs, type ScheduleRule } from './schedule.ts'

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
  /** Times are ISO 8601 and belong to the range. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly limit: number
}

/** What is synced by itself: a stream has at most one schedule that pulls, or syncs both ways, and one that only pushes. */
export interface ScheduledStream {
  readonly connectionId: string
  readonly dataType: DataTypeId
  readonly lane?: ScheduleDirection | undefined
}
/** Absent: what pulls. */
export type ScheduleDirection = 'push'

/** A schedule whose times come and go without a run, because its connection does not work. */
export const Pause = z.object({
  /** The first time that was due, and the phase of an interval: ISO 8601. */
  from: z.iso.datetime(),
  rule: z.union([z.object({ pattern: z.string(), timezone: z.string() }), z.object({ everyMs: z.number() })]),
  reason: z.string(),
})
export type Pause = z.infer<typeof Pause>

export interface SlotLog {
  /** Notes fates, oldest first. A time whose fate is known keeps it. */
  note(stream: ScheduledStream, slots: readonly Slot[]): Promise<void>
  /** Newest first. */
  list(stream: ScheduledStream, range: SlotRange): Promise<readonly Slot[]>
  pause(stream: ScheduledStream, pause: Pause): Promise<void>
  pauseOf(stream: ScheduledStream): Promise<Pause | null>
  resume(stream: ScheduledStream): Promise<void>
}

/** So many fates of a schedule are kept. */
export const slotsKept = 5000

/** The times from `from` to `until` at which a schedule is due, both included, oldest first; of too many the latest `most`. An interval counts from `from`. */
export function dueTimes(rule: ScheduleRule, from: Date, until: Date, most: number = slotsKept): Date[] {
  if ('everyMs' in rule) {
    const count = Math.floor((until.getTime() - from.getTime()) / rule.everyMs) + 1
    const kept = Math.min(most, Math.max(0, count))
    return Array.from({ length: kept }, (_, at) => new Date(from.getTime() + (count - kept + at) * rule.everyMs))
  }
  for (let span = periodMs(rule, from) * most; ; span *= 4) {
    const start = Math.max(from.getTime(), until.getTime() - span)
    const times = cronTimes(rule, start, until)
    if (times.length >= most || start === from.getTime()) return times.slice(-most)
  }
}

function cronTimes({ pattern, timezone }: { readonly pattern: string; readonly timezone: string }, from: number, until: Date): Date[] {
  const times: Date[] = []
  const cron = CronExpressionParser.parse(pattern, { tz: timezone, currentDate: new Date(from - 1) })
  for (let next = cron.next().toDate(); next <= until; next = cron.next().toDate()) times.push(next)
  return times
}

export const skipped = (times: readonly Date[], reason: string): Slot[] =>
  times.map((time) => ({ dueAt: time.toISOString(), state: 'skipped', reason }))

/** The fates of a schedule's times, newest first: those that were noted, and those that a pause has skipped up to now. */
export async function readSlots(stream: ScheduledStream, range: SlotRange, slots: SlotLog, now: Date): Promise<Slot[]> {
  const [noted, pause] = await Promise.all([slots.list(stream, range), slots.pauseOf(stream)])
  const until = range.to === undefined ? now : new Date(Math.min(now.getTime(), Date.parse(range.to)))
  const missed = pause ? dueTimes(pause.rule, new Date(pause.from), until, range.limit) : []
  const inRange = missed.filter((time) => range.from === undefined || time >= new Date(range.from))
  return [...skipped(inRange, pause?.reason ?? '').reverse(), ...noted].slice(0, range.limit)
}
