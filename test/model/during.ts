import { changesLines, pathsOf } from './edit-paths.ts'
import { enter, showForms } from './erp-side.ts'
import { type Leaves, lineOf } from './leaves.ts'
import type { ModelRecord } from './model-record.ts'
import { post, postedAlone } from './platform-side.ts'
import { choose, type EditOfBoth, outcomesOf } from './possible-outcomes.ts'
import { learnErpIds, type Run, runProduct } from './runs.ts'
import type { Step } from './scenario.ts'
import type { PathChanges, World } from './world.ts'

/** Long enough for a test to close the gate behind a request that has just come. */
const latencyMs = 3

/**
 * Edits a record on both sides while a request of a run is held: a page, a look-up or a write. Which of them the run saw nobody knows, so the
 * model says what may come of it, and goes on with what did.
 */
export async function editDuringRun(world: World, record: ModelRecord, step: Extract<Step, { kind: 'during' }>): Promise<void> {
  const { ours, theirs, erpId, conflict } = record
  if (ours === null || conflict !== null || (theirs === null && erpId !== null)) return
  const erpChanges = theirs === null || record.isPending ? new Map() : withoutLines(pathsOf(step.erpEdits, theirs))
  if (erpChanges.size > 0) await showForms(world, record, erpChanges.keys())
  const before = structuredClone(record)
  const changes = platformChanges(before, pathsOf(step.edits, before.ours ?? ours))
  const run: Run = { ...step, kind: 'run', trouble: null }

  await runWith(world, run, step.request, async () => {
    if (erpChanges.size > 0) enter(world, record, erpChanges)
    if (changes.size > 0) await post(world, record.id, postedAlone(before.ours ?? ours, changes), step.isNewer)
  })
  const edit: EditOfBoth = { theirs: erpChanges.size > 0 ? record.theirs : null, changes, isNewer: step.isNewer }
  world.oracle.records.delete(record.name)
  world.oracle.run({ direction: run.direction, isFull: run.mode === 'full', answer: run.answer })
  await learnErpIds(world)
  const chosen = await choose(world, outcomesOf(world, before, run, edit))
  if (chosen) world.oracle.records.set(record.name, chosen)
}

/** Runs the product, and does something else while its nth request waits for the answer; afterwards if there are not so many. */
async function runWith(world: World, run: Run, request: number, meanwhile: () => Promise<void>): Promise<void> {
  const { erp } = world
  erp.latencyMs = latencyMs
  const running = runProduct(world, run)
  await Promise.race([erp.whenRequested(erp.requestCount + request), running])
  erp.hold()
  try {
    await meanwhile()
  } finally {
    erp.latencyMs = 0
    erp.release()
  }
  await running
}

const withoutLines = (changes: PathChanges): PathChanges => (changesLines(changes) ? new Map() : changes)

/** Fields of lines are written only if both sides have the same lines: a list that is written names all of them. */
function platformChanges({ ours, theirs }: ModelRecord, changes: PathChanges): PathChanges {
  const lines = (leaves: Leaves | null) => [...(leaves?.keys() ?? [])].filter((path) => lineOf(path) === path).sort()
  const areSame = theirs === null || lines(ours).join() === lines(theirs).join()
  return new Map([...withoutLines(changes)].filter(([path]) => areSame || lineOf(path) === null))
}
