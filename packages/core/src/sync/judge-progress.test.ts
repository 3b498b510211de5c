import { expect, test } from 'vitest'
import { noCounts } from '../runs/run.ts'
import { isNews, watchProgress } from './judge-progress.ts'

const state = (read: number, distinct: number, complete = false) => ({
  counts: { ...noCounts, read },
  checkpoint: { distinct, complete, total: null, since: null },
  live: 0,
})

/** A page of a pull of changes without a total, of whose rows so many were stored like this before. */
const uncounted = (read: number, unchanged: number, live = read) => ({
  counts: { ...noCounts, read, created: read - unchanged, unchanged },
  checkpoint: { distinct: 0, complete: false, total: null, since: '2026-01-01T00:00:00.000Z' },
  live,
})

test('only a different record, or the end, is news', () => {
  expect(isNews(state(10, 10), state(20, 11))).toBe(true)
  expect(isNews(state(10, 10), state(20, 10))).toBe(false)
  expect(isNews(state(10, 10), state(20, 10, true))).toBe(true)
})

test('if different records are not counted, a new or changed one is news', () => {
  expect(isNews(uncounted(10, 10), uncounted(20, 19))).toBe(true)
  expect(isNews(uncounted(10, 10), uncounted(20, 20))).toBe(false)
})

test('a pull that goes round is noticed', () => {
  const progress = watchProgress()
  const feed = (page: number, distinct: number) => progress.assertNews(state(page * 10, distinct))
  for (let page = 1; page <= 3; page++) feed(page, page * 10)
  for (let page = 4; page <= 22; page++) feed(page, 30)
  expect(() => feed(23, 30)).toThrow('The last 20 pages brought 200 records, and none that had not come before')
})

test('pages without a new record are no circle while there are fewer of them than records', () => {
  const progress = watchProgress()
  for (let page = 1; page <= 60; page++) expect(() => progress.assertNews(state(1000 + page, 1000))).not.toThrow()
})

test('unchanged records go round only once there are fewer of them than came, if different ones are not counted', () => {
  const progress = watchProgress()
  for (let page = 1; page <= 101; page++) progress.assertNews(uncounted(page * 10, page * 10, 1000))
  expect(() => progress.assertNews(uncounted(1020, 1020, 1000))).toThrow('none that was new or changed, though there are only 1000')
})
