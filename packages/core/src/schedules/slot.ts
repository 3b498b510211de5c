import { CronExpressionParser } from 'cron-parser'
import { z } from 'zod'
import type { DataTypeId } from '../records/data-types.ts'
import { periodMs, type ScheduleRule } from './schedule.ts'

/** What became of one time at which a schedule was due. Each time gets exactly one such outcome. */
export const Slot = z
  .object({
    dueAt: z.iso.datetime(),
    state: z
      .enum(['ran', 'joined', 'caught_up', 'skipped'])
      .describe(
        'ran: it started a run; joined: a run was already under way; caught_up: it was missed, and a later run made up for it; skipped: see reason.',
      ),
    syncLogId: z.string().optional(),
    lateSeconds: z.number().min(0).optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'ERPScheduleSlot', description: 'What became of one time at which a schedule was due.' })
export type Slot = z.infer<typeof Slot>

export interface SlotRange {
  /** ISO 8601. Both ends belong to the range. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly limit: number
}

/** What a schedule syncs. A stream has at most one schedule that pulls, or syncs both ways, and one that only pushes. */
export interface ScheduledStream {
  readonly connectionId: string
  readonly dataType: DataTypeId
  readonly lane?: ScheduleDirection | undefined
}
/** Absent for the schedule that pulls. */
export type ScheduleDirection = 'push'

/** A pause of a schedule: its times pass without a run, because its connection is not active. */
export const Pause = z.object({
  /** The first time that was skipped, from which an interval counts: ISO 8601. */
  from: z.iso.datetime(),
  rule: z.union([z.object({ pattern: z.string(), timezone: z.string() }), z.object({ everyMs: z.number() })]),
  reason: z.string(),
})
export type Pause = z.infer<typeof Pause>

export interface SlotLog {
  /** Stores what became of times, oldest first. A time that already has an outcome keeps it. */
  note(stream: ScheduledStream, slots: readonly Slot[]): Promise<void>
  /** Newest first. */
  list(stream: ScheduledStream, range: SlotRange): Promise<readonly Slot[]>
  pause(stream: ScheduledStream, pause: Pause): Promise<void>
  pauseOf(stream: ScheduledStream): Promise<Pause | null>
  resume(stream: ScheduledStream): Promise<void>
}

/** How many slots are kept for each schedule. */
export const slotsKept = 5000

/** The times from `from` to `until`, both included, at which a schedule is due; oldest first, and only the latest `max`. An interval counts from `from`. */
export function dueTimes(rule: ScheduleRule, from: Date, until: Date, max: number = slotsKept): Date[] {
  if ('everyMs' in rule) {
    const count = Math.floor((until.getTime() - from.getTime()) / rule.everyMs) + 1
    const kept = Math.min(max, Math.max(0, count))
    return Array.from({ length: kept }, (_, at) => new Date(from.getTime() + (count - kept + at) * rule.everyMs))
  }
  for (let span = periodMs(rule, from) * max; ; span *= 4) {
    const start = Math.max(from.getTime(), until.getTime() - span)
    const times = cronTimes(rule, start, until)
    if (times.length >= max || start === from.getTime()) return times.slice(-max)
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

/** The slots of a schedule, newest first: the stored ones, and those that a pause has skipped up to now. */
export async function readSlots(stream: ScheduledStream, range: SlotRange, slots: SlotLog, now: Date): Promise<Slot[]> {
  const [noted, pause] = await Promise.all([slots.list(stream, range), slots.pauseOf(stream)])
  const until = range.to === undefined ? now : new Date(Math.min(now.getTime(), Date.parse(range.to)))
  const missed = pause ? dueTimes(pause.rule, new Date(pause.from), until, range.limit) : []
  const inRange = missed.filter((time) => range.from === undefined || time >= new Date(range.from))
  return [...skipped(inRange, pause?.reason ?? '').reverse(), ...noted].slice(0, range.limit)
}
