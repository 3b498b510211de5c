import type { OutboxEntry } from '../../outbox/entry.ts'
import type { HeldRecord } from '../../outbox/held-record.ts'
import type { PushAccount } from '../../outbox/outbox-store.ts'
import type { PushOptions } from './options.ts'
import { type Outcome, outcomeOf, type SendResult } from './outcome.ts'

/** A record, its entry before it was about to be sent, and what came of it. */
export interface SentRecord {
  readonly held: HeldRecord
  readonly before: OutboxEntry
  readonly result: SendResult
}

/**
 * Stores the outcomes of records in one step. If the system has changed one of them in the meantime, all are read again and their outcomes
 * are worked out anew from the same results.
 */
export async function saveOutcomes(sent: readonly SentRecord[], options: PushOptions): Promise<void> {
  const { stream, outbox, claim } = options
  for (let left = sent; left.length > 0; ) {
    const outcomes = left.map(({ held, before, result }) => outcomeOf(held, before, result, options))
    const changes = outcomes.map(({ change }) => change)
    const stale = await outbox.changeByRun(claim, changes, accountOf(outcomes))
    if (stale.length === 0) return
    const ids = left.map(({ held }) => held.id)
    const current = await outbox.read(stream, ids)
    left = left.map((one, at) => ({ ...one, held: current[at] ?? one.held }))
  }
}

/** What outcomes add to the account of their run. */
export function accountOf(outcomes: readonly Outcome[]): PushAccount {
  const counts = {
    pushed: outcomes.filter(({ change }) => change.pushed).length,
    refused: outcomes.filter(({ reject }) => reject !== undefined).length,
    conflicts: outcomes.filter(({ conflict }) => conflict).length,
    merged: outcomes.filter(({ merged }) => merged).length,
    overridden: outcomes.reduce((sum, { overridden = 0 }) => sum + overridden, 0),
    deleted: outcomes.filter(({ deleted }) => deleted).length,
  }
  const rejects = outcomes.flatMap(({ reject }) => (reject ? [reject] : []))
  return { counts: Object.fromEntries(Object.entries(counts).filter(([, number]) => number > 0)), rejects }
}
