import { isDeepStrictEqual } from 'node:util'
import { faultsOf, look } from './check.ts'
import { changed, type Leaves } from './leaves.ts'
import type { ModelRecord } from './model-record.ts'
import { createOracle } from './oracle.ts'
import { type Run, run as runBoth, wholePull } from './runs.ts'
import { type PathChanges, readRecord, type World } from './world.ts'

/** What happened to a record on both sides at one moment. */
export interface EditOfBoth {
  /** What the ERP has since then; null if it was not edited there. */
  readonly theirs: Leaves | null
  /** What the system wrote. */
  readonly changes: PathChanges
  readonly isNewer: boolean
}

type Part = 'edit' | 'pull' | 'push' | 'run'

/** The orders in which a run may have met an edit. A push reads what it is about to update, and goes on until nothing waits. */
const orders: Readonly<Record<Run['direction'], readonly (readonly Part[])[]>> = {
  pull: [
    ['edit', 'run'],
    ['run', 'edit'],
  ],
  push: [
    ['edit', 'run'],
    ['run', 'edit', 'push'],
    ['run', 'edit'],
  ],
  bidirectional: [
    ['edit', 'run'],
    ['pull', 'edit', 'push'],
    ['run', 'edit', 'push'],
    ['run', 'edit'],
  ],
}

/** What may have become of a record; null: it is gone. */
export function outcomesOf(world: World, before: ModelRecord, run: Run, edit: EditOfBoth): (ModelRecord | null)[] {
  const { type, strategy, normalise } = world.scenario
  return orders[run.direction].map((parts) => {
    const record = structuredClone(before)
    const oracle = createOracle({ type, strategy, normalise })
    oracle.records.set(record.name, record)
    for (const part of parts) {
      const now = oracle.records.get(record.name)
      if (!now) break
      if (part !== 'edit') oracle.run({ direction: part === 'run' ? run.direction : part, isFull: run.mode === 'full', answer: run.answer })
      else {
        if (edit.theirs) oracle.editInErp(now, edit.theirs)
        if (edit.changes.size > 0) oracle.write(now, oracle.newsOf(now, changed(now.ours ?? new Map(), edit.changes)), edit.isNewer)
      }
    }
    return oracle.records.get(record.name) ?? null
  })
}

/** The outcome that both sides show. If several look alike, a pull tells them apart. Throws if it is none of them. */
export async function choose(world: World, outcomes: readonly (ModelRecord | null)[]): Promise<ModelRecord | null> {
  for (const outcome of outcomes) if (outcome?.erpId === '(new)') outcome.erpId = (await readRecord(world, outcome.id)).erpId
  const seen = different(await matching(world, outcomes))
  if (seen.length <= 1) return seen[0] ?? null
  const { type, strategy, normalise } = world.scenario
  await runBoth(world, wholePull)
  const pulled = seen.map((outcome) => {
    const oracle = createOracle({ type, strategy, normalise })
    if (outcome) oracle.records.set(outcome.name, outcome)
    oracle.run({ direction: 'pull', isFull: true, answer: 'record' })
    return outcome && (oracle.records.get(outcome.name) ?? null)
  })
  return (await matching(world, pulled))[0] ?? null
}

async function matching(world: World, outcomes: readonly (ModelRecord | null)[]): Promise<readonly (ModelRecord | null)[]> {
  const sight = await look(world)
  const judged = outcomes.map((outcome) => ({ outcome, faults: outcome ? faultsOf(world, outcome, sight) : [] }))
  const good = judged.filter(({ faults }) => faults.length === 0)
  if (good.length > 0) return good.map(({ outcome }) => outcome)
  throw new Error(`It is none of what may have come of it:\n  ${judged.map(({ faults }) => faults.join('\n    ')).join('\n  or ')}`)
}

const different = (outcomes: readonly (ModelRecord | null)[]) =>
  outcomes.filter((one, at) => !outcomes.slice(0, at).some((other) => isDeepStrictEqual(one, other)))
