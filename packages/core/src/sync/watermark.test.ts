import { expect, test } from 'vitest'
import { nextWatermark, sinceWatermark } from './watermark.ts'

const all = { since: null, now: new Date('2026-01-03T00:00:00.000Z') }
const [early, late, future] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2099-01-01T00:00:00.000Z']

test('asks a little before what was seen', () => {
  expect(sinceWatermark('2026-01-01T00:05:00.000Z', 300_000)).toBe(early)
  expect(sinceWatermark(null, 300_000)).toBeNull()
})

test('moves to the latest change seen, and never back', () => {
  expect(nextWatermark(null, { highWater: early, asOf: null }, all)).toBe(early)
  expect(nextWatermark(early, { highWater: late, asOf: null }, all)).toBe(late)
  expect(nextWatermark(late, { highWater: early, asOf: null }, all)).toBe(late)
  expect(nextWatermark(late, { highWater: null, asOf: future }, all)).toBe(late)
})

test("a record dated into the future moves it only to the ERP's own clock", () => {
  expect(nextWatermark(early, { highWater: future, asOf: late }, all)).toBe(late)
})

test('is not moved beyond a day after our clock by an ERP that does not tell its own', () => {
  expect(nextWatermark(early, { highWater: future, asOf: null }, all)).toBe('2026-01-04T00:00:00.000Z')
})

test('a run that left something out before its "since" moves it only where that was known already', () => {
  const found = { highWater: late, asOf: null }
  expect(nextWatermark(null, found, { ...all, since: early })).toBeNull()
  expect(nextWatermark(early, found, { ...all, since: '2026-01-01T12:00:00.000Z' })).toBe(early)
  expect(nextWatermark(early, found, { ...all, since: '2025-12-01T00:00:00.000Z' })).toBe(late)
})
