import { expect, test } from 'vitest'
import { day, flag, oneOf, optional, text, toInstant } from './fields.ts'

test.each([
  ['2026-01-31T10:00:00Z', '2026-01-31T10:00:00.000Z'],
  ['2026-01-31T10:00:00+02:00', '2026-01-31T08:00:00.000Z'],
  ['2026-01-31 10:00', '2026-01-31T10:00:00.000Z'],
  ['2026-01-31T10:00:00.1234567Z', '2026-01-31T10:00:00.123Z'],
  ['2026-01-31', '2026-01-31T00:00:00.000Z'],
  ['31.01.2026', null],
  ['yesterday', null],
  [20260131, null],
])('%j is the moment %j', (value, instant) => {
  expect(toInstant(value)).toBe(instant)
})

test('a day is never shifted by the local time zone', () => {
  expect(day.parse('2026-03-01T00:00:00Z')).toBe('2026-03-01')
})

test.each([
  ['X', true],
  ['n', false],
  [1, true],
  ['TRUE', true],
  [false, false],
])('%j is the flag %j', (value, expected) => {
  expect(flag.parse(value)).toBe(expected)
})

test('an absent value is left out, in whatever form it comes', () => {
  for (const nothing of [null, undefined, '', '  ']) expect(optional(text()).parse(nothing)).toBeUndefined()
})

test('keys that are numbers become text, and leading zeros are kept', () => {
  expect(text().parse(4711)).toBe('4711')
  expect(text().parse(' 0042 ')).toBe('0042')
})

test('a closed list accepts its values in any case, and nothing else', () => {
  const kind = oneOf(['non_inventory', 'kit'])
  expect(kind.parse('Non-Inventory')).toBe('non_inventory')
  expect(kind.safeParse('bundle').success).toBe(false)
})
