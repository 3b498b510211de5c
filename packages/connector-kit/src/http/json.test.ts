import { expect, test } from 'vitest'
import { isCutJson, parseJson, TooDeepError } from './json.ts'

test.each([
  ['{"a":0.1}', { a: 0.1 }],
  ['{"a":12.50}', { a: 12.5 }],
  ['{"sku":1.50,"price":1.50}', { sku: '1.50', price: 1.5 }],
  ['{"lines":[{"itemNo" : -1.10 }]}', { lines: [{ itemNo: '-1.10' }] }],
  ['{"id":100.0,"code":1.5}', { id: 100, code: 1.5 }],
  ['{"order_id":4.50002E+09,"total":4.50002E+09,"no":1.2345678E7}', { order_id: '4.50002E+09', total: 4500020000, no: 12345678 }],
  ['{"note":"\\"sku\\": 1.50, ok","x":"sku","id":2.50}', { note: '"sku": 1.50, ok', x: 'sku', id: '2.50' }],
  ['[1e3]', [1000]],
  ['\uFEFF{"a":1}', { a: 1 }],
  ['{"id":300000046987012345}', { id: '300000046987012345' }],
  ['{"id":9007199254740993}', { id: '9007199254740993' }],
  ['{"v":0.12345678901234567890}', { v: '0.12345678901234567890' }],
  ['{"v":100.00000000000000000}', { v: 100 }],
  ['{"v":1e400}', { v: '1e400' }],
  ['{"text":"12345678901234567890","n":5}', { text: '12345678901234567890', n: 5 }],
  ['{"a":1,"a":2,"long":1234567890123456789}', { a: 2, long: '1234567890123456789' }],
])('%s loses no digit', (text, value) => {
  expect(parseJson(text)).toEqual(value)
})

test('what is no JSON is a SyntaxError, on both ways', () => {
  for (const text of ['{"a":', '<html>', '{"a":1234567890123456789']) expect(() => parseJson(text)).toThrow(SyntaxError)
})

test.each([
  ['{"data":[{"id":"1","name":"half', true],
  ['[1,2', true],
  ['{"a":"x\\"', true],
  ['', true],
  ['{"a":1}', false],
  ['{"a":1}}', false],
  ['[}', false],
  ['<html>', false],
  ['OK', false],
])('%j is cut: %s', (text, cut) => {
  expect(isCutJson(text)).toBe(cut)
})

test.each([
  ['objects', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
  ['lists with a long number', `${'['.repeat(20_000)}1234567890123456789${']'.repeat(20_000)}`],
])('%s within each other without end are refused', (_, text) => {
  expect(() => parseJson(text)).toThrow(TooDeepError)
})

test('a number without end stays text, and takes no time', { timeout: 1000 }, () => {
  const digits = `1${'0'.repeat(200_000)}1`
  expect(parseJson(`{"a":${digits},"b":0.${digits}}`)).toEqual({ a: digits, b: `0.${digits}` })
})

test('a name that means something to JavaScript is a name like others', () => {
  for (const text of ['{"__proto__":{"x":1},"constructor":2}', '{"__proto__":{"x":1},"constructor":2,"long":1234567890123456789}']) {
    expect(parseJson(text)).toMatchObject({ constructor: 2 })
    expect(({} as { x?: unknown }).x).toBeUndefined()
  }
})
