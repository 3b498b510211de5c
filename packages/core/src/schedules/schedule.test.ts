import { expect, test } from 'vitest'
import { jitterMs } from './schedule.ts'

const from = new Date('2026-01-01T00:00:00Z')
const nightly = { pattern: '0 2 * * *', timezone: 'UTC' }

test('a schedule always has the same delay, and many schedules are spread out', () => {
  const shifts = Array.from({ length: 200 }, (_, at) => jitterMs(`erp-${at}`, nightly, 60_000, from))
  expect(shifts).toEqual(Array.from({ length: 200 }, (_, at) => jitterMs(`erp-${at}`, nightly, 60_000, from)))
  expect(Math.max(...shifts)).toBeLessThanOrEqual(60_000)
  expect(new Set(shifts.map((ms) => Math.floor(ms / 10_000))).size).toBe(6)
})

test('the delay is at most a tenth of the period, and none if it is switched off', () => {
  const shifts = Array.from({ length: 200 }, (_, at) => jitterMs(`erp-${at}`, { everyMs: 60_000 }, 60_000, from))
  expect(Math.max(...shifts)).toBeLessThanOrEqual(6000)
  expect(jitterMs('erp-1', nightly, 0, from)).toBe(0)
})
