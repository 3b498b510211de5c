import { expect, test } from 'vitest'
import { decimalDifference } from './decimal-difference.ts'

test.each([
  ['12.50', '13.00', '+0.50'],
  ['13', '12.9', '−0.1'],
  ['-1', '1', '+2'],
  ['0.1', '0.3', '+0.2'],
  ['99999999999999999999.01', '99999999999999999999.02', '+0.01'],
])('from %s to %s it is %s', (from, to, difference) => {
  expect(decimalDifference(from, to)).toBe(difference)
})

test.each([
  ['1.0', '1.00'],
  ['1', 'one'],
  [null, '1'],
  ['2026-01-01', '2026-01-02'],
])('there is none from %s to %s', (from, to) => {
  expect(decimalDifference(from, to)).toBeNull()
})
