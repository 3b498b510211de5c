import { expect, test } from 'vitest'
import { findOverlap, overlappingPage } from './window.ts'

test('pages of changing size overlap all along a list', () => {
  for (const size of [3, 4, 5, 7, 20, 100]) {
    let given = size
    for (let pages = 1; pages < 200; pages++) {
      const found = overlappingPage(given - 1, given, size)
      if (found === null) {
        expect(given % size).toBe(0)
        given += size
        continue
      }
      expect(found.limit).toBeLessThanOrEqual(size)
      expect(found.page * found.limit).toBeLessThan(given)
      expect((found.page + 1) * found.limit).toBeGreaterThan(given)
      given = (found.page + 1) * found.limit
    }
    expect(given).toBeGreaterThan(100 * size)
  }
})

test.each([
  [['c', 'd', 'e'], ['a', 'b', 'c'], 1],
  [['x', 'c', 'd'], ['a', 'b', 'c'], 2],
  [['b', 'd', 'e'], ['a', 'b', 'c'], 1],
  [['b', 'c', 'd'], ['a', 'b', 'c'], 2],
  [['d', 'e'], ['a', 'b', 'c'], null],
  [[], ['a'], null],
])('in %j after %j fresh rows begin at %j', (rows, overlapIds, at) => {
  expect(findOverlap(rows, overlapIds)).toBe(at)
})
