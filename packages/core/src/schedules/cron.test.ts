import { expect, test } from 'vitest'
import { readCron } from './cron.ts'

const now = new Date('2026-03-28T12:00:00Z')

test('an expression is told in German to who prefers that', () => {
  expect(readCron('*/5 6-20 * * 1', 'UTC', now, 'de').description).toBe('Alle 5 Minuten, zwischen 06:00 und 20:59, nur jeden Montag')
})

test('a schedule is explained in words, with its next times', () => {
  expect(readCron('0 2 * * *', 'UTC', now)).toEqual({
    valid: true,
    description: 'At 02:00',
    timezone: 'UTC',
    nextRuns: ['2026-03-29', '2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02'].map((day) => `${day}T02:00:00.000Z`),
  })
})

test('a schedule keeps to the wall clock of its zone when the clocks change', () => {
  expect(readCron('0 4 * * *', 'Europe/Berlin', now).nextRuns.slice(0, 2)).toEqual(['2026-03-29T02:00:00.000Z', '2026-03-30T02:00:00.000Z'])
  expect(readCron('0 4 * * *', 'Europe/Berlin', new Date('2026-03-27T12:00:00Z')).nextRuns[0]).toBe('2026-03-28T03:00:00.000Z')
})

test.each([
  ['', 'UTC', 'five fields'],
  ['* * *', 'UTC', 'five fields'],
  ['61 * * * *', 'UTC', '61'],
  ['nonsense at two o clock', 'UTC', ''],
  ['0 2 * * *', 'Mars/Olympus', 'not a time zone'],
  ['0 0 31 4,6 *', 'UTC', 'never comes'],
  ['0 0 31 2,4,6,9,11 *', 'UTC', 'never comes'],
  ['0 0 30 2 *', 'UTC', ''],
  ['0 0 * 2 1#5', 'UTC', 'never comes'],
  ['0 0 ? 2 1#5', 'UTC', 'never comes'],
  ['0 0 30 2 1#5', 'UTC', 'never comes'],
])('the reading says what is wrong with "%s" in %s', (schedule, timezone, words) => {
  const reading = readCron(schedule, timezone, now)
  expect(reading).toMatchObject({ valid: false, nextRuns: [] })
  expect(reading.error).toContain(words)
})

test('of a schedule that comes every four years only the next time is looked for', () => {
  expect(readCron('0 0 29 2 *', 'UTC', now).nextRuns).toEqual(['2028-02-29T00:00:00.000Z'])
})

test.each([
  // Berlin puts its clocks forward from 02:00 to 03:00 on 29 March 2026, and back from 03:00 to 02:00 on 25 October.
  ['30 2 * * *', 'Europe/Berlin', { at: '2026-03-29T01:00:00.000Z', effect: 'moved', dueAt: '02:30', startsAt: '03:30' }],
  ['*/20 2,3 * * *', 'Europe/Berlin', { at: '2026-03-29T01:00:00.000Z', effect: 'moved', dueAt: '02:00', startsAt: '03:00' }],
  ['30 2 * 10 *', 'Europe/Berlin', { at: '2026-10-25T01:00:00.000Z', effect: 'once', dueAt: '02:30', startsAt: '02:30' }],
  ['45 1 5 4 *', 'Australia/Lord_Howe', { at: '2026-04-04T15:00:00.000Z', effect: 'once', dueAt: '01:45', startsAt: '01:45' }],
  ['0 4 * * *', 'Europe/Berlin', undefined],
  ['*/5 * * * *', 'Europe/Berlin', undefined],
  ['30 2 * * 1', 'Europe/Berlin', undefined],
  ['30 2 * * *', 'UTC', undefined],
  ['30 2 * * *', 'Asia/Tokyo', undefined],
])('"%s" in %s and the change of the clocks', (schedule, timezone, change) => {
  expect(readCron(schedule, timezone, now).clockChange).toEqual(change)
})

test('a schedule starts when the reading says, on the days on which the clocks change', () => {
  expect(readCron('30 2 * * *', 'Europe/Berlin', now).nextRuns[0]).toBe('2026-03-29T01:30:00.000Z') // 03:30 in summer time
  expect(readCron('30 2 * * *', 'Europe/Berlin', new Date('2026-10-24T12:00:00Z')).nextRuns.slice(0, 2)).toEqual([
    '2026-10-25T00:30:00.000Z', // 02:30 in summer time, the first of both
    '2026-10-26T01:30:00.000Z',
  ])
})
