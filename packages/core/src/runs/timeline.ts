import { z } from 'zod'
import type { Histogram } from './histogram.ts'
import { isEnded, type Run } from './run.ts'

/**
 * What a run is doing: it waits for a worker, for a place at its connection, for the pause that the ERP asked for, for its next attempt, for
 * the circuit of its connection; or it works. `unknown`: it ran before phases were recorded.
 */
export const PhaseKind = z.enum(['queued', 'parked', 'working', 'throttled', 'waiting_retry', 'paused', 'unknown'])
export type PhaseKind = z.infer<typeof PhaseKind>

/** A phase as the store keeps it: how it began. It ends where the next one begins, or with the run. */
export const Phase = z.object({
  kind: PhaseKind,
  /** In milliseconds. */
  at: z.number(),
  /** Pages stored before it. */
  pages: z.int(),
  attempt: z.int().optional(),
  worker: z.string().optional(),
  takenOver: z.boolean().optional(),
  reason: z.string().optional(),
  /** When it is expected to end, in milliseconds. */
  until: z.number().optional(),
})
export type Phase = z.infer<typeof Phase>

/** What executions have measured, in milliseconds. */
export interface SpentTime {
  /** By all executions that have ended properly. */
  readonly measuredMs: number
  /** Waiting for the ERP, calls that had to wait for its limit included. */
  readonly erpMs: number
  /** Waiting because of the ERP's limit. */
  readonly limitMs: number
}
/** What one execution of a run has measured, and how long the ERP took for each of its calls. */
export interface ExecutionTime extends SpentTime {
  readonly calls: Histogram
}

export const nothingSpent: SpentTime = { measuredMs: 0, erpMs: 0, limitMs: 0 }

/** The phases of a run, oldest first. The store keeps the latest of them, and the total time of all that have ended. */
export interface RunPhases {
  readonly phases: readonly Phase[]
  /** How many older ones are not kept. */
  readonly dropped: number
  readonly totalMs: Readonly<Partial<Record<PhaseKind, number>>>
  readonly spent: SpentTime
}

/** So many are kept that the timeline has at most 400 segments, even if each second of them is split. */
export const maxPhases = 260

const share = z.number().min(0).max(1)

export const TimelineSegment = z
  .object({
    kind: PhaseKind.describe(
      'queued: waits for a worker · parked: other runs of the connection are working · working · throttled: the ERP asked for a pause · ' +
        'waiting_retry: waits for its next attempt · paused: the circuit of the connection is open · unknown: not recorded.',
    ),
    from: z.iso.datetime().describe('When it began.'),
    to: z.iso.datetime().optional().describe('When it ended. Absent if it has not ended.'),
    pages: z.int().min(0).optional().describe('How many pages were stored in it.'),
    attempt: z.int().optional().describe('The number of the attempt, from 1.'),
    worker: z.string().optional().describe('The id of the worker.'),
    takenOver: z.boolean().optional().describe('The worker took the run over from one that had not given it back.'),
    reason: z.string().optional().describe('An error code, or why a worker gave the run back: `time-slice`, `run.interrupted`.'),
    until: z.iso.datetime().optional().describe('When the run was expected to go on.'),
  })
  .meta({ id: 'ERPSyncTimelineSegment', description: 'A time in which a run did one thing.' })
export type TimelineSegment = z.infer<typeof TimelineSegment>

export const ERPSyncTimeline = z
  .object({
    from: z.iso.datetime().describe('When the run was requested.'),
    to: z.iso.datetime().optional().describe('When it ended; absent while it is open.'),
    segments: z.array(TimelineSegment).describe('Oldest first, without gaps, at most 400.'),
    omitted: z.int().min(0).describe('How many older segments are no longer kept. The shares still count them.'),
    shares: z
      .object({
        erp: share.describe('Waiting for the ERP.'),
        work: share.describe('Our own work.'),
        limit: share.describe("The ERP's limit: pauses that it asked for, and calls that had to wait."),
        queue: share.describe('Waiting for a worker, or for other runs of the connection.'),
        pause: share.describe('Waiting for the next attempt, or for the circuit of the connection.'),
        unknown: share.describe('Not recorded, or not measured because a worker died or still works.'),
      })
      .describe('Which part of the whole time was spent on what. Together they are 1, apart from rounding.'),
  })
  .meta({ id: 'ERPSyncTimeline', description: 'What a run did when, from the request to its end.' })
