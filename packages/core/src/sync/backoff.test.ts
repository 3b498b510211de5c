import { expect, test } from 'vitest'
import { backoffMs } from './backoff.ts'

test('the range doubles with each failure, and all of it is used', () => {
  expect(backoffMs(1000, 1, () => 1)).toBe(1000)
  expect(backoffMs(1000, 4, () => 1)).toBe(8000)
  expect(backoffMs(1000, 4, () => 0)).toBe(0)
})

test('the delay is at most an hour', () => {
  expect(backoffMs(60_000, 100, () => 1)).toBe(3_600_000)
})
