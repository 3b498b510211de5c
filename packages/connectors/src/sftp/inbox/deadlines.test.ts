import { expect, test } from 'vitest'
import { deadlinesAround } from './deadlines.ts'

const berlin = { time: '06:00', zone: 'Europe/Berlin' }

test.each([
  ['2026-01-10T04:59:59Z', berlin, '2026-01-09T05:00:00.000Z', '2026-01-10T05:00:00.000Z'],
  ['2026-01-10T05:00:00Z', berlin, '2026-01-10T05:00:00.000Z', '2026-01-11T05:00:00.000Z'],
  ['2026-07-10T12:00:00Z', berlin, '2026-07-10T04:00:00.000Z', '2026-07-11T04:00:00.000Z'],
  ['2026-03-29T03:00:00Z', berlin, '2026-03-28T05:00:00.000Z', '2026-03-29T04:00:00.000Z'],
  ['2026-10-25T04:30:00Z', berlin, '2026-10-24T04:00:00.000Z', '2026-10-25T05:00:00.000Z'],
  ['2026-01-10T13:00:00Z', { time: '00:30', zone: 'Pacific/Auckland' }, '2026-01-10T11:30:00.000Z', '2026-01-11T11:30:00.000Z'],
  ['2026-01-10T23:59:00Z', { time: '23:59', zone: 'UTC' }, '2026-01-10T23:59:00.000Z', '2026-01-11T23:59:00.000Z'],
])('at %s the deadlines of %j are %s and %s', (now, daily, last, next) => {
  const { last: before, next: after } = deadlinesAround(new Date(now), daily)
  expect([new Date(before).toISOString(), new Date(after).toISOString()]).toEqual([last, next])
})
