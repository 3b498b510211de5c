import { describe, expect, test } from 'vitest'
import { inverseOf, normalisingOperations } from './inverse-operations.ts'
import { Transformation } from './mapping.ts'
import { type OperationName, operationNames } from './operations.ts'

const inverse = (operation: string, value?: unknown, push?: unknown) =>
  inverseOf(Transformation.parse({ field: 'x', operation, ...(value !== undefined && { value }), ...(push !== undefined && { push }) }))

function sent(operation: string, options: unknown, value: unknown, push?: unknown): unknown {
  const made = inverse(operation, options, push)
  if (made.kind === 'same') return value
  if (made.kind !== 'value') throw new Error(`${operation} has no inverse`)
  return made.invert(value)
}

test.each([
  ['trim', undefined, 'a', undefined, 'a'],
  ['upper', undefined, 'ABC', undefined, 'ABC'],
  ['round', 2, '2.345', undefined, '2.345'],
  ['default', 'EUR', 'EUR', undefined, 'EUR'],
  ['pad', { length: 5 }, '00042', undefined, '00042'],
  ['pad', { length: 5 }, '00042', 'strip', '42'],
  ['pad', { length: 5 }, '00000', 'strip', '0'],
  ['pad', { length: 3, character: '-', side: 'end' }, 'a--', 'strip', 'a'],
  ['strip_leading_zeros', undefined, '412', undefined, '412'],
  ['strip_leading_zeros', undefined, '412', { pad: 6 }, '000412'],
  ['strip_leading_zeros', undefined, 'A412', { pad: 6 }, 'A412'],
  ['number', { decimal: ',', group: '.' }, '1234.50', undefined, '1234,50'],
  ['number', {}, '-7', undefined, '-7'],
  ['multiply', '0.01', '19.99', undefined, '1999'],
  ['multiply', '3', '9', undefined, '3'],
  ['multiply', '-0.5', '0', undefined, '0'],
  ['date', 'dd.MM.yyyy', '2026-12-24', undefined, '24.12.2026'],
  ['date', { format: 'dd.MM.yyyy', zone: 'America/New_York' }, '2026-12-24', undefined, '24.12.2026'],
  ['date', { format: 'dd.MM.yyyy HH:mm', zone: 'Europe/Berlin' }, '2026-12-23T23:30:15.000Z', undefined, '24.12.2026 00:30'],
  ['date', { format: 'yyyy-MM-dd HH:mm ZZ', zone: 'Europe/Berlin' }, '2026-10-25T01:30:00.000Z', undefined, '2026-10-25 02:30 +01:00'],
  ['date', 'yyyyMMdd', '2026-12-24T15:00:00.000Z', undefined, '20261224'],
  ['boolean', { true: ['', 'Aktiv', 'an'], false: ['aus'] }, true, undefined, 'Aktiv'],
  ['boolean', { true: ['X'], false: ['aus'] }, false, undefined, 'aus'],
  ['lookup', { table: { ST: 'EA', KG: 'KGM' } }, 'EA', undefined, 'ST'],
  ['lookup', { table: { ST: 'EA', KG: 'KGM' }, fallback: 'PC' }, 'KGM', undefined, 'KG'],
  ['lookup', { table: { 1: 'Partially Shipped', 2: 'Shipped' } }, 'partially_shipped', undefined, '1'],
  ['lookup', { table: { J: 'yes', N: false } }, true, undefined, 'J'],
  ['lookup', { table: { a: 5, b: null, c: null } }, '5', undefined, 'a'],
  ['replace', { search: '/', replacement: '$&' }, 'a$&b', 'swap', 'a/b'],
])('%s %j: %j (push %j) is sent as %j', (operation, options, value, push, expected) => {
  expect(sent(operation, options, value, push)).toBe(expected)
})

test.each([
  ['multiply', '3', '10', undefined, 'cannot be divided by 3 exactly'],
  ['multiply', '3', 'abc', undefined, 'is not a decimal number'],
  ['multiply', '0.000001', '999999999999999999', undefined, 'cannot be divided'],
  ['multiply', '2', { a: 1 }, undefined, 'is not a plain value'],
  ['number', { decimal: ',', group: ',' }, '1.5', undefined, 'would be read back from the ERP as "15"'],
  ['date', 'dd.MM.yyyy', 'soon', undefined, 'is not a date'],
  ['date', 'dd.MM.yy', '1926-12-24', undefined, 'read back from the ERP as 2026-12-24'],
  ['date', { format: 'yyyy-MM-dd HH:mm', zone: 'Europe/Berlin' }, '2026-10-25T01:30:00.000Z', undefined, 'Europe/Berlin has twice'],
  ['date', { format: 'yyyy-MM-dd HH:mm', zone: 'Europe/Berlin' }, '2026-10-25T00:30:00.000Z', undefined, 'Europe/Berlin has twice'],
  ['date', 'yyyy-MM-dd hh', '2026-10-25T15:00:00.000Z', undefined, 'read back'],
  ['boolean', { true: ['X'] }, false, undefined, 'has no word that stands for false'],
  ['boolean', { true: ['X'], false: ['x'] }, false, undefined, 'read back from the ERP as true'],
  ['lookup', { table: { ST: 'EA' }, fallback: 'PC' }, 'PC', undefined, 'is not a result of the table'],
  ['lookup', { table: { a: 'On Hold', b: 'on-hold' } }, 'on_hold', undefined, 'could be "a" or "b"'],
  ['lookup', { table: { ' a ': 'x' } }, 'x', undefined, 'is not in the table'],
  ['replace', { search: 'a', replacement: 'b' }, 'abc', 'swap', 'read back from the ERP as "bbc"'],
  ['pad', { length: 3 }, '00001', 'strip', 'read back from the ERP as "001"'],
])('%s %j: %j (push %j) is refused: %s', (operation, options, value, push, message) => {
  expect(() => sent(operation, options, value, push)).toThrow(RangeError)
  expect(() => sent(operation, options, value, push)).toThrow(message)
})

