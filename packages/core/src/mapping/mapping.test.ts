import { describe, expect, test } from 'vitest'
import { AppError } from '../kernel/errors.ts'
import { assertKnownFields } from './check-fields.ts'
import { FieldMapping, Filters, type Mapped, type MappingSettings, Transformation } from './mapping.ts'
import { openMapping } from './open-mapping.ts'

const read = ({ fieldMapping, transformations, filters }: Record<string, unknown>): MappingSettings => ({
  ...(fieldMapping !== undefined && { fieldMapping: FieldMapping.parse(fieldMapping) }),
  ...(transformations !== undefined && { transformations: Transformation.array().parse(transformations) }),
  ...(filters !== undefined && { filters: Filters.parse(filters) }),
})
const source = (raw: Record<string, unknown>, fields: Record<string, unknown> = {}) => ({ id: 'P1', fields, raw, changedAt: null })
const map = (settings: Record<string, unknown>, raw: Record<string, unknown>, fields: Record<string, unknown> = {}): Mapped | undefined => {
  const mapper = openMapping(read(settings), new AbortController().signal)?.mapperFor([])
  if (mapper instanceof Promise) throw new Error('A mapping without expressions returns its mapper at once')
  return mapper?.(source(raw, fields))
}
const fieldsOf = (...given: Parameters<typeof map>) => {
  const result = map(...given)
  return result?.kind === 'mapped' ? result.record.fields : result
}

describe('field mapping', () => {
  test('reads nested values and items of lists, and leaves the other fields as the connector found them', () => {
    const raw = { head: { texts: [{ lang: 'de', text: 'Becher' }] }, 'odata.etag': 'x' }
    const fieldMapping = { name: 'head.texts[0].text', sourceVersion: 'odata.etag' }
    expect(fieldsOf({ fieldMapping }, raw, { sku: '1', name: 'wrong' })).toEqual({ sku: '1', name: 'Becher', sourceVersion: 'x' })
  })
  test('removes a field that the row does not have, and does not guess', () => {
    expect(fieldsOf({ fieldMapping: { name: 'nowhere.to.be.found' } }, {}, { name: 'guessed' })).toEqual({})
  })
  test('fills lists item by item, and creates missing lists and objects', () => {
    const raw = { items: [{ art: 'A', n: 2 }, { art: 'B' }] }
    const fieldMapping = { 'lines[].sku': 'items[].art', 'lines[].quantity': 'items[].n', 'shipTo.city': 'items[1].art' }
    expect(fieldsOf({ fieldMapping }, raw)).toEqual({ lines: [{ sku: 'A', quantity: 2 }, { sku: 'B' }], shipTo: { city: 'B' } })
  })
  test('can give the record another id', () => {
    expect(map({ fieldMapping: { id: 'number' } }, { number: 7 })).toMatchObject({ record: { id: '7' } })
    expect(map({ fieldMapping: { id: 'number' } }, {})).toMatchObject({ record: { id: '' } })
  })
  test.each(['', 'a..b', '[]', '__proto__.x', 'a.constructor', 'a[b]'])('refuses "%s" as a path', (path) => {
    expect(FieldMapping.safeParse({ name: path }).success).toBe(false)
  })
})

const done = (operation: string, value: unknown, before: unknown, more: Record<string, unknown> = {}) => {
  const result = fieldsOf(
    { transformations: [{ field: 'x', operation, ...(value !== undefined && { value }) }] },
    {},
    { x: before, ...more },
  )
  return 'x' in (result ?? {}) ? (result as { x: unknown }).x : result
}

