import { expect, test } from 'vitest'
import { isPaused, nextStart } from './paused-schedule.ts'

const cron = { rule: { pattern: '0 * * * *', timezone: 'UTC' }, next: '2026-03-01T10:00:00.000Z' }
const interval = { rule: { everyMs: 600_000 }, next: '2026-03-01T10:05:00.000Z' }

test.each([
  [cron, undefined, '2026-03-01T10:00:00.000Z'],
  [cron, '2026-03-01T09:00:00.000Z', '2026-03-01T10:00:00.000Z'],
  [cron, '2026-03-01T10:00:00.000Z', '2026-03-01T10:00:00.000Z'],
  [cron, '2026-03-01T10:00:00.001Z', '2026-03-01T11:00:00.000Z'],
  [cron, '2026-03-02T00:00:00.000Z', '2026-03-02T00:00:00.000Z'],
  [interval, '2026-03-01T10:06:00.000Z', '2026-03-01T10:15:00.000Z'],
  [interval, '2026-03-01T10:15:00.000Z', '2026-03-01T10:15:00.000Z'],
])('of the times of %j a pause until %s leaves %s as the next', (schedule, pausedUntil, next) => {
  expect(nextStart(schedule, { pausedUntil })).toBe(next)
})

test('a pause is over at its end', () => {
  const config = { pausedUntil: '2026-03-01T10:00:00.000Z' }
  expect([isPaused(config, new Date('2026-03-01T09:59:59.999Z')), isPaused(config, new Date(config.pausedUntil))]).toEqual([true, false])
  expect([isPaused({}, new Date()), isPaused(undefined, new Date())]).toEqual([false, false])
})
