import { check, differences } from './check.ts'
import { resolve } from './platform-side.ts'
import { createRandom } from './random.ts'
import { type Run, run, wholePull } from './runs.ts'
import { feedEnd, readRecord, tableOf, type World, writesSeen } from './world.ts'

const both: Run = { ...wholePull, direction: 'bidirectional' }
const rounds = 4

/** Lets both sides come to rest, and proves that they then agree and that nothing moves any more. */
export async function settle(world: World): Promise<void> {
  const { scenario, oracle } = world
  const random = createRandom(scenario.seed + 1)
  for (let round = 0; round < rounds; round++) {
    await run(world, both)
    await check(world)
    await resolve(world, [random.pick(['erp', 'system'] as const), random.pick(['erp', 'system'] as const)])
    await check(world)
  }
  const [position, writes] = [await feedEnd(world), writesSeen(world)]
  await run(world, both)
  await run(world, { ...both, mode: 'incremental' })
  await check(world)
  if ((await feedEnd(world)) !== position || writesSeen(world) !== writes) throw new Error('After all was settled, something still moves')
  for (const { id, erpId, ours, theirs, name } of oracle.records.values()) {
    const faults = differences(`At the end ${name} here`, ours, theirs)
    const total = String((await readRecord(world, id)).data.total ?? '')
    const wanted = String(tableOf(world).get(erpId ?? '')?.total ?? '')
    if (scenario.type === 'orders' && Number(total) !== Number(wanted)) faults.push(`The total of ${name} is ${total}, not ${wanted}`)
    if (faults.length > 0) throw new Error(faults.join('\n  '))
  }
}
