import { expect, test } from 'vitest'
import { Decimal } from './decimal.ts'
import { day, flag, instant, lines, oneOf, optional, text, toInstant } from './fields.ts'
import { unreadableValue } from './unreadable.ts'

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

test.each([
  ['2026-11-24T00:00:00+01:00', '2026-11-24'],
  ['2026-11-24 00:00:00', '2026-11-24'],
  ['2024-02-29', '2024-02-29'],
])('the day of %s is the one that is written', (given, expected) => {
  expect(day.parse(given)).toBe(expected)
})

test.each(['2026-02-30', '2026-02-29', '2026-13-01', '2026-02-30T10:00:00Z'])('%s does not exist', (given) => {
  expect(toInstant(given)).toBeNull()
  expect(day.safeParse(given).success).toBe(false)
  expect(optional(day).safeParse(given).success).toBe(false)
})

test.each(['0000-00-00', '00000000', '0000-00-00 00:00:00', '0001-01-01', '0001-01-01T00:00:00Z', '1900-01-01', '9999-12-31', false, 0])(
  '%j stands for no date, and is not a date',
  (given) => {
    expect(optional(day).parse(given)).toBeUndefined()
    expect(optional(instant).parse(given)).toBeUndefined()
    expect(day.safeParse(given).success).toBe(false)
  },
)

test('a value that a connector could not read is rejected with its evidence, in any field', () => {
  const value = unreadableValue('"1,459" can be read in two ways', '1,459')
  for (const schema of [text(), optional(Decimal), optional(day), flag, lines(Decimal)])
    expect(schema.safeParse(value).error?.issues[0]?.message).toMatch(/two ways|list/)
})
