import { asCursor } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { fromCursor, toCursor } from './cursor.ts'
import { dayLiteral, instantLiteral, textLiteral } from './literals.ts'
import { nextLink } from './next-link.ts'
import { queryOptions, withMissing, withParameters } from './query.ts'

test('literals', () => {
  expect(textLiteral("O'Neil")).toBe("'O''Neil'")
  expect(instantLiteral('v2', '2026-01-31T00:00:00.000Z')).toBe("datetimeoffset'2026-01-31T00:00:00.000Z'")
  expect(instantLiteral('v4', '2026-01-31T00:00:00.000Z')).toBe('2026-01-31T00:00:00.000Z')
  expect([dayLiteral('v2', '2026-01-31'), dayLiteral('v4', '2026-01-31')]).toEqual(["datetime'2026-01-31T00:00:00'", '2026-01-31'])
})

test('a query has no plus in it and keeps the names of its options', () => {
  const url = withParameters(new URL('https://sap/A?sap-client=100&x=1'), new Map([['$filter', "A eq 'b+c d'"]]), ['x'])
  expect(url.search).toBe('?sap-client=100&$filter=A%20eq%20%27b%2Bc%20d%27')
  expect(withMissing(url, new Map([['sap-client', '200']])).search).toBe(url.search)
  expect(withMissing(url, new Map([['sap-language', 'EN']])).search).toBe(`${url.search}&sap-language=EN`)
})

test.each([
  ['v2', { $filter: 'x', $orderby: 'A,B', $expand: 'C', $top: '5', $inlinecount: 'allpages' }],
  ['v4', { $filter: 'x', $orderby: 'A,B', $expand: 'C', $top: '5', $count: 'true' }],
] as const)('the options of %s', (version, expected) => {
  const options = queryOptions(version, { filter: 'x', orderBy: ['A', 'B'], expand: ['C'], select: [], top: 5, count: true })
  expect(Object.fromEntries(options)).toEqual(expected)
})

const asked = new URL('https://gw.example/prefix/sap/opu/S/A?$filter=x')
test.each([
  ['none', {}, null],
  ['another host', { next: 'https://inner:44300/prefix/sap/opu/S/A?$skiptoken=1' }, '/prefix/sap/opu/S/A?$skiptoken=1'],
  ['without our prefix', { next: 'https://inner/sap/opu/S/A?$skiptoken=1' }, '/prefix/sap/opu/S/A?$skiptoken=1'],
  ['another path', { next: 'https://inner/sap/opu/S/B?$skiptoken=1' }, '/sap/opu/S/B?$skiptoken=1'],
  ['relative', { next: 'A?$skiptoken=1' }, '/prefix/sap/opu/S/A?$skiptoken=1'],
  ['relative to a context', { next: 'A?$skiptoken=1', context: 'https://inner/sap/opu/S/$metadata#A' }, '/prefix/sap/opu/S/A?$skiptoken=1'],
  ['relative to a relative context', { next: "B('1')/A?$skiptoken=1", context: '../$metadata#A' }, "/prefix/sap/opu/B('1')/A?$skiptoken=1"],
])('the next link: %s', (_, links, expected) => {
  expect(nextLink(links, asked)).toBe(expected)
})

test('a position survives being a cursor', () => {
  const position = { link: '/A?$skiptoken=1', read: 20, before: 3, from: '2024-01-01T00:00:00.000Z', total: 60, carry: { a: 1 } }
  expect(fromCursor(toCursor(position), 'https://sap')).toEqual(position)
})

test.each([
  '',
  'x',
  '{}',
  '{"link":"A","read":0,"before":0}',
  '{"link":"//evil/A","read":0,"before":0}',
  '{"link":"/\\\\evil/A","read":0,"before":0}',
  '{"link":"/A","read":-1,"before":0}',
])('the cursor %j is refused', (text) => {
  expect(() => fromCursor(asCursor(text), 'https://sap')).toThrow(expect.objectContaining({ code: 'setup.settings-invalid' }))
})
