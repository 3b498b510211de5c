import { check } from './check.ts'
import { takeInitialRows } from './erp-side.ts'
import type { ModelStack } from './model-stack.ts'
import { play } from './play.ts'
import { wholePull } from './runs.ts'
import type { Scenario } from './scenario.ts'
import { settle } from './settle.ts'
import { openWorld } from './world.ts'

/** Runs a scenario against the product and the model, and throws at the first difference between them. */
export async function runScenario(scenario: Scenario, stack: ModelStack): Promise<void> {
  await using world = await openWorld(scenario, stack)
  takeInitialRows(world)
  for (const [at, step] of [wholePull, ...scenario.steps].entries()) {
    try {
      await play(world, step)
      await check(world)
    } catch (thrown) {
      throw new Error(`Step ${at} (${JSON.stringify(step)}): ${thrown instanceof Error ? thrown.message : thrown}`, { cause: thrown })
    }
  }
  await settle(world)
}
