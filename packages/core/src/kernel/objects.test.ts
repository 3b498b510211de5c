import { expect, test } from 'vitest'
import { isObject, ownValue } from './objects.ts'

test('an object is neither null nor a list', () => {
  expect([{}, { a: 1 }, Object.create(null)].map(isObject)).toEqual([true, true, true])
  expect([null, undefined, [], 'text', 1, () => 1].map(isObject)).toEqual([false, false, false, false, false, false])
})

test('reads fields and items, but nothing inherited', () => {
  expect(ownValue({ a: 1 }, 'a')).toBe(1)
  expect(ownValue(['x'], '0')).toBe('x')
  expect(ownValue({}, 'constructor')).toBeUndefined()
  expect(ownValue(null, 'a')).toBeUndefined()
})
