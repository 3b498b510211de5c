import { expect, test } from 'vitest'
import { backoffMs } from './backoff.ts'

test('doubles its range with each failure, and uses all of it', () => {
  expect(backoffMs(1000, 1, () => 1)).toBe(1000)
  expect(backoffMs(1000, 4, () => 1)).toBe(8000)
  expect(backoffMs(1000, 4, () => 0)).toBe(0)
})

test('never waits longer than an hour', () => {
  expect(backoffMs(60_000, 100, () => 1)).toBe(3_600_000)
})
