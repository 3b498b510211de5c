import { describe, expect, test } from 'vitest'
import type { SourceRecord } from '../records/record.ts'
import { assumptionAbout, firstAssumption, limitAfterOtherPage, limitAfterStored } from './assumption.ts'
import type { FetchedPage } from './page-write.ts'

const row = (id: string): SourceRecord => ({ id, fields: {}, raw: {}, changedAt: null })
const page = (name: string | null, rows: readonly string[], ids = rows.map((_, at) => `r${at}`)) =>
  ({ name, rows: () => rows, batch: { records: ids.map(row), next: null } }) as unknown as FetchedPage

const named = page('fingerprint', ['a', 'b'])
const unnamed = page(null, ['a', 'b'])
const withoutRows = page('fingerprint', ['a', ''])
const withOneIdTwice = page('fingerprint', ['a', 'b'], ['r1', 'r1'])

test('the first page is assumed to be unchanged, if it has a fingerprint', () => {
  expect(assumptionAbout(named, firstAssumption)).toBe('page-unchanged')
  expect(assumptionAbout(unnamed, firstAssumption)).toBe('rows-unchanged')
})

describe('about a page', () => {
  test.each([
    ['page-unchanged', named, 'page-unchanged'],
    ['page-unchanged', withoutRows, 'page-unchanged'],
    ['page-unchanged', unnamed, 'rows-unchanged'],
    ['rows-unchanged', named, 'rows-unchanged'],
    ['rows-unchanged', withoutRows, 'none'],
    ['rows-unchanged', withOneIdTwice, 'none'],
    ['none', named, 'none'],
  ] as const)('no more than "%s" is assumed, and no more than it has fingerprints for (%#)', (limit, about, expected) => {
    expect(assumptionAbout(about, limit)).toBe(expected)
  })

  test('no row gets a fingerprint if the whole page is assumed to be unchanged', () => {
    const rows = () => {
      throw new Error('asked for fingerprints')
    }
    expect(assumptionAbout({ ...named, rows }, 'page-unchanged')).toBe('page-unchanged')
  })
})

describe('after a page', () => {
  const before = { read: 100, unchanged: 40 }

  test.each([
    ['all rows unchanged, the same page', 10, true, 'page-unchanged'],
    ['all rows unchanged, another page', 10, false, 'rows-unchanged'],
    ['just more than half', 6, false, 'rows-unchanged'],
    ['exactly half', 5, true, 'none'],
    ['none', 0, false, 'none'],
  ] as const)('%s', (_, unchanged, isSamePage, expected) => {
    const after = { read: 110, unchanged: 40 + unchanged }
    expect(limitAfterStored(before, after, isSamePage)).toBe(expected)
  })

  test('that was another one than before, rows may still be unchanged', () => {
    expect(limitAfterOtherPage('page-unchanged')).toBe('rows-unchanged')
    expect(limitAfterOtherPage('rows-unchanged')).toBe('rows-unchanged')
    expect(limitAfterOtherPage('none')).toBe('none')
  })
})
