import { expect, test } from 'vitest'
import { type Finding, isMet, ratioOf } from './finding.ts'
import { figure, resultTable } from './table.ts'

const finding: Finding = {
  what: 'sync',
  unit: 'records/s',
  product: { label: 'our engine', rounds: [60, 70, 80] },
  baseline: { label: 'hand-written loop', rounds: [100, 90, 110] },
  target: { atLeast: 0.6 },
}

test('the ratio is that of the medians, and is met from the target on', () => {
  expect(ratioOf(finding)).toBe(0.7)
  expect(isMet(finding)).toBe(true)
  expect(isMet({ ...finding, target: { atLeast: 0.71 } })).toBe(false)
  expect(isMet({ ...finding, target: { atMost: 0.69 } })).toBe(false)
  expect(isMet({ ...finding, target: null })).toBeNull()
})

test('without a baseline the figure itself is held against the target', () => {
  const seconds: Finding = { ...finding, baseline: null, unit: 's', product: { label: 'taken over', rounds: [7, 8, 9] } }
  expect(isMet({ ...seconds, target: { atMost: 15 } })).toBe(true)
})

test('a line shows the ratio, the target, and both sides with their spread', () => {
  const table = resultTable({ a: [finding], b: [{ ...finding, target: { atLeast: 2 } }] })
  expect(table).toContain('70.0 records/s ± 14 %  our engine')
  expect(table).toContain('100.0 records/s ± 10 %  hand-written loop')
  expect(table).toMatch(/a +│ 0\.70 +│ ≥ 0\.6 +│ met/)
  expect(table).toMatch(/b +│ 0\.70 +│ ≥ 2 +│ MISSED/)
})

test('a figure has as many digits as it is good for', () => {
  expect([figure(0.1234), figure(12.34), figure(123_456.7), figure(Number.NaN)]).toEqual(['0.12', '12.3', '123 457', '?'])
})
