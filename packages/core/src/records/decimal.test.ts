import { expect, test } from 'vitest'
import { toDecimal } from './decimal.ts'

test.each([
  ['12.50', '12.50'],
  ['0012.5', '12.5'],
  ['+3', '3'],
  ['-0.00', '0.00'],
  ['.5', '0.5'],
  ['5.', '5'],
  [12.5, '12.5'],
  [0.1 + 0.2, '0.3'],
  [1e-7, '0.0000001'],
  [1e15, '1000000000000000'],
  ['100.00000000000000', '100'],
  ['1.23456789000', '1.23456789'],
  [10n, '10'],
  [' 7 ', '7'],
  ['0.30000000000000004', '0.3'],
  ['8704.112999999999', '8704.113'],
  ['-19.990000000000002', '-19.99'],
  [5.551115123125783e-17, '0'],
  ['-2.842170943040401e-14', '0'],
])('reads %s as %s', (value, text) => {
  expect(toDecimal(value)).toBe(text)
})

test.each([
  '',
  ' ',
  '-',
  '.',
  'abc',
  '1,5',
  '1e5',
  '1.5e-7',
  '1.123456789',
  '0.1234567890123456',
  '123456789.123456789',
  '1234567890123456789',
  Number.NaN,
  Number.POSITIVE_INFINITY,
  null,
  undefined,
  true,
  {},
])('refuses %s', (value) => {
  expect(toDecimal(value)).toBeNull()
})

test('very long text is not a decimal, and is rejected quickly', { timeout: 1000 }, () => {
  for (const text of [`0.${'0'.repeat(200_000)}1`, `${'0'.repeat(200_000)}x`, '1'.repeat(200_000)]) expect(toDecimal(text)).toBeNull()
})
