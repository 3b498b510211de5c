import { expect, test } from 'vitest'
import { atTheBeginning, noCounts, type Run } from './run.ts'
import { nothingSpent, type RunPhases, toTimeline } from './timeline.ts'

const at = (seconds: number): string => new Date(seconds * 1000).toISOString()
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
  queuedAt: at(0),
  startedAt: at(10),
  completedAt: at(100),
  status: 'success',
  attempts: 1,
  failures: 0,
  throttledSince: null,
  counts: noCounts,
  checkpoint: { ...atTheBeginning, pages: 7 },
  error: null,
}
const nothing: RunPhases = { phases: [], dropped: 0, totalMs: {}, spent: nothingSpent }
const recorded: RunPhases = {
  phases: [
    { kind: 'working', at: 10_000, pages: 0, worker: 'w1', attempt: 1 },
    { kind: 'throttled', at: 40_000, pages: 5, reason: 'remote.throttled', until: 60_000 },
    { kind: 'working', at: 70_000, pages: 5, worker: 'w2', attempt: 1, takenOver: true },
  ],
  dropped: 0,
  totalMs: { queued: 20_000, working: 60_000, throttled: 20_000 },
  spent: { measuredMs: 60_000, erpMs: 40_000, limitMs: 5000 },
}

test('segments follow each other without gaps, and a pause that was over is followed by waiting for a worker', () => {
  const { from, to, segments, omitted } = toTimeline(run, recorded, new Date(200_000))
  expect({ from, to, omitted }).toEqual({ from: at(0), to: at(100), omitted: 0 })
  expect(segments).toEqual([
    { kind: 'queued', from: at(0), to: at(10) },
    { kind: 'working', from: at(10), to: at(40), pages: 5, worker: 'w1', attempt: 1 },
    { kind: 'throttled', from: at(40), to: at(60), reason: 'remote.throttled', until: at(60) },
    { kind: 'queued', from: at(60), to: at(70) },
    { kind: 'working', from: at(70), to: at(100), pages: 2, worker: 'w2', attempt: 1, takenOver: true },
  ])
})

test('the time is shared out by what it was spent on', () => {
  expect(toTimeline(run, recorded, new Date(200_000)).shares).toEqual({
    erp: 0.35,
    work: 0.2,
    limit: 0.25,
    queue: 0.2,
    pause: 0,
    unknown: 0,
  })
})

test('what a worker did not live to report is unknown', () => {
  const { shares } = toTimeline(run, { ...recorded, spent: nothingSpent }, new Date(200_000))
  expect(shares).toMatchObject({ erp: 0, work: 0, unknown: 0.6 })
})

test('the segment that is under way has no end', () => {
  const open: Run = { ...run, status: 'syncing', completedAt: null }
  const { to, segments, shares } = toTimeline(
    open,
    { ...recorded, totalMs: { queued: 20_000, working: 30_000, throttled: 20_000 } },
    new Date(100_000),
  )
  expect(to).toBeUndefined()
  expect(segments.at(-1)).not.toHaveProperty('to')
  expect(shares.queue).toBe(0.2)
})

test('a run that waits for its first worker is one segment', () => {
  const waiting: Run = { ...run, status: 'scheduled', startedAt: null, completedAt: null }
  const { segments, shares } = toTimeline(waiting, nothing, new Date(5000))
  expect(segments).toEqual([{ kind: 'queued', from: at(0) }])
  expect(shares).toMatchObject({ queue: 1, unknown: 0 })
})

test('of a run from before phases were recorded only its beginning is known', () => {
  const { segments } = toTimeline(run, nothing, new Date(200_000))
  expect(segments).toEqual([
    { kind: 'queued', from: at(0), to: at(10) },
    { kind: 'unknown', from: at(10), to: at(100) },
  ])
})

test('says how many segments are no longer kept', () => {
  const { segments, omitted } = toTimeline(run, { ...recorded, dropped: 12 }, new Date(200_000))
  expect(omitted).toBe(12)
  expect(segments[0]).toMatchObject({ kind: 'working', from: at(10) })
})
