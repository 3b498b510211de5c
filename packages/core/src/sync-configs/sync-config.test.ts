import { expect, test } from 'vitest'
import { PausedUntil } from './sync-config.ts'

test.each(['-271821-04-19T23:59:59Z', '+275761-01-01T00:00:00Z', '2026-02-30T00:00:00Z', 'tomorrow', ''])(
  'a pause until %j is refused',
  (text) => {
    expect(PausedUntil.safeParse(text).success).toBe(false)
  },
)

test('the end of a pause is kept in UTC', () => {
  expect(PausedUntil.parse('2026-03-01T01:00:00+01:00')).toBe('2026-03-01T00:00:00.000Z')
})
