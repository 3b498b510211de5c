import { expect, test } from 'vitest'
import { overlapped, timeWindows } from './time-window.ts'

const hour = 3_600_000
const at = (hours: number) => new Date(Date.UTC(2026, 0, 31) + hours * hour).toISOString()

test.each([
  [
    0,
    5,
    2,
    [
      [0, 2],
      [2, 4],
      [4, 5],
    ],
  ],
  [
    0,
    4,
    2,
    [
      [0, 2],
      [2, 4],
    ],
  ],
  [0, 1, 24, [[0, 1]]],
  [3, 3, 2, [[3, 3]]],
  [4, 3, 2, []],
])('from hour %i to %i in windows of %i', (since, until, size, expected) => {
  expect([...timeWindows(at(since), at(until), size * hour)]).toEqual(
    expected.map(([from = 0, to = 0]) => ({ from: at(from), to: at(to) })),
  )
})

test('an overlap goes back in time, to the beginning of the day if the ERP knows no hours', () => {
  expect(overlapped('2026-03-01T10:00:00.000Z', 300_000)).toBe('2026-03-01T09:55:00.000Z')
  expect(overlapped('2026-03-01T00:02:00.000Z', 300_000, 'day')).toBe('2026-02-28T00:00:00.000Z')
})
