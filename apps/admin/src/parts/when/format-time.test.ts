import { expect, test } from 'vitest'
import { relativeTime, timeText } from './format-time.ts'

const now = new Date('2026-11-29T12:00:00Z')

test.each([
  ['2026-11-29T11:59:30Z', '30 sec. ago'],
  ['2026-11-29T11:01:00Z', '59 min. ago'],
  ['2026-11-29T10:00:00Z', '2 hr. ago'],
  ['2026-11-26T10:00:00Z', '3 days ago'],
  ['2026-11-29T12:05:00Z', 'in 5 min.'],
])('%s is %s', (at, text) => {
  expect(relativeTime(new Date(at), now, 'en')).toBe(text)
})

test.each([
  ['2026-11-29T13:02:11Z', 'Europe/Berlin', '14:02:11 CET'],
  ['2026-11-28T23:30:00Z', 'Europe/Berlin', '00:30:00 CET'],
  ['2026-11-28T23:30:00Z', 'UTC', 'Sat 28 Nov, 23:30 UTC'],
  ['2025-12-31T10:00:00Z', 'UTC', 'Wed, 31 Dec 2025, 10:00 UTC'],
])('%s in %s is shown as %s', (at, timeZone, text) => {
  expect(timeText(new Date(at), { now, locale: 'en-GB', timeZone })).toBe(text)
})
