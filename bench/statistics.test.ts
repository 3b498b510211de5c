import { expect, test } from 'vitest'
import { median, percentile, spread } from './statistics.ts'

test('the median is the middle value, or the mean of the two middle ones', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([10, 1, 2, 3])).toBe(2.5)
  expect(median([7])).toBe(7)
})

test('a percentile is interpolated between its neighbours', () => {
  const hundred = Array.from({ length: 101 }, (_, at) => at)
  expect(percentile(hundred, 0.99)).toBe(99)
  expect(percentile([0, 10], 0.25)).toBe(2.5)
})

test('the spread is the distance from the lowest to the highest round', () => {
  expect(spread([90, 100, 120])).toBeCloseTo(0.3)
  expect(spread([5])).toBe(0)
})

test('without rounds, median and spread are not numbers', () => {
  expect([median([]), spread([])]).toEqual([Number.NaN, Number.NaN])
})
