import { expect, test } from 'vitest'
import { atTheBeginning, connectionOfRun, noCounts, type Run, runIdFor } from './run.ts'
import { toERPSyncLog } from './sync-log.ts'

const run: Run = {
  id: 'log_x',
  connectionId: 'erp_x',
  dataType: 'products',
  direction: 'pull',
  trigger: 'manual',
  mode: 'incremental',
  since: null,
  dryRun: false,
  createdBy: 'me',
  syncConfigId: null,
  dueAt: null,
  queuedAt: '2026-01-01T00:00:00.000Z',
  startedAt: '2026-01-01T00:00:10.000Z',
  completedAt: null,
  status: 'syncing',
  attempts: 1,
  failures: 0,
  throttledSince: null,
  counts: noCounts,
  checkpoint: atTheBeginning,
  error: null,
}

test("a run's id leads to its connection, and sorts by time", () => {
  const connectionId = 'erp_0123456789abcdef'
  const [first, second] = [1, 2].map((ms) => runIdFor(connectionId, new Date(1.7e12 + ms), 'zzzzzz'))
  expect(connectionOfRun(first ?? '')).toBe(connectionId)
  expect((first ?? '') < (second ?? '')).toBe(true)
  for (const wrong of ['', 'log_', 'log_{x}', `${first}:entries`, 'erp_0123456789abcdef']) expect(connectionOfRun(wrong)).toBeNull()
})

test('the totals of a log are the sums of its counts', () => {
  const log = toERPSyncLog({
    ...run,
    status: 'success',
    completedAt: '2026-01-01T00:00:12.500Z',
    counts: { ...noCounts, read: 11, created: 1, updated: 2, unchanged: 3, rejected: 4, filtered: 1 },
  })
  expect(log).toMatchObject({ recordsSuccess: 6, recordsFailed: 4, recordsProcessed: 10, recordsRead: 11, duration: 2.5, progress: 100 })
})

test('progress needs a total from the ERP, and is 100 only at the end', () => {
  expect(toERPSyncLog({ ...run, counts: { ...noCounts, read: 5 } }).progress).toBe(0)
  expect(toERPSyncLog({ ...run, counts: { ...noCounts, read: 50 }, checkpoint: { ...atTheBeginning, total: 50 } }).progress).toBe(99)
})
