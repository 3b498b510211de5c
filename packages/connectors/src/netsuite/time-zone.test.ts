import { expect, test } from 'vitest'
import { askedFrom, nextSecond, toUtc } from './time-zone.ts'

const pacific = 'America/Los_Angeles'

test('times of the account are read in its zone', () => {
  expect(toUtc('2026-01-31 10:00:00', pacific)).toBe('2026-01-31T18:00:00.000Z')
  expect(toUtc('2026-07-31 10:00:00', pacific)).toBe('2026-07-31T17:00:00.000Z')
  expect(toUtc('2026-07-31T10:00:00', 'Europe/Berlin')).toBe('2026-07-31T08:00:00.000Z')
  expect(toUtc('2026-07-31 10:00:00', undefined)).toBe('2026-07-31T10:00:00.000Z')
  for (const none of [null, '', 'today', 20260731]) expect(toUtc(none, pacific)).toBeNull()
})

test('of the hour that comes twice in autumn the first counts, and one that does not come in spring is read all the same', () => {
  expect(toUtc('2026-11-01 01:30:00', pacific)).toBe('2026-11-01T08:30:00.000Z')
  expect(toUtc('2026-03-08 02:30:00', pacific)).toMatch(/^2026-03-08T(09|10):30:00\.000Z$/)
})

test('changes are asked for from 65 minutes earlier, or a day and 65 minutes if the zone is not known', () => {
  expect(askedFrom('2026-01-31T18:05:00.000Z', pacific)).toBe('2026-01-31 09:00:00')
  expect(askedFrom('2026-01-31T18:05:00.000Z', undefined)).toBe('2026-01-30 17:00:00')
})

test('no change around the end of summer time is missed', () => {
  const change = Date.parse('2026-11-01T07:00:00.000Z')
  const wallOf = (ms: number) => askedFrom(new Date(ms + 65 * 60_000).toISOString(), pacific)
  for (let since = change; since < change + 6 * 3_600_000; since += 1_800_000)
    for (let later = since; later < since + 3 * 3_600_000; later += 1_800_000)
      expect(wallOf(later) >= askedFrom(new Date(since).toISOString(), pacific)).toBe(true)
})

test('the second after a time may be on the next day', () => {
  expect(nextSecond('2026-02-28 23:59:59')).toBe('2026-03-01 00:00:00')
})
