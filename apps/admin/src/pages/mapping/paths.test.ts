import { expect, test } from 'vitest'
import { pathsOf, shortValue } from './paths.ts'

test('each place of a row is a path with its value, of a list its items together and the first', () => {
  const row = { artikel: { nr: 'GS-1', preis: '' }, texts: [{ lang: 'de' }, { lang: 'en' }], tags: ['a'], 'a.b': 1 }
  expect(pathsOf(row)).toEqual([
    { path: 'artikel.nr', value: 'GS-1' },
    { path: 'artikel.preis', value: '' },
    { path: 'texts', value: row.texts },
    { path: 'texts[].lang', value: ['de', 'en'] },
    { path: 'texts[0].lang', value: 'de' },
    { path: 'tags', value: ['a'] },
    { path: 'tags[0]', value: 'a' },
    { path: 'a.b', value: 1 },
  ])
})

test('rows that are no objects, endless or huge have few paths', () => {
  expect(pathsOf('text')).toEqual([])
  expect(pathsOf(null)).toEqual([])
  expect(pathsOf(Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`c${at}`, at])))).toHaveLength(500)
})

test('a value is shown in a few characters', () => {
  expect(shortValue('x'.repeat(100))).toHaveLength(61)
  expect(shortValue(undefined)).toBe('')
  expect(shortValue(null)).toBe('null')
})
