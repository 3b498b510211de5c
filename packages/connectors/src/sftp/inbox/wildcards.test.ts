import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wildcardMatcher } from './wildcards.ts'

const asExpression = (pattern: string): RegExp =>
  new RegExp(
    `^${[...pattern].map((char) => (char === '*' ? '.*' : char === '?' ? '.' : char.replace(/[.+^${}()|[\]\\]/g, '\\$&'))).join('')}$`,
    'iu',
  )

test('matches what the regular expression of the pattern matches', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'A', 'b', '_', '.', '*', '?', 'ä', 'Ä', '😀'), maxLength: 12 })
  fc.assert(
    fc.property(text, text, (pattern, name) => wildcardMatcher(pattern)(name) === asExpression(pattern).test(name)),
    { numRuns: 5000 },
  )
})

test('a pattern of many stars takes no longer than its length times that of the name', () => {
  const matches = wildcardMatcher(`${'*_'.repeat(60)}*.csv`)
  const began = process.cpuUsage()
  for (let count = 0; count < 100; count += 1) expect(matches('_'.repeat(250))).toBe(false)
  expect(process.cpuUsage(began).user).toBeLessThan(5_000_000) // µs of work, however busy the machine is
})
