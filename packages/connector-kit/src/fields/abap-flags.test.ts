import { expect, test } from 'vitest'
import { isBlankFalse } from './abap-flags.ts'

test.each([
  [[{ active: 'X' }, { active: '' }], true],
  [[{ active: ' ' }, { active: '' }], null],
  [[{ active: 'Y' }, { active: '' }], false],
  [[{ active: true }, { active: false }], false],
  [[{ name: 'A' }, 'no row'], null],
])('%j says whether a blank flag is false', (rows, expected) => {
  expect(isBlankFalse(rows, 'products')).toBe(expected)
})