test.each([
  ['multiply', '0.00', 'multiplied by 0'],
  ['lookup', { table: { PC: 'EA', ST: 'EA', KG: 'KGM' } }, '"PC" and "ST" both become "EA"'],
  ['lookup', { table: { a: { city: 'Berlin' } } }, '"a" becomes a list or an object'],
  ['replace', { search: 'x', replacement: 'y' }, 'has "x" replaced by "y"'],
  ['replace', { search: 'x' }, 'has every "x" removed'],
  ['concat', { fields: ['raw.name1', 'raw.name2'] }, 'put together from raw.name1 and raw.name2'],
  ['split', { separator: '/', index: 0 }, 'one part of a longer text'],
  ['jsonata', 'a.b', 'the result of an expression'],
])('%s %j has no inverse: %s', (operation, options, reason) => {
  expect(inverse(operation, options)).toEqual({ kind: 'none', reason: expect.stringContaining(reason) })
})

test.each(['concat', 'split', 'jsonata', 'replace', 'multiply'])('%s is undone by its own push expression, if it has one', (operation) => {
  const values: Record<string, unknown> = {
    concat: { fields: ['a'] },
    split: { separator: '/', index: 0 },
    jsonata: 'a',
    replace: { search: 'a' },
    multiply: 0,
  }
  expect(inverse(operation, values[operation], { jsonata: '$value & "!"' })).toEqual({ kind: 'expression', expression: '$value & "!"' })
})

/** What a push does with each operation if the transformation has no `push`. A new operation is decided upon here. */
const decisions: Readonly<Record<OperationName, readonly [kind: 'same' | 'value' | 'none', value?: unknown]>> = {
  trim: ['same'],
  upper: ['same'],
  lower: ['same'],
  round: ['same', 2],
  default: ['same', 'x'],
  pad: ['same', { length: 5 }],
  strip_leading_zeros: ['same'],
  number: ['value', {}],
  multiply: ['value', 100],
  date: ['value', 'dd.MM.yyyy'],
  boolean: ['value', { true: ['X'], false: ['-'] }],
  lookup: ['value', { table: { ST: 'EA' } }],
  replace: ['none', { search: 'a', replacement: 'b' }],
  concat: ['none', { fields: ['a'] }],
  split: ['none', { separator: '/', index: 0 }],
  jsonata: ['none', 'a'],
}

test('each operation has an inverse, is a normalisation, or is told to have none', () => {
  expect(Object.keys(decisions).sort()).toEqual([...operationNames].sort())
  for (const [operation, [kind, value]] of Object.entries(decisions)) {
    expect(inverse(operation, value).kind, operation).toBe(kind)
    if (kind === 'same') expect(normalisingOperations, operation).toContain(operation)
  }
})

test.each([null, undefined, '', '  '])('%j stays absent in every operation', (value) => {
  for (const [operation, options] of [
    ['number', {}],
    ['multiply', 2],
    ['date', 'yyyy'],
    ['boolean', { true: ['a'] }],
    ['lookup', { table: { a: 'b' } }],
  ] as const)
    expect(sent(operation, options, value)).toBe(value)
})

describe('values are compared in the form that the following steps give them', () => {
  const steps = (operation: string, value: unknown, normalise: (value: unknown) => unknown) => {
    const made = inverseOf(Transformation.parse({ field: 'x', operation, value }), normalise)
    if (made.kind !== 'value') throw new Error(`${operation} has no inverse`)
    return made
  }
  const round = (value: unknown) => Number(value).toFixed(2)
  test('a quotient without an end becomes the shortest one that is rounded to the same value', () => {
    const made = steps('multiply', '1.19', round)
    expect(made.invert('11.99')).toBe('10.076')
    expect(made.invert('11.90')).toBe('10')
    expect(made.limit).toBeNull()
  })
  test('a result of a table is found after it was put into upper case', () => {
    expect(steps('lookup', { table: { KG: 'kgm' } }, (value) => String(value).toUpperCase()).invert('KGM')).toBe('KG')
  })
})

test.each([
  ['pad', { length: 5 }, 'swap', '"swap" is only for the operation replace'],
  ['upper', undefined, 'strip', '"strip" is only for the operation pad'],
  ['pad', { length: 5 }, { pad: 5 }, '"pad" is only for the operation strip_leading_zeros'],
  ['jsonata', 'a', { jsonata: '1 +' }, 'JSONata expression'],
  ['jsonata', 'a', 'backwards', 'Invalid'],
])('%s %j refuses push %j: %s', (operation, value, push, message) => {
  const result = Transformation.safeParse({ field: 'x', operation, value, push })
  expect(result.error?.issues[0]?.path[0]).toBe('push')
  expect(JSON.stringify(result.error?.issues)).toContain(JSON.stringify(message).slice(1, -1))
})
