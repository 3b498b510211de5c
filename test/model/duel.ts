import { check } from './check.ts'
import { enter } from './erp-side.ts'
import type { ModelRecord } from './model-record.ts'
import { resolve, write } from './platform-side.ts'
import { type Run, run, wholePull } from './runs.ts'
import type { World } from './world.ts'

const both: Run = { ...wholePull, direction: 'bidirectional' }
const rounds = 3

/** The system and a rule in the ERP revert each other, until the record stops as a conflict. */
export async function duel(world: World, record: ModelRecord, ends: 'erp' | 'system' | 'write'): Promise<void> {
  const { oracle, scenario, duelled } = world
  if (duelled.has(record.name)) return // the same content once more would be a conflict at once
  duelled.add(record.name)
  const field = scenario.type === 'products' ? 'description' : 'customerReference'
  await run(world, both)
  if (!oracle.records.has(record.name) || record.ours === null || record.theirs === null || record.conflict !== null) return
  await write(world, record, new Map([[field, 'Something else']]), true)
  await run(world, both) // from now on the totals are those that the ERP computes at each write
  await check(world)
  const wanted = new Map([[field, 'What we want']])
  for (let round = 0; round < rounds; round++) {
    await write(world, record, wanted, true)
    await run(world, both)
    await check(world)
    enter(world, record, new Map([[field, 'What they want']]))
    await run(world, both)
    await check(world)
  }
  await write(world, record, wanted, true)
  oracle.backAndForth(record, field)
  await check(world)
  await run(world, both)
  await check(world)
  await run(world, { ...both, mode: 'incremental' })
  await check(world)
  if (ends === 'write') await write(world, record, new Map([[field, 'A compromise']]), true)
  else await resolve(world, [ends])
}
