import { z } from 'zod'
import type { BalanceVerdict } from './balance-verdict.ts'
import { type Checkpoint, type Counts, isEnded, type Run } from './run.ts'

const count = z.int().min(0)

/** How the pulled part of a run balances, and why it does not. */
export interface PullJudgement {
  readonly accounted: number
  /** The different records that came; null unless the ERP announced a total to compare them with. */
  readonly distinct: number | null
  /** How many announced records never came; null if none were announced. */
  readonly missing: number | null
  readonly fault: 'incomplete' | 'unaccounted' | 'missing' | null
}

/** Judges whether a pull is complete: its last page stored, each record that was read accounted for, and as many as the ERP announced. */
export function judgePull(counts: Counts, { complete, total, distinct: accepted }: Checkpoint): PullJudgement {
  const { read, created, updated, unchanged, filtered, rejected } = counts
  const accounted = created + updated + unchanged + filtered + rejected
  const distinct = total === null ? null : accepted + filtered + rejected
  const missing = total === null || distinct === null ? null : Math.max(0, total - distinct)
  const judgement = { accounted, distinct, missing }
  if (!complete) return { ...judgement, fault: 'incomplete' }
  if (read !== accounted) return { ...judgement, fault: 'unaccounted' }
  return { ...judgement, fault: missing === null || missing === 0 ? null : 'missing' }
}

/** Decides about the balance of a run that ends now. A push balances only if it has come to its end. */
export function judgeBalance({ direction, counts, checkpoint }: Run, ends: 'success' | 'error'): BalanceVerdict {
  const isDone = ends === 'success'
  if (direction === 'push') return { closes: isDone, complete: isDone, addsUp: true, distinct: null, missing: null }
  const { accounted, distinct, missing, fault } = judgePull(counts, checkpoint)
  const closes = fault === null && (direction === 'pull' || isDone)
  return { closes, complete: checkpoint.complete, addsUp: counts.read === accounted, distinct, missing }
}

const Part = z.object({
  name: z.enum(['created', 'updated', 'unchanged', 'filtered', 'rejected', 'taken', 'refused', 'conflicted', 'uncertain', 'waiting']),
  count: count.optional().describe('Absent as long as it is not known.'),
})

export const BalanceLine = z
  .object({
    name: z
      .enum(['announced', 'distinct', 'read', 'pages', 'pending'])
      .describe(
        'announced: by the ERP · distinct: the different records that came · read: all records that came · pages: stored · ' +
          'pending: what a push had to deal with.',
      ),
    count: count.optional().describe('Absent as long as it is not known.'),
    parts: z.array(Part).optional().describe('What the count is the sum of.'),
    closes: z
      .boolean()
      .optional()
      .describe('Whether this line is as it must be. Absent while the run is open, and if nothing can be said.'),
  })
  .meta({ id: 'ERPSyncBalanceLine', description: 'One line of the balance of a run.' })
export type BalanceLine = z.infer<typeof BalanceLine>

export const ERPSyncBalance = z
  .object({
    lines: z.array(BalanceLine),
    distinct: count.optional().describe('The different records that came. Absent unless the ERP announced how many there are.'),
    complete: z.boolean().describe('Whether the last page is stored; for a push: whether it has come to its end.'),
    closes: z.boolean().optional().describe('Whether the run is proven complete. Absent while the run is open.'),
    missing: count
      .optional()
      .describe('How many of the announced records never came. Absent while the run is open, and if none were announced.'),
  })
  .meta({
    id: 'ERPSyncBalance',
    description: 'What came and what became of it, and what was decided about it as the run ended.',
  })
export type ERPSyncBalance = z.infer<typeof ERPSyncBalance>

/** The balance as the outside sees it. Undefined for a run that ended before verdicts were stored: nobody can say any more what it was. */
export function toBalance(run: Run): ERPSyncBalance | undefined {
  const { direction, checkpoint, verdict } = run
  if (isEnded(run) && !verdict) return undefined
  const distinct = verdict ? verdict.distinct : judgePull(run.counts, checkpoint).distinct
  return {
    lines: [...(direction === 'push' ? [] : linesOfPull(run, distinct)), ...(direction === 'pull' ? [] : [lineOfPush(run)])],
    ...(distinct !== null && { distinct }),
    complete: verdict?.complete ?? (direction !== 'push' && checkpoint.complete),
    ...(verdict && { closes: verdict.closes, ...(verdict.missing !== null && { missing: verdict.missing }) }),
  }
}

function linesOfPull({ counts, checkpoint, verdict }: Run, distinct: number | null): readonly BalanceLine[] {
  const names = ['created', 'updated', 'unchanged', 'filtered', 'rejected'] as const
  const announced: readonly BalanceLine[] =
    checkpoint.total === null || distinct === null
      ? []
      : [
          { name: 'announced', count: checkpoint.total },
          { name: 'distinct', count: distinct, ...(verdict && { closes: verdict.missing === 0 }) },
        ]
  return [
    ...announced,
    {
      name: 'read',
      count: counts.read,
      parts: names.map((name) => ({ name, count: counts[name] })),
      ...(verdict && { closes: verdict.addsUp }),
    },
    { name: 'pages', count: checkpoint.pages, ...(verdict && { closes: verdict.complete }) },
  ]
}

/** What was left is counted in the step that ends the run; before that, nobody knows how much this run will have had to deal with. */
function lineOfPush({ counts: { pushed, refused, conflicts }, left, verdict }: Run): BalanceLine {
  return {
    name: 'pending',
    ...(left && { count: pushed + refused + conflicts + left.uncertain + left.waiting }),
    parts: [
      { name: 'taken', count: pushed },
      { name: 'refused', count: refused },
      { name: 'conflicted', count: conflicts },
      { name: 'uncertain', ...(left && { count: left.uncertain }) },
      { name: 'waiting', ...(left && { count: left.waiting }) },
    ],
    ...(verdict && { closes: verdict.closes }),
  }
}
