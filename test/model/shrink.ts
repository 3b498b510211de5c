import type { Scenario, Step } from './scenario.ts'

/** Leaves out steps, many at first and then one by one, as long as the rest still fails. */
export async function shrink(scenario: Scenario, fails: (scenario: Scenario) => Promise<boolean>): Promise<Scenario> {
  let steps: readonly Step[] = scenario.steps
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < steps.length; ) {
      const fewer = [...steps.slice(0, at), ...steps.slice(at + size)]
      if (await fails({ ...scenario, steps: fewer })) steps = fewer
      else at += size
    }
  }
  return { ...scenario, steps }
}
