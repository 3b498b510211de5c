import { expect, test } from 'vitest'
import { commonestReason, isTooMany } from './judge-rejects.ts'

test.each([
  [0, 0, false],
  [1, 1, true],
  [9, 8, false],
  [9, 9, true],
  [10, 5, false],
  [10, 6, true],
  [5000, 5000, true],
  [5000, 2500, false],
])('of %i records %i rejects are too many: %s', (read, rejected, expected) => {
  expect(isTooMany({ read, rejected }, 0.5)).toBe(expected)
})

test('all rejected is too many whatever the share', () => {
  expect(isTooMany({ read: 20, rejected: 20 }, 1)).toBe(true)
  expect(isTooMany({ read: 20, rejected: 19 }, 1)).toBe(false)
})

test('the commonest reason is named with an example', () => {
  const reject = (recordId: string, path: string, value: unknown) => ({
    recordId,
    page: 1,
    errors: [{ path, message: 'is no number', value }],
  })
  expect(commonestReason([reject('a', 'total', null), reject('b', 'price', 'on request'), reject('c', 'price', 'x')])).toBe(
    'price: is no number (record "b", "on request")',
  )
  expect(commonestReason([])).toBeNull()
})
