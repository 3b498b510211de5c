import { expect, test } from 'vitest'
import { settleMappedIds } from './mapped-ids.ts'

const record = (id: string, sourceId: string, content: string, changedAt: string | null = null) => ({
  change: { id, row: '', hash: content, json: content },
  sourceId,
  changedAt,
})
const contents = (records: Parameters<typeof settleMappedIds>[0]) => settleMappedIds(records, 3).changes.map(({ json }) => json)

test('records with different content to which the mapping gives one id are all rejected', () => {
  const { changes, rejects } = settleMappedIds([record('G', 'A', 'a'), record('H', 'C', 'c'), record('G', 'B', 'b')], 3)
  expect(changes.map(({ id }) => id)).toEqual(['H'])
  expect(rejects).toEqual(
    ['G', 'G'].map((recordId) => ({
      recordId,
      page: 3,
      errors: [{ path: 'id', value: 'G', message: expect.stringMatching(/^record\.ambiguous: .* gives the id G .*\(A, B\)/) }],
    })),
  )
})

test('equal ones are one record, and of those with change times the latest counts in each place', () => {
  expect(contents([record('G', 'A', 'a'), record('G', 'B', 'a')])).toEqual(['a', 'a'])
  expect(contents([record('G', 'A', 'new', '2026-02-01'), record('G', 'B', 'old', '2026-01-01')])).toEqual(['new', 'new'])
})

test('what the connector gives one id itself is left alone, as are ids that the mapping changes one by one', () => {
  expect(contents([record('A', 'A', 'a'), record('A', 'A', 'b')])).toEqual(['a', 'b'])
  expect(contents([record('G', 'A', 'a'), record('H', 'B', 'b')])).toEqual(['a', 'b'])
})
