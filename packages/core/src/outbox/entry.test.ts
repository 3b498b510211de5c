import { expect, test } from 'vitest'
import { parseEntry, printEntry } from './entry.ts'

/** As releases before the name `revertedHashes` stored it. */
const stored = {
  status: 'pending',
  source: 'system',
  erpId: 'ERP-1',
  erpVersion: '3',
  reference: 'A-1',
  revision: 4,
  changedAt: '2026-03-01T10:00:00.000Z',
  base: { ours: { price: '10.00' }, theirs: null },
  sent: {
    revision: 4,
    data: { price: '12.00' },
    hash: 'hash-of-12',
    epoch: 2,
    runId: 'log_1',
    firstAt: '2026-03-01T10:00:01.000Z',
    at: '2026-03-01T10:00:02.000Z',
    attempts: 2,
  },
  isEchoAwaited: false,
  pushed: null,
  turns: ['hash-of-11', 'hash-of-12'],
  error: { code: 'remote.timeout', message: 'No answer' },
  conflictId: null,
}

test('an entry stored by an earlier release is read, and written back under the same keys', () => {
  const entry = parseEntry(JSON.stringify(stored))
  expect(entry.revertedHashes).toEqual(['hash-of-11', 'hash-of-12'])
  expect(entry).not.toHaveProperty('turns')
  expect(JSON.parse(printEntry(entry))).toEqual(stored)
})

test('what is no entry is refused', () => {
  expect(() => parseEntry(JSON.stringify({ ...stored, status: 'lost' }))).toThrow()
  const { turns: _, ...withoutTurns } = stored
  expect(() => parseEntry(JSON.stringify(withoutTurns))).toThrow()
})
