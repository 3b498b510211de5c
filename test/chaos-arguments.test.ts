import { expect, test } from 'vitest'
import { readArguments } from '../chaos/arguments.ts'

test('chaos takes kills, a seed and a limit, and has defaults for all three', () => {
  expect(readArguments(['--kills', '20', '--seed', '7', '--limit', '0.5'])).toEqual({
    kills: 20,
    seed: 7,
    limitMinutes: 0.5,
    conditions: {},
  })
  expect(readArguments([], () => 0)).toEqual({ kills: 100, seed: 1, limitMinutes: 20, conditions: {} })
})

test('chaos takes conditions that make it harder', () => {
  expect(readArguments(['--failovers', '--skew', '3600', '--heap', '256'])).toMatchObject({
    conditions: { failovers: true, skewSeconds: 3600, heapMegabytes: 256 },
  })
})

test.each([
  ['--kills', 'abc'],
  ['--kills', '0'],
  ['--kills=-3'],
  ['--kills', '-3'],
  ['--kills', '1.5'],
  ['--kills', '1e3'],
  ['--kills', '1000001'],
  ['--kills', ''],
  ['--kills'],
  ['--seed', 'abc'],
  ['--seed', '0'],
  ['--seed=-7'],
  ['--limit', '0'],
  ['--skew', '-1'],
  ['--heap', '0'],
  ['--limit', '1m'],
  ['--kils', '20'],
  ['20'],
])('chaos refuses the arguments %s %s', (...given: string[]) => {
  const problem = readArguments(given)
  expect(problem).toBeTypeOf('string')
  expect(problem).toContain(given[0]?.split('=')[0])
})
