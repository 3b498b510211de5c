import { expect, test } from 'vitest'
import { byHour, readDay, shiftDay, startOf } from './day.ts'

test('days follow each other over the end of a month and a year', () => {
  expect(shiftDay('2026-12-31', 1)).toBe('2027-01-01')
  expect(shiftDay('2028-03-01', -1)).toBe('2028-02-29')
})

test('an address that names no day that exists shows another one', () => {
  expect(readDay('2026-11-23', '2026-01-01')).toBe('2026-11-23')
  for (const text of ['2026-02-30', 'today', 7, undefined]) expect(readDay(text, '2026-01-01')).toBe('2026-01-01')
})

test('slots stand at the hour at which they were due', () => {
  const at = (hour: number, minute: number) => {
    const due = startOf('2026-11-23')
    due.setHours(hour, minute)
    return { dueAt: due.toISOString() }
  }
  const hours = byHour([at(0, 0), at(13, 5), at(13, 59)])
  expect(hours).toHaveLength(24)
  expect(hours.map(({ length }) => length)).toEqual([1, ...Array(12).fill(0), 2, ...Array(10).fill(0)])
})
