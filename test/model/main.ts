import { parseArgs } from 'node:util'
import { startModelStack } from './model-stack.ts'
import { runScenario } from './run-scenario.ts'
import { createScenario, type Scenario } from './scenario.ts'
import { shrink } from './shrink.ts'

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '500' }, from: { type: 'string', default: '1' }, seed: { type: 'string' } },
})
const first = Number(values.seed ?? values.from)
const seeds = Array.from({ length: values.seed === undefined ? Number(values.seeds) : 1 }, (_, at) => first + at)

await using stack = await startModelStack()
const faultOf = (scenario: Scenario): Promise<string | null> =>
  runScenario(scenario, stack).then(
    () => null,
    (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)),
  )

let failed = 0
async function work(): Promise<void> {
  for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
    const scenario = createScenario(seed)
    const fault = await faultOf(scenario)
    if (fault === null) continue
    failed += 1
    const { steps, ...settings } = await shrink(scenario, async (fewer) => (await faultOf(fewer)) !== null)
    const words = (await faultOf({ ...settings, steps })) ?? `(not every time) ${fault}`
    console.log(`\nSeed ${seed} fails with ${steps.length} of ${scenario.steps.length} steps\n${JSON.stringify(settings)}`)
    for (const step of steps) console.log(`  ${JSON.stringify(step)}`)
    console.log(words)
  }
}
const count = seeds.length
await Promise.all(Array.from({ length: 3 }, work))
console.log(`\n${count} seeds, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
