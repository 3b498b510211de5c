import { expect, test } from 'vitest'
import { excerptOf } from './excerpt.ts'

test.each([
  [{ a: [1, 'x', null, true, { b: undefined }] }, { a: [1, 'x', null, true, { b: null }] }],
  [
    { big: 123456789012345678901n, at: new Date(0) },
    { big: '123456789012345678901', at: '1970-01-01T00:00:00.000Z' },
  ],
  [null, null],
  ['text', 'text'],
])('a small value is shown whole', (whole, shown) => {
  expect(excerptOf(whole)).toEqual({ value: shown, shortened: false })
})

test.each([
  ['a long text', 'x'.repeat(5_000_000)],
  ['a long list', Array.from({ length: 1_000_000 }, (_, at) => at)],
  ['many long texts', Array.from({ length: 90 }, () => 'x'.repeat(1999))],
  ['many fields', Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`field${at}`, at]))],
  ['long names', Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`${at}`.repeat(5000), at]))],
  ['many lists in lists', Array.from({ length: 99 }, () => Array.from({ length: 99 }, () => Array.from({ length: 99 }, () => 'x')))],
])('%s is shortened, and says so', (_, whole) => {
  const { value, shortened } = excerptOf(whole)
  expect(shortened).toBe(true)
  expect(JSON.stringify(value)).toContain('…')
  expect(JSON.stringify(value).length).toBeLessThan(40_000)
})

test('deep nesting is cut', () => {
  let nested: unknown = 'inside'
  for (let depth = 0; depth < 150; depth += 1) nested = [nested]
  expect(JSON.stringify(excerptOf(nested))).toContain('…')
})
