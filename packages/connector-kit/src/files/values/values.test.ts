import { expect, test } from 'vitest'
import { dateReader } from './dates.ts'
import { isDamagedKey, parseNumber, textOf } from './values.ts'

test.each([
  ['1.234,56', ',', '1234.56'],
  ['1,234.56', '.', '1234.56'],
  ['1 234,56', ',', '1234.56'],
  ['1\u00a0234\u00a0567,5', ',', '1234567.5'],
  ['1\u202f234,56', ',', '1234.56'],
  ["1'234.56", '.', '1234.56'],
  ['1’234.56', '.', '1234.56'],
  ['123.45-', '.', '-123.45'],
  ['(123.45)', '.', '-123.45'],
  ['+5', '.', '5'],
  ['−5', '.', '-5'],
  ['€ 12,50', ',', '12.50'],
  ['-12,50 €', ',', '-12.50'],
  ['$-3.00', '.', '-3.00'],
  ['USD 1,000', '.', '1000'],
  ['1,000', ',', '1.000'],
  ['.5', '.', '0.5'],
  ['000123', '.', '123'],
  ['123456789012345678.12345678', '.', '123456789012345678.12345678'],
] as const)('%s with the decimal sign %s is %s', (text, decimal, number) => {
  expect(parseNumber(text, { decimal })).toBe(number)
})

test.each([
  '',
  '-',
  'abc',
  '1.5E3',
  '1.23E+11',
  '12,34',
  '1,2345',
  '0,500',
  '000,123',
  '1,234,5',
  '1.2.3',
  '--5',
  '(-5)',
  '5.5-5',
  '1 2',
  '12 EUR USD x',
  '9'.repeat(70),
])('%j is not a number with a decimal point', (text) => {
  expect(parseNumber(text, { decimal: '.' })).toBeUndefined()
})

test('the decimal point can be implied', () => {
  expect(parseNumber('0000012345', { decimal: '.', impliedDecimals: 2 })).toBe('123.45')
  expect(parseNumber('5-', { decimal: '.', impliedDecimals: 2 })).toBe('-0.05')
  expect(parseNumber('1.5', { decimal: '.', impliedDecimals: 2 })).toBeUndefined()
})

test.each([
  ['2026-01-31', 'YYYY-MM-DD', '2026-01-31'],
  ['20260131', 'YYYYMMDD', '2026-01-31'],
  ['31.01.2026', 'DD.MM.YYYY', '2026-01-31'],
  ['01/31/2026', 'MM/DD/YYYY', '2026-01-31'],
  ['31.07.2026 18:00', 'dd.MM.yyyy HH:mm', '2026-07-31T16:00:00.000Z'],
  ['2026-01-31', 'iso', '2026-01-31'],
  ['2026-01-31 18:00', 'iso', '2026-01-31T17:00:00.000Z'],
  ['2026-01-31T18:00:00.000-05:00', 'iso', '2026-01-31T23:00:00.000Z'],
  ['46053', 'excel', '2026-01-31'],
  ['46053,75', 'excel', '2026-01-31T17:00:00.000Z'],
  ['59', 'excel', '1900-02-28'],
  ['61', 'excel', '1900-03-01'],
  ['2026-01-31', 'excel', '2026-01-31'],
  ['00000000', 'YYYYMMDD', null],
  ['99991231', 'YYYYMMDD', null],
  ['01.01.1900', 'DD.MM.YYYY', null],
  ['00.00.0000', 'DD.MM.YYYY', null],
  ['0000-00-00 00:00:00', 'iso', null],
  ['', 'iso', null],
  ['60', 'excel', undefined],
  ['31.02.2026', 'DD.MM.YYYY', undefined],
  ['31/01/2026', 'MM/DD/YYYY', undefined],
  ['soon', 'iso', undefined],
])('%s as %s in Berlin is %s', (text, format, date) => {
  expect(dateReader({ format, zone: 'Europe/Berlin' })(text)).toBe(date)
})

test('an invalid zone is refused when the reader is created', () => {
  expect(() => dateReader({ format: 'iso', zone: 'Mars/Olympus' })).toThrow()
})

test.each(['', '  ', 'NULL', 'null', '\\N', '-', '#N/A'])('%j counts as empty', (text) => {
  expect(textOf(text)).toBeNull()
})

test('a key that a spreadsheet has damaged is distinguished from one that only looks so', () => {
  expect(['1.23E+11', '4,01234E+12', ' 4E+12 '].map(isDamagedKey)).toEqual([true, true, true])
  expect([' 00012 ', '12E4', '1.23E-X', '', '4006381333931'].map(isDamagedKey)).toEqual([false, false, false, false, false])
})
