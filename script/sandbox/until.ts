import { setTimeout as sleep } from 'node:timers/promises'

const pollIntervalMs = 200
const timeoutMs = 300_000

/** Polls until the condition is true. Throws after five minutes; `what` describes what was awaited. */
export async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + timeoutMs
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Timed out after ${timeoutMs / 1000} s: ${what}`)
    await sleep(pollIntervalMs)
  }
}

/** Throws unless the condition holds. */
export function assert(holds: boolean, message: string): void {
  if (!holds) throw new Error(message)
}
