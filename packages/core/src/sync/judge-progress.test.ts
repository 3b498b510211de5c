import { expect, test } from 'vitest'
import { isNews, watchProgress } from './judge-progress.ts'

const state = (read: number, distinct: number, complete = false) => ({
  counts: { read, filtered: 0, rejected: 0 },
  checkpoint: { distinct, complete },
})

test('only a different record, or the end, is news', () => {
  expect(isNews(state(10, 10), state(20, 11))).toBe(true)
  expect(isNews(state(10, 10), state(20, 10))).toBe(false)
  expect(isNews(state(10, 10), state(20, 10, true))).toBe(true)
})

test('a pull that goes round is noticed', () => {
  const progress = watchProgress()
  const feed = (page: number, distinct: number) => {
    const { counts, checkpoint } = state(page * 10, distinct)
    progress.assertNews(counts, checkpoint)
  }
  for (let page = 1; page <= 3; page++) feed(page, page * 10)
  for (let page = 4; page <= 22; page++) feed(page, 30)
  expect(() => feed(23, 30)).toThrow('The last 20 pages brought 200 records, and none that had not come before')
})

test('pages without a new record are no circle while there are fewer of them than records', () => {
  const progress = watchProgress()
  for (let page = 1; page <= 60; page++) {
    const { counts, checkpoint } = state(1000 + page, 1000)
    expect(() => progress.assertNews(counts, checkpoint)).not.toThrow()
  }
})
