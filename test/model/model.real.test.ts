import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ModelStack, startModelStack } from './model-stack.ts'
import { runScenario } from './run-scenario.ts'
import { createScenario } from './scenario.ts'

let stack: ModelStack
beforeAll(async () => {
  stack = await startModelStack()
})
afterAll(() => stack[Symbol.asyncDispose]())

/** A failing seed is replayed, and shrunk, by `pnpm model --seed <seed>`. */
const seeds = Array.from({ length: 30 }, (_, at) => at + 1)
const shortest = 10

test('two sides that are edited at random are what the model says they are after each step', async () => {
  const waiting = [...seeds]
  const work = async () => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const scenario = createScenario(seed)
      await runScenario({ ...scenario, steps: scenario.steps.slice(0, shortest) }, stack).catch((thrown: unknown) => {
        throw new Error(`pnpm model --seed ${seed}: ${thrown instanceof Error ? thrown.message : thrown}`, { cause: thrown })
      })
    }
  }
  await Promise.all([work(), work(), work()])
  expect(waiting).toEqual([])
})
