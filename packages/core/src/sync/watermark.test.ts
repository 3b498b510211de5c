import { expect, test } from 'vitest'
import { nextWatermark, sinceWatermark } from './watermark.ts'

const [early, late, future] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2099-01-01T00:00:00.000Z']

test('asks a little before what was seen', () => {
  expect(sinceWatermark('2026-01-01T00:05:00.000Z', 300_000)).toBe(early)
  expect(sinceWatermark(null, 300_000)).toBeNull()
})

test('moves to the latest change seen, and never back', () => {
  expect(nextWatermark(null, { highWater: early, asOf: null })).toBe(early)
  expect(nextWatermark(early, { highWater: late, asOf: null })).toBe(late)
  expect(nextWatermark(late, { highWater: early, asOf: null })).toBe(late)
  expect(nextWatermark(late, { highWater: null, asOf: future })).toBe(late)
})

test("a record dated into the future moves it only to the ERP's own clock", () => {
  expect(nextWatermark(early, { highWater: future, asOf: late })).toBe(late)
})
