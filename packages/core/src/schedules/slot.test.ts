import { expect, test } from 'vitest'
import { missedSince } from './slot.ts'

const iso = (dates: readonly Date[]) => dates.map((date) => date.toISOString())

test('names the times that were missed in an outage', () => {
  const rule = { pattern: '0 2 * * *', timezone: 'UTC' }
  expect(iso(missedSince(rule, new Date('2026-01-01T02:00:00Z'), new Date('2026-01-03T08:00:00Z')))).toEqual([
    '2026-01-02T02:00:00.000Z',
    '2026-01-03T02:00:00.000Z',
  ])
  expect(missedSince(rule, new Date('2026-01-01T02:00:00Z'), new Date('2026-01-01T02:00:05Z'))).toEqual([])
})

test('keeps to the wall clock over a change of the clocks, and counts intervals', () => {
  const rule = { pattern: '0 4 * * *', timezone: 'Europe/Berlin' }
  expect(iso(missedSince(rule, new Date('2026-03-28T03:00:00Z'), new Date('2026-03-30T03:00:00Z')))).toEqual([
    '2026-03-29T02:00:00.000Z',
    '2026-03-30T02:00:00.000Z',
  ])
  expect(missedSince({ everyMs: 60_000 }, new Date(0), new Date(185_000))).toHaveLength(3)
})