test.each([
  ['trim', undefined, '  a ', 'a'],
  ['upper', undefined, 'straße', 'STRASSE'],
  ['uppercase', undefined, 'a', 'A'],
  ['lower', undefined, 'ÄB', 'äb'],
  ['replace', { search: '.', replacement: '$&' }, 'a.b.', 'a$&b$&'],
  ['pad', { length: 5 }, 42, '00042'],
  ['pad', { length: 3, character: '-', side: 'end' }, 'a', 'a--'],
  ['strip leading zeros', undefined, '000', '0'],
  ['stripLeadingZeros', undefined, '00412', '412'],
  ['strip_leading_zeros', undefined, '00A1', '00A1'],
  ['number', { decimal: ',', group: '.' }, '1.234,50', '1234.50'],
  ['multiply', 0.01, '1999', '19.99'],
  ['multiply', '3', '0.1', '0.3'],
  ['multiply', '99999999.99', '99999999999.99', '9999999998999000000.0001'],
  ['round', 2, '2.345', '2.35'],
  ['round', { digits: 2, mode: 'half_even' }, '2.345', '2.34'],
  ['round', 2, '0.123456789012345678901234567890', '0.12'],
  ['round', 2, 10 / 3, '3.33'],
  ['round', 4, 2 / 3, '0.6667'],
  ['round', 2, '8704.112999999999', '8704.11'],
  ['round', 2, '2.6749999999999998', '2.68'],
  ['round', 2, '1.00499999999', '1'],
  ['round', 2, '1.23456789012345e-3', '0'],
  ['round', 2, 5.551115123125783e-17, '0'],
  ['round', 2, 1e-9, '0'],
  ['round', 8, '-0.000000005000000001', '-0.00000001'],
  ['multiply', '1.19', '0.123456789012', '0.14691357892428'],
  ['number', { decimal: ',' }, '1,234567890123', '1.234567890123'],
  ['date', 'dd.MM.yyyy', '24.12.2026', '2026-12-24'],
  ['date', { format: 'dd.MM.yyyy HH:mm', zone: 'Europe/Berlin' }, '24.12.2026 00:30', '2026-12-23T23:30:00.000Z'],
  ['boolean', { true: ['Aktiv'], false: ['gesperrt'] }, 'AKTIV', true],
  ['default', 'EUR', ' ', 'EUR'],
  ['default', 'EUR', 'USD', 'USD'],
  ['lookup', { table: { ST: 'EA' } }, 'ST', 'EA'],
  ['lookup', { table: { ST: 'EA' }, fallback: 'PC' }, 'KG', 'PC'],
  ['split', { separator: '/', index: -1 }, 'a/b/c', 'c'],
])('%s %j turns %j into %j', (operation, value, before, after) => {
  expect(done(operation, value, before)).toBe(after)
})

test('concat joins fields and values of the row, and leaves out empty ones', () => {
  const value = { fields: ['a', 'b', 'raw.deep.c'], separator: '-' }
  const transformations = [{ field: 'x', operation: 'concat', value }]
  expect(fieldsOf({ transformations }, { deep: { c: 3 } }, { a: 'A', b: '' })).toMatchObject({ x: 'A-3' })
})

test('steps are applied in their order, in every line of a list', () => {
  const transformations = [
    { field: 'lines[].price', operation: 'number', value: { decimal: ',' } },
    { field: 'lines[].price', operation: 'multiply', value: '1.19' },
    { field: 'lines[].price', operation: 'round', value: 2 },
  ]
  expect(fieldsOf({ transformations }, {}, { lines: [{ price: '9,99' }, { price: '1,00' }, {}] })).toEqual({
    lines: [{ price: '11.89' }, { price: '1.19' }, {}],
  })
})

test.each([
  ['number', undefined, 'abc', 'is not a number'],
  ['multiply', 2, 'abc', 'is not a decimal number'],
  ['date', 'dd.MM.yyyy', '2026-12-24', 'is not a date of the form "dd.MM.yyyy"'],
  ['boolean', { true: ['a'], false: ['b'] }, 'c', 'is in neither list'],
  ['lookup', { table: {} }, 'constructor', 'is not in the table'],
  ['trim', undefined, { a: 1 }, 'is not a plain value'],
])('%s says what is wrong with %j', (operation, value, before, message) => {
  expect(done(operation, value, before)).toEqual({
    kind: 'faulty',
    faults: [{ path: 'x', message: expect.stringContaining(message), value: before }],
    id: 'P1',
  })
})

test('an absent value stays absent unless there is a default', () => {
  expect(done('number', undefined, null)).toBeNull()
  expect(done('upper', undefined, '')).toBe('')
})

test.each([
  [{ field: 'x', operation: 'explode' }],
  [{ field: 'x', operation: 'trim', value: 1 }],
  [{ field: 'x', operation: 'round', value: 9 }],
  [{ field: 'x', operation: 'multiply', value: 'abc' }],
  [{ field: '', operation: 'trim' }],
  [{ field: 'x', operation: 'replace', value: { search: '' } }],
])('refuses %j', (transformation) => {
  expect(Transformation.safeParse(transformation).success).toBe(false)
})

const isTaken = (filters: unknown, fields: Record<string, unknown>, raw: Record<string, unknown> = {}) =>
  map({ filters }, raw, fields)?.kind === 'mapped'

