import { expect, test } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const now = new Date('2026-03-01T10:00:00Z')
const date = 'Sun, 01 Mar 2026 12:00:00 GMT'

test.each([
  ['5', undefined, 5000],
  ['1.5', undefined, 1500],
  ['0', undefined, 1000],
  ['999999999', undefined, 86_400_000],
  ['Sun, 01 Mar 2026 10:00:30 GMT', undefined, 30_000],
  ['Sun, 01 Mar 2026 12:00:30 GMT', date, 30_000],
  ['Sun, 01 Mar 2020 12:00:30 GMT', date, 1000],
  ['Sun, 01 Mar 2026 10:00:30 GMT', 'nonsense', 30_000],
  ['-5', undefined, 1000],
  ['1, 2', undefined, 2000],
  ['soon', undefined, undefined],
  ['', undefined, undefined],
  [undefined, undefined, undefined],
])('%j with the date %j is %j ms', (header, serverDate, ms) => {
  expect(retryAfterMs(header, { date: serverDate, now })).toBe(ms)
})
