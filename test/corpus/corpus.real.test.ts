import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, startStack } from '../stack/stack.ts'
import { type CorpusCase, loadCases } from './corpus-case.ts'
import type { CorpusLoader } from './corpus-loader.ts'
import { loaders } from './loaders/index.ts'
import { assertOutcome, type Outcome, observe } from './observe.ts'

const cases = loadCases()
/** How many cases run at once. The tests below wait for them one by one. */
const atOnce = 8

let stack: Stack
const started = new Map<string, CorpusLoader>()
const outcomes = new Map<string, Promise<Outcome[]>>()

beforeAll(async () => {
  stack = await startStack({ workers: 2 })
  for (const name of new Set(cases.map(({ loader }) => loader))) {
    const start = loaders[name]
    if (start) started.set(name, await start(stack))
  }
  runAll()
})
afterAll(async () => {
  await Promise.allSettled(outcomes.values())
  for (const loader of started.values()) await loader[Symbol.asyncDispose]()
  await stack[Symbol.asyncDispose]()
})

async function run(given: CorpusCase): Promise<Outcome[]> {
  const loader = started.get(given.loader)
  if (!loader) throw new Error(`No loader is called "${given.loader}"; there are ${Object.keys(loaders).join(', ')}`)
  return observe(given, await loader.open(given), stack.client)
}

function runAll(): void {
  const lanes = Array.from({ length: atOnce }, () => Promise.resolve<unknown>(undefined))
  for (const [at, given] of cases.entries()) {
    const outcome = (lanes[at % atOnce] as Promise<unknown>).then(() => run(given))
    outcomes.set(given.name, outcome)
    lanes[at % atOnce] = outcome.catch(() => {})
  }
}

test.each(cases.map((given) => [given.name, given] as const))('%s', async (name, given) => {
  const came = await outcomes.get(name)
  expect(came).toHaveLength(given.runs.length)
  for (const [at, expected] of given.runs.entries()) assertOutcome((came as Outcome[])[at] as Outcome, expected)
})