test.each([
  [{ active: true }, { active: true }, true],
  [{ active: true }, { active: 'true' }, true],
  [{ active: true }, { active: false }, false],
  [{ category: ['A', 'B'] }, { category: 'B' }, true],
  [{ category: ['A', 'B'] }, { category: 'C' }, false],
  [[{ field: 'price', operator: 'gte', value: '10' }], { price: '9.99' }, false],
  [[{ field: 'price', operator: 'gte', value: 10 }], { price: '10.00' }, true],
  [[{ field: 'price', operator: 'lt', value: '999999999999999999' }], { price: '999999999999999998.99' }, true],
  [[{ field: 'price', operator: 'gt', value: 0 }], {}, false],
  [[{ field: 'name', operator: 'contains', value: 'Mug' }], { name: 'Blue Mug' }, true],
  [[{ field: 'sku', operator: 'starts_with', value: 'GS-' }], { sku: 'XX-1' }, false],
  [[{ field: 'barcode', operator: 'exists' }], { barcode: ' ' }, false],
  [[{ field: 'barcode', operator: 'exists', value: false }], {}, true],
  [[{ field: 'lines[].sku', value: 'B' }], { lines: [{ sku: 'A' }, { sku: 'B' }] }, true],
  [
    [
      { field: 'a', operator: 'ne', value: '1' },
      { field: 'b', operator: 'not_in', value: ['2'] },
    ],
    { a: '2', b: '2' },
    false,
  ],
])('the filter %j takes %j: %s', (filters, fields, taken) => {
  expect(isTaken(filters, fields)).toBe(taken)
})

test('a filter can use the row as the ERP sent it', () => {
  expect(isTaken([{ field: 'raw.flags.web', value: 'X' }], {}, { flags: { web: 'X' } })).toBe(true)
})

test('a filter without a fitting value is refused', () => {
  for (const filter of [{ field: 'a', operator: 'in', value: 'x' }, { field: 'a', value: ['x'] }, { field: 'a' }])
    expect(Filters.safeParse([filter]).success).toBe(false)
})

test('a mapping that names unknown fields is refused, and the message lists the known ones', () => {
  const settings = read({ fieldMapping: { naem: 'x', id: 'y' }, filters: [{ field: 'raw.x', value: 1 }] })
  const error = (() => {
    try {
      assertKnownFields('products', settings)
    } catch (thrown) {
      return thrown as AppError
    }
  })()
  expect(error).toBeInstanceOf(AppError)
  expect(error?.details?.issues).toEqual([
    { path: 'settings.fieldMapping.naem', message: expect.stringContaining('the fields are sku, name') },
  ])
})

test('a date format that names a unit twice is refused, because matching it could take time without end', () => {
  const isTaken = (value: unknown) => Transformation.safeParse({ field: 'name', operation: 'date', value }).success
  expect(['dd.MM.yyyy HH:mm:ss', "d 'day' LLL yy", 'yyyyMMdd', "yyyy-MM-dd'T'HH:mm:ss.SSSZZ"].map(isTaken)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(['yd'.repeat(8), 'dd MM dd', { format: 'ySyS' }].map(isTaken)).toEqual([false, false, false])
})

test('the worst date format and text take no time', { timeout: 1000 }, () => {
  const transformations = [{ field: 'name', operation: 'date', value: 'yuSdMLHhmsokWEcnGqa' }]
  expect(map({ transformations }, {}, { name: `${'1'.repeat(60)}x` })).toMatchObject({ kind: 'faulty' })
})

test('text that grows with each step is stopped before it fills the memory', () => {
  const grow = { field: 'name', operation: 'replace', value: { search: 'a', replacement: 'a'.repeat(1000) } }
  const join = { field: 'name', operation: 'concat', value: { fields: Array.from({ length: 20 }, () => 'name') } }
  for (const step of [grow, join]) {
    const transformations = Array.from({ length: 20 }, () => step)
    expect(map({ transformations }, {}, { name: 'aaaa' })).toMatchObject({ kind: 'faulty' })
  }
})

test.each([
  ['an open bracket', 'a[', '(at character 2)'],
  ['an open block', 'a.b.(', '(at character 5)'],
  ['half a sum', '1 +', 'is not a JSONata expression'],
  ['endless nesting', '('.repeat(4000), 'is not a JSONata expression'],
  ['an empty text', '', 'Too small'],
  ['a long text', 'a'.repeat(5001), 'Too big'],
  ['a number', 7, 'expected string'],
  ['no value', undefined, 'expected string'],
])('jsonata: %s is refused when it is stored', (_, value, message) => {
  const { error } = Transformation.safeParse({ field: 'x', operation: 'jsonata', value })
  expect(error?.issues.map(({ path }) => path)).toEqual([['value']])
  expect(error?.issues[0]?.message).toContain(message)
})
