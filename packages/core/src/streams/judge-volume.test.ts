import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeSilence, judgeVolume, type VolumeHistory } from './judge-volume.ts'

const hourMs = 3_600_000
const friday = Date.parse('2026-03-06T00:00:00Z')
const at = (time: string) => Date.parse(`2026-03-06T${time}:00Z`)

/** Weeks before that Friday, in which `perHour` says how many records came in each hour of the day; then that Friday up to `lastAt`. */
function history(weeks: number, perHour: (hour: number, week: number) => number, lastAt: number): VolumeHistory {
  const hours = new Map<number, number>()
  const first = friday / hourMs - weeks * 168
  for (let hour = first; hour < lastAt / hourMs; hour += 1) hours.set(hour, perHour(hour % 24, Math.floor((hour - first) / 168)))
  return { since: first * hourMs, lastAt, hours }
}
const officeHours = (hour: number) => (hour >= 8 && hour < 18 ? 35 : 0)

test('silence is unusual once a whole hour has passed in which records usually come', () => {
  const given = history(4, officeHours, at('09:40'))
  expect(judgeVolume(given, at('11:14'))).toBeNull()
  expect(judgeVolume(given, at('11:15'))).toEqual({ since: at('09:40'), usualPerHour: 35 })
})

test('it is not unusual at night, or for what comes once a day before its hour is over', () => {
  expect(judgeVolume(history(4, officeHours, at('17:50')), at('23:59'))).toBeNull()
  const nightly = history(4, (hour) => (hour === 2 ? 300 : 0), at('02:05') - 24 * hourMs)
  expect(judgeVolume(nightly, at('03:14'))).toBeNull()
  expect(judgeVolume(nightly, at('03:15'))).toMatchObject({ since: at('02:05') - 24 * hourMs })
})

test('it says nothing before there are two whole weeks, or if no record ever came', () => {
  expect(judgeVolume(history(1, officeHours, at('09:40')), at('15:00'))).toBeNull()
  expect(judgeVolume(history(2, officeHours, at('09:40')), at('15:00'))).not.toBeNull()
  expect(judgeVolume({ ...history(4, officeHours, at('09:40')), lastAt: null }, at('15:00'))).toBeNull()
})

test('one week with as few is enough for silence to be usual', () => {
  const given = history(4, (hour, week) => (week === 1 ? 0 : officeHours(hour)), at('09:40'))
  expect(judgeVolume(given, at('15:00'))).toBeNull()
})

test('few records may be missing by chance', () => {
  const given = history(4, (hour) => (hour >= 8 && hour < 18 ? 3 : 0), at('09:40'))
  expect(judgeVolume(given, at('13:15'))).toBeNull() // 9 in the hours from 10 to 13
  expect(judgeVolume(given, at('14:15'))).not.toBeNull()
})

test('a silence of weeks becomes usual', () => {
  const given = history(6, officeHours, friday - 20 * 24 * hourMs)
  expect(judgeVolume(given, at('12:00'))).toBeNull() // the last weeks were silent too
})

test('whatever came before, silence is never unusual while records come each hour', () => {
  const counts = fc.array(fc.nat(100), { minLength: 168, maxLength: 168 })
  fc.assert(
    fc.property(counts, fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 74 }), (week, minute, later) => {
      const lastAt = at('09:00') + minute * 60_000
      const given = history(4, (hour) => week[hour] ?? 0, lastAt)
      expect(judgeVolume(given, at('10:00') + later * 60_000)).toBeNull()
    }),
  )
})

test('it is told in words, by the clock of the time zone', () => {
  const silence = { since: at('08:40'), usualPerHour: 34.6 }
  expect(describeSilence(silence, 'orders', 'Europe/Berlin', at('11:00'))).toBe('No orders since 09:40, usually 35 an hour on Fridays')
  expect(describeSilence({ ...silence, usualPerHour: 0.4 }, 'orders', 'UTC', at('11:00') + 48 * hourMs)).toBe(
    'No orders since Friday 08:40, usually less than one an hour',
  )
})
