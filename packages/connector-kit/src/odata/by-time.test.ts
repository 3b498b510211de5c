import { expect, test } from 'vitest'
import { laterQuery } from './by-time.ts'

const byTime = {
  since: 't1',
  timeOf: ({ T }: Readonly<Record<string, unknown>>) => (T as string | null) ?? null,
  from: (time: string) => new URL(`https://sap/A?from=${time}`),
}
const here = { link: '/A', read: 4, before: 10, from: 't1' }

test.each([
  ['goes on from the last time, whose rows come again', ['t1', 't2', 't3', 't3'], { link: '/A?from=t3', read: 0, before: 16, from: 't3' }],
  ['follows the link within one time', ['t1', 't1'], null],
  ['follows the link if a row has no time', ['t1', null, 't3'], null],
  ['follows the link if the last row has no time', ['t1', null], null],
  ['follows the link out of order', ['t3', 't2', 't4'], null],
  ['follows the link if rows are too early', ['t0', 't2'], null],
  ['follows the link after an empty page', [], null],
])('%s', (_, times, expected) => {
  const rows = times.map((T) => ({ T }))
  expect(laterQuery(byTime, rows, here)).toEqual(expected)
})