export type ERPSyncTimeline = z.infer<typeof ERPSyncTimeline>

/** The timeline of a run as it is now. */
export function toTimeline(run: Run, stored: RunPhases, now: Date): ERPSyncTimeline {
  const end = run.completedAt === null ? null : Date.parse(run.completedAt)
  const to = end ?? now.getTime()
  const phases = withBeginning(run, stored)
  const segments = phases.flatMap((phase, at) => {
    const next = phases[at + 1]
    return segmentsOf(phase, next?.at ?? end, (next?.pages ?? run.checkpoint.pages) - phase.pages)
  })
  return {
    from: run.queuedAt,
    ...(run.completedAt !== null && { to: run.completedAt }),
    segments,
    omitted: stored.dropped,
    shares: sharesOf(run, stored, to),
  }
}

/** What came before the first phase that is kept: the run was queued, or nobody knows. */
function withBeginning({ queuedAt, startedAt }: Run, { phases, dropped }: RunPhases): readonly Phase[] {
  if (dropped > 0) return phases
  const queued: Phase = { kind: 'queued', at: Date.parse(queuedAt), pages: 0 }
  const first = phases[0]
  if (startedAt === null || (first && first.at <= Date.parse(startedAt))) return [queued, ...phases]
  return [queued, { kind: 'unknown', at: Date.parse(startedAt), pages: 0 }, ...phases]
}

/** A pause with a known end is followed by waiting for a worker. */
function segmentsOf(phase: Phase, end: number | null, pages: number): readonly TimelineSegment[] {
  const { kind, at, until, attempt, worker, takenOver, reason } = phase
  const isTimed = (kind === 'throttled' || kind === 'waiting_retry') && until !== undefined
  const pausedUntil = isTimed && end !== null && until < end ? Math.max(at, until) : end
  const segment: TimelineSegment = {
    kind,
    from: iso(at),
    ...(pausedUntil !== null && { to: iso(Math.max(at, pausedUntil)) }),
    ...(kind === 'working' && { pages: Math.max(0, pages) }),
    ...(attempt !== undefined && { attempt }),
    ...(worker !== undefined && { worker }),
    ...(takenOver && { takenOver }),
    ...(reason !== undefined && { reason }),
    ...(until !== undefined && { until: iso(until) }),
  }
  if (pausedUntil === end || pausedUntil === null) return [segment]
  return [segment, { kind: 'queued', from: iso(pausedUntil), ...(end !== null && { to: iso(end) }) }]
}

const iso = (ms: number): string => new Date(ms).toISOString()

function sharesOf(run: Run, { phases, totalMs, spent }: RunPhases, to: number): ERPSyncTimeline['shares'] {
  const total = { ...totalMs }
  const open = isEnded(run) ? undefined : (phases.at(-1) ?? ({ kind: 'queued', at: Date.parse(run.queuedAt) } as const))
  if (open) total[open.kind] = (total[open.kind] ?? 0) + Math.max(0, to - open.at)
  const whole = Math.max(1, to - Date.parse(run.queuedAt))
  const limitInside = Math.min(spent.limitMs, spent.erpMs)
  const parts = {
    erp: spent.erpMs - limitInside,
    work: Math.max(0, spent.measuredMs - spent.erpMs),
    limit: (total.throttled ?? 0) + limitInside,
    queue: (total.queued ?? 0) + (total.parked ?? 0),
    pause: (total.waiting_retry ?? 0) + (total.paused ?? 0),
  }
  const known = Object.values(parts).reduce((sum, ms) => sum + ms, 0)
  const scale = Math.max(whole, known) // what was measured on a stopwatch may exceed what the clock says by a little
  const shareOf = (ms: number): number => Math.round((ms / scale) * 10_000) / 10_000
  return {
    erp: shareOf(parts.erp),
    work: shareOf(parts.work),
    limit: shareOf(parts.limit),
    queue: shareOf(parts.queue),
    pause: shareOf(parts.pause),
    unknown: shareOf(scale - known),
  }
}
