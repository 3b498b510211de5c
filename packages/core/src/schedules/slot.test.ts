import { expect, test } from 'vitest'
import { dueTimes } from './slot.ts'

const times = (rule: Parameters<typeof dueTimes>[0], from: string, until: string, max?: number) =>
  dueTimes(rule, new Date(from), new Date(until), max).map((date) => date.toISOString())
const berlin = (pattern: string) => ({ pattern, timezone: 'Europe/Berlin' })

test('the times that were due include both ends', () => {
  const rule = { pattern: '0 2 * * *', timezone: 'UTC' }
  expect(times(rule, '2026-01-01T02:00:00Z', '2026-01-03T02:00:00Z')).toEqual([
    '2026-01-01T02:00:00.000Z',
    '2026-01-02T02:00:00.000Z',
    '2026-01-03T02:00:00.000Z',
  ])
  expect(times(rule, '2026-01-01T02:00:01Z', '2026-01-02T01:59:59Z')).toEqual([])
})

test('times keep to the wall clock when the clocks change: 02:30 comes once in spring and once in autumn', () => {
  expect(times(berlin('30 2 * * *'), '2026-03-28T00:00:00Z', '2026-03-30T12:00:00Z')).toEqual([
    '2026-03-28T01:30:00.000Z',
    '2026-03-29T01:30:00.000Z',
    '2026-03-30T00:30:00.000Z',
  ])
  expect(times(berlin('30 2 * * *'), '2026-10-24T00:00:00Z', '2026-10-26T12:00:00Z')).toEqual([
    '2026-10-24T00:30:00.000Z',
    '2026-10-25T00:30:00.000Z',
    '2026-10-26T01:30:00.000Z',
  ])
})

test('an interval counts from the first time', () => {
  expect(times({ everyMs: 60_000 }, '2026-01-01T00:00:07Z', '2026-01-01T00:02:30Z')).toEqual([
    '2026-01-01T00:00:07.000Z',
    '2026-01-01T00:01:07.000Z',
    '2026-01-01T00:02:07.000Z',
  ])
  expect(times({ everyMs: 60_000 }, '2026-01-01T00:00:07Z', '2026-01-01T00:00:06Z')).toEqual([])
})

test('only the latest times are returned, however long ago the schedule began', () => {
  const latest = ['2026-01-01T11:59:59.000Z', '2026-01-01T12:00:00.000Z']
  expect(times(berlin('* * * * * *'), '1990-01-01T00:00:00Z', '2026-01-01T12:00:00Z', 2)).toEqual(latest)
  expect(times({ everyMs: 1000 }, '1990-01-01T00:00:00Z', '2026-01-01T12:00:00Z', 2)).toEqual(latest)
  expect(times(berlin('0 0 1 1 *'), '1990-06-01T00:00:00Z', '2026-01-01T12:00:00Z', 2)).toEqual([
    '2024-12-31T23:00:00.000Z',
    '2025-12-31T23:00:00.000Z',
  ])
})
