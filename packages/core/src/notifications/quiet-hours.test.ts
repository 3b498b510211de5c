import fc from 'fast-check'
import { expect, test } from 'vitest'
import { QuietHours, quietUntil } from './quiet-hours.ts'

const night = { from: '22:00', to: '06:30', timezone: 'Europe/Berlin' }
const until = (at: string, hours = night) => quietUntil(new Date(at), hours)?.toISOString() ?? null

test('quiet hours over midnight end on the next day, or on the same one after midnight', () => {
  expect(until('2026-01-10T20:59:00Z')).toBeNull() // 21:59 in Berlin
  expect(until('2026-01-10T21:00:00Z')).toBe('2026-01-11T05:30:00.000Z')
  expect(until('2026-01-11T03:00:00Z')).toBe('2026-01-11T05:30:00.000Z')
  expect(until('2026-01-11T05:30:00Z')).toBeNull()
})

test('quiet hours within a day', () => {
  const lunch = { from: '12:00', to: '13:00', timezone: 'UTC' }
  expect(until('2026-01-10T12:30:00Z', lunch)).toBe('2026-01-10T13:00:00.000Z')
  expect(until('2026-01-10T13:00:00Z', lunch)).toBeNull()
})

test('the time zone has its own summer time', () => {
  expect(until('2026-03-28T22:00:00Z')).toBe('2026-03-29T04:30:00.000Z') // the night in which clocks are put forward
  expect(until('2026-10-25T01:05:00Z', { ...night, to: '02:15' })).toBe('2026-10-25T01:15:00.000Z') // the second 02:15 of this night
})

test('the end is later than now, within a day, and no longer quiet', () => {
  const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([hour, minute]) => {
    return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  })
  const timezone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu')
  const at = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(time, time, timezone, at, (from, to, timezone, now) => {
      fc.pre(from !== to)
      const end = quietUntil(now, { from, to, timezone })
      if (end === null) return
      expect(end.getTime()).toBeGreaterThan(now.getTime())
      expect(end.getTime() - now.getTime()).toBeLessThanOrEqual(26 * 3_600_000)
      expect(quietUntil(end, { from, to, timezone })).toBeNull()
    }),
    { numRuns: 2000 },
  )
})

test('quiet hours need two different times of day and a time zone that exists', () => {
  expect(QuietHours.safeParse(night).success).toBe(true)
  for (const wrong of [{ from: '24:00' }, { to: '6:30' }, { to: '22:00' }, { timezone: 'Mars/Base' }])
    expect(QuietHours.safeParse({ ...night, ...wrong }).success).toBe(false)
})
