import { firstTime, type StoredSchedule } from '../schedules/schedule.ts'
import type { SyncConfig } from './sync-config.ts'

type Paused = Pick<SyncConfig, 'pausedUntil'> | undefined

/** Whether the schedule of a configuration makes a pause: what is due before its end is skipped. */
export const isPaused = (config: Paused, now: Date): boolean =>
  config?.pausedUntil !== undefined && Date.parse(config.pausedUntil) > now.getTime()

/** When a schedule next starts a run: the first of its times that no pause skips. ISO 8601, UTC. */
export function nextStart({ rule, next }: StoredSchedule, config: Paused): string {
  const until = config?.pausedUntil === undefined ? 0 : Date.parse(config.pausedUntil)
  const due = Date.parse(next)
  if (until <= due) return next
  if ('everyMs' in rule) return new Date(due + Math.ceil((until - due) / rule.everyMs) * rule.everyMs).toISOString()
  return firstTime(rule, new Date(until - 1)).toISOString()
}
