import { expect, test } from 'vitest'
import { atTheBeginning, noCounts, type Run } from './run.ts'
import { judgeBalance, toBalance } from './run-balance.ts'

const run: Run = {
  id: 'log_x',
  connectionId: 'erp_x',
  dataType: 'products',
  direction: 'pull',
  trigger: 'manual',
  mode: 'full',
  since: null,
  dryRun: false,
  createdBy: 'me',
  syncConfigId: null,
  dueAt: null,
  queuedAt: '2026-01-01T00:00:00.000Z',
  startedAt: '2026-01-01T00:00:10.000Z',
  completedAt: '2026-01-01T00:00:20.000Z',
  status: 'success',
  attempts: 1,
  failures: 0,
  throttledSince: null,
  counts: { ...noCounts, read: 11, created: 4, updated: 2, unchanged: 2, filtered: 2, rejected: 1 },
  checkpoint: { ...atTheBeginning, pages: 2, complete: true, total: 10, distinct: 7 },
  error: null,
}
const ended = (change: Partial<Run>, as: 'success' | 'error'): Run => {
  const last = { ...run, ...change, status: as }
  return { ...last, verdict: judgeBalance(last, as) }
}

test('a pull that balances says so, line by line', () => {
  expect(toBalance(ended({}, 'success'))).toEqual({
    lines: [
      { name: 'announced', count: 10 },
      { name: 'distinct', count: 10, closes: true },
      {
        name: 'read',
        count: 11,
        parts: [
          { name: 'created', count: 4 },
          { name: 'updated', count: 2 },
          { name: 'unchanged', count: 2 },
          { name: 'filtered', count: 2 },
          { name: 'rejected', count: 1 },
        ],
        closes: true,
      },
      { name: 'pages', count: 2, closes: true },
    ],
    distinct: 10,
    complete: true,
    closes: true,
    missing: 0,
  })
})

test('what never came is missing, and the balance does not close', () => {
  const balance = toBalance(ended({ checkpoint: { ...run.checkpoint, total: 57 } }, 'error'))
  expect(balance).toMatchObject({ distinct: 10, complete: true, closes: false, missing: 47 })
  expect(balance?.lines).toContainEqual({ name: 'distinct', count: 10, closes: false })
})

test('without a total nobody knows what is missing', () => {
  const balance = toBalance(ended({ checkpoint: { ...run.checkpoint, total: null } }, 'success'))
  expect(balance).toMatchObject({ complete: true, closes: true })
  expect(balance).not.toHaveProperty('missing')
  expect(balance).not.toHaveProperty('distinct')
})

test('a pull that ended before its last page is not complete, and one that failed afterwards is', () => {
  expect(toBalance(ended({ checkpoint: { ...run.checkpoint, complete: false } }, 'error'))).toMatchObject({
    complete: false,
    closes: false,
  })
  expect(toBalance(ended({}, 'error'))).toMatchObject({ complete: true, closes: true })
})

test('an open run has lines and no verdict', () => {
  const balance = toBalance({ ...run, status: 'syncing', completedAt: null })
  expect(balance?.lines.every((line) => !('closes' in line))).toBe(true)
  expect(balance).not.toHaveProperty('closes')
  expect(balance).not.toHaveProperty('missing')
})

test('a run that ended before verdicts were stored has no balance', () => {
  expect(toBalance(run)).toBeUndefined()
})

test('a push has dealt with what it sent and what it left behind', () => {
  const counts = { ...noCounts, pushed: 5, refused: 2, conflicts: 1 }
  const push: Partial<Run> = { direction: 'push', counts, checkpoint: atTheBeginning, left: { uncertain: 1, waiting: 3 } }
  const balance = toBalance(ended(push, 'error'))
  expect(balance).toMatchObject({ complete: false, closes: false })
  expect(balance?.lines).toEqual([
    {
      name: 'pending',
      count: 12,
      parts: [
        { name: 'taken', count: 5 },
        { name: 'refused', count: 2 },
        { name: 'conflicted', count: 1 },
        { name: 'uncertain', count: 1 },
        { name: 'waiting', count: 3 },
      ],
      closes: false,
    },
  ])
  expect(toBalance(ended(push, 'success'))).toMatchObject({ complete: true, closes: true })
})

test('a run in both directions balances only if both parts do', () => {
  const both: Partial<Run> = { direction: 'bidirectional', left: { uncertain: 0, waiting: 0 } }
  expect(toBalance(ended(both, 'success'))?.closes).toBe(true)
  expect(toBalance(ended(both, 'error'))?.closes).toBe(false)
})
