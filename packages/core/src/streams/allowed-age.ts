import { CronExpressionParser } from 'cron-parser'
import type { Connection } from '../connections/connection.ts'
import type { ScheduleRule } from '../schedules/schedule.ts'
import { isPaused } from '../sync-configs/paused-schedule.ts'
import { configOfLane, scheduleFor } from '../sync-configs/reconcile.ts'
import type { SyncConfig } from '../sync-configs/sync-config.ts'
import { laneOfStream, type StreamPlan } from './plan-streams.ts'

/** What decides how old the data of a stream may be: minutes that a person has set, or its schedule. */
export type AgeRule = { readonly minutes: number } | { readonly schedule: ScheduleRule }

/** Null if nobody asks for the data: no age is set, and no schedule reads or writes them now; or the connection is switched off. */
export function ageRuleOf(connection: Connection, configs: readonly SyncConfig[], plan: StreamPlan, now: Date): AgeRule | null {
  if (connection.status === 'inactive') return null
  const minutes = connection.settings.freshness?.[plan.dataType]
  if (minutes !== undefined && plan.isMain) return { minutes }
  const stream = { dataType: plan.dataType, lane: laneOfStream(plan) }
  if (isPaused(configOfLane(configs, stream), now)) return null
  const schedule = scheduleFor(connection, configs, stream)
  return schedule && { schedule }
}

/** The age that a rule allows, in seconds, to data that were up to date at `base`. */
export type AllowedAge = (rule: AgeRule, base: Date) => number

/** Runs every few seconds are late after a minute, because a busy system may skip some. */
const leastScheduledSeconds = 60

interface Window {
  readonly from: number
  readonly until: number
  readonly seconds: number
}

/** How many windows of one schedule are remembered: streams that are late lie in older ones. */
const maxWindows = 20

/**
 * Creates the judge of allowed ages. A schedule allows the time in which it is due twice: of a regular one that is twice its period, and on
 * Friday evening of one for office hours it is the time until Monday. Thousands of streams share few schedules, so results are remembered.
 */
export function createAllowedAge(): AllowedAge {
  const remembered = new Map<string, readonly Window[]>()
  return (rule, base) => {
    if ('minutes' in rule) return rule.minutes * 60
    if ('everyMs' in rule.schedule) return Math.max(leastScheduledSeconds, (2 * rule.schedule.everyMs) / 1000)
    const name = `${rule.schedule.timezone} ${rule.schedule.pattern}`
    const windows = remembered.get(name) ?? []
    const known = windows.find(({ from, until }) => from <= base.getTime() && base.getTime() < until)
    if (known) return known.seconds
    const window = windowAround(rule.schedule, base)
    if (remembered.size > 10_000) remembered.clear()
    remembered.set(name, [window, ...windows].slice(0, maxWindows))
    return window.seconds
  }
}

/** From the due time at or before `base` to the next one. */
function windowAround({ pattern, timezone }: { readonly pattern: string; readonly timezone: string }, base: Date): Window {
  const timesFrom = (ms: number) => CronExpressionParser.parse(pattern, { tz: timezone, currentDate: new Date(ms) })
  const second = Math.floor(base.getTime() / 1000) * 1000
  const from = timesFrom(second + 1000)
    .prev()
    .getTime()
  const later = timesFrom(second)
  const until = later.next().getTime()
  return { from, until, seconds: Math.max(leastScheduledSeconds, (later.next().getTime() - from) / 1000) }
}
