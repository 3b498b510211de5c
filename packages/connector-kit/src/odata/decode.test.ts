import { expect, test } from 'vitest'
import { decodeCollection } from './decode.ts'
import { etagOf, linkedRows, textOf } from './row.ts'

const row = { A: '1' }

test.each([
  ['V2', { d: { results: [row], __next: 'http://x/y?$skiptoken=1', __count: '12' } }, { next: 'http://x/y?$skiptoken=1', count: 12 }],
  ['V2, empty', { d: { results: [] } }, { rows: [] }],
  ['V2 as an array', { d: [row] }, {}],
  [
    'V4',
    { '@odata.context': 'c', '@odata.count': 3, value: [row], '@odata.nextLink': 'A?$skiptoken=1' },
    { context: 'c', count: 3, next: 'A?$skiptoken=1' },
  ],
  ['V4, count as text', { '@odata.count': '3', value: [row] }, { count: 3 }],
  ['an invalid count', { d: { results: [row], __count: '-1' } }, {}],
])('%s', (_, json, expected) => {
  expect(decodeCollection(json, 'GET /A')).toEqual({ rows: [row], next: undefined, context: undefined, count: undefined, ...expected })
})

test.each([[null], [[]], ['text'], [{}], [{ d: { A: '1' } }], [{ d: null, value: [row] }], [{ value: [1] }], [{ d: { results: 'x' } }]])(
  '%j is no collection',
  (json) => {
    expect(() => decodeCollection(json, 'GET /A')).toThrow(expect.objectContaining({ code: 'setup.answer-unexpected' }))
  },
)

test.each([
  [{ to_Item: { results: [row] } }, [row]],
  [{ _Item: [row] }, [row]],
  [{ to_Item: row }, [row]],
  [{ to_Item: { __deferred: { uri: 'x' } } }, []],
  [{ to_Item: null }, []],
  [{}, []],
])('the entities behind %j', (from, expected) => {
  expect(linkedRows(from, 'to_Item', '_Item')).toEqual(expected)
})

test('what holds no entities is unexpected', () => {
  expect(() => linkedRows({ to_Item: 'x' }, 'to_Item')).toThrow(expect.objectContaining({ code: 'setup.answer-unexpected' }))
})

test('text and versions of a row', () => {
  expect([textOf({ A: ' ', B: ' b ' }, 'A', 'B'), textOf({ A: 7 }, 'A'), textOf({ A: true }, 'A')]).toEqual(['b', '7', undefined])
  expect([etagOf({ __metadata: { etag: 'W/"1"' } }), etagOf({ '@odata.etag': 'W/"2"' }), etagOf({})]).toEqual(['W/"1"', 'W/"2"', undefined])
})
