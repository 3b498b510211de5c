import { expect, test } from 'vitest'
import { believableTotal } from './totals.ts'

test.each([
  [undefined, 10, true, {}],
  [50, 10, true, { total: 50 }],
  [10, 10, false, { total: 10 }],
  [10, 10, true, {}],
  [5, 10, false, {}],
  [0, 0, false, { total: 0 }],
])('a total of %s with %i rows, more to come: %s', (total, received, isMore, expected) => {
  expect(believableTotal(total, received, isMore)).toEqual(expected)
})
