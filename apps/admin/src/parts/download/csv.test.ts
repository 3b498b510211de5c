import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

test('cells are quoted if that is needed', () => {
  expect(csvLine(['a', 12, undefined, 'b,c', 'say "no"'])).toBe('a,12,,"b,c","say ""no"""\r\n')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('%s is no formula any more', (text) => {
  expect(csvLine([text])).toBe(`'${text}\r\n`)
})

test('a number stays one, even if it is negative', () => {
  expect(csvLine([-5])).toBe('-5\r\n')
})
