import { expect, test } from 'vitest'
import { createAllowedAge } from './allowed-age.ts'

const scheduled = (pattern: string, base: string, timezone = 'UTC') =>
  createAllowedAge()({ schedule: { pattern, timezone } }, new Date(base))
const hours = (count: number) => count * 3600

test('a person sets minutes', () => {
  expect(createAllowedAge()({ minutes: 90 }, new Date('2026-03-02T10:00:00Z'))).toBe(5400)
  expect(createAllowedAge()({ minutes: 0.5 }, new Date('2026-03-02T10:00:00Z'))).toBe(30)
})

test('a regular schedule allows twice its period, whenever the data were up to date', () => {
  expect(createAllowedAge()({ schedule: { everyMs: 600_000 } }, new Date('2026-03-02T10:03:00Z'))).toBe(1200)
  expect(scheduled('*/15 * * * *', '2026-03-02T10:00:00.000Z')).toBe(1800)
  expect(scheduled('*/15 * * * *', '2026-03-02T10:00:20.500Z')).toBe(1800)
  expect(scheduled('*/15 * * * *', '2026-03-02T10:14:59.999Z')).toBe(1800)
  expect(scheduled('0 2 * * *', '2026-03-02T17:45:00Z')).toBe(hours(48))
})

test('a schedule for office hours allows the weekend', () => {
  const officeHours = '0 9-17 * * 1-5'
  expect(scheduled(officeHours, '2026-03-06T11:00:05Z')).toBe(hours(2))
  expect(scheduled(officeHours, '2026-03-06T16:00:05Z')).toBe(hours(65)) // Friday: due at 17:00, and on Monday at 9:00
  expect(scheduled(officeHours, '2026-03-06T17:00:05Z')).toBe(hours(65)) // due on Monday at 9:00 and at 10:00
  expect(scheduled(officeHours, '2026-03-09T09:00:05Z')).toBe(hours(2))
})

test('a daily schedule is late by the wall clock of its zone when the clocks change', () => {
  expect(scheduled('0 4 * * *', '2026-03-28T04:00:00Z', 'Europe/Berlin')).toBe(hours(47))
  expect(scheduled('0 4 * * *', '2026-10-24T04:00:00Z', 'Europe/Berlin')).toBe(hours(49))
})

test('a schedule of seconds allows a minute', () => {
  expect(scheduled('*/5 * * * * *', '2026-03-02T10:00:00Z')).toBe(60)
  expect(createAllowedAge()({ schedule: { everyMs: 1000 } }, new Date('2026-03-02T10:00:00Z'))).toBe(60)
})

test('one judge gives the same answers as a new one for each question', () => {
  const judge = createAllowedAge()
  for (let at = Date.parse('2026-03-05T22:10:00Z'); at < Date.parse('2026-03-10T12:00:00Z'); at += 6_700_000) {
    for (const [pattern, timezone] of [
      ['0 9-17 * * 1-5', 'UTC'],
      ['0 9-17 * * 1-5', 'America/New_York'],
    ] as const) {
      const base = new Date(at)
      expect(judge({ schedule: { pattern, timezone } }, base)).toBe(scheduled(pattern, base.toISOString(), timezone))
    }
  }
})
