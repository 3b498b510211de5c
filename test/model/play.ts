import { duel } from './duel.ts'
import { editDuringRun } from './during.ts'
import { pathsOf } from './edit-paths.ts'
import { addInErp, editInErp, removeInErp } from './erp-side.ts'
import { diff } from './leaves.ts'
import { create, repeat, resolve, write } from './platform-side.ts'
import { dryRun, run } from './runs.ts'
import type { Step } from './scenario.ts'
import type { World } from './world.ts'

/** Does one step on the product, the ERP and the model; one that makes no sense for its record by then does nothing. */
export async function play(world: World, step: Step): Promise<void> {
  switch (step.kind) {
    case 'run':
      return run(world, step)
    case 'dry-run':
      return dryRun(world, step)
    case 'resolve':
      return resolve(world, step.winners)
    case 'create':
      return create(world, step.record, step.edits)
    case 'erp-add':
      return addInErp(world, step.record)
    default:
      return playOnRecord(world, step)
  }
}

async function playOnRecord(world: World, step: Extract<Step, { record: string }>): Promise<void> {
  const record = world.oracle.records.get(step.record)
  if (!record) return
  const { ours, theirs } = record
  switch (step.kind) {
    case 'write':
      return ours === null ? undefined : write(world, record, pathsOf(step.edits, ours), step.isNewer)
    case 'repeat':
      return repeat(world, record)
    case 'duel':
      return duel(world, record, step.ends)
    case 'erp-edit':
      return theirs === null ? undefined : editInErp(world, record, pathsOf(step.edits, theirs))
    case 'erp-agrees': {
      if (ours === null || theirs === null) return
      const changes = diff(theirs, ours)
      return changes.size === 0 ? undefined : editInErp(world, record, changes)
    }
    case 'erp-remove':
      return removeInErp(world, record)
    case 'during':
      return editDuringRun(world, record, step)
  }
}
