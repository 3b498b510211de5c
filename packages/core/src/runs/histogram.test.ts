import { expect, test } from 'vitest'
import { addUp, binOf, createTimes, percentile } from './histogram.ts'

const histogramOf = (times: readonly number[]) => {
  const collected = createTimes()
  for (const ms of times) collected.add(ms)
  return collected.histogram()
}

test.each([0, 0.4, 1, 1.2, 7, 99.5, 1000, 1024, 86_400_000])('a time of %s ms is found again within 9.1 %', (ms) => {
  const found = percentile(histogramOf([ms]), 0.5) ?? 0
  expect(Math.abs(found - Math.max(ms, 1)) / Math.max(ms, 1)).toBeLessThan(0.0911)
})

test('the median and the 95th percentile of a thousand times are where sorting puts them', () => {
  const times = Array.from({ length: 1000 }, (_, at) => 10 + at * 3)
  expect(percentile(histogramOf(times), 0.5) ?? 0).toBeCloseTo(1507, -3)
  expect(Math.abs((percentile(histogramOf(times), 0.95) ?? 0) - 2857) / 2857).toBeLessThan(0.0911)
})

test('no times have no percentile', () => {
  expect(percentile({}, 0.5)).toBeNull()
})

test('a time on the border of two bins is in the upper one', () => {
  expect([1, 2, 4, 8, 1024].map(binOf)).toEqual([0, 4, 8, 12, 40])
})

test('histograms add up bin by bin', () => {
  expect(addUp([{ 3: 1, 4: 2 }, { 4: 5 }, {}])).toEqual({ 3: 1, 4: 7 })
})
