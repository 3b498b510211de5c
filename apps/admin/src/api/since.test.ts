import { expect, test } from 'vitest'
import { sinceOf } from './since.ts'

const now = new Date('2026-11-29T12:00:00.000Z')

test.each([
  ['-24h', '2026-11-28T12:00:00.000Z'],
  ['-7d', '2026-11-22T12:00:00.000Z'],
  ['2026-11-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'],
])('%s means %s', (text, time) => {
  expect(sinceOf(text, now)).toBe(time)
})
