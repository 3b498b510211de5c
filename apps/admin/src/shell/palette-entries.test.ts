import { expect, test } from 'vitest'
import { isFuzzyMatch, matchGroups, pathOfId } from './palette-entries.ts'

const entry = (title: string) => ({ id: title, title, run() {} })
const titlesOf = (query: string, ...titles: string[]) =>
  matchGroups([{ title: 'Go to', entries: titles.map(entry) }], query).flatMap(({ entries }) => entries.map(({ title }) => title))

test.each([
  ['Sync logs', 'sylo', true],
  ['Sync logs', 'SYNC', true],
  ['Sync logs', '', true],
  ['Sync logs', 'ogs y', false],
  ['Sync logs', 'x', false],
])('%s fits %s: %s', (title, query, fits) => {
  expect(isFuzzyMatch(title, query)).toBe(fits)
})

test('what has the query as one piece comes first', () => {
  expect(titlesOf('log', 'Large old gadget', 'Sync logs')).toEqual(['Sync logs', 'Large old gadget'])
})

test('a group without a fitting entry is left out', () => {
  expect(matchGroups([{ title: 'Go to', entries: [entry('Now')] }], 'xyz')).toEqual([])
})

test('an id leads to its page, other texts do not', () => {
  expect(pathOfId(' log_0123456789abcdef0abcdefghabcdef ')).toBe('/sync-logs/log_0123456789abcdef0abcdefghabcdef')
  expect(pathOfId('erp_0123456789abcdef')).toBe('/erp-connections/erp_0123456789abcdef')
  expect(pathOfId('inc_0123456789abcdef')).toBe('/incidents/inc_0123456789abcdef')
  expect(pathOfId('hook_0123456789abcdef')).toBeNull()
  expect(pathOfId('order 4711')).toBeNull()
})
