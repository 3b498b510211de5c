import { expect, test } from 'vitest'
import { nextWatermark, sinceWatermark } from './watermark.ts'

const all = { since: null, now: new Date('2026-01-03T00:00:00.000Z') }
const [early, late, future] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2099-01-01T00:00:00.000Z']

test('an incremental pull asks from a little before the watermark', () => {
  expect(sinceWatermark('2026-01-01T00:05:00.000Z', 300_000)).toBe(early)
  expect(sinceWatermark(null, 300_000)).toBeNull()
})

test('the watermark moves to the latest change, and never back', () => {
  expect(nextWatermark(null, { highWater: early, serverTime: null }, all)).toBe(early)
  expect(nextWatermark(early, { highWater: late, serverTime: null }, all)).toBe(late)
  expect(nextWatermark(late, { highWater: early, serverTime: null }, all)).toBe(late)
  expect(nextWatermark(late, { highWater: null, serverTime: future }, all)).toBe(late)
})

test("a record dated in the future moves the watermark no further than the ERP's own clock", () => {
  expect(nextWatermark(early, { highWater: future, serverTime: late }, all)).toBe(late)
})

test('without a clock of the ERP, the watermark stays within a day after ours', () => {
  expect(nextWatermark(early, { highWater: future, serverTime: null }, all)).toBe('2026-01-04T00:00:00.000Z')
})

test('a run whose "since" lies after the watermark does not move it', () => {
  const found = { highWater: late, serverTime: null }
  expect(nextWatermark(null, found, { ...all, since: early })).toBeNull()
  expect(nextWatermark(early, found, { ...all, since: '2026-01-01T12:00:00.000Z' })).toBe(early)
  expect(nextWatermark(early, found, { ...all, since: '2025-12-01T00:00:00.000Z' })).toBe(late)
})
