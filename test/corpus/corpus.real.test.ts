import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Stack, startStack } from '../stack/stack.ts'
import { assertOutcome } from './assert-outcome.ts'
import { assertPreviewAgrees } from './assert-preview.ts'
import { type CorpusCase, loadCases } from './corpus-case.ts'
import type { CorpusLoader } from './corpus-loader.ts'
import { loaders } from './loaders/index.ts'
import { type Observed, type Outcome, observe } from './observe.ts'

/** Only the cases whose names begin with one of these, with commas in between; all if it is not set. */
const wanted = process.env.CORPUS ?? ''
const cases = loadCases().filter(({ name }) => wanted.split(',').some((start) => name.startsWith(start)))
/** How many cases run at once. The tests below wait for them one by one. */
const atOnce = 12

let stack: Stack
const started = new Map<string, CorpusLoader>()
const outcomes = new Map<string, Promise<Observed>>()

beforeAll(async () => {
  stack = await startStack({ workers: 0, env: { LOG_LEVEL: 'warn' } }) // a line for each request costs more than it tells
  await Promise.all([1, 2].map(() => stack.startWorker({ LOG_LEVEL: 'info' })))
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

async function run(given: CorpusCase): Promise<Observed> {
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

const named = cases.map((given) => [given.name, given] as const)
const observed = (name: string): Promise<Observed> => outcomes.get(name) as Promise<Observed>

describe.each(named)('%s', (name, given) => {
  test('comes to what is expected', async () => {
    const { outcomes: came } = await observed(name)
    expect(came).toHaveLength(given.runs.length)
    for (const [at, expected] of given.runs.entries()) assertOutcome(came[at] as Outcome, expected)
  })

  test('was previewed as it was synced', async () => {
    const { previewed, outcomes: came } = await observed(name)
    if (previewed) assertPreviewAgrees(previewed, came[0] as Outcome)
  })

  test('is unchanged if nothing has changed', async () => {
    const { again, outcomes: came } = await observed(name)
    if (!again) return
    const { status, recordsCreated, recordsUpdated, recordsDeleted } = again.log
    expect({ status, recordsCreated, recordsUpdated, recordsDeleted }, again.log.errorMessage).toEqual({
      status: 'success',
      recordsCreated: 0,
      recordsUpdated: 0,
      recordsDeleted: 0,
    })
    expect(again.position).toBe(came.at(-1)?.position)
    expect(again.records).toEqual(came.at(-1)?.records)
  })
})
